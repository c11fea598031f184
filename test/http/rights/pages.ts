import { mailsLink, marksOf } from '../../../server/people/told/links.ts'
import type { House } from './cast.ts'
import type { Asked, Row } from './policy.ts'

const open = (ask: Row['ask'] = () => ({}), yes = [200]): Row => ({ who: 'anyone', from: 'anywhere', ask, yes })

const threadOf = ({ site, page: url }: House) => ({ query: { site, url } })

/** The fields of the form on a thread's plain page, made out. */
async function formOn(house: House): Promise<{ form: Record<string, string> }> {
  const page = await (await house.send(`/thread?${new URLSearchParams(threadOf(house).query)}`)).text()
  const hidden = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const form = Object.fromEntries(hidden.map(([, name, value]) => [name!, value!.replaceAll('&amp;', '&')]))
  return { form: { ...form, text: 'From a form' } }
}

/** Whatever is told at an address nobody has given. */
function ofMails({ site, deps }: House): Asked {
  const mark = marksOf(deps.config, site, 'nobody@mail.example')[0]
  return { params: { site, token: mailsLink(deps.config, site, mark).split('/').at(-1)! } }
}

/** The pages and files: open to everybody. What they write is bound by what they carry. */
export const PAGES: Record<string, Row> = {
  'GET /desk': open(),
  'GET /desk/': open(() => ({}), [308]),
  'GET /theme': open(),
  'GET /api': open(),
  'GET /embed.js': open(),
  'GET /assets/:file': open(() => ({ params: { file: 'thread.js' } })),
  'GET /thread.css': open(),
  'GET /healthz': open(),
  // Told apart from the request itself, by Node alone: test/cli/metrics.
  'GET /metrics': open(() => ({}), [404]),
  'GET /thread': open(threadOf),
  // What proves it is the form's own signature.
  'POST /thread': { who: 'anyone', from: 'here or nowhere', ask: formOn, yes: [303] },
  'GET /feeds/:site/atom': open(({ site }) => ({ params: { site } })),
  'GET /feeds/:site/json': open(({ site }) => ({ params: { site } })),
  'GET /privacy': open(({ site }) => ({ query: { site } })),
  // Out of a mail: what opens it is signed, and nobody else's.
  'GET /mails/:site/:token': open(ofMails),
  'POST /mails/:site/:token': open(ofMails, [303]),
  'GET /mails/:site/:token/leave': open(ofMails, [302]),
  'POST /mails/:site/:token/leave': open(ofMails),
  'GET /c/:id': open(async house => ({ params: { id: (await house.comment()).comment.id } }), [302]),
  'GET /sign-in/:claim': open(
    async house => ({ params: { claim: (await house.newcomer().beginsWith('harbour')).claim } }),
    [302],
  ),
  // The session lets in, and the page's own form decides; a key does neither.
  'GET /desk/waiting': { who: 'moderator', from: 'here', keys: false, ask: ({ site }) => ({ query: { site } }) },
  'POST /desk/waiting': {
    who: 'moderator',
    from: 'here',
    keys: false,
    ask: async house => ({
      form: { site: house.site, comment: (await house.comment()).comment.id, seen: '1', ruling: 'spam' },
    }),
    yes: [303],
  },
  // This house has no organisation; with one they are the way there and back.
  'GET /desk/sign-in/:provider': open(() => ({ params: { provider: 'harbour' } }), [404]),
  'GET /desk/back/:provider': open(() => ({ params: { provider: 'harbour' } }), [404]),
  // Nobody comes back who did not go.
  'GET /sign-in/back/:provider': open(() => ({ params: { provider: 'harbour' } }), [410]),
}

/** The sample pages, where Parley is reached on this machine only. */
export const DEMO_PAGES = ['GET /', 'GET /demo/members', 'GET /demo/*']

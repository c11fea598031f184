import { deskLink } from '../../../server/commands/link.ts'
import { setPerson } from '../../../server/commands/people.ts'
import { addSite, setSite } from '../../../server/commands/sites.ts'
import type { Policy, PostRequest } from '../../../server/contract.ts'
import { FORMATS, formatNamed } from '../../../server/exchange/formats.ts'
import { importFile } from '../../../server/exchange/import.ts'
import { disqusXml, post, thread } from '../../exchange/fixtures/disqus.ts'
import { item, wordpressXml, comment as wpComment } from '../../exchange/fixtures/wordpress.ts'
import { fileOf } from '../../exchange/foreign-files.ts'
import { Reader, type ReaderName, tokenOf } from '../../people.ts'
import type { Place } from './place.ts'
import { readHtml } from './read-html.ts'

/** Brings one string in; gives the answer where there is one to look at, and throws a refusal in words. */
export type WayIn = (place: Place, text: string) => Promise<unknown>

/** Brings a file of another system in, with comments of their own each time. */
const imported =
  (format: string, fileWith: (text: string, id: string) => string): WayIn =>
  async ({ stage: { deps, site } }, text) => {
    strangers += 1
    const row = (await deps.store.sites.find(site))!
    return importFile(deps, row, formatNamed(format)!, fileOf(fileWith(text, String(7_000 + strangers))))
  }

const xmlText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const silent = () => {}

/** Somebody else each time: nobody's record stands in the way of the next. */
let strangers = 0
function stranger({ stage }: Place, page = stage.page): Reader {
  strangers += 1
  return new Reader(tokenOf(`s${strangers}`, stage.number), { ...stage, page })
}

const posting = (more: (text: string, place: Place) => Partial<PostRequest>): WayIn => {
  return (place, text) => stranger(place).posts('A calm text', { name: 'Calm', ...more(text, place) })
}

/** Somebody who has written under the name, changed the text, and is told something. */
const refusedWith = async (place: Place, words: string, name: ReaderName = 'eve') => {
  const comment = await place.stage.as(name).posts(`To be refused ${++strangers}`)
  await place.mona.rules(comment, 'reject', { reason: 'abuse', words, note: words })
  return comment
}

async function changesPolicy({ olga, stage }: Place, change: Record<string, unknown>): Promise<void> {
  const { seen } = await olga.asks<Policy>(`/api/desk/policy?site=${stage.site}`)
  await olga.asks('/api/desk/policy', { method: 'PUT', json: { site: stage.site, seen, settings: change } })
}

async function lists({ olga, stage }: Place, kind: string, entries: string): Promise<void> {
  const { seen } = await olga.asks<Policy>(`/api/desk/policy?site=${stage.site}`)
  const list = { kind, language: '', entries }
  await olga.asks('/api/desk/lists', { method: 'PUT', json: { site: stage.site, seen, list } })
}

const setting =
  (name: string): WayIn =>
  ({ stage }, text) =>
    setSite(stage.deps.store, stage.site, { setting: [`${name}=${text}`] }, silent)

/** A header that takes the text, or nothing: HTTP has no word for most control characters. */
function headersOf(names: string[], text: string): Headers {
  const headers = new Headers({ accept: 'text/html' })
  for (const name of names) {
    try {
      headers.set(name, text)
    } catch {}
  }
  return headers
}

/** Every parameter of a readers' or the desk's address, each with the text. */
const QUERIES = {
  '/api/threads': ['site', 'url', 'canonical', 'article', 'sort', 'limit', 'after'],
  '/api/me': ['site', 'url', 'article'],
  '/api/threads/changes': ['site', 'url', 'since'],
  '/thread': ['site', 'url', 'article', 'lang', 'sort', 'after', 'replies', 'parent', 'fragment'],
  '/desk': ['link'],
} as const

/**
 * Every way by which a string that somebody else has made up comes into Parley. Whatever brings strings in from now on,
 * an importer for one, gets a line here.
 */
export const WAYS_IN: Readonly<Record<string, WayIn>> = {
  text: posting(text => ({ text })),
  reply: posting((text, { root }) => ({ text, parent: root.id })),
  name: posting(text => ({ name: text })),
  'article title': ({ stage }, text) =>
    stage.as('ada', `${stage.origin}/titled`).posts('Under a title', { title: text }),
  'address, as a path': ({ stage }, text) => stage.as('ada', `${stage.origin}/${text}`).posts('On a path'),
  'address, as a query': ({ stage }, text) => stage.as('ada', `${stage.origin}/q?${text}`).posts('On a query'),
  'address, as a route': ({ stage }, text) => stage.as('ada', `${stage.origin}/r#/${text}`).posts('On a route'),
  'address, whole': ({ stage }, text) => stage.as('ada', text).posts('Somewhere else'),
  'canonical address': posting((text, { stage }) => ({ canonical: `${stage.origin}/${text}` })),
  'canonical address, whole': posting(text => ({ canonical: text })),
  'article id': posting(text => ({ article: text })),
  'parent and mentions': posting((text, { root }) => ({
    parent: root.id,
    text: `@${text} @Ben`,
    mentions: [text, root.id],
  })),
  edit: async (place, text) => {
    const reader = stranger(place)
    return reader.revises(await reader.posts(`To be changed ${++strangers}`), text)
  },
  'moderator’s edit': async (place, text) => {
    const comment = await stranger(place).posts(`To be edited ${++strangers}`)
    await place.mona.acts(comment, 'edit', { text, reason: 'abuse', note: text })
  },
  'staff’s answer': async ({ mona, root }, text) => mona.answers(root, text),
  preview: async ({ stage }, text) =>
    stage.send('/api/preview', { method: 'POST', json: { site: stage.site, text: `${text} @${text}`, names: [text] } }),
  'plain form': async ({ stage }, text) => {
    const page = await stage.send(`/thread?${new URLSearchParams({ site: stage.site, url: stage.page })}`)
    const inputs = readHtml(await page.text()).elements.filter(({ name }) => name === 'input')
    const hidden = inputs.flatMap(({ attributes }) =>
      attributes.get('type') === 'hidden' ? [[attributes.get('name')!, attributes.get('value')!]] : [],
    )
    const fields = { ...Object.fromEntries(hidden), text, name: text.slice(0, 60) }
    return stage.send('/thread', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', Origin: stage.deps.config.origin },
      body: new URLSearchParams(fields).toString(),
    })
  },
  'site’s own login': async (place, text) => {
    const reader = stranger(place)
    await reader.comesFrom(
      await place.loginOf({ sub: `u${strangers}`, name: text, groups: [text, 'editors'], author: true, article: text }),
    )
    await reader.posts(`As a member ${strangers}`, { name: undefined })
  },
  'site’s own login, subject and address': async (place, text) =>
    stranger(place).comesFrom(await place.loginOf({ sub: text, email: text, email_verified: true, iss: text })),
  'OpenID profile': async (place, text) => {
    const { stage, issuer } = place
    const reader = stranger(place)
    issuer.who = { sub: `o${strangers}`, name: text, email: `o${strangers}@mail.example`, email_verified: true }
    const { pathname } = new URL((await reader.beginsWith('harbour', { lang: text.slice(0, 35) })).url!)
    const there = await stage.send(pathname)
    const back = await issuer.saysYes(there.headers.get('location')!)
    const cookie = there.headers.get('set-cookie')!.split(';')[0]!
    const page = await stage.send(back.pathname + back.search, { headers: { Cookie: cookie } })
    const html = await page.text()
    const [claim, ticket] = ['claim', 'ticket'].map(what => new RegExp(`data-${what}="([^"]+)"`).exec(html)![1]!)
    await reader.shows({ claim: claim!, ticket: ticket! })
    await reader.posts(`As a member ${strangers}`, { name: undefined })
  },
  'address for a code': async (place, text) => stranger(place).claims(text, { lang: text.slice(0, 35) }),
  'sign-in window': async ({ stage }, text) =>
    stage.send(`/sign-in/back/harbour?${new URLSearchParams({ error: text, state: text, code: text })}`, {
      headers: headersOf(['accept-language'], text),
    }),
  report: async ({ stage, root }, text) => stage.as('darya').reports(root, 'abuse', text),
  'words to an author': async (place, text) => void (await refusedWith(place, text)),
  appeal: async (place, text) => {
    const comment = await refusedWith(place, 'Not here', 'chiara')
    return place.stage.as('chiara').appeals(comment, text)
  },
  note: async ({ mona, root }, text) => mona.notes(root, text, 'author'),
  'words of a warning': async ({ mona, stage }, text) => {
    const comment = await stage.as('darya').posts(`To be warned of ${++strangers}`)
    await mona.acts(comment, 'warn', { words: text, reason: 'abuse' })
  },
  'words of a ban': async (place, text) => {
    const comment = await stranger(place).posts(`To be banned for ${strangers}`)
    await place.mona.acts(comment, 'ban', { words: text, reason: 'abuse', until: null })
  },
  'saved reply': async ({ mona, stage }, text) =>
    mona.asks('/api/desk/saved-replies', {
      method: 'POST',
      json: { site: stage.site, name: [...text].slice(0, 60).join(''), text },
    }),
  'listed word': (place, text) => lists(place, 'held_words', text),
  'listed domain': (place, text) => lists(place, 'blocked_domains', text),
  guidelines: (place, text) => changesPolicy(place, { guidelines: text }),
  'rules page': (place, text) => changesPolicy(place, { rulesPage: text }),
  'section of a policy': (place, text) => changesPolicy(place, { heldSections: [text], [text]: text }),
  'setting by name': ({ stage }, text) =>
    setSite(stage.deps.store, stage.site, { setting: [text, `${text}=1`] }, silent),
  'badge of a group': setting('badges'),
  'alias of a site': setting('aliases'),
  'parameter of a site': setting('parameters'),
  'issuer of a login': setting('loginIssuer'),
  'owner’s own words': ({ stage }, text) => {
    const words = {
      en: { 'thread.comments': text, 'writing.post': text, 'codeMail.lasts': text, 'privacy.title': text },
    }
    return setSite(stage.deps.store, stage.site, { setting: [`words=${JSON.stringify(words)}`] }, silent)
  },
  'site name': ({ stage }, text) => setSite(stage.deps.store, stage.site, { name: text }, silent),
  'site id and origin': async ({ stage }, text) => {
    await addSite(
      { origin: 'https://x.example' } as never,
      stage.deps.store,
      text,
      { name: text, origin: [text] },
      silent,
    )
  },
  'name of an account': ({ stage }, text) =>
    deskLink(stage.deps.config, stage.deps.store, { name: text, site: stage.site }, silent),
  'public name': async ({ stage, mona }, text) => {
    const { person } = await mona.asks<{ person: { name: string } }>('/api/desk/me')
    await setPerson(stage.deps.store, person.name, { 'public-name': text }, silent)
  },
  'address of a moderator': async ({ mona, stage }, text) =>
    mona.asks('/api/desk/notifications', { method: 'PUT', json: { email: text, digests: [stage.site] } }),
  'search at the desk': ({ mona, stage }, text) =>
    mona.sends(`/api/desk/queue?${new URLSearchParams({ site: stage.site, q: text, article: text })}`),
  'search for articles': ({ mona, stage }, text) =>
    mona.sends(`/api/desk/articles?${new URLSearchParams({ site: stage.site, q: text })}`),
  'names of a move': ({ olga, stage }, text) =>
    olga.sends(`/api/desk/moves?${new URLSearchParams({ site: stage.site, from: text, to: `/${text}` })}`),
  'parameters of addresses': async ({ stage }, text) => {
    const right = { site: stage.site, url: stage.page } as Record<string, string>
    const answers = []
    for (const [path, names] of Object.entries(QUERIES)) {
      for (const name of names) {
        const query = new URLSearchParams({ ...right, [name]: text, ...(text !== '' && { [text]: text }) })
        const answer = await stage.send(`${path}?${query}`, { headers: { accept: 'text/html' } })
        if (answer.status >= 500) throw new Error(`${path} with ${name}: ${answer.status}`)
        answers.push(answer.status)
      }
    }
    return answers
  },
  'ids in paths': async ({ stage }, text) => {
    const id = encodeURIComponent(text.toWellFormed())
    for (const path of [`/c/${id}`, `/api/comments/${id}`, `/feeds/${id}/atom`, `/sign-in/${id}`, `/assets/${id}`])
      await answered(await stage.send(path))
  },
  'headers and cookies': async ({ stage }, text) => {
    const names = ['cookie', 'accept-language', 'if-none-match', 'last-event-id', 'user-agent', 'referer', 'origin']
    const headers = headersOf([...names, 'authorization', 'idempotency-key', 'x-forwarded-for'], text)
    const thread = new URLSearchParams({ site: stage.site, url: stage.page })
    for (const path of [`/thread?${thread}`, `/api/threads?${thread}`, `/feeds/${stage.site}/json`, '/api/desk/me'])
      await answered(await stage.send(path, { headers }))
    await answered(await stage.send('/api/comments', { method: 'POST', headers, json: { text } }))
  },
  'a comment of a Disqus export': imported('disqus', (text, id) => {
    // In XML stands what XML can say: a file that cannot be read is refused as a whole.
    const said = xmlText(text)
    return disqusXml(
      thread(`t${id}`, xmlText(`https://daily.example/${text}`)).replace('About', () => `${said} About`),
      post({
        id,
        thread: `t${id}`,
        message: text.replaceAll(']]>', ']] >'),
        author: `<name>${said}</name><email>${said}</email>`,
      }),
    )
  }),
  'a comment of a WordPress export': imported('wordpress', (text, id) => {
    // What would end the CDATA goes as WordPress writes it.
    const cdata = text.replaceAll(']]>', ']]]]><![CDATA[>')
    const said = wpComment({ id, name: cdata, email: cdata, content: `${cdata} ${id}` })
    return wordpressXml(item(xmlText(`https://daily.example/${text}`), said))
  }),
  'a comment of a Commento export': imported('commento', (text, id) =>
    JSON.stringify({
      version: 1,
      commenters: [{ commenterHex: `c${id}`, name: text, email: text, link: text, photo: text }],
      comments: [
        {
          ...{ commentHex: `h${id}${text}`, parentHex: 'root', commenterHex: `c${id}`, path: `/${text}`, url: text },
          ...{
            markdown: `${text} ${id}`,
            html: text,
            score: 1,
            state: 'approved',
            creationDate: '2020-01-01T00:00:00Z',
          },
        },
      ],
    }),
  ),
  'a comment of a Comentario export': imported('commento', (text, id) =>
    JSON.stringify({
      version: 3,
      commenters: [],
      pages: [{ id: `p${id}`, path: `/${text}`, title: text }],
      comments: [
        {
          ...{ id: `k${id}`, pageId: `p${id}`, html: text, isApproved: true, authorName: text, parentId: text },
          createdTime: '2020-01-01T00:00:00Z',
        },
      ],
    }),
  ),
  'a comment of a Waline export': imported('waline', (text, id) =>
    JSON.stringify({
      ...{ type: 'waline', version: 1, tables: ['Comment'] },
      data: {
        Comment: [
          {
            ...{
              objectId: `w${id}`,
              comment: text,
              nick: text,
              mail: text,
              link: text,
              ua: text,
              ip: text,
              url: `/${text}`,
            },
            ...{ status: 'approved', insertedAt: '2020-01-01T00:00:00Z', rid: '', pid: '' },
          },
        ],
      },
    }),
  ),
  'a comment of an Artalk export': imported('artalk', (text, id) =>
    JSON.stringify([
      {
        ...{
          id,
          rid: '0',
          content: text,
          nick: text,
          email: text,
          link: text,
          ua: text,
          ip: text,
          page_key: `/${text}`,
        },
        ...{ page_title: text, site_name: text, site_urls: text, created_at: '2020-01-01 00:00:00 +0000 UTC' },
      },
    ]),
  ),
  'a file that is none of any system’s': async (place, text) => {
    for (const { name } of FORMATS.filter(({ name: one }) => one !== 'isso')) {
      await imported(name, () => text)(place, text).catch(error => {
        if (error.constructor !== Error) throw error
      })
    }
  },
  'keys of JSON': async ({ stage }, text) =>
    stage.send('/api/comments', {
      method: 'POST',
      headers: stage.as('ada').headers(),
      json: JSON.parse(
        `{"site":"${stage.site}","url":"${stage.page}","text":"Keys","name":"K",${JSON.stringify(text)}:{"polluted":1}}`,
      ),
    }),
}

async function answered(answer: Response): Promise<void> {
  if (answer.status >= 500) throw new Error(`${answer.status} ${await answer.text()}`)
}

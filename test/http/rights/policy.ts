import { newId, spellId } from '../../../server/comments/ids.ts'
import type { Comment, Delivery, MadeKey, NewInvitation, Note, Webhook, Webhooks } from '../../../server/contract.ts'
import { makeDeskLink } from '../../../server/people/desk-session.ts'
import { makeCodes } from '../../../server/people/recovery-codes.ts'
import { digest } from '../../../server/people/secrets.ts'
import { bringOne } from '../../exchange/bring-one.ts'
import { codeIn, type Reader } from '../../people.ts'
import type { House, Who } from './cast.ts'
import { PAGES } from './pages.ts'

/** A request that would be right if the right one sent it. */
export interface Asked {
  params?: Record<string, string>
  query?: Record<string, string>
  json?: Record<string, unknown>
  form?: Record<string, string>
  /** The token of the reader whom it belongs to. */
  author?: string
}

/** Who may ask for something, from where, and what comes of it. */
export interface Row {
  /**
   * `reader`: whoever has a token; `author`: whose it is; `other`: every reader but that one, as long as nobody has banned
   * them; the rest have sessions of the desk.
   */
  who: 'anyone' | 'reader' | 'author' | 'other' | 'unbanned' | 'person' | 'moderator' | 'owner' | Who[]
  /** Which pages a browser may send it from: any, those of the site (or none), those and not without one, Parley's own. */
  from: 'anywhere' | 'site' | 'site only' | 'here or nowhere' | 'here'
  /** What is asked, made anew for each who may, so that nobody finds what others left. */
  ask(house: House): Asked | Promise<Asked>
  /** The statuses that say yes; 200 unless given. */
  yes?: number[]
  /** What holds instead where a reader's token comes along. */
  asReader?: Pick<Row, 'who' | 'from'>
  /** False where a key never does; `own` where it does for what the key has made itself. */
  keys?: boolean | 'own'
  /** Whoever asks is not the same afterwards. */
  isLast?: true
}

const nameSite = ({ site }: House): Asked => ({ query: { site } })
const sight = ({ site, page: url }: House) => ({ site, url })
const inThread = (house: House): Asked => ({ query: sight(house) })

/** About a comment by somebody new, whose token comes along. */
async function about(house: House, more: (comment: Comment, by: Reader) => Asked = () => ({})): Promise<Asked> {
  const { comment, by } = await house.comment()
  return { params: { id: comment.id }, author: by.token, ...more(comment, by) }
}

const ownNote = async (house: House): Promise<Asked> => {
  const note: Note = await house.desk.moderator!.notes((await house.comment()).comment, 'Ours')
  return { params: { id: note.id } }
}

/** About the author of a comment, somebody new. */
const ofAuthor = (more: (house: House) => Asked) => async (house: House) => {
  const { comment } = await house.comment()
  return { params: { id: (await house.desk.owner!.case(comment)).case.author.id }, ...more(house) }
}

let names = 0
const reply = ({ site }: House) => ({ site, name: `Reply ${++names}`, text: 'Thank you' })
async function savedReply(house: House): Promise<string> {
  const init = { method: 'POST', json: reply(house) }
  return (await house.desk.owner!.asks<{ reply: { id: string } }>('/api/desk/saved-replies', init)).reply.id
}

const policySeen = async ({ desk, site }: House): Promise<string> =>
  (await desk.owner!.asks<{ seen: string }>(`/api/desk/policy?site=${site}`)).seen

const webhook = (site: string) => ({
  ...{ site, name: 'Hook', shape: 'standard', url: 'https://hooks.example/in', events: ['appeal'] },
})

/** A webhook of the site, the one that there is or a new one. */
async function hooked({ desk, site }: House): Promise<string> {
  const { webhooks } = await desk.owner!.asks<Webhooks>(`/api/desk/webhooks?site=${site}`)
  if (webhooks[0]) return webhooks[0].id
  const init = { method: 'POST', json: webhook(site) }
  return (await desk.owner!.asks<{ webhook: Webhook }>('/api/desk/webhooks', init)).webhook.id
}

async function tested({ desk, site }: House, id: string): Promise<string> {
  const at = `/api/desk/webhooks/${id}/test?site=${site}`
  return (await desk.owner!.asks<{ delivery: Delivery }>(at, { method: 'POST' })).delivery.id
}

async function moved(house: House): Promise<Record<string, string>> {
  const from = `/moved/${++names}`
  await house.as('ada', house.origin + from).posts('Here', { name: undefined })
  return { site: house.site, from, to: `${from}-there` }
}

/** Somebody who has asked for a code by mail, and the code. */
async function codeSent(house: House): Promise<Asked> {
  const by = house.newcomer()
  const { claim } = await by.claims(`r${++names}@mail.example`)
  return { json: { site: house.site, claim, code: codeIn(house.mails.at(-1)!) }, author: by.token }
}

/** Somebody who has come back from an issuer with a ticket. */
async function ticketGiven(house: House): Promise<Asked> {
  const by = house.newcomer()
  house.issuer.who = { ...house.issuer.who, sub: `u-${++names}`, email: `i${names}@mail.example` }
  const { url } = await by.beginsWith('harbour')
  const there = await house.send(new URL(url!).pathname)
  const back = await house.issuer.saysYes(there.headers.get('location')!)
  const cookie = there.headers.get('set-cookie')!.split(';')[0]!
  const page = await (await house.send(back.pathname + back.search, { headers: { Cookie: cookie } })).text()
  const read = (name: string) => new RegExp(`data-${name}="([^"]+)"`).exec(page)![1]!
  return { json: { site: house.site, claim: read('claim'), ticket: read('ticket') }, author: by.token }
}

const invited = ({ desk, site }: House): Promise<NewInvitation> =>
  desk.owner!.asks(`/api/desk/sites/${site}/invitations`, { method: 'POST', json: { role: 'moderator' } })

const tokenOfInvitation = ({ link }: NewInvitation) => new URL(link).hash.slice('#invitation='.length)

/** Somebody new with a role on the site. */
async function newMember({ deps, clock, site, number }: House): Promise<string> {
  const id = newId(clock.now)
  const person = await deps.store.people.ensure(id, `Member ${number} ${++names}`, clock.now)
  await deps.store.people.grant(person.id, [site], 'moderator')
  return spellId(person.id)
}

/** A passkey of Mona's, as it is kept. */
async function passkeyOfMona({ deps, number }: House): Promise<string> {
  const mona = (await deps.store.people.named(`mona-${number}`))!
  const [old] = await deps.store.deskWays.passkeysOf(mona.id)
  if (old) await deps.store.deskWays.removePasskey(old.id, mona.id)
  const id = newId(deps.clock())
  const key = { id, person_id: mona.id, name: 'Laptop', credential: `c${++names}`, public_key: 'k', counter: 0 }
  await deps.store.deskWays.addPasskey(
    { ...key, is_synced: 0, created_at: deps.clock() },
    { digest: `d${names}`, expiresAt: deps.clock() },
    20,
  )
  return spellId(id)
}

/** A session that Mona has in another browser. */
async function sessionOfMona({ deps, number }: House): Promise<Asked> {
  const mona = (await deps.store.people.named(`mona-${number}`))!
  const [link, hash] = [`l${++names}`, digest(`s${names}`)]
  const now = deps.clock()
  await deps.store.people.addLink({ tokenHash: link, personId: mona.id, createdAt: now, expiresAt: now + 1_000 })
  const session = { hash, expiresAt: now + 60_000, idleSince: 0, browser: null, replaced: null }
  await deps.store.people.redeem(link, session, now)
  return { params: { id: digest(hash) } }
}

const made = (response: Record<string, string>) => ({ id: 'AAAA', rawId: 'AAAA', type: 'public-key', response })
const passkeyMade = (): Asked => ({
  json: { name: 'Laptop', passkey: made({ clientDataJSON: 'AAAA', attestationObject: 'AAAA' }) },
})

/**
 * Who may do what: one row for each route, under its method and path as they are served. A route without a row fails the
 * test, and so does a row without a route.
 */
export const POLICY: Record<string, Row> = {
  ...PAGES,

  // What everybody reads.
  'GET /api/openapi.json': { who: 'anyone', from: 'anywhere', ask: () => ({}) },
  'GET /api/threads': { who: 'anyone', from: 'anywhere', ask: inThread },
  'GET /api/threads/changes': {
    who: 'anyone',
    from: 'anywhere',
    ask: house => ({ query: { ...sight(house), since: '0' } }),
  },
  'GET /api/threads/stream': { who: 'anyone', from: 'anywhere', ask: inThread, yes: [200, 204] },
  'POST /api/counts': {
    who: 'anyone',
    from: 'anywhere',
    ask: ({ site, page }) => ({ json: { site, urls: [page] } }),
  },
  'POST /api/views': {
    who: 'anyone',
    from: 'site only',
    ask: ({ site, page: url }) => ({ json: { site, seen: { url } } }),
    yes: [202],
  },
  'POST /api/votes': { who: 'anyone', from: 'anywhere', ask: ({ site }) => ({ json: { site, ids: [] } }) },
  'POST /api/stamps': { who: 'anyone', from: 'anywhere', ask: ({ site }) => ({ json: { site } }) },
  'POST /api/preview': { who: 'anyone', from: 'anywhere', ask: ({ site }) => ({ json: { site, text: 'Hello' } }) },
  'GET /api/comments/:id': { who: 'anyone', from: 'anywhere', ask: about },
  'GET /api/comments/:id/replies': { who: 'anyone', from: 'anywhere', ask: about },
  'GET /api/moved': {
    who: 'anyone',
    from: 'anywhere',
    ask: async house => ({ query: { site: house.site, fragment: await bringOne(house, String(++names)) } }),
  },

  // What readers do with what is theirs, and with what is not.
  'GET /api/me': { who: 'reader', from: 'anywhere', ask: inThread },
  'GET /api/me/comments': { who: 'reader', from: 'anywhere', ask: nameSite },
  'GET /api/me/votes': { who: 'reader', from: 'anywhere', ask: nameSite },
  'GET /api/me/follows': { who: 'reader', from: 'anywhere', ask: nameSite },
  'GET /api/me/mail': { who: 'reader', from: 'anywhere', ask: nameSite },
  'PUT /api/me/mail': {
    who: 'unbanned',
    from: 'site',
    ask: ({ site }) => ({ json: { site, email: 'ada@example.org', replies: true, follows: true } }),
  },
  'DELETE /api/me/mail': { who: 'reader', from: 'site', ask: nameSite, yes: [204] },
  'GET /api/me/news': { who: 'reader', from: 'anywhere', ask: nameSite },
  'POST /api/me/news/seen': {
    who: 'reader',
    from: 'site',
    ask: ({ site }) => ({ json: { site, until: 1 } }),
    yes: [204],
  },
  'GET /api/me/mutes': { who: 'reader', from: 'anywhere', ask: nameSite },
  'POST /api/me/acknowledge': { who: 'reader', from: 'site', ask: ({ site }) => ({ json: { site } }), yes: [204] },
  // Whoever is banned may write, and reads that it was refused.
  'POST /api/comments': {
    who: 'reader',
    from: 'site',
    ask: house => ({ json: { ...sight(house), text: `Word ${++names}` } }),
    yes: [201],
  },
  'PATCH /api/comments/:id': {
    who: 'author',
    from: 'site',
    ask: house => about(house, () => ({ json: { text: 'Otherwise' } })),
  },
  'DELETE /api/comments/:id': { who: 'author', from: 'site', ask: about },
  'POST /api/comments/:id/restore': {
    who: 'author',
    from: 'site',
    async ask(house) {
      const { comment, by } = await house.comment()
      await by.withdraws(comment)
      return { params: { id: comment.id }, author: by.token }
    },
  },
  'GET /api/comments/:id/source': { who: 'author', from: 'site', ask: about },
  // With a token it is its author's own list, without one what the site shows to all.
  'GET /api/comments/:id/editions': {
    who: 'anyone',
    from: 'anywhere',
    ask: about,
    asReader: { who: 'author', from: 'site' },
  },
  // Whoever may ask reaches the service, and this one does not answer.
  'POST /api/comments/:id/translation': {
    who: 'anyone',
    from: 'site',
    ask: house => about(house, () => ({ json: { target: 'fa' } })),
    yes: [502],
  },
  'POST /api/comments/:id/appeal': {
    who: 'author',
    from: 'site',
    async ask(house) {
      const { comment, by } = await house.comment()
      await house.desk.moderator!.rules(comment, 'reject', { reason: 'abuse' })
      return { params: { id: comment.id }, json: { text: 'Please' }, author: by.token }
    },
    yes: [201],
  },
  'PUT /api/comments/:id/vote': {
    who: 'other',
    from: 'site',
    ask: house => about(house, () => ({ json: { value: 1 } })),
  },
  'PUT /api/comments/:id/mute': {
    who: 'other',
    from: 'site',
    ask: house => about(house, () => ({ json: { muted: true } })),
  },
  'POST /api/comments/:id/reports': {
    who: 'other',
    from: 'site',
    ask: house => about(house, () => ({ json: { reason: 'abuse' } })),
    yes: [201],
  },
  'PUT /api/follows': {
    who: 'unbanned',
    from: 'site',
    ask: house => ({ json: { ...sight(house), follow: true } }),
  },
  'POST /api/follows/seen': { who: 'reader', from: 'site', ask: house => ({ json: sight(house) }), yes: [204] },

  // Proving who one is, and one's own account: a ban is no reason to keep anybody from what is theirs.
  'POST /api/sign-in/email': {
    who: 'reader',
    from: 'site',
    ask: ({ site }) => ({ json: { site, email: `r${++names}@mail.example` } }),
    yes: [202],
    isLast: true,
  },
  'POST /api/sign-in/code': { who: 'author', from: 'site', ask: codeSent },
  'POST /api/sign-in/openid': {
    who: 'reader',
    from: 'site',
    ask: ({ site }) => ({ json: { site, provider: 'harbour' } }),
    yes: [201],
    isLast: true,
  },
  'POST /api/sign-in/ticket': { who: 'author', from: 'site', ask: ticketGiven },
  'POST /api/sign-in/host': {
    who: 'reader',
    from: 'site',
    ask: async house => ({ json: { site: house.site, token: await house.login() } }),
    isLast: true,
  },
  'GET /api/account': { who: 'reader', from: 'site', ask: nameSite },
  'GET /api/account/export': { who: 'reader', from: 'site', ask: nameSite },
  'POST /api/account/erase': {
    who: 'reader',
    from: 'site',
    ask: ({ site }) => ({ json: { site } }),
    isLast: true,
  },
  'DELETE /api/session': { who: 'reader', from: 'site', ask: nameSite, yes: [204], isLast: true },

  // The desk: the way in and out,
  'POST /api/desk/session': {
    who: 'anyone',
    from: 'here',
    async ask({ deps, number }) {
      const mona = (await deps.store.people.named(`mona-${number}`))!
      return { json: { link: new URL(await makeDeskLink(deps, mona.id)).hash.slice('#link='.length) } }
    },
    yes: [201],
    isLast: true,
  },
  'GET /api/desk/session/providers': { who: 'anyone', from: 'anywhere', ask: () => ({}) },
  'POST /api/desk/session/challenge': { who: 'anyone', from: 'here', ask: () => ({}) },
  // Without the cookie of a challenge nobody comes in; whoever may, reads that.
  'POST /api/desk/session/passkey': {
    who: 'anyone',
    from: 'here',
    ask: () => ({ json: made({ clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' }) }),
    yes: [-410],
  },
  'POST /api/desk/session/code': {
    who: 'anyone',
    from: 'here',
    async ask({ deps, number }) {
      const mona = (await deps.store.people.named(`mona-${number}`))!
      return { json: { code: (await makeCodes(deps, mona))[0] } }
    },
    yes: [201],
    isLast: true,
  },
  'DELETE /api/desk/session': { who: 'anyone', from: 'here', ask: () => ({}), yes: [204], isLast: true },
  // what is everybody's own there,
  'GET /api/desk/me': { who: 'person', from: 'here', ask: () => ({}) },
  'GET /api/desk/account': { who: 'person', from: 'here', keys: false, ask: () => ({}) },
  'POST /api/desk/passkey-challenge': { who: 'person', from: 'here', ask: () => ({}) },
  // Without the cookie of a challenge nothing is made; whoever may, reads that.
  'POST /api/desk/passkeys': { who: 'person', from: 'here', ask: passkeyMade, yes: [-410] },
  'PATCH /api/desk/passkeys/:id': {
    who: ['moderator'],
    from: 'here',
    ask: async house => ({ params: { id: await passkeyOfMona(house) }, json: { name: 'Phone' } }),
    yes: [204],
  },
  'DELETE /api/desk/passkeys/:id': {
    who: ['moderator'],
    from: 'here',
    ask: async house => ({ params: { id: await passkeyOfMona(house) } }),
    yes: [204],
  },
  'POST /api/desk/recovery-codes': { who: 'person', from: 'here', ask: () => ({}), yes: [201] },
  'DELETE /api/desk/sessions/:id': { who: ['moderator'], from: 'here', ask: sessionOfMona, yes: [204] },
  'GET /api/desk/notifications': { who: 'person', from: 'here', ask: () => ({}) },
  'PUT /api/desk/notifications': { who: 'person', from: 'here', ask: () => ({ json: { email: null, digests: [] } }) },
  'DELETE /api/desk/notes/:id': { who: ['moderator'], from: 'here', keys: 'own', ask: ownNote, yes: [204] },
  // what moderators of a site do,
  'GET /api/desk/queue': { who: 'moderator', from: 'here', ask: nameSite },
  'GET /api/desk/changes': { who: 'moderator', from: 'here', ask: ({ site }) => ({ query: { site, since: '0' } }) },
  'GET /api/desk/comments/:id': { who: 'moderator', from: 'here', ask: about },
  'GET /api/desk/comments/:id/others': { who: 'moderator', from: 'here', ask: about },
  'GET /api/desk/comments/:id/file': { who: 'moderator', from: 'here', ask: about },
  'POST /api/desk/rulings': {
    who: 'moderator',
    from: 'here',
    ask: house =>
      about(house, ({ id: comment }) => ({
        json: { site: house.site, rulings: [{ comment, ruling: 'reject', seen: 1, reason: 'abuse' }] },
      })),
  },
  'GET /api/desk/authors/:id': {
    who: 'moderator',
    from: 'here',
    async ask(house) {
      const { comment } = await house.comment()
      return { params: { id: (await house.desk.owner!.case(comment)).case.author.id }, query: { site: house.site } }
    },
  },
  'GET /api/desk/authors/:id/weight': {
    who: 'owner',
    from: 'here',
    ask: ofAuthor(({ site }) => ({ query: { site } })),
  },
  'POST /api/desk/authors/:id/erase': { who: 'owner', from: 'here', ask: ofAuthor(({ site }) => ({ json: { site } })) },
  'POST /api/desk/persons': {
    who: 'owner',
    from: 'here',
    ask: ({ site }) => ({ json: { site, email: 'nobody@mail.example' } }),
  },
  'GET /api/desk/authors/:id/data': { who: 'owner', from: 'here', ask: ofAuthor(({ site }) => ({ query: { site } })) },
  'POST /api/desk/persons/unmail': {
    who: 'owner',
    from: 'here',
    ask: ({ site }) => ({ json: { site, email: 'nobody@mail.example' } }),
  },
  'GET /api/desk/erasures': { who: 'owner', from: 'here', ask: nameSite },
  'GET /api/desk/holds': { who: 'owner', from: 'here', ask: nameSite },
  'PUT /api/desk/comments/:id/hold': {
    who: 'owner',
    from: 'here',
    ask: house => about(house, () => ({ json: { isHeld: true } })),
  },
  'POST /api/desk/authors/:id/rulings': {
    who: 'moderator',
    from: 'here',
    async ask(house) {
      const { comment } = await house.comment()
      const { id } = (await house.desk.owner!.case(comment)).case.author
      const json = { site: house.site, ruling: 'reject', statuses: ['published'], reason: 'abuse', from: comment.id }
      return { params: { id }, json }
    },
  },
  'POST /api/desk/acts': {
    who: 'moderator',
    from: 'here',
    ask: house => about(house, ({ id: comment }) => ({ json: { site: house.site, comment, act: 'feature', seen: 1 } })),
  },
  'POST /api/desk/replies': {
    who: 'moderator',
    from: 'here',
    ask: house => about(house, ({ id: comment }) => ({ json: { site: house.site, comment, text: 'We' } })),
    yes: [201],
  },
  'POST /api/desk/notes': {
    who: 'moderator',
    from: 'here',
    ask: house =>
      about(house, ({ id: comment }) => ({ json: { site: house.site, comment, about: 'author', text: 'Hm' } })),
    yes: [201],
  },
  'POST /api/desk/comments/:id/translation': {
    who: 'moderator',
    from: 'here',
    ask: house => about(house, () => ({ json: { site: house.site, target: 'fa' } })),
    yes: [502],
  },
  'GET /api/desk/sites/:id/translator': { who: 'owner', from: 'here', ask: ({ site: id }) => ({ params: { id } }) },
  'PUT /api/desk/sites/:id/translator': {
    who: 'owner',
    from: 'here',
    ask: ({ site: id }) => ({ params: { id }, json: { key: 'abc' } }),
  },
  'POST /api/desk/sites/:id/translator/trial': {
    who: 'owner',
    from: 'here',
    ask: ({ site: id }) => ({ params: { id }, json: { text: 'Hello', target: 'fa' } }),
  },
  'GET /api/desk/saved-replies': { who: 'moderator', from: 'here', ask: nameSite },
  'POST /api/desk/saved-replies': {
    who: 'moderator',
    from: 'here',
    ask: house => ({ json: reply(house) }),
    yes: [201],
  },
  'PUT /api/desk/saved-replies/:id': {
    who: 'moderator',
    from: 'here',
    ask: async house => ({ params: { id: await savedReply(house) }, json: reply(house) }),
  },
  'DELETE /api/desk/saved-replies/:id': {
    who: 'moderator',
    from: 'here',
    ask: async house => ({ params: { id: await savedReply(house) }, query: { site: house.site } }),
    yes: [204],
  },
  'GET /api/desk/log': { who: 'moderator', from: 'here', ask: nameSite },
  'GET /api/desk/log/export': {
    who: 'moderator',
    from: 'here',
    ask: ({ site }) => ({ query: { site, format: 'jsonl' } }),
  },
  'GET /api/desk/export': { who: 'owner', from: 'here', ask: ({ site }) => ({ query: { site, format: 'csv' } }) },
  'GET /api/desk/archive': { who: 'owner', from: 'here', ask: nameSite, keys: false },
  'GET /api/desk/policy': { who: 'moderator', from: 'here', ask: nameSite },
  'POST /api/desk/trials': { who: 'moderator', from: 'here', ask: ({ site }) => ({ json: { site } }) },
  'GET /api/desk/articles': { who: 'moderator', from: 'here', ask: nameSite },
  'PATCH /api/desk/articles': {
    who: 'moderator',
    from: 'here',
    async ask(house) {
      const { from: key } = await moved(house)
      return { json: { site: house.site, key, isHeld: true } }
    },
  },
  'GET /api/desk/moves': {
    who: 'moderator',
    from: 'here',
    ask: async house => ({ query: await moved(house) }),
  },
  // The site of this house is no demo: who may, reads that.
  'POST /api/desk/samples': { who: 'moderator', from: 'here', ask: ({ site }) => ({ json: { site } }), yes: [-403] },
  'DELETE /api/desk/samples': { who: 'moderator', from: 'here', ask: nameSite },
  // and what only owners do.
  'PUT /api/desk/policy': {
    who: 'owner',
    from: 'here',
    ask: async house => ({
      json: {
        site: house.site,
        seen: await policySeen(house),
        settings: { rulesPage: `https://x.example/${++names}` },
      },
    }),
  },
  'PUT /api/desk/lists': {
    who: 'owner',
    from: 'here',
    ask: async house => ({
      json: {
        site: house.site,
        seen: await policySeen(house),
        list: { kind: 'held_words', language: '', entries: `word${++names}` },
      },
    }),
  },
  'GET /api/desk/keys': { who: 'owner', from: 'here', keys: false, ask: nameSite },
  'POST /api/desk/keys': {
    who: 'owner',
    from: 'here',
    keys: false,
    ask: ({ site }) => ({ json: { site, name: `Key ${++names}`, scope: 'read', days: 30 } }),
    yes: [201],
  },
  'DELETE /api/desk/keys/:id': {
    who: 'owner',
    from: 'here',
    keys: false,
    async ask({ site, desk }) {
      const json = { site, name: `Key ${++names}`, scope: 'read', days: null }
      const { key } = await desk.owner!.asks<MadeKey>('/api/desk/keys', { method: 'POST', json })
      return { params: { id: key.id }, query: { site } }
    },
    yes: [204],
  },
  'GET /api/desk/outbox': { who: 'owner', from: 'here', ask: nameSite },
  'POST /api/desk/outbox/again': {
    who: 'owner',
    from: 'here',
    ask: ({ site }) => ({ json: { site, letters: ['1'] } }),
  },
  'POST /api/desk/outbox/drop': { who: 'owner', from: 'here', ask: ({ site }) => ({ json: { site, letters: ['1'] } }) },
  'POST /api/desk/outbox/test': { who: 'owner', from: 'here', keys: false, ask: nameSite, yes: [202, -502] },
  'DELETE /api/desk/outbox/suppressed/:id': {
    who: 'owner',
    from: 'here',
    ask: ({ site }) => ({ params: { id: 'nobody' }, query: { site } }),
  },
  'GET /api/desk/webhooks': { who: 'owner', from: 'here', ask: nameSite },
  'POST /api/desk/webhooks': {
    who: 'owner',
    from: 'here',
    ask: ({ site }) => ({ json: webhook(site) }),
    yes: [201, -409],
  },
  'PATCH /api/desk/webhooks/:id': {
    who: 'owner',
    from: 'here',
    ask: async house => ({ params: { id: await hooked(house) }, json: { site: house.site, state: 'paused' } }),
  },
  'DELETE /api/desk/webhooks/:id': {
    who: 'owner',
    from: 'here',
    ask: async house => ({ params: { id: await hooked(house) }, query: { site: house.site } }),
    yes: [204],
  },
  'POST /api/desk/webhooks/:id/secret': {
    who: 'owner',
    from: 'here',
    ask: async house => ({ params: { id: await hooked(house) }, query: { site: house.site } }),
  },
  'POST /api/desk/webhooks/:id/test': {
    who: 'owner',
    from: 'here',
    ask: async house => ({ params: { id: await hooked(house) }, query: { site: house.site } }),
    yes: [201],
  },
  'GET /api/desk/webhooks/:id/deliveries': {
    who: 'owner',
    from: 'here',
    ask: async house => ({ params: { id: await hooked(house) }, query: { site: house.site } }),
  },
  'POST /api/desk/webhooks/:id/again': {
    who: 'owner',
    from: 'here',
    ask: async house => ({ params: { id: await hooked(house) }, query: { site: house.site } }),
  },
  'POST /api/desk/webhooks/:id/deliveries/:delivery/again': {
    who: 'owner',
    from: 'here',
    async ask(house) {
      const id = await hooked(house)
      return { params: { id, delivery: String(await tested(house, id)) }, query: { site: house.site } }
    },
  },
  // The server of this house has no place for files: who may, reads that.
  'GET /api/desk/imports': { who: 'owner', from: 'here', ask: nameSite },
  'POST /api/desk/imports': {
    who: 'owner',
    from: 'here',

    ask: ({ site }) => ({ json: { site, format: 'disqus', file: 'daily.xml', size: 9 } }),
    yes: [-404],
  },
  'PUT /api/desk/imports/file': {
    who: 'owner',
    from: 'here',

    ask: ({ site }) => ({ query: { site, at: '0' } }),
    yes: [-404],
  },
  'POST /api/desk/imports/acts': {
    who: 'owner',
    from: 'here',

    ask: ({ site }) => ({ json: { site, act: 'look' } }),
    yes: [-404],
  },
  'DELETE /api/desk/imports': { who: 'owner', from: 'here', ask: nameSite, yes: [-404] },
  'POST /api/desk/moves': { who: 'owner', from: 'here', ask: async house => ({ json: await moved(house) }) },
  'POST /api/desk/separations': {
    who: 'owner',
    from: 'here',
    ask: async house => ({ json: { site: house.site, key: (await moved(house))['from'] } }),
  },
  'POST /api/desk/claims': {
    who: 'owner',
    from: 'here',
    ask: async house => ({ json: { site: house.site, key: (await moved(house))['from'] } }),
    yes: [204],
  },

  // Sites and their people: the owner of one is no owner of the installation.
  'POST /api/desk/sites': {
    who: [],
    from: 'here',
    ask: () => ({ json: { id: `new-${++names}`, name: 'New', origins: ['https://new.example'] } }),
  },
  'GET /api/desk/sites/:id': { who: 'moderator', from: 'here', ask: ({ site: id }) => ({ params: { id } }) },
  'PATCH /api/desk/sites/:id': {
    who: 'owner',
    from: 'here',
    ask: async house => ({
      params: { id: house.site },
      json: { seen: await policySeen(house), settings: { rulesPage: `https://x.example/${++names}` } },
    }),
  },
  'POST /api/desk/sites/:id/examples': {
    who: 'moderator',
    from: 'here',
    ask: ({ site: id, page }) => ({ params: { id }, json: { urls: [page] } }),
  },
  'GET /api/desk/sites/:id/sightings': { who: 'moderator', from: 'here', ask: ({ site: id }) => ({ params: { id } }) },
  'GET /api/desk/sites/:id/words': {
    who: 'owner',
    from: 'here',
    ask: ({ site: id }) => ({ params: { id }, query: { language: 'en' } }),
  },
  'GET /api/desk/sites/:id/changes': { who: 'owner', from: 'here', ask: ({ site: id }) => ({ params: { id } }) },
  'GET /api/desk/sites/:id/organisation': {
    who: 'owner',
    from: 'here',
    keys: false,
    ask: ({ site: id }) => ({ params: { id } }),
  },
  'POST /api/desk/sites/:id/organisation/trial': {
    who: 'owner',
    from: 'here',
    keys: false,
    ask: ({ site: id }) => ({ params: { id }, json: { issuer: 'harbour', groups: ['editors'] } }),
  },
  'GET /api/desk/sites/:id/people': {
    who: 'owner',
    from: 'here',
    keys: false,
    ask: ({ site: id }) => ({ params: { id } }),
  },
  'PUT /api/desk/sites/:id/people/:of': {
    who: 'owner',
    from: 'here',
    keys: false,
    ask: async house => ({ params: { id: house.site, of: await newMember(house) }, json: { role: 'owner' } }),
  },
  // Everybody takes their own role; another's only owners do.
  'DELETE /api/desk/sites/:id/people/:of': {
    who: ['owner'],
    from: 'here',
    keys: false,
    ask: async house => ({ params: { id: house.site, of: await newMember(house) } }),
    yes: [204],
  },
  'POST /api/desk/sites/:id/invitations': {
    who: 'owner',
    from: 'here',
    keys: false,
    ask: ({ site: id }) => ({ params: { id }, json: { role: 'moderator' } }),
    yes: [201],
  },
  'DELETE /api/desk/sites/:id/invitations/:of': {
    who: 'owner',
    from: 'here',
    keys: false,
    ask: async house => {
      const { team } = await invited(house)
      return { params: { id: house.site, of: team.invitations[0]!.id } }
    },
    yes: [204],
  },
  'POST /api/desk/invitation': {
    who: 'anyone',
    from: 'here',
    ask: async house => ({ json: { invitation: tokenOfInvitation(await invited(house)) } }),
  },
  'POST /api/desk/invitation/acceptance': {
    who: 'anyone',
    from: 'here',
    ask: async house => ({
      json: { invitation: tokenOfInvitation(await invited(house)), name: `Invited ${house.number} ${++names}` },
    }),
    yes: [201],
    isLast: true,
  },
  'PATCH /api/desk/me': { who: 'person', from: 'here', ask: () => ({ json: { publicName: null } }) },
}

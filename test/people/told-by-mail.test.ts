import { describe, expect, test } from 'vitest'
import type { Erasures, FoundPersons, OwnMail } from '../../server/contract.ts'
import { sendOutbox } from '../../server/notices/send-outbox.ts'
import { tellByMail } from '../../server/people/told/tell.ts'
import type { Reader } from '../people.ts'
import { inWorkerd, type World, type WorldOptions, world } from '../world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A site that sends mail, with what passes by mail there. */
async function mailing(options: WorldOptions = {}) {
  const stage = await world({ mail: true, settings: { holds: 'none' }, ...options })
  const { deps, mails, clock, send } = stage
  /** What goes to an address when so many ms have passed and the chores are done. */
  const seen = new Set<object>()
  const comes = async (to: string, after = 0) => {
    await tellByMail(deps)
    clock.now += after
    await tellByMail(deps)
    await sendOutbox(deps)
    const fresh = mails.filter(mail => mail.to === to && !seen.has(mail))
    for (const mail of fresh) seen.add(mail)
    return fresh
  }
  /** The only link of a mail that leads to the page of the mails. */
  const linkIn = (text: string) => new URL(/https:\S+\/mails\/\S+/.exec(text)![0])
  const posts = (link: URL, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    send(link.pathname, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    })
  const looks = async (link: URL) =>
    (await send(link.pathname + link.search, { headers: { accept: 'text/html' } })).text()
  /** Asks for mail and agrees to it. */
  const tells = async (reader: Reader, address: string, wish: object = {}) => {
    expect(await reader.asksMail({ email: address, ...wish })).toBe('asked')
    const [mail] = await comes(address)
    const link = linkIn(mail!.text)
    await posts(link, { do: 'agree', ask: link.searchParams.get('ask')! })
    return link
  }
  return { ...stage, comes, linkIn, posts, looks, tells }
}

const mailsOf = async (reader: Reader) => reader.lists<OwnMail>('mail')

describe('to be told by mail', () => {
  test('takes that the owner of the address agrees on a page, once; to look at the page changes nothing', async () => {
    const { as, comes, linkIn, posts, looks } = await mailing()
    const ada = as('ada')
    const own = await ada.posts('What do you think?', { name: 'Ada' })
    expect(await ada.asksMail({ email: 'Ada@Example.org' })).toBe('asked')
    expect(await mailsOf(ada)).toMatchObject({
      isOffered: true,
      mails: [{ address: 'A…@example.org', isConfirmed: false }],
    })
    const [asks, ...others] = await comes('Ada@example.org')
    expect(others).toEqual([])
    expect(asks!.subject).toBe('May The Daily write to you?')
    expect(asks!.text + asks!.html).not.toContain('What do you think')
    await as('ben').replies(own, 'Much')
    expect(await comes('Ada@example.org', HOUR)).toEqual([])
    const link = linkIn(asks!.text)
    const page = await looks(link)
    expect(page).toContain('<bdi>Ada</bdi> wishes to be told of answers')
    await looks(link)
    expect((await mailsOf(ada)).mails[0]!.isConfirmed).toBe(false)
    await posts(link, { do: 'agree', ask: link.searchParams.get('ask')! })
    expect((await mailsOf(ada)).mails[0]!.isConfirmed).toBe(true)
    // What was published before is not told.
    expect(await comes('Ada@example.org', HOUR)).toEqual([])
  })

  test('needs nothing more of who has proved the address', async () => {
    const { as, mails, tells, comes } = await mailing({ settings: { holds: 'none' } })
    const ada = as('ada')
    await ada.proves('ada@example.org', mails)
    await comes('ada@example.org')
    expect(await ada.asksMail()).toBe('told')
    const own = await ada.posts('Mine', { name: 'Ada' })
    await as('ben').replies(own, 'Yours')
    expect(await comes('ada@example.org', HOUR)).toHaveLength(1)
    // Another address is proved as everybody's.
    await tells(ada, 'ada@example.net')
    expect((await mailsOf(ada)).mails).toMatchObject([{ address: 'a…@example.net' }])
  })

  test('gathers what comes, tells it by article, once, and nothing of the reader’s own, of whom they muted, or that was taken away', async () => {
    const stage = await mailing()
    const { as, comes, tells, atDesk } = stage
    const [ada, ben, chiara] = [as('ada'), as('ben'), as('chiara')]
    const own = await ada.posts('Mine', { title: 'The night ferry' })
    const there = as('ada', `${stage.origin}/news/2`)
    await as('ben', `${stage.origin}/news/2`).posts('First there', { title: 'Other <news>' })
    await there.follows()
    await tells(ada, 'ada@example.org')
    await ben.replies(own, 'One https://evil.example/x and $& <b>', { name: 'Ben www.evil.example' })
    expect(await comes('ada@example.org', 5 * MINUTE)).toEqual([])
    await ada.replies(own, 'Myself')
    const rude = await chiara.replies(own, 'Rude')
    await ada.mutes(rude)
    const gone = await as('darya').replies(own, 'Taken away')
    await as('ben', `${stage.origin}/news/2`).posts('Second there')
    await as('ben').posts('Not followed')
    await comes('ada@example.org')
    await (await atDesk('mona')).rules(gone, 'reject', { reason: 'abuse' })
    const [mail, ...others] = await comes('ada@example.org', 20 * MINUTE)
    expect(others).toEqual([])
    expect(mail!.subject).toBe('2 new comments on The Daily')
    for (const text of [mail!.text, mail!.html]) {
      expect(text).toContain('The night ferry')
      expect(text).toContain('Second there')
      expect(text).not.toMatch(/Myself|Rude|Taken away|Not followed|First there/)
      // Nothing of a stranger can be pressed.
      expect(text).not.toMatch(/evil\.example|https:\/\/evil/)
    }
    expect(mail!.html).toContain('Other &#60;news&#62;')
    expect(mail!.html).not.toContain('<b>')
    const hrefs = [...mail!.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => new URL(href!).pathname.split('/')[1])
    expect(hrefs).toEqual(['c', 'c', 'mails'])
    expect(await comes('ada@example.org', 2 * HOUR)).toEqual([])
    // Published anew, edited, moved: it was told.
    await (await atDesk('mona')).rules(gone, 'approve')
    expect(await comes('ada@example.org', 2 * HOUR)).toEqual([])
  })

  test('comes once an hour at the most, of two processes from one, and waits while a comment does', async () => {
    const { as, comes, tells, atDesk, deps, clock, mails } = await mailing({ settings: { holds: 'all' } })
    const mona = await atDesk('mona')
    const own = await as('ada').posts('Mine')
    await mona.rules(own, 'approve')
    await tells(as('ada'), 'ada@example.org')
    const one = await as('ben').replies(own, 'One')
    expect(await comes('ada@example.org', HOUR)).toEqual([])
    await mona.rules(one, 'approve')
    await Promise.all([tellByMail(deps), tellByMail(deps)])
    clock.now += 11 * MINUTE
    await Promise.all([tellByMail(deps), tellByMail(deps)])
    await Promise.all([sendOutbox(deps), sendOutbox(deps)])
    expect(mails.filter(({ subject }) => subject.startsWith('1 new'))).toHaveLength(1)
    await comes('ada@example.org')
    const two = await as('ben').replies(own, 'Two')
    await mona.rules(two, 'approve')
    expect(await comes('ada@example.org', 20 * MINUTE)).toEqual([])
    expect(await comes('ada@example.org', 20 * MINUTE)).toEqual([])
    expect(await comes('ada@example.org', 20 * MINUTE)).toHaveLength(1)
  })

  test('goes along with threads that are moved, and tells nothing twice for it', async () => {
    const stage = await mailing()
    const { as, comes, tells, atDesk, origin, site } = stage
    const [old, next] = [`${origin}/old`, `${origin}/new`]
    const root = await as('ben', old).posts('Where it began', { title: 'The old page' })
    await as('chiara', next).posts('There', { title: 'The new page' })
    await as('ada', old).follows()
    await tells(as('ada', old), 'ada@example.org')
    await as('ben', old).posts('Before')
    expect(await comes('ada@example.org', MINUTE)).toEqual([])
    const olga = await atDesk('olga')
    await olga.asks('/api/desk/moves', { method: 'POST', json: { site, from: '/old', to: '/new' } })
    await as('chiara', next).replies(root, 'After')
    const [mail, ...others] = await comes('ada@example.org', HOUR)
    expect(others).toEqual([])
    expect(mail!.subject).toBe('2 new comments on The Daily')
    expect(mail!.text).toContain('The new page')
    expect(mail!.text).not.toContain('The old page')
    expect(await comes('ada@example.org', 2 * HOUR)).toEqual([])
  })

  test('is one mail for two readers with one address, and of none of what one of them wrote', async () => {
    const { as, comes, tells, linkIn, posts } = await mailing()
    const [ada, ben] = [as('ada'), as('ben')]
    await ada.posts('Mine')
    await ada.follows()
    await ben.follows()
    await tells(ada, 'us@example.org')
    await ben.asksMail({ email: 'us@example.org' })
    const [again] = await comes('us@example.org', DAY)
    expect(again).toBeUndefined()
    await ben.asksMail({ email: 'us@example.org' })
    const [mail] = await comes('us@example.org')
    const link = linkIn(mail!.text)
    await posts(link, { do: 'agree', ask: link.searchParams.get('ask')! })
    await as('chiara').posts('For both')
    await ben.posts('By one of them')
    const [digest, ...others] = await comes('us@example.org', HOUR)
    expect(others).toEqual([])
    expect(digest!.subject).toBe('1 new comment on The Daily')
    expect(digest!.text).toContain('For both')
    expect(await comes('us@example.org', 2 * HOUR)).toEqual([])
  })

  test('ends with one press of a mail program, without a cookie and whatever its body is; a look ends nothing', async () => {
    const { as, comes, tells, send, site } = await mailing()
    const own = await as('ada').posts('Mine')
    await tells(as('ada'), 'ada@example.org')
    await as('ben').replies(own, 'One')
    const [mail] = await comes('ada@example.org', HOUR)
    const { 'List-Unsubscribe': list, 'List-Unsubscribe-Post': post } = mail!.headers!
    expect(post).toBe('List-Unsubscribe=One-Click')
    const link = new URL(/^<(https:.*)>$/.exec(list!)![1]!)
    expect((await send(link.pathname)).status).toBe(302)
    expect((await mailsOf(as('ada'))).mails).toHaveLength(1)
    const forged = link.pathname.replace(/.\/leave$/, 'x/leave')
    expect((await send(forged, { method: 'POST' })).status).toBe(404)
    expect((await send(link.pathname.replace(site, 'demo'), { method: 'POST' })).status).toBe(404)
    const body = new Uint8Array(100_000).fill(0xff)
    expect(
      (await send(link.pathname, { method: 'POST', body, headers: { Origin: 'https://mail.example' } })).status,
    ).toBe(200)
    expect((await mailsOf(as('ada'))).mails).toEqual([])
    await as('ben').replies(own, 'Two')
    expect(await comes('ada@example.org', 2 * HOUR)).toEqual([])
    // Twice is once.
    expect((await send(link.pathname, { method: 'POST' })).status).toBe(200)
  })

  test('answers the same whatever is known of the address, and asks who left after a month, and who wishes none never', async () => {
    const { as, comes, tells, posts, deps } = await mailing()
    const stranger = as('chiara')
    const link = await tells(as('ada'), 'ada@example.org')
    const asksFor = async (email: string) => stranger.asksMail({ email })
    expect(await asksFor('ada@example.org')).toBe('asked')
    expect(await asksFor('nobody@example.org')).toBe('asked')
    expect(await asksFor('ada@example.org')).toBe('asked')
    expect(await comes('ada@example.org')).toEqual([])
    await posts(link, { do: 'leave' })
    expect(await asksFor('ada@example.org')).toBe('asked')
    expect(await comes('ada@example.org', 2 * DAY)).toEqual([])
    expect(await asksFor('ADA@example.org')).toBe('asked')
    expect(await comes('ADA@example.org', 29 * DAY)).toEqual([])
    expect(await asksFor('ada@example.org')).toBe('asked')
    expect(await comes('ada@example.org')).toHaveLength(1)
    await posts(link, { do: 'never' })
    await comes('ada@example.org', 400 * DAY)
    expect(await asksFor('ada@example.org')).toBe('asked')
    expect(await comes('ada@example.org')).toEqual([])
    // Its owner alone takes that back.
    await posts(link, { do: 'allow' })
    expect(await asksFor('ada@example.org')).toBe('asked')
    expect(await comes('ada@example.org')).toHaveLength(1)
    expect(await deps.store.mailings.count(as('ada') && 'x')).toBe(0)
  })

  test('can be had again by who left by mistake: by the link in an earlier mail, and at once', async () => {
    const { as, comes, tells, posts, looks, send, site, deps } = await mailing()
    const ada = as('ada')
    const own = await ada.posts('Mine', { name: 'Ada' })
    const link = await tells(ada, 'ada@example.org', { lang: 'de' })
    const left = await send(`${link.pathname}/leave`, { method: 'POST' })
    expect(await left.text()).toBe('Es kommen keine Mails mehr.\n')
    // No mail comes of asking, but the request waits where the owner alone finds it.
    expect(await ada.asksMail({ email: 'ada@example.org' })).toBe('asked')
    expect(await comes('ada@example.org')).toEqual([])
    const page = await looks(new URL(link.pathname, link))
    expect(page).toContain('<bdi>Ada</bdi> wishes to be told of answers')
    await posts(link, { do: 'agree', ask: /name="ask" value="([^"]+)"/.exec(page)![1]! })
    expect((await mailsOf(ada)).mails).toMatchObject([{ isConfirmed: true }])
    await as('ben').replies(own, 'An answer')
    expect(await comes('ada@example.org', HOUR)).toHaveLength(1)
    // Or the page lets a request be sent again.
    await posts(link, { do: 'leave' })
    expect(await looks(new URL(link.pathname, link))).toContain('Tell me again')
    const again = await posts(link, { do: 'again' })
    expect(await looks(new URL(again.headers.get('location')!, link))).toContain('You can ask anew below any comments')
    await ada.asksMail({ email: 'ada@example.org' })
    expect(await comes('ada@example.org')).toHaveLength(1)
    expect(await deps.store.mailings.count(site)).toBe(0)
  })

  test('does not bring what was seen meanwhile among the news, or where it is followed', async () => {
    const { as, comes, tells, clock } = await mailing()
    const ada = as('ada')
    const own = await ada.posts('Mine')
    await ada.follows()
    await tells(ada, 'ada@example.org')
    clock.now += MINUTE
    await as('ben').replies(own, 'An answer')
    clock.now += MINUTE
    await ada.seesNews(clock.now)
    expect(await comes('ada@example.org', HOUR)).toEqual([])
    await as('chiara').posts('In the thread')
    clock.now += MINUTE
    await ada.looks()
    expect(await comes('ada@example.org', 2 * HOUR)).toEqual([])
    await as('chiara').posts('Later in the thread')
    await as('ben').replies(own, 'Another answer')
    const [mail] = await comes('ada@example.org', 2 * HOUR)
    expect(mail!.subject).toBe('2 new comments on The Daily')
    expect(mail!.name).toBe('The Daily')
  })

  test('can be had again by who left for good and proves the address', async () => {
    const { as, comes, tells, posts, mails } = await mailing()
    const own = await as('ada').posts('Mine')
    const link = await tells(as('ada'), 'ada@example.org')
    await posts(link, { do: 'never' })
    await as('chiara').proves('ada@example.org', mails)
    expect(await as('chiara').asksMail()).toBe('told')
    const theirs = await as('chiara').posts('Theirs', { name: 'Chiara' })
    await comes('ada@example.org')
    await as('ben').replies(own, 'To who left')
    await as('ben').replies(theirs, 'To who came back')
    const [mail] = await comes('ada@example.org', HOUR)
    expect(mail!.text).toContain('To who came back')
    expect(mail!.text).not.toContain('To who left')
  })

  test('is left by old links after the secret was changed, and by none of a secret that is not known', async () => {
    const { as, comes, tells, send, deps } = await mailing()
    await as('ada').posts('Mine')
    const link = await tells(as('ada'), 'ada@example.org')
    const leave = () => send(`${link.pathname}/leave`, { method: 'POST' })
    const config = deps.config as { secret: string; secretsBefore?: string[] }
    config.secret = 'n'.repeat(43)
    expect((await leave()).status).toBe(404)
    config.secretsBefore = ['k'.repeat(43)]
    // A stranger finds nobody new under the new secret.
    await as('chiara').asksMail({ email: 'ada@example.org' })
    expect(await comes('ada@example.org')).toEqual([])
    expect((await leave()).status).toBe(200)
    expect((await mailsOf(as('ada'))).mails).toEqual([])
  })

  test('is one mail, and ends with one press, for two readers who agreed before and after the secret was changed', async () => {
    const { as, comes, tells, send, deps } = await mailing()
    await as('ada').posts('Mine', { name: 'Ada' })
    for (const who of ['ada', 'ben'] as const) await as(who).follows()
    const old = await tells(as('ada'), 'us@example.org')
    const config = deps.config as { secret: string; secretsBefore?: string[] }
    Object.assign(config, { secret: 'n'.repeat(43), secretsBefore: ['k'.repeat(43)] })
    await comes('us@example.org', 2 * DAY)
    const link = await tells(as('ben'), 'us@example.org')
    await as('chiara').posts('News', { name: 'Chiara' })
    expect(await comes('us@example.org', HOUR)).toHaveLength(1)
    await send(`${link.pathname}/leave`, { method: 'POST' })
    await as('chiara').posts('More news', { name: 'Chiara' })
    expect(await comes('us@example.org', 2 * HOUR)).toEqual([])
    expect((await send(old.pathname)).status).toBe(200)
  })

  test('with a thousand addresses leaves one that waits, and an address that is none is refused', async () => {
    const stage = await mailing({ limits: true })
    const { as, deps, send, mails, clock } = stage
    const answers = new Set<number>()
    for (let n = 0; n < (inWorkerd ? 50 : 1_000); n++) {
      const json = { site: stage.site, email: `a${n}@example.org`, replies: true, follows: true }
      const headers = as('ada').headers({ 'x-test-client': 'c1' })
      answers.add((await send('/api/me/mail', { method: 'PUT', headers, json })).status)
    }
    expect([...answers].sort()).toEqual([200, 429])
    await sendOutbox(deps)
    expect(mails.length).toBeLessThan(8)
    expect((await mailsOf(as('ada'))).mails).toHaveLength(1)
    clock.now += DAY
    for (const email of [
      'a@b.example\r\nBcc: x@y.example',
      '"quoted local"@example.org',
      'a@localhost',
      'x'.repeat(300),
      '@',
      'a@b@c.example',
    ]) {
      clock.now += HOUR
      await expect(as('ada').asksMail({ email })).rejects.toMatchObject({ code: 'email_wrong' })
    }
    const long = await send('/api/me/mail', {
      method: 'PUT',
      headers: as('ada').headers(),
      json: { site: stage.site, email: `${'x'.repeat(10_000)}@example.org`, replies: true, follows: true },
    })
    expect(long.status).toBe(400)
    for (const email of ['ada+tag@example.org', '$&@example.org', 'ada@bücher.example', 'ÄDA@example.org']) {
      clock.now += HOUR
      expect(await as('ada').asksMail({ email })).toBe('asked')
    }
  })

  test('that nobody agrees to is forgotten after a week, with the address', async () => {
    const { as, comes, linkIn, posts, looks, deps } = await mailing()
    await as('ada').asksMail({ email: 'ada@example.org' })
    const [mail] = await comes('ada@example.org')
    const link = linkIn(mail!.text)
    await comes('ada@example.org', 8 * DAY)
    expect((await mailsOf(as('ada'))).mails).toEqual([])
    expect(await looks(link)).toContain('This request is no longer there')
    const answer = await posts(link, { do: 'agree', ask: link.searchParams.get('ask')! })
    expect(answer.headers.get('location')).toContain('done=gone')
    expect(await deps.store.mailings.countAt('ada@example.org', [])).toBe(0)
  })

  test('can be said of one thread, of answers, or of all on the page; no other token opens it', async () => {
    const { as, comes, tells, posts, looks } = await mailing()
    const ada = as('ada')
    const own = await ada.posts('Mine', { title: 'The night ferry' })
    await ada.follows()
    const link = await tells(ada, 'ada@example.org')
    const page = await looks(link)
    expect(page).toContain('Comments: <bdi>The night ferry</bdi>')
    const [article] = /name="article" value="\d+"/.exec(page)!
    await posts(link, { do: 'follow', on: '0', root: '0', article: /\d+/.exec(article)![0] })
    await as('ben').posts('In the thread')
    expect(await comes('ada@example.org', HOUR)).toEqual([])
    await as('ben').replies(own, 'An answer')
    expect(await comes('ada@example.org', 2 * HOUR)).toHaveLength(1)
    await posts(link, { do: 'replies', on: '0' })
    await as('ben').replies(own, 'Another')
    expect(await comes('ada@example.org', 2 * HOUR)).toEqual([])
    const wrong = new URL(link)
    wrong.pathname = link.pathname.slice(0, -1) + (link.pathname.endsWith('A') ? 'B' : 'A')
    expect(await looks(wrong)).not.toContain('The night ferry')
  })

  test('goes with everything else of somebody who is erased, and is in what they take along', async () => {
    const { as, comes, tells, deps, site } = await mailing()
    const ada = as('ada')
    const own = await ada.posts('Mine')
    await tells(ada, 'ada@example.org')
    await as('ben').replies(own, 'One')
    await comes('ada@example.org')
    expect((await ada.exports())['mails']).toMatchObject([{ address: 'a…@example.org' }])
    expect(await deps.store.erasing.byAddress([site], 'ada@example.org', 'x')).toHaveLength(1)
    await ada.erases()
    expect(await deps.store.mailings.countAt('ada@example.org', [site])).toBe(0)
    expect(await comes('ada@example.org', 2 * HOUR)).toEqual([])
  })

  test('stays with a guest who proves who they are, and goes to whom they become', async () => {
    const { as, comes, tells, mails } = await mailing()
    const own = await as('ada').posts('As a guest')
    await tells(as('ada'), 'ada@example.org')
    await as('ada').proves('ada@example.org', mails)
    await as('ada', 'https://daily.example/news/2').posts('Elsewhere', { name: 'Ada' })
    // The same person on another device, who was a guest there.
    const there = as('chiara')
    const mine = await there.posts('On another device')
    await there.asksMail({ email: 'other@example.org' })
    await there.proves('ada@example.org', mails)
    expect((await mailsOf(there)).mails).toMatchObject([{ address: 'a…@example.org', isConfirmed: true }])
    await comes('ada@example.org', DAY)
    await as('ben').replies(own, 'To the one')
    await as('ben').replies(mine, 'To the other')
    const [mail, ...others] = await comes('ada@example.org', HOUR)
    expect(others).toEqual([])
    expect(mail!.subject).toBe('2 new comments on The Daily')
  })

  test('is seen and ended by an owner who knows the address; a request that nobody confirmed names nobody', async () => {
    const { as, tells, atDesk, site } = await mailing()
    await as('ada').posts('Mine')
    await tells(as('ada'), 'Ada@example.org')
    await as('chiara').posts('Theirs')
    await as('chiara').asksMail({ email: 'ada@example.org' })
    const olga = await atDesk('olga')
    const ask = <T>(path: string, email: string) => olga.asks<T>(path, { method: 'POST', json: { site, email } })
    const found = await ask<FoundPersons>('/api/desk/persons', 'ADA@example.org')
    expect(found).toMatchObject({ persons: [{ weight: { comments: 1, mailings: 1 } }], mailings: 2 })
    expect(await olga.asks<Erasures>(`/api/desk/erasures?site=${site}`)).toMatchObject({ told: 1 })
    expect(await ask('/api/desk/persons/unmail', 'ada@example.org')).toEqual({ removed: 2 })
    expect(await olga.asks<Erasures>(`/api/desk/erasures?site=${site}`)).toMatchObject({ told: 0 })
    expect((await mailsOf(as('ada'))).mails).toEqual([])
    await expect(ask('/api/desk/persons/unmail', 'none')).rejects.toMatchObject({ code: 'bad_request' })
  })

  // Words are the same on both runtimes.
  test
    .skipIf(inWorkerd)
    .each(['en', 'fa', 'ar', 'he', 'ur', 'ru', 'uk', 'tr', 'de', 'fr', 'es', 'pt-BR', 'it', 'zh-CN', 'ja'])(
    'is written in the language of the page where it was asked for (%s)',
    async lang => {
      const { as, comes, linkIn, posts, looks, deps, site } = await mailing()
      await deps.store.sites.change(site, { name: 'The $& Daily {n}' })
      const own = await as('ada').posts('Mine')
      await as('ada').asksMail({ email: 'ada@example.org', lang })
      const [asks] = await comes('ada@example.org')
      const link = linkIn(asks!.text)
      const page = await looks(link)
      await posts(link, { do: 'agree', ask: link.searchParams.get('ask')! })
      for (const n of [1, 2, 3]) await as('ben').replies(own, `Answer ${n}`, { name: 'علی Ali' })
      const [digest] = await comes('ada@example.org', HOUR)
      const dir = /^(fa|ar|he|ur)/.test(lang) ? 'rtl' : 'ltr'
      for (const html of [asks!.html, digest!.html, page])
        expect(html).toMatch(`lang="${lang.slice(0, 2)}" dir="${dir}"`)
      for (const { subject, text, html } of [asks!, digest!]) {
        expect(subject).toContain('The $& Daily {n}')
        for (const said of [subject, text, html]) expect(said.replaceAll('{n}', '')).not.toMatch(/\{\w+\}|undefined/)
      }
      expect(digest!.text).toContain('علی')
    },
  )

  test('is offered nowhere without a mail server, nor where the site’s owner wishes none', async () => {
    for (const stage of [
      await world({ settings: { holds: 'none' } }),
      await world({ mail: true, settings: { holds: 'none', tellsByMail: false } }),
    ] as World[]) {
      expect((await mailsOf(stage.as('ada'))).isOffered).toBe(false)
      await expect(stage.as('ada').asksMail({ email: 'a@example.org' })).rejects.toMatchObject({
        code: 'way_not_offered',
      })
    }
  })
})

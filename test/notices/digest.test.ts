import { expect, test } from 'vitest'
import { newId, spellId } from '../../server/comments/ids.ts'
import { localeFor } from '../../server/locales.ts'
import { digestMail } from '../../server/notices/digest.ts'
import { headerLine } from '../../server/notices/mail.ts'
import { QUIET, sendDigests, UNDO_WINDOW } from '../../server/notices/send-digests.ts'
import { sendOutbox } from '../../server/notices/send-outbox.ts'
import type { Moderator } from '../people.ts'
import { inWorkerd, type World, type WorldOptions, world } from '../world.ts'

/** A site whose Mona wishes a digest, and what has come to her. */
async function newsroom(options: WorldOptions = {}) {
  const stage = await world({ mail: true, ...options })
  const { atDesk, site, number, mails, deps, clock } = stage
  const address = `mona-${number}@example.org`
  const wishes = (who: Moderator, digests: string[], email: string | null = address) =>
    who.asks('/api/desk/notifications', { method: 'PUT', json: { email, digests } })
  const mona = await atDesk('mona')
  await wishes(mona, [site])
  return {
    ...stage,
    mona,
    wishes,
    address,
    /** What Mona gets when the next chores are done, so many ms later. */
    async comes(after = UNDO_WINDOW) {
      const before = mails.length
      clock.now += after
      await sendDigests(deps)
      await sendOutbox(deps)
      return mails.slice(before).filter(({ to }) => to === address)
    },
  }
}

const approveAll = async (mona: Moderator) => {
  const { cases } = await mona.queue()
  await mona.rulesOnAll(cases.map(({ id: comment, version: seen }) => ({ comment, ruling: 'approve', seen })))
}

test('a mail tells that comments wait, where, since when and how to stop it, and nothing that a stranger wrote', async () => {
  const { as, comes, site } = await newsroom()
  await as('ada').posts('Buy my watches', { name: 'Ada', title: 'The night ferry' })
  await as('ben').posts('Second', { name: 'Ben' })
  const [mail] = await comes()
  expect(mail!.subject).toBe('2 comments are waiting on The Daily')
  for (const body of [mail!.text, mail!.html]) {
    expect(body).toMatch(/2 comments are waiting on The Daily, the first since November 22, 2026 at 9:00\sAM UTC\./)
    expect(body).toContain('open Notifications at the desk')
    expect(body).not.toMatch(/watches|Ada|ferry/)
  }
  expect(mail!.text).toContain(`https://parley.example/desk#site=${site}&status=pending\n`)
  expect(mail!.html).toContain(`href="https://parley.example/desk#site=${site}&#38;status=pending"`)
})

test('a flood of 5,000 held posts within two hours is one mail to each moderator', async () => {
  const { deps, site, clock, comes, mona, origin } = await newsroom({ settings: { holds: 'all' } })
  const flood = inWorkerd ? 500 : 5_000
  const [from, author] = [clock.now, newId(clock.now)]
  const article = { id: newId(from), key: '/flood', url: `${origin}/flood`, title: 'Flood' }
  const posts = Array.from({ length: flood }, (_, n) => {
    // In order of their ids, as they would come.
    const id = newId(from) + n * 4_096
    return {
      ...{
        id,
        root: id,
        parent: null,
        articleKey: '/flood',
        author,
        name: null,
        avatar: 1,
        status: 'pending' as const,
      },
      ...{ heldFor: 'premoderated' as const, ruling: null, reason: null, text: `Watches ${n}`, tree: '[]', lang: null },
      ...{ likeness: spellId(id), salt: 's', digest: spellId(id), createdAt: from + n, findings: [] },
    }
  })
  await deps.store.samples.add(site, [article], [{ id: author, name: null, createdAt: from }], posts, from)
  const mails = []
  for (let minute = 0; minute < 120; minute += 5) mails.push(...(await comes(5 * 60_000)))
  expect(mails.map(({ subject }) => subject)).toEqual(['More than 100 comments are waiting on The Daily'])
  expect((await mona.queue()).cases.length).toBeGreaterThan(0)
})

test('nobody is told of an empty queue', async () => {
  const { as, comes } = await newsroom({ settings: { holds: 'none' } })
  await as('ada').posts('Public at once')
  expect(await comes()).toEqual([])
})

test('there is one mail until what it told of is decided, and the next one an hour later at the earliest', async () => {
  const { as, comes, mona } = await newsroom({ settings: { holds: 'all' } })
  await as('ada').posts('First')
  expect(await comes()).toHaveLength(1)
  await as('ada').posts('Second')
  expect(await comes()).toEqual([])
  expect(await comes(2 * QUIET)).toEqual([])
  await approveAll(mona)
  expect(await comes()).toEqual([])
  await as('ada').posts('Third')
  expect(await comes()).toHaveLength(1)
  await approveAll(mona)
  await as('ada').posts('Fourth')
  expect(await comes(QUIET / 2)).toEqual([])
  const [later] = await comes(QUIET / 2)
  expect(later!.subject).toBe('One comment is waiting on The Daily')
})

test('a comment that waits again because a decision was taken back wakes nobody within the undo window', async () => {
  const { as, comes, mona } = await newsroom()
  const comment = await as('ada').posts('Hm')
  await mona.rules(comment, 'approve')
  expect(await comes()).toEqual([])
  await mona.rules(comment, 'restore')
  expect(await comes(UNDO_WINDOW - 1_000)).toEqual([])
  await mona.rules(comment, 'reject')
  expect(await comes()).toEqual([])
})

test('processes that look at the same moment send one mail', async () => {
  const { as, deps, clock, mails, address } = await newsroom()
  await as('ada').posts('Only once')
  clock.now += UNDO_WINDOW
  await Promise.all([sendDigests(deps), sendDigests(deps), sendDigests(deps)])
  await Promise.all([sendOutbox(deps), sendOutbox(deps), sendOutbox(deps)])
  expect(mails.filter(({ to }) => to === address)).toHaveLength(1)
})

test('a mail that could not be sent is sent the next time, and the log line names no address', async () => {
  const { as, comes, deps, clock, log, address } = await newsroom()
  await as('ada').posts('Hello')
  clock.now += UNDO_WINDOW
  const refuses = async () => {
    throw Object.assign(new Error(`450 not now ${address}`), { code: 'EENVELOPE' })
  }
  await sendDigests(deps)
  await sendOutbox({ ...deps, mail: refuses })
  expect(log).toContainEqual({ event: 'mail_failed', notice: 'digest', code: 'EENVELOPE' })
  expect(JSON.stringify(log)).not.toContain(address)
  expect(await comes(30_000)).toHaveLength(0)
  expect(await comes(60_000)).toHaveLength(1)
})

test('who wishes no digest, gave no address or lost the role is not told', async () => {
  const { as, comes, mona, wishes, site, deps, number } = await newsroom({ settings: { holds: 'all' } })
  await as('ada').posts('Hello')
  await wishes(mona, [])
  expect(await comes()).toEqual([])
  await wishes(mona, [site], null)
  expect(await comes()).toEqual([])
  await wishes(mona, [site])
  const { sql } = await import('drizzle-orm')
  await deps.store.engine.write([
    sql`DELETE FROM roles WHERE site_id = ${site} AND person_id = (SELECT id FROM people WHERE name = ${`mona-${number}`})`,
  ])
  expect(await comes()).toEqual([])
})

test('each moderator of a site is told, and each site tells for itself', async () => {
  const here = await newsroom()
  const there = await newsroom()
  const omar = await here.atDesk('omar')
  await here.wishes(omar, [here.site], `omar-${here.number}@example.org`)
  await here.as('ada').posts('Here')
  expect(await here.comes()).toHaveLength(1)
  expect(here.mails.map(({ to }) => to).sort()).toEqual([here.address, `omar-${here.number}@example.org`])
  expect(await there.comes()).toEqual([])
})

test('a site’s name can neither break out of the header nor out of the HTML', async () => {
  const site = { id: 'a&b', name: 'Daily\r\nBcc: eve@evil.example <img src=x onerror="x"> $&' }
  const mail = digestMail({ site, waiting: 101, since: 0, origin: 'https://parley.example' }, await localeFor())
  expect(mail.subject).not.toMatch(/[\r\n]/)
  expect(mail.subject).toMatch(/^More than 100 comments are waiting on Daily Bcc: eve/)
  expect(mail.html).not.toContain('<img')
  expect(mail.html).toContain('site=a%26b')
  expect(headerLine('a\r\nb\u2028c\0d')).toBe('a b c d')
})

test('it is written in the language that somebody has chosen for the desk, and keeps its direction', async () => {
  const { as, comes, mona } = await newsroom()
  await mona.asks('/api/desk/me', { method: 'PATCH', json: { language: 'fa' } })
  await as('ada').posts('One')
  const [mail] = await comes()
  expect(mail!.subject).toBe('۱ دیدگاه در انتظار است در \u2068The Daily\u2069')
  expect(mail!.html).toContain('<html lang="fa" dir="rtl">')
})

test('a moderator whose desk is Arabic gets the digest and the page it leads to in Arabic, right to left', async () => {
  const { as, comes, mona, send, deps } = await newsroom({ settings: { holds: 'all' } })
  await mona.asks('/api/desk/me', { method: 'PATCH', json: { language: 'ar' } })
  await as('ada').posts('One')
  await as('ben').posts('Two')
  const [mail] = await comes()
  expect(mail!.subject).toBe('تعليقان بالانتظار في \u2068The Daily\u2069')
  expect(mail!.html).toContain('<html lang="ar" dir="rtl">')
  expect(mail!.text).toContain('نوفمبر')
  const page = mail!.text.split('\n').find(line => line.includes('/desk/waiting'))!
  const answer = await send(page.replace(deps.config.origin, ''), { headers: { cookie: mona.cookie } })
  const text = await answer.text()
  expect(text).toContain('<html lang="ar" dir="rtl">')
  expect(text).toMatch(/تعليقان بالانتظار\.[\s\S]*<button name="ruling" value="approve">اعتماد</)
  expect(text).not.toMatch(/[>\s](Approve|Refuse|What waits|Open the desk)</)
})

test('without a language of the desk’s own, the digest speaks that of the site', async () => {
  const { as, comes } = await newsroom({ settings: { language: 'fr' } })
  await as('ada').posts('One')
  const [mail] = await comes()
  expect(mail!.subject).toBe('1 commentaire en attente sur The Daily')
})

test('without a mail server nothing is looked for', async () => {
  const { as, deps, clock } = await newsroom()
  await as('ada').posts('Hello')
  clock.now += UNDO_WINDOW
  const { mail: _, ...without } = deps
  expect(await sendDigests(without)).toBe(0)
})

test.each<[string, object]>([
  ['an address with a line break', { email: 'a@b.example\r\nBcc: c@d.example', digests: [] }],
  ['two addresses', { email: 'a@b.example, c@d.example', digests: [] }],
  ['an address with a name', { email: 'Mona <a@b.example>', digests: [] }],
  ['no address', { email: 'mona', digests: [] }],
  ['an address that is too long', { email: `${'a'.repeat(60)}@${'b'.repeat(200)}.example`, digests: [] }],
  ['no list of sites', { email: null }],
])('%s is refused in words', async (_, json) => {
  const { atDesk } = await world()
  await expect((await atDesk('mona')).asks('/api/desk/notifications', { method: 'PUT', json })).rejects.toMatchObject({
    code: 'bad_request',
    status: 400,
  })
})

test('digests of a site one has no role on cannot be wished, nor of one that does not exist', async () => {
  const { mona, wishes, site }: Awaited<ReturnType<typeof newsroom>> = await newsroom()
  const elsewhere: World = await world()
  for (const other of [elsewhere.site, 'nowhere']) {
    await expect(wishes(mona, [site, other])).rejects.toMatchObject({ code: 'forbidden', status: 403 })
  }
})

test('the desk is told the address, the wishes and whether mail can be sent', async () => {
  const { mona, site, address } = await newsroom()
  expect(await mona.asks('/api/desk/notifications')).toEqual({
    mail: 'on',
    email: address,
    sites: [{ id: site, name: 'The Daily', digest: true }],
  })
  const plain = await world()
  expect(await (await plain.atDesk('mona')).asks('/api/desk/notifications')).toMatchObject({ mail: 'off', email: null })
})

import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { readId } from '../../server/comments/ids.ts'
import type { Comment } from '../../server/contract.ts'
import { retain } from '../../server/privacy/retain.ts'
import { siteSettings } from '../../server/sites/settings.ts'
import { type World, type WorldOptions, world } from '../world.ts'

const DAY = 86_400_000
const open = { settings: { holds: 'none' } } as const satisfies WorldOptions

/** Lets so many days pass, and everything be looked through that is due. */
async function days(stage: World, many: number) {
  stage.clock.now += many * DAY
  // The worlds of a file share a database, and each has a clock of its own.
  await stage.deps.store.engine.write([sql`UPDATE retention SET next_at = 0, lease_until = 0`])
  for (let rounds = 0; rounds < 50; rounds++) {
    if (Object.keys(await retain(stage.deps)).length === 0) return
  }
  throw new Error('it never comes to an end')
}

/** A moderator of the site who has just signed in: sessions end. */
const deskOf = (stage: World) => stage.signIn('nell', stage.site, 'moderator')

const textOf = async (stage: World, { id }: Comment) => (await stage.deps.store.posting.own(readId(id)!))!.tree

describe('what was deleted or refused', () => {
  test('keeps its text for 30 days, in which it can come back; then text, name and evidence are gone', async () => {
    const stage = await world(open)
    const [ada, ben, mona] = [stage.as('ada'), stage.as('ben'), await stage.atDesk('mona')]
    const taken = await ada.posts('Taken back, zanzibar', { name: 'Ada' })
    const refused = await ada.posts('Refused, zanzibar', { name: 'Ada' })
    const stays = await ben.replies(refused, 'Stays, zanzibar')
    await ada.withdraws(taken)
    await mona.rules(refused, 'reject', { reason: 'abuse', note: 'zanzibar in a note' })
    await days(stage, 29)
    expect(await textOf(stage, taken)).toContain('zanzibar')
    await ada.restores(taken)
    await ada.withdraws(taken)
    await days(stage, 2)
    // Its author took it back two days ago, and a moderator refused the other 31 days ago.
    expect(await textOf(stage, taken)).toContain('zanzibar')
    expect(await textOf(stage, refused)).toBe('[]')
    await days(stage, 29)
    expect(await textOf(stage, taken)).toBe('[]')
    expect(await textOf(stage, stays)).toContain('zanzibar')
    const nell = await deskOf(stage)
    expect(await nell.sees('all', { q: 'zanzibar' })).toEqual(['Stays, zanzibar'])
    expect(JSON.stringify([await nell.case(refused), await nell.file(refused), await nell.log()])).not.toMatch(
      /Refused,|"Ada|in a note/,
    )
    expect(await ben.sees()).toEqual(['(rejected)', 'Stays, zanzibar'])
    expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
  })

  test('cannot be made public again once its text is gone', async () => {
    const stage = await world(open)
    const [ada, mona] = [stage.as('ada'), await stage.atDesk('mona')]
    const comment = await ada.posts('Refused')
    await mona.rules(comment, 'spam')
    await days(stage, 31)
    const again = await (await deskOf(stage)).rules(comment, 'approve')
    expect(again).toMatchObject({ ok: false, code: 'ruling_not_allowed' })
    expect((await stage.as('ben').reads()).comments).toEqual([])
  })

  test('stays while an appeal waits, and for 30 days after the answer', async () => {
    const stage = await world(open)
    const [ada, mona] = [stage.as('ada'), await stage.atDesk('mona')]
    const comment = await ada.posts('Refused')
    await mona.rules(comment, 'reject', { reason: 'abuse' })
    await ada.appeals(comment, 'Please look again')
    await days(stage, 100)
    expect(await textOf(stage, comment)).toContain('Refused')
    await (await deskOf(stage)).acts(comment, 'decline')
    await days(stage, 29)
    expect(await textOf(stage, comment)).toContain('Refused')
    await days(stage, 2)
    expect(await textOf(stage, comment)).toBe('[]')
  })

  test('is kept as long as the owner of its own site wants it', async () => {
    const stage = await world({ settings: { holds: 'none', keepsRefusedDays: 90 } })
    const ada = stage.as('ada')
    const comment = await ada.posts('Taken back')
    await ada.withdraws(comment)
    await days(stage, 60)
    expect(await textOf(stage, comment)).toContain('Taken')
    await days(stage, 31)
    expect(await textOf(stage, comment)).toBe('[]')
  })
})

test('a year after the decision go reports, notes, words and earlier texts; what waits for an answer stays', async () => {
  const stage = await world(open)
  const [ada, ben, mona] = [stage.as('ada'), stage.as('ben'), await stage.atDesk('mona')]
  const [settled, waiting] = [await ada.posts('Reported and fine'), await ada.posts('Reported and not looked at')]
  await ben.reports(settled, 'abuse', 'settled words')
  await mona.acts(settled, 'settle', { note: 'a note' })
  await mona.acts(settled, 'edit', { text: 'Reported and fine, softer' })
  await mona.notes(settled, 'A nice person', 'author')
  await ben.reports(waiting, 'abuse', 'open words')
  await days(stage, 364)
  const nell = await deskOf(stage)
  expect(JSON.stringify(await nell.file(settled))).toMatch(/settled words.*nice person|nice person.*settled words/)
  await days(stage, 3)
  expect(JSON.stringify(await nell.file(settled))).not.toMatch(/settled words|a note|nice person|"Reported and fine"/)
  expect(JSON.stringify(await nell.file(waiting))).toContain('open words')
  expect(await stage.as('chiara').sees()).toContain('Reported and fine, softer')
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
})

test('two processes do not look through the same kind at once, and one that was killed is followed a minute later', async () => {
  const stage = await world(open)
  const { retention } = stage.deps.store
  await days(stage, 1)
  stage.clock.now += DAY + 1
  const now = stage.clock.now
  const both = await Promise.all([retention.claim('notes', now), retention.claim('notes', now)])
  expect(both.filter(position => position !== null)).toHaveLength(1)
  expect(await retention.claim('notes', now + 30_000)).toBeNull()
  expect(await retention.claim('notes', now + 60_000)).not.toBeNull()
  await retention.leave('notes', { position: 7, isDone: false, taken: 0 }, now + 60_001)
  expect(await retention.claim('notes', now + 60_002)).toBe(7)
  await retention.leave('notes', { position: 9, isDone: true, taken: 0 }, now + 60_003)
  expect(await retention.claim('notes', now + 60_004)).toBeNull()
})

test('the defaults fit together, and what lets evidence go before its text is told in words', async () => {
  const { contradictions } = await import('../../server/sites/settings.ts')
  expect(contradictions(siteSettings({}))).toEqual([])
  expect(contradictions(siteSettings({ keepsRefusedDays: 90, keepsEvidenceDays: 60 }))).toMatchObject([
    { name: 'keepsEvidenceDays', words: expect.stringContaining('Let keepsEvidenceDays be 90 at least') },
  ])
  // Shorter than what can be taken back, it is no value at all.
  expect(siteSettings({ keepsRefusedDays: 7 }).keepsRefusedDays).toBe(30)
})

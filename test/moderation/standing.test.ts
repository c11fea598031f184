import { describe, expect, test } from 'vitest'
import { readId } from '../../server/comments/ids.ts'
import type { Comment } from '../../server/contract.ts'
import { world } from '../world.ts'

const DAY = 24 * 3_600_000
const open = () => world({ settings: { holds: 'none' } })

describe('what is done about an author', () => {
  test('a banned author is told why and until when, and may write again when it has ended', async () => {
    const { as, atDesk, clock, number } = await open()
    const comment = await as('eve').posts('Nasty')
    const until = clock.now + 3 * DAY
    const mona = await atDesk('mona')
    await mona.acts(comment, 'ban', { reason: 'abuse', words: 'Three days to cool down.', note: 'Third time', until })
    expect((await as('eve').looksAtOwn()).standing).toEqual({
      warning: null,
      ban: { until, reason: 'abuse', words: 'Three days to cool down.' },
      mute: null,
    })
    expect(await as('eve').posts('Let me in')).toMatchObject({ status: 'rejected', reason: 'banned' })
    const { log } = await mona.case(comment)
    expect(log.at(-1)).toMatchObject({ ruling: 'ban', by: `mona-${number}`, reason: 'abuse', from: 'published' })
    expect((await mona.file(comment)).words[0]).toMatchObject({
      note: 'Third time',
      words: 'Three days to cool down.',
      until,
    })
    clock.now = until
    expect((await as('eve').looksAtOwn()).standing.ban).toBeNull()
    expect(await as('eve').posts('I have cooled down')).toMatchObject({ status: 'published' })
  })

  test('a ban for good has no end, until it is lifted', async () => {
    const { as, atDesk } = await open()
    const comment = await as('eve').posts('Nasty')
    const mona = await atDesk('mona')
    await mona.acts(comment, 'ban')
    expect((await as('eve').looksAtOwn()).standing.ban).toEqual({ until: null, reason: null, words: null })
    expect((await mona.file(comment)).author.ban).toMatchObject({ until: null })
    await mona.acts(comment, 'lift')
    expect((await as('eve').looksAtOwn()).standing.ban).toBeNull()
    expect(await as('eve').posts('Thank you')).toMatchObject({ status: 'published' })
  })

  test('a ban holds the networks a guest wrote from in the last two days, for one day; lifting it lets them go', async () => {
    const { as, atDesk, deps, site, clock } = await open()
    const old = await as('eve').posts('Long ago')
    const { sql } = await import('drizzle-orm')
    const from = (comment: Comment, network: string) =>
      deps.store.engine.write([sql`UPDATE comments SET network = ${network} WHERE id = ${readId(comment.id)}`])
    await from(old, `old-${site}`)
    clock.now += 3 * DAY
    const fresh = await as('eve').posts('Just now')
    await from(fresh, `fresh-${site}`)
    const mona = await atDesk('olga')
    await mona.acts(fresh, 'ban')
    const held = () => deps.store.engine.all(sql`SELECT network, until FROM held_networks WHERE site_id = ${site}`)
    expect(await held()).toEqual([{ network: `fresh-${site}`, until: expect.any(Number) }])
    expect(((await held()) as { until: number }[])[0]!.until).toBeLessThanOrEqual(clock.now + DAY)
    await mona.acts(fresh, 'lift')
    expect(await held()).toEqual([])
  })

  test('a warned author reads the warning, acknowledges it, and only then goes on', async () => {
    const { as, atDesk } = await open()
    const comment = await as('eve').posts('Rude')
    const mona = await atDesk('mona')
    await mona.acts(comment, 'warn', { words: 'Please speak kindly of others.' })
    expect((await as('eve').looksAtOwn()).standing.warning).toBe('Please speak kindly of others.')
    await expect(as('eve').posts('What?')).rejects.toMatchObject({
      code: 'warning_unread',
      problem: { words: 'Please speak kindly of others.' },
    })
    expect((await as('ben').posts('Others go on')).status).toBe('published')
    await as('eve').acknowledges()
    await as('eve').acknowledges()
    expect((await as('eve').looksAtOwn()).standing.warning).toBeNull()
    expect((await as('eve').posts('I am sorry')).status).toBe('published')
    expect((await mona.file(comment)).author.warning).toBeNull()
  })

  test('a muted author is told', async () => {
    const { as, atDesk, clock } = await open()
    const comment = await as('eve').posts('Loud')
    const until = clock.now + DAY
    await (await atDesk('mona')).acts(comment, 'mute', { until })
    expect((await as('eve').looksAtOwn()).standing.mute).toEqual({ until })
  })

  test('staff are neither banned nor warned at the desk', async () => {
    const { as, atDesk } = await open()
    const root = await as('ada').posts('Root')
    const omar = await atDesk('omar')
    const answer = await (await atDesk('mona')).answers(root, 'We')
    for (const act of ['ban', 'mute', 'warn'] as const) {
      expect(await omar.acts(answer, act, { words: 'You' })).toMatchObject({ ok: false, code: 'ruling_not_allowed' })
    }
  })
})

test('what is written in a muted author’s time waits, and a held network’s, too', async () => {
  const { as, atDesk } = await open()
  const comment = await as('eve').posts('Loud')
  const mona = await atDesk('mona')
  await mona.acts(comment, 'mute')
  expect(await as('eve').posts('Louder')).toMatchObject({ status: 'pending' })
  await mona.acts(comment, 'lift')
  expect(await as('eve').posts('Calm')).toMatchObject({ status: 'published' })
  const network = { 'X-Test-Client': '203.0.113.9' }
  const there = async (name: 'ben' | 'chiara', text: string) =>
    (await (await as(name).sends({ text }, network)).json()).comment as Comment
  const nasty = await there('ben', 'Nasty')
  await mona.acts(nasty, 'ban')
  expect(await there('chiara', 'From the same house')).toMatchObject({ status: 'pending' })
  await mona.acts(nasty, 'lift')
  expect(await there('chiara', 'From the same house, later')).toMatchObject({ status: 'published' })
})

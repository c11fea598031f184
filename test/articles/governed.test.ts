import { describe, expect, test } from 'vitest'
import type { DeskArticle, GovernRequest } from '../../server/contract.ts'
import { world } from '../world.ts'

const HOUR = 3_600_000

async function newsroom(settings = {}) {
  const stage = await world({ settings: { holds: 'none', ...settings } })
  const mona = await stage.atDesk('mona')
  const governs = (change: Omit<GovernRequest, 'site' | 'key'>, key = '/news/1') =>
    mona.asks<DeskArticle>('/api/desk/articles', { method: 'PATCH', json: { site: stage.site, key, ...change } })
  return { ...stage, mona, governs }
}

describe('a moderator', () => {
  test('closes a thread and opens it again', async () => {
    const { as, governs } = await newsroom()
    await as('ada').posts('First')
    expect((await as('eve').reads()).article.isOpen).toBe(true)
    expect((await governs({ isClosed: true })).governed).toMatchObject({ isClosed: true })
    expect((await as('eve').reads()).article.isOpen).toBe(false)
    await expect(as('ada').posts('Too late')).rejects.toMatchObject({ code: 'thread_closed' })
    await governs({ isClosed: false })
    expect(await as('ada').posts('In time')).toMatchObject({ status: 'published' })
  })

  test('closes it at a time, which readers of a kept page see when it has come', async () => {
    const { as, governs, clock } = await newsroom()
    await as('ada').posts('First')
    await governs({ closesAt: clock.now + HOUR })
    const { article } = await as('eve').reads()
    expect(article.isOpen).toBe(true)
    clock.now += HOUR
    expect((await as('eve').reads()).article.isOpen).toBe(false)
    await expect(as('ada').posts('Too late')).rejects.toMatchObject({ code: 'thread_closed' })
    await governs({ closesAt: null })
    expect((await as('eve').reads()).article.isOpen).toBe(true)
  })

  test('lets an article’s comments wait', async () => {
    const { as, governs } = await newsroom()
    await as('ada').posts('First')
    await governs({ isHeld: true })
    expect(await as('ada').posts('Second')).toMatchObject({ status: 'pending' })
    expect(await as('ada').posts('Elsewhere', { url: 'https://daily.example/news/2' })).toMatchObject({
      status: 'published',
    })
  })

  test('slows a thread down: each reader waits between two comments, and is told how long', async () => {
    const { as, governs, clock } = await newsroom()
    await as('ada').posts('First')
    await governs({ slowSeconds: 60 })
    await expect(as('ada').posts('Second')).rejects.toMatchObject({
      code: 'slow_mode',
      status: 429,
      problem: { retryAfter: 60 },
    })
    expect(await as('ben').posts('Mine')).toMatchObject({ status: 'published' })
    for (let n = 0; n < 25; n++) await as('ada').posts(`Elsewhere ${n}`, { url: 'https://daily.example/news/2' })
    await expect(as('ada').posts('Second')).rejects.toMatchObject({ code: 'slow_mode' })
    clock.now += 60_000
    expect(await as('ada').posts('Second')).toMatchObject({ status: 'published' })
  })

  test('lets through one of many that a reader sends at once', async () => {
    const { as, governs, clock } = await newsroom()
    await as('ada').posts('First')
    await governs({ slowSeconds: 60 })
    clock.now += 120_000
    const sent = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => (await as('ada').sends({ text: `At once ${n}` })).status),
    )
    expect(sent.filter(status => status === 201)).toHaveLength(1)
  })

  test('finds it in the list, with how its comments are taken', async () => {
    const { as, mona, governs, site } = await newsroom()
    await as('ada').posts('First')
    await governs({ slowSeconds: 30, isHeld: true })
    const { articles } = await mona.asks<{ articles: DeskArticle[] }>(`/api/desk/articles?site=${site}`)
    expect(articles[0]!.governed).toEqual({
      isClosed: false,
      closesAt: null,
      isChosen: false,
      bySite: null,
      isHeld: true,
      slowSeconds: 30,
    })
  })

  test('of another site finds no article here', async () => {
    const { as, governs } = await newsroom()
    await as('ada').posts('First')
    await expect(governs({ isClosed: true }, '/never')).rejects.toMatchObject({ code: 'unknown_article' })
    const { mona, site } = await newsroom()
    expect(site).not.toBe('')
    const there = await newsroom()
    await expect(
      mona.asks('/api/desk/articles', { method: 'PATCH', json: { site: there.site, key: '/news/1', isClosed: true } }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  test.each([
    ['a negative pause', { slowSeconds: -1 }],
    ['a pause of a year', { slowSeconds: 31_536_000 }],
    ['a time that is none', { closesAt: 'soon' }],
  ])('cannot give %s', async (_, change) => {
    const { as, governs } = await newsroom()
    await as('ada').posts('First')
    await expect(governs(change as never)).rejects.toMatchObject({ code: 'bad_request' })
  })
})

test('threads close so many days after their first comment, where the owner wishes so', async () => {
  const { as, clock } = await newsroom({ closesAfterDays: 2 })
  await as('ada').posts('First')
  clock.now += 48 * HOUR - 60_000
  expect(await as('ben').posts('Just in time')).toMatchObject({ status: 'published' })
  expect((await as('eve').reads()).article.isOpen).toBe(true)
  clock.now += 60_000
  expect((await as('eve').reads()).article.isOpen).toBe(false)
  await expect(as('ben').posts('Too late')).rejects.toMatchObject({ code: 'thread_closed' })
})

test('a moderator sees when the site would close a thread for which another time was chosen', async () => {
  const { as, governs, clock } = await newsroom({ closesAfterDays: 14 })
  await as('ada').posts('First')
  const bySite = { days: 14, at: clock.now + 14 * 24 * HOUR }
  expect((await governs({})).governed).toMatchObject({ closesAt: bySite.at, isChosen: false, bySite })
  const closesAt = clock.now + HOUR
  expect((await governs({ closesAt })).governed).toMatchObject({ closesAt, isChosen: true, bySite })
  expect((await governs({ closesAt: null })).governed).toMatchObject({ closesAt: bySite.at, isChosen: false, bySite })
})

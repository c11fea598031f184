import { expect, test } from 'vitest'
import { world } from '../world.ts'

test('what one moderator decides, the other hears of, with who and what stands now', async () => {
  const { as, atDesk, number } = await world()
  const [mona, omar] = [await atDesk('mona'), await atDesk('omar')]
  const comment = await as('ada').posts('Both look')
  const { seq } = await omar.queue()
  expect(await omar.changes(seq)).toEqual({
    seq,
    changes: [],
    isAnew: false,
    counts: { reported: 0, appealed: 0 },
    pressed: null,
  })
  await mona.rules(comment, 'approve')
  await as('ben').posts('Another')
  const { changes, counts, seq: next, isAnew } = await omar.changes(seq)
  expect(isAnew).toBe(false)
  expect(changes).toMatchObject([
    { comment: comment.id, version: 2, status: 'published', decision: { ruling: 'approve', by: `mona-${number}` } },
    { version: 1, status: 'pending', decision: { ruling: 'post', by: null } },
  ])
  expect(counts).toMatchObject({ pending: 1, published: 1, unreviewed: 0 })
  expect((await omar.changes(next)).changes).toEqual([])
})

test('who has fallen behind, or comes from another log, begins anew', async () => {
  const { as, atDesk } = await world({ settings: { holds: 'none' } })
  const mona = await atDesk('mona')
  for (let n = 0; n < 101; n++) await as('ada').posts(`Number ${n}`)
  expect(await mona.changes(0)).toMatchObject({ isAnew: true, changes: [], seq: 101 })
  expect(await mona.changes(1)).toMatchObject({ isAnew: false, seq: 101 })
  expect((await mona.changes(1)).changes).toHaveLength(100)
  expect(await mona.changes(5_000)).toMatchObject({ isAnew: true, changes: [], seq: 101 })
}, 30_000)

test.each(['since=', 'since=-1', 'since=x', ''])('a question with %j is refused', async query => {
  const { atDesk, site } = await world()
  const asked = (await atDesk('mona')).asks(`/api/desk/changes?site=${site}&${query}`)
  await expect(asked).rejects.toMatchObject({ code: 'bad_request' })
})

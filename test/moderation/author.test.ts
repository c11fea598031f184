import { expect, test } from 'vitest'
import { spellId } from '../../server/comments/ids.ts'
import type { AuthorRecord, AuthorRulingsAnswer, AuthorRulingsRequest, CaseLines } from '../../server/contract.ts'
import type { Moderator } from '../people.ts'
import { type World, world } from '../world.ts'

const rulesOnAll = (
  mona: Moderator,
  { site }: World,
  author: string,
  request: Omit<AuthorRulingsRequest, 'site'>,
): Promise<AuthorRulingsAnswer> =>
  mona.asks(`/api/desk/authors/${author}/rulings`, { method: 'POST', json: { site, ...request } })

const recordOf = (mona: Moderator, { site }: World, author: string): Promise<AuthorRecord> =>
  mona.asks(`/api/desk/authors/${author}?site=${site}`)

test('the case shows its answers, its author’s other comments and those that say the same', async () => {
  const { as, atDesk } = await world({ settings: { holds: 'none' } })
  const mona = await atDesk('mona')
  const one = await as('ada').posts('Vote for the lighthouse!', { name: 'Ada' })
  await as('ben').posts('vote for   the LIGHTHOUSE', { name: 'Ben' })
  await as('eve').posts('Something else')
  const answer = await as('eve').replies(one, 'Never')
  for (let n = 0; n < 12; n++) await as('ada').posts(`More of Ada ${n}`)
  const { answers, others, alike } = await mona.case(one)
  expect(answers.map(({ id }) => id)).toEqual([answer.id])
  expect(alike).toMatchObject({ count: 1, comments: [{ name: 'Ben', excerpt: 'vote for   the LIGHTHOUSE' }] })
  expect(others.comments.map(({ excerpt }) => excerpt)).toEqual(
    Array.from({ length: 10 }, (_, n) => `More of Ada ${11 - n}`),
  )
  const rest = await mona.asks<CaseLines>(`/api/desk/comments/${one.id}/others?after=${others.next}`)
  expect(rest.comments.map(({ excerpt }) => excerpt)).toEqual(['More of Ada 1', 'More of Ada 0'])
  expect(rest.next).toBeNull()
  expect((await mona.case(answer)).alike).toEqual({ comments: [], count: 0 })
})

test('all comments of an author go in steps, only of the statuses asked for, and none that came later', async () => {
  const stage = await world()
  const { as, atDesk } = stage
  const mona = await atDesk('mona')
  const first = await as('ada').posts('First')
  await mona.rules(first, 'approve')
  for (let n = 0; n < 3; n++) await as('ada').posts(`Published ${n}`)
  const other = await as('ben').posts('Not hers')
  const { id } = (await mona.case(first)).case.author
  const { counts, newest } = await recordOf(mona, stage, id)
  expect(counts).toEqual({ pending: 0, published: 4, rejected: 0 })
  await as('ada').posts('Came later')
  const done = await rulesOnAll(mona, stage, id, { ruling: 'spam', statuses: ['pending', 'published'], from: newest! })
  expect(done).toMatchObject({ lost: 0, next: null })
  expect(done.made).toHaveLength(4)
  expect(done.made).toContainEqual({ comment: first.id, version: 3 })
  expect(await mona.sees('published')).toEqual(['Came later'])
  expect((await mona.case(other)).case.status).toBe('pending')
  const undone = done.made.map(({ comment, version }) => ({ comment, ruling: 'restore', seen: version }))
  expect((await mona.rulesOnAll(undone)).every(({ ok }) => ok)).toBe(true)
  expect(await mona.sees('published')).toHaveLength(5)
  const none = await rulesOnAll(mona, stage, id, { ruling: 'approve', statuses: ['published'], from: newest! })
  expect(none).toEqual({ made: [], lost: 0, next: null })
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
})

test('an author of 600 comments takes two steps', async () => {
  const stage = await world({ settings: { holds: 'all' } })
  const { as, atDesk } = stage
  const mona = await atDesk('mona')
  for (let n = 0; n < 600; n++) await as('ada').posts(`Number ${n}`)
  const { id } = (await mona.queue()).cases[0]!.author
  let from = (await recordOf(mona, stage, id)).newest
  const steps: number[] = []
  while (from !== null) {
    const { made, next } = await rulesOnAll(mona, stage, id, { ruling: 'reject', statuses: ['pending'], from })
    steps.push(made.length)
    from = next
  }
  expect(steps).toEqual([500, 100])
  expect(await recordOf(mona, stage, id)).toMatchObject({ counts: { pending: 0, published: 0, rejected: 600 } })
}, 60_000)

test('a ruling over an author that does not fit is refused', async () => {
  const stage = await world()
  const mona = await stage.atDesk('mona')
  const comment = await stage.as('ada').posts('One')
  const { id } = (await mona.case(comment)).case.author
  const fits = { ruling: 'spam', statuses: ['pending'], from: comment.id }
  for (const wrong of [
    { ruling: 'restore' },
    { ruling: 'withdraw' },
    { statuses: [] },
    { statuses: ['gone'] },
    { reason: 'ugly' },
    { from: 7 },
  ]) {
    const asked = rulesOnAll(mona, stage, id, { ...fits, ...wrong } as never)
    await expect(asked).rejects.toMatchObject({ code: 'bad_request' })
  }
  await expect(rulesOnAll(mona, stage, id, { ...fits, from: '%' } as never)).rejects.toMatchObject({
    code: 'unknown_comment',
  })
  await expect(rulesOnAll(mona, stage, spellId(7), fits as never)).rejects.toMatchObject({ code: 'unknown_author' })
})

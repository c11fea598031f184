import { expect, test } from 'vitest'
import { world } from '../world.ts'

test('a guest’s first comment waits, its author sees it, and nobody else does', async () => {
  const { as } = await world()
  const comment = await as('ada').posts('The ferry should stay.', { name: 'Ada' })
  expect(comment).toMatchObject({ status: 'pending', author: { name: 'Ada' }, parent: null })
  expect(await as('ben').sees()).toEqual([])
  expect((await as('ben').reads()).article.count).toBe(0)
  expect((await as('ada').looksAtOwn()).unpublished.map(({ id }) => id)).toEqual([comment.id])
  expect((await as('ben').looksAtOwn()).unpublished).toEqual([])
})

test('once a moderator has approved one, the author’s next comment is published at once', async () => {
  const { as, atDesk } = await world()
  const first = await as('ada').posts('The ferry should stay.')
  await (await atDesk('mona')).rules(first, 'approve')
  expect(await as('ada').posts('And run later.')).toMatchObject({ status: 'published' })
  expect(await as('ben').sees()).toEqual(['And run later.', 'The ferry should stay.'])
})

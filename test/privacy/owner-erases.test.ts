import { expect, test } from 'vitest'
import type { AuthorWeight, EraseProgress } from '../../server/contract.ts'
import { world } from '../world.ts'

test('an owner sees what there is of an author, and erases it; the name is nowhere at the desk any more', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  const [ada, ben, olga, mona] = [
    stage.as('ada'),
    stage.as('ben'),
    await stage.atDesk('olga'),
    await stage.atDesk('mona'),
  ]
  const first = await ada.posts('Unmistakable words', { name: 'Adalind' })
  const answer = await ben.replies(first, 'An answer')
  await ada.votes(answer)
  await mona.notes(first, 'Adalind again', 'author')
  const { id } = (await olga.case(first)).case.author
  const weight = await olga.asks<AuthorWeight>(`/api/desk/authors/${id}/weight?site=${stage.site}`)
  expect(weight).toMatchObject({ name: 'Adalind', comments: 1, votes: 1, notes: 1, held: 0, boundUntil: null })
  const init = { method: 'POST', json: { site: stage.site } }
  await expect(mona.asks(`/api/desk/authors/${id}/erase`, init)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await olga.asks<EraseProgress>(`/api/desk/authors/${id}/erase`, init)).toEqual({ isDone: true, erased: 1 })
  expect(JSON.stringify([await mona.case(first), await mona.file(first), await mona.log()])).not.toMatch(
    /Adalind|Unmist/,
  )
  expect(await ben.sees()).toEqual(['(withdrawn)', 'An answer'])
  expect(await olga.asks<EraseProgress>(`/api/desk/authors/${id}/erase`, init)).toEqual({ isDone: true, erased: 0 })
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
})

test('nobody of the desk is erased as if they were a reader', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  const [olga, mona] = [await stage.atDesk('olga'), await stage.atDesk('mona')]
  const reply = await mona.answers(await stage.as('ada').posts('A question'), 'The answer')
  const { id } = (await olga.case(reply)).case.author
  const init = { method: 'POST', json: { site: stage.site } }
  await expect(olga.asks(`/api/desk/authors/${id}/erase`, init)).rejects.toMatchObject({ code: 'forbidden' })
})

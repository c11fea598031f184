import { expect, test } from 'vitest'
import { readId } from '../../server/comments/ids.ts'
import type { AuthorWeight, EraseProgress, Erasures, FoundPersons, LegalHolds } from '../../server/contract.ts'
import { goOnErasing } from '../../server/privacy/owners-erasure.ts'
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

test('an erasure that its owner has left goes on by itself, and stands in a list without the name', async () => {
  const stage = await world({ settings: { holds: 'none', repeatsAllowed: 0 } })
  const [ada, olga] = [stage.as('ada'), await stage.atDesk('olga')]
  const first = await ada.posts('Unmistakable words', { name: 'Adalind' })
  for (let n = 0; n < 7; n++) await ada.posts(`More ${n}`, { name: 'Adalind' })
  const { id } = (await olga.case(first)).case.author
  const author = readId(id)!
  const person = (await stage.deps.store.people.named(`olga-${stage.number}`))!
  const look = () => olga.asks<Erasures>(`/api/desk/erasures?site=${stage.site}`)
  // The server is stopped as soon as it has begun.
  await stage.deps.store.erasures.begin(author, stage.site, person.id, stage.clock.now, stage.clock.now + 30_000)
  expect(await look()).toMatchObject({ erasures: [], underWay: [{ author: id, left: 8 }] })
  await goOnErasing(stage.deps)
  expect((await look()).underWay).toHaveLength(1)
  stage.clock.now += 30_000
  await goOnErasing(stage.deps)
  const done = await look()
  expect(done).toMatchObject({ erasures: [{ author: id, by: 'owner', comments: 8 }], underWay: [] })
  expect(done.erasures[0]!.name).not.toBeNull()
  expect(JSON.stringify(done)).not.toContain('Adalind')
  expect(await stage.as('ben').sees()).toEqual([])
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
})

test('an owner finds somebody by an address, takes everything of them as a file, and holds what a court may ask for', async () => {
  const stage = await world({ settings: { holds: 'none' }, mail: true })
  const [ada, olga] = [stage.as('ada'), await stage.atDesk('olga')]
  const held = await ada.posts('For the court', { name: 'Adalind' })
  await ada.posts('Not for the court', { name: 'Adalind' })
  await ada.proves('Ada.Find@mail.example', stage.mails)
  const init = { method: 'POST', json: { site: stage.site, email: 'ADA.find@MAIL.example' } }
  const { persons } = await olga.asks<FoundPersons>('/api/desk/persons', init)
  expect(persons).toMatchObject([{ weight: { name: 'Adalind', comments: 2, held: 0 } }])
  const { id } = persons[0]!
  const answer = await olga.sends(`/api/desk/authors/${id}/data?site=${stage.site}`)
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  expect(await answer.json()).toMatchObject({
    name: 'Adalind',
    identities: [{ issuer: 'email', subject: 'ada.find@mail.example' }],
    comments: [{ text: 'For the court' }, { text: 'Not for the court' }],
  })
  const hold = (isHeld: boolean) => olga.asks(`/api/desk/comments/${held.id}/hold`, { method: 'PUT', json: { isHeld } })
  const holds = async () => (await olga.asks<LegalHolds>(`/api/desk/holds?site=${stage.site}`)).holds
  await hold(true)
  await olga.asks(`/api/desk/authors/${id}/erase`, { method: 'POST', json: { site: stage.site } })
  expect(await stage.as('ben').sees()).toEqual([])
  expect(await holds()).toMatchObject([{ comment: held.id, text: 'For the court' }])
  await hold(false)
  expect(await holds()).toEqual([])
})

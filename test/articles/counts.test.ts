import { expect, test } from 'vitest'
import type { CommentPlace, Counts } from '../../server/contract.ts'
import { answerOf } from '../people.ts'
import { world } from '../world.ts'

test('a page of fifty articles with long non-ASCII addresses gets its counts in one request, in order', async () => {
  const { as, send, site, origin } = await world({ settings: { holds: 'none' } })
  const addresses = Array.from({ length: 50 }, (_, n) => `${origin}/${encodeURIComponent('خبر-'.repeat(80))}${n}`)
  await as('ada', addresses[3]!).posts('One')
  await as('ada', addresses[3]!).posts('Two')
  await as('ben', addresses[7]!).posts('Three')
  const urls = [...addresses, decodeURI(addresses[7]!), 'https://evil.example/', 'nonsense']
  const body = JSON.stringify({ site, urls })
  const { counts } = await answerOf<Counts>(
    await send('/api/counts', { method: 'POST', headers: { 'content-type': 'text/plain' }, body }),
  )
  expect(counts).toEqual(urls.map((_, n) => (n === 3 ? 2 : n === 7 || n === 50 ? 1 : 0)))
})

test('more than a hundred addresses at once are refused', async () => {
  const { send, site } = await world()
  const ask = (count: number) =>
    send('/api/counts', { method: 'POST', json: { site, urls: Array(count).fill('https://daily.example/') } })
  expect((await ask(101)).status).toBe(400)
  expect((await ask(50_000)).status).toBe(413)
  expect((await ask(100)).status).toBe(200)
})

test('waiting comments are not counted', async () => {
  const { as, send, site, page } = await world()
  await as('ada').posts('Waiting')
  expect(await answerOf(await send('/api/counts', { method: 'POST', json: { site, urls: [page] } }))).toEqual({
    counts: [0],
  })
})

test('a permalink finds a comment with its ancestors and its article, and nothing that is not public', async () => {
  const { as, atDesk, send, page } = await world({ settings: { holds: 'none' } })
  const root = await as('ada').posts('Root', { title: 'The night ferry' })
  const middle = await as('ben').replies(root, 'Middle')
  const leaf = await as('eve').replies(middle, 'Leaf')
  const place = await answerOf<CommentPlace>(await send(`/api/comments/${leaf.id}`))
  expect(place.comment.id).toBe(leaf.id)
  expect(place.ancestors.map(({ id }) => id)).toEqual([root.id, middle.id])
  expect(place.article).toEqual({ key: '/news/1', title: 'The night ferry', url: page })
  await (await atDesk('mona')).rules(leaf, 'reject')
  expect((await send(`/api/comments/${leaf.id}`)).status).toBe(404)
})

import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Comment, Note, SavedReply } from '../../server/contract.ts'
import type { Moderator } from '../people.ts'
import { type World, world } from '../world.ts'

/** What there is on a site for somebody from elsewhere to reach for. */
async function furnished(stage: World) {
  const { as, atDesk, site } = stage
  const mona = await atDesk('mona')
  const comment = await as('ada').posts('Here')
  const note: Note = await mona.notes(comment, 'Ours')
  const { reply } = await mona.asks<{ reply: SavedReply }>('/api/desk/saved-replies', {
    method: 'POST',
    json: { site, name: 'Ours', text: 'Ours' },
  })
  return { comment, note, reply }
}

type Furnished = { comment: Comment; note: Note; reply: SavedReply }

/** Every desk route of acts and notes, with the ids of one site and the name of another or the same. */
const KNOCKS: [string, (site: string, at: Furnished) => [string, RequestInit & { json?: unknown }]][] = [
  [
    'acts',
    (site, { comment }) => ['acts', { method: 'POST', json: { site, comment: comment.id, act: 'pin', seen: 1 } }],
  ],
  ['answers', (site, { comment }) => ['replies', { method: 'POST', json: { site, comment: comment.id, text: 'x' } }]],
  ['reads the file', (_, { comment }) => [`comments/${comment.id}/file`, {}]],
  [
    'writes a note',
    (site, { comment }) => [
      'notes',
      { method: 'POST', json: { site, comment: comment.id, about: 'author', text: 'x' } },
    ],
  ],
  ['removes a note', (_, { note }) => [`notes/${note.id}`, { method: 'DELETE' }]],
  ['reads the saved replies', site => [`saved-replies?site=${site}`, {}]],
  ['saves a reply', site => ['saved-replies', { method: 'POST', json: { site, name: 'x', text: 'x' } }]],
  [
    'changes a saved reply',
    (site, { reply }) => [`saved-replies/${reply.id}`, { method: 'PUT', json: { site, name: 'x', text: 'x' } }],
  ],
  ['removes a saved reply', (site, { reply }) => [`saved-replies/${reply.id}?site=${site}`, { method: 'DELETE' }]],
]

const ask = (who: Moderator, [path, init]: [string, RequestInit & { json?: unknown }]) =>
  who.asks(`/api/desk/${path}`, init)

test.each(KNOCKS)('a moderator of one site who %s of another is refused', async (_, knock) => {
  const here = await world({ settings: { holds: 'none' } })
  const there = await world()
  const at = await furnished(here)
  const stan = await here.signIn('stan', there.site, 'moderator')
  await expect(ask(stan, knock(here.site, at))).rejects.toMatchObject({
    status: expect.toSatisfy(status => status === 403 || status === 404),
  })
  const own = await ask(stan, knock(there.site, at)).catch(error => error.problem)
  expect(JSON.stringify(own)).not.toContain('Ours')
  const mona = await here.atDesk('mona')
  const file = await mona.file(at.comment)
  expect([file.marks, file.notes.length]).toEqual([[], 1])
  const { replies } = await mona.asks<{ replies: SavedReply[] }>(`/api/desk/saved-replies?site=${here.site}`)
  expect(replies).toEqual([{ id: at.reply.id, name: 'Ours', text: 'Ours' }])
  expect(await here.as('eve').sees()).toEqual(['Here'])
})

test.each(KNOCKS)('somebody just demoted who %s is refused', async (_, knock) => {
  const stage = await world({ settings: { holds: 'none' } })
  const at = await furnished(stage)
  const mona = await stage.atDesk('mona')
  await stage.deps.store.engine.write([sql`DELETE FROM roles WHERE site_id = ${stage.site}`])
  await expect(ask(mona, knock(stage.site, at))).rejects.toMatchObject({
    status: expect.toSatisfy(status => status === 403 || status === 404),
  })
})

test.each(KNOCKS)('nobody without a session %s', async (_, knock) => {
  const stage = await world({ settings: { holds: 'none' } })
  const [path, init] = knock(stage.site, await furnished(stage))
  const response = await stage.send(`/api/desk/${path}`, { ...init, headers: { Origin: 'https://parley.example' } })
  expect(response.status).toBe(401)
})

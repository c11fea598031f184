import { expect, test } from 'vitest'
import { LIMITS, type SavedReplies, type SavedReply } from '../../server/contract.ts'
import { plainText } from '../people.ts'
import { world } from '../world.ts'

const open = () => world({ settings: { holds: 'none' } })

test('notes on a comment and on its author stand in the case, newest first, for moderators only', async () => {
  const { as, atDesk, number } = await open()
  const [one, two] = [await as('ada').posts('One'), await as('ada').posts('Two')]
  const [mona, omar] = [await atDesk('mona'), await atDesk('omar')]
  await mona.notes(one, 'About this one')
  await omar.notes(one, 'She is a teacher\u0000', 'author')
  expect((await mona.file(one)).notes.map(({ about, by, isMine, text }) => [about, by, isMine, text])).toEqual([
    ['author', `omar-${number}`, false, 'She is a teacher'],
    ['comment', `mona-${number}`, true, 'About this one'],
  ])
  expect((await mona.file(two)).notes.map(({ text }) => text)).toEqual(['She is a teacher'])
  expect(JSON.stringify([await as('ada').looksAtOwn(), await as('ada').reads()])).not.toContain('teacher')
})

test('a moderator removes a note of one’s own, and nobody else’s', async () => {
  const { as, atDesk } = await open()
  const comment = await as('ada').posts('One')
  const [mona, omar] = [await atDesk('mona'), await atDesk('omar')]
  const note = await mona.notes(comment, 'Hm')
  const remove = { method: 'DELETE' }
  await expect(omar.asks(`/api/desk/notes/${note.id}`, remove)).rejects.toMatchObject({ code: 'not_found' })
  await mona.asks(`/api/desk/notes/${note.id}`, remove)
  await expect(mona.asks(`/api/desk/notes/${note.id}`, remove)).rejects.toMatchObject({ code: 'not_found' })
  expect((await mona.file(comment)).notes).toEqual([])
})

test('a note of nothing is refused, and one on an unknown or foreign comment', async () => {
  const { as, atDesk } = await open()
  const abroad = await open()
  const mona = await atDesk('mona')
  await expect(mona.notes(await as('ada').posts('One'), '\u200b')).rejects.toMatchObject({ code: 'text_empty' })
  const foreign = await abroad.as('ada').posts('There')
  for (const id of [foreign.id, '7', 'not-an-id']) {
    await expect(mona.notes({ id }, 'Hm')).rejects.toMatchObject({ code: 'unknown_comment' })
  }
})

test('saved replies are kept for all moderators of the site, by name', async () => {
  const { atDesk, site } = await open()
  const [mona, omar] = [await atDesk('mona'), await atDesk('omar')]
  const list = async () => (await omar.asks<SavedReplies>(`/api/desk/saved-replies?site=${site}`)).replies
  const json = { site, name: ' Off\ntopic ', text: 'Dear {name}, please write of “{title}”.' }
  const { reply } = await mona.asks<{ reply: SavedReply }>('/api/desk/saved-replies', { method: 'POST', json })
  await mona.asks('/api/desk/saved-replies', { method: 'POST', json: { site, name: 'Abuse', text: 'Be kind.' } })
  expect(await list()).toMatchObject([
    { name: 'Abuse', text: 'Be kind.' },
    { name: 'Off topic', text: 'Dear {name}, please write of “{title}”.' },
  ])
  const change = { site, name: 'On topic', text: 'Thank you.' }
  await omar.asks(`/api/desk/saved-replies/${reply.id}`, { method: 'PUT', json: change })
  expect((await list()).map(({ name }) => name)).toEqual(['Abuse', 'On topic'])
  const taken = omar.asks(`/api/desk/saved-replies/${reply.id}`, { method: 'PUT', json: { ...change, name: 'Abuse' } })
  await expect(taken).rejects.toMatchObject({ code: 'name_taken', status: 409 })
  await expect(
    mona.asks('/api/desk/saved-replies', { method: 'POST', json: { ...change, name: 'Abuse' } }),
  ).rejects.toMatchObject({
    code: 'name_taken',
  })
  await omar.asks(`/api/desk/saved-replies/${reply.id}?site=${site}`, { method: 'DELETE' })
  expect((await list()).map(({ name }) => name)).toEqual(['Abuse'])
})

test('a site keeps a hundred saved replies', async () => {
  const { atDesk, site } = await open()
  const mona = await atDesk('mona')
  const add = (n: number) =>
    mona.asks('/api/desk/saved-replies', { method: 'POST', json: { site, name: `No. ${n}`, text: 'x' } })
  for (let n = 0; n < LIMITS.savedReplies; n++) await add(n)
  await expect(add(LIMITS.savedReplies)).rejects.toMatchObject({ code: 'list_full', status: 409 })
})

test('an answer of staff is public at once under the person’s public name, marked, and in the log', async () => {
  const { as, atDesk, deps, number } = await world({ settings: { holds: 'all' } })
  const comment = await as('ada').posts('A question?')
  const mona = await atDesk('mona')
  await mona.rules(comment, 'approve')
  const { sql } = await import('drizzle-orm')
  await deps.store.engine.write([sql`UPDATE people SET public_name = 'The editor' WHERE name = ${`mona-${number}`}`])
  const answer = await mona.answers(comment, 'An *answer*.')
  expect(answer).toMatchObject({
    status: 'published',
    author: { name: 'The editor', badge: 'staff' },
    parent: comment.id,
  })
  expect(await as('ben').sees()).toEqual(['A question?', 'An answer.'])
  expect((await mona.case(answer)).log).toMatchObject([
    {
      ruling: 'reply',
      ruler: 'moderator',
      by: expect.stringMatching(/mona|The editor/),
      from: 'none',
      to: 'published',
    },
  ])
  const second = await mona.answers(answer, 'And another.')
  expect(second.author!.avatar).toBe(answer.author!.avatar)
  expect(plainText(second)).toBe('And another.')
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})

test('an answer sent twice with one key stands once', async () => {
  const { as, atDesk } = await open()
  const comment = await as('ada').posts('A question?')
  const mona = await atDesk('mona')
  const key = { 'Idempotency-Key': 'k1' }
  const both = await Promise.all([mona.answers(comment, 'Yes', key), mona.answers(comment, 'Yes', key)])
  expect(both[0]!.id).toBe(both[1]!.id)
  await expect(mona.answers(comment, 'No', key)).rejects.toMatchObject({ code: 'key_reused' })
  expect(await as('ben').sees()).toEqual(['A question?', 'Yes'])
})

test('staff answer what is public, and nothing else', async () => {
  const { as, atDesk } = await world()
  const abroad = await open()
  const mona = await atDesk('mona')
  const comment = await as('ada').posts('Waiting')
  const foreign = await abroad.as('ada').posts('There')
  for (const { id } of [comment, foreign, { id: '7' }, { id: 'not-an-id' }]) {
    await expect(mona.answers({ id }, 'Hm')).rejects.toMatchObject({ code: 'unknown_comment' })
  }
  await mona.rules(comment, 'reject')
  await expect(mona.answers(comment, 'Hm')).rejects.toMatchObject({ code: 'parent_gone' })
  await mona.rules(comment, 'approve')
  await expect(mona.answers(comment, ' ')).rejects.toMatchObject({ code: 'text_empty' })
})

import { describe, expect, test } from 'vitest'
import { type Comment, LIMITS } from '../../server/contract.ts'
import { plainText } from '../people.ts'
import { world } from '../world.ts'

const open = () => world({ settings: { holds: 'none' } })

describe('pinned comments', () => {
  test('stand first on the first page in every order, marked, once, and in addition to it', async () => {
    const { as, atDesk } = await open()
    const comments: Comment[] = []
    for (const text of ['One', 'Two', 'Three', 'Four', 'Five']) comments.push(await as('ada').posts(text))
    const [one, , three] = comments
    await as('ben').replies(one!, 'To one')
    const mona = await atDesk('mona')
    await mona.acts(one!, 'pin')
    await mona.acts(three!, 'pin')
    expect(await as('eve').sees()).toEqual(['Three', 'One', 'To one', 'Five', 'Four', 'Two'])
    expect(await as('eve').sees({ sort: 'oldest' })).toEqual(['Three', 'One', 'To one', 'Two', 'Four', 'Five'])
    const first = await as('eve').reads({ limit: '2' })
    expect(first.comments.map(plainText)).toEqual(['Three', 'One', 'To one', 'Five', 'Four'])
    expect(first.comments.map(({ marks }) => marks ?? [])).toEqual([['pinned'], ['pinned'], [], [], []])
    const second = await as('eve').reads({ limit: '2', after: first.next! })
    expect(second.comments.map(plainText)).toEqual(['Two'])
    expect(second.next).toBeNull()
  })

  test('are public at once: the page that is kept is another', async () => {
    const { as, atDesk, send, site, page } = await open()
    const one = await as('ada').posts('One')
    await as('ada').posts('Two')
    const path = `/api/threads?${new URLSearchParams({ site, url: page })}`
    const etag = (await send(path)).headers.get('etag')!
    expect((await send(path, { headers: { 'If-None-Match': etag } })).status).toBe(304)
    await (await atDesk('mona')).acts(one, 'pin')
    expect((await send(path, { headers: { 'If-None-Match': etag } })).status).toBe(200)
    expect(await as('eve').sees()).toEqual(['One', 'Two'])
    const revision = (await as('eve').reads()).article.revision
    const changes = await (
      await send(`/api/threads/changes?${new URLSearchParams({ site, url: page, since: String(revision - 1) })}`)
    ).json()
    expect(changes.comments).toMatchObject([{ id: one.id, marks: ['pinned'] }])
  })

  test('are three at the most, of those that are public', async () => {
    const { as, atDesk } = await open()
    const comments: Comment[] = []
    for (let n = 0; n < LIMITS.pinned + 1; n++) comments.push(await as('ada').posts(`Number ${n}`))
    const mona = await atDesk('mona')
    for (const each of comments.slice(0, LIMITS.pinned))
      expect(await mona.acts(each, 'pin')).toMatchObject({ ok: true })
    const last = comments.at(-1)!
    expect(await mona.acts(last, 'pin')).toMatchObject({ ok: false, code: 'ruling_not_allowed' })
    await mona.rules(comments[0]!, 'reject')
    expect(await mona.acts(last, 'pin')).toMatchObject({ ok: true })
    await mona.rules(comments[0]!, 'approve')
    expect(await as('eve').sees()).toHaveLength(LIMITS.pinned + 1)
    expect(new Set(await as('eve').sees()).size).toBe(LIMITS.pinned + 1)
  })

  test('are no replies, and one that is taken down leaves the replies below it in their place', async () => {
    const { as, atDesk } = await open()
    const root = await as('ada').posts('Root')
    const reply = await as('ben').replies(root, 'Reply')
    await as('ben').posts('Newer')
    const mona = await atDesk('mona')
    expect(await mona.acts(reply, 'pin')).toMatchObject({ ok: false, code: 'ruling_not_allowed' })
    await mona.acts(root, 'pin')
    await mona.rules(root, 'reject')
    expect(await as('eve').sees()).toEqual(['Newer', '(rejected)', 'Reply'])
  })
})

describe('a locked branch', () => {
  test('takes no replies at any depth, says so, and is otherwise as it was', async () => {
    const { as, atDesk, deps } = await open()
    const root = await as('ada').posts('Root')
    const reply = await as('ben').replies(root, 'Reply')
    const elsewhere = await as('ben').posts('Elsewhere')
    const mona = await atDesk('mona')
    await mona.acts(root, 'lock', { note: 'They only quarrel' })
    for (const parent of [root, reply]) {
      await expect(as('eve').replies(parent, 'And another thing')).rejects.toMatchObject({
        code: 'branch_locked',
        status: 403,
      })
    }
    await as('eve').replies(elsewhere, 'Fine here')
    const { comments } = await as('eve').reads()
    expect(comments.map(each => [plainText(each), each.marks ?? []])).toEqual([
      ['Elsewhere', []],
      ['Fine here', []],
      ['Root', ['locked']],
      ['Reply', ['locked']],
    ])
    await mona.acts(root, 'unlock')
    expect(await as('eve').replies(reply, 'At last')).toMatchObject({ status: 'published' })
    expect(await deps.store.doctor.discrepancies()).toEqual([])
  })

  test('says so wherever its comments are read', async () => {
    const { as, atDesk, send } = await open()
    const root = await as('ada').posts('Root')
    const reply = await as('ben').replies(root, 'Reply')
    await (await atDesk('mona')).acts(root, 'lock')
    const place = await (await send(`/api/comments/${reply.id}`)).json()
    expect([place.comment.marks, place.ancestors[0].marks]).toEqual([['locked'], ['locked']])
    const replies = await (await send(`/api/comments/${root.id}/replies`)).json()
    expect(replies.comments[0].marks).toEqual(['locked'])
  })

  test('is still answered by staff, who may have the last word', async () => {
    const { as, atDesk } = await open()
    const root = await as('ada').posts('Root')
    const mona = await atDesk('mona')
    await mona.acts(root, 'lock')
    expect(await mona.answers(root, 'We have locked this.')).toMatchObject({ author: { badge: 'staff' } })
  })
})

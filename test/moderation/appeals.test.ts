import { expect, test } from 'vitest'
import type { Comment } from '../../server/contract.ts'
import { type World, world } from '../world.ts'

/** A comment of Ada's that Mona has refused, with words to her. */
async function refused({ as, atDesk }: World, words?: string): Promise<Comment> {
  const comment = await as('ada').posts('Judge me')
  await (await atDesk('mona')).rules(comment, 'reject', { reason: 'off_topic', ...(words !== undefined && { words }) })
  return comment
}

test('an author reads why a comment was refused, in the moderator’s words, and nobody else does', async () => {
  const stage = await world()
  const comment = await refused(stage, 'This is about ferries.\u0000\r\nPlease write on topic.')
  const { unpublished } = await stage.as('ada').looksAtOwn()
  expect(unpublished).toMatchObject([
    {
      id: comment.id,
      status: 'rejected',
      reason: 'off_topic',
      told: { words: 'This is about ferries.\nPlease write on topic.', appeal: null },
    },
  ])
  expect(JSON.stringify(unpublished)).not.toContain('mona')
  expect(JSON.stringify(await stage.as('ben').looksAtOwn())).not.toContain('ferries')
})

test('who was refused finds the way to the site’s own rules', async () => {
  const stage = await world({ settings: { rulesPage: 'https://daily.example/rules' } })
  await refused(stage)
  expect((await stage.as('ada').looksAtOwn()).rules).toBe('https://daily.example/rules')
  expect((await (await world()).as('ada').looksAtOwn()).rules).toBeNull()
})

test('a note between moderators is not told to the author', async () => {
  const { as, atDesk } = await world()
  const comment = await as('ada').posts('Hm')
  await (await atDesk('mona')).rules(comment, 'reject', { note: 'The usual suspect' })
  expect(JSON.stringify(await as('ada').looksAtOwn())).not.toContain('suspect')
})

test('an author appeals once, sees that it waits, and that it was granted', async () => {
  const stage = await world()
  const { as, atDesk, deps, number } = stage
  const comment = await refused(stage)
  expect(await as('ada').appeals(comment, 'It is about ferries, in the second sentence.')).toMatchObject({
    status: 'rejected',
    told: { appeal: { text: 'It is about ferries, in the second sentence.', outcome: null, decidedAt: null } },
  })
  const omar = await atDesk('omar')
  expect((await omar.file(comment)).appeal).toMatchObject({
    ruledBy: `mona-${number}`,
    mayDecline: true,
    outcome: null,
  })
  expect(await omar.rules(comment, 'approve', { words: 'You are right.' })).toMatchObject({ ok: true })
  expect(await as('ben').sees()).toEqual(['Judge me'])
  expect(await as('ada').looksAtOwn()).toMatchObject({
    unpublished: [],
    published: [comment.id],
    granted: [comment.id],
  })
  expect((await omar.file(comment)).appeal).toMatchObject({
    outcome: 'granted',
    decidedBy: `omar-${number}`,
    words: 'You are right.',
  })
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})

test('an appeal is declined by another moderator than the one who refused, and its author is told with words', async () => {
  const stage = await world()
  const { as, atDesk, deps, number } = stage
  const comment = await refused(stage, 'Off topic')
  await as('ada').appeals(comment)
  const [mona, omar] = [await atDesk('mona'), await atDesk('omar')]
  expect((await mona.file(comment)).appeal).toMatchObject({ mayDecline: false })
  expect(await mona.acts(comment, 'decline')).toMatchObject({ ok: false, code: 'ruling_not_allowed' })
  expect(await omar.acts(comment, 'decline', { words: 'I agree with my colleague.' })).toMatchObject({
    ok: true,
    status: 'rejected',
  })
  const { unpublished } = await as('ada').looksAtOwn()
  expect(unpublished).toMatchObject([
    {
      reason: 'off_topic',
      told: { words: 'Off topic', appeal: { outcome: 'declined', words: 'I agree with my colleague.' } },
    },
  ])
  expect((await omar.case(comment)).log.at(-1)).toMatchObject({
    ruling: 'decline',
    by: `omar-${number}`,
    to: 'rejected',
  })
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})

test('where there is one moderator only, the same one decides', async () => {
  const stage = await world()
  const comment = await refused(stage)
  await stage.as('ada').appeals(comment)
  const mona = await stage.atDesk('mona')
  expect((await mona.file(comment)).appeal).toMatchObject({ mayDecline: true })
  expect(await mona.acts(comment, 'decline')).toMatchObject({ ok: true })
  expect(await mona.acts(comment, 'decline')).toMatchObject({ ok: false, code: 'ruling_not_allowed' })
})

test('who refused a comment may still change the decision, which grants the appeal', async () => {
  const stage = await world()
  await stage.atDesk('omar')
  const comment = await refused(stage)
  await stage.as('ada').appeals(comment)
  const mona = await stage.atDesk('mona')
  expect(await mona.rules(comment, 'approve')).toMatchObject({ ok: true, status: 'published' })
  expect((await mona.file(comment)).appeal).toMatchObject({ outcome: 'granted' })
})

test('what the rules refused can be appealed against, too', async () => {
  const { as, atDesk } = await world({ settings: { holds: 'none' } })
  const first = await as('eve').posts('Hello')
  const mona = await atDesk('mona')
  await mona.acts(first, 'ban', { reason: 'abuse' })
  const second = await as('eve').posts('Hello again')
  expect(second).toMatchObject({ status: 'rejected', reason: 'banned' })
  await as('eve').appeals(second, 'It was a misunderstanding')
  expect((await mona.file(second)).appeal).toMatchObject({ ruledBy: null, mayDecline: true })
})

test('a second appeal is refused, also after the first was answered, and at the same moment', async () => {
  const stage = await world()
  const { as, atDesk } = stage
  const comment = await refused(stage)
  const both = await Promise.allSettled([as('ada').appeals(comment, 'One'), as('ada').appeals(comment, 'Two')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(as('ada').appeals(comment)).rejects.toMatchObject({ code: 'appealed_already', status: 409 })
  await (await atDesk('mona')).acts(comment, 'decline')
  await expect(as('ada').appeals(comment)).rejects.toMatchObject({ code: 'appealed_already' })
})

test('an appeal by a stranger, or for what was not refused, is refused', async () => {
  const { as, atDesk } = await world()
  const comment = await as('ada').posts('Hm')
  await expect(as('ada').appeals(comment)).rejects.toMatchObject({ code: 'nothing_to_appeal', status: 409 })
  await expect(as('ben').appeals(comment)).rejects.toMatchObject({ code: 'unknown_comment' })
  const mona = await atDesk('mona')
  await mona.rules(comment, 'approve')
  await expect(as('ada').appeals(comment)).rejects.toMatchObject({ code: 'nothing_to_appeal' })
  await expect(as('ben').appeals(comment)).rejects.toMatchObject({ code: 'not_yours', status: 403 })
  await mona.rules(comment, 'spam')
  await expect(as('ben').appeals(comment)).rejects.toMatchObject({ code: 'unknown_comment', status: 404 })
  expect(await as('ada').appeals(comment)).toMatchObject({ status: 'rejected' })
})

test.each([
  ['nothing', '', 'text_empty'],
  ['only invisible signs', '\u200b\u2060 \n', 'text_empty'],
  ['more than 2,000 characters', 'x'.repeat(2_001), 'text_too_long'],
])('an appeal that says %s is refused, and can be made anew', async (_, text, code) => {
  const stage = await world()
  const comment = await refused(stage)
  await expect(stage.as('ada').appeals(comment, text)).rejects.toMatchObject({ code, status: 422 })
  expect(await stage.as('ada').appeals(comment)).toMatchObject({ told: { appeal: { outcome: null } } })
})

test('an author who deletes the comment needs no answer any more', async () => {
  const stage = await world()
  const comment = await refused(stage)
  await stage.as('ada').appeals(comment)
  await stage.as('ada').withdraws(comment)
  const mona = await stage.atDesk('mona')
  expect((await mona.file(comment)).appeal).toMatchObject({ outcome: null, mayDecline: false })
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
})

test('a comment that was refused again after it had waited anew keeps its appeal open', async () => {
  const stage = await world()
  const { as, atDesk, deps } = stage
  const comment = await refused(stage)
  await as('ada').appeals(comment)
  const mona = await atDesk('mona')
  expect(await mona.rules(comment, 'restore')).toMatchObject({ ok: true, status: 'pending' })
  expect(await mona.rules(comment, 'reject')).toMatchObject({ ok: true })
  expect((await mona.file(comment)).appeal).toMatchObject({ outcome: null, mayDecline: true })
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})

test('a decision that is undone leaves the appeal it granted open again', async () => {
  const stage = await world()
  const { as, atDesk } = stage
  const comment = await refused(stage)
  await as('ada').appeals(comment, 'It is about ferries.')
  const omar = await atDesk('omar')
  await omar.rules(comment, 'approve')
  expect(await omar.sees('appealed')).toEqual([])
  await omar.rules(comment, 'restore')
  expect(await omar.sees('appealed')).toEqual(['Judge me'])
  expect((await as('ada').looksAtOwn()).unpublished).toMatchObject([
    { status: 'rejected', told: { appeal: { outcome: null } } },
  ])
  await omar.rules(comment, 'approve')
  expect(await omar.sees('appealed')).toEqual([])
})

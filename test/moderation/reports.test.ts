import { expect, test } from 'vitest'
import { spellId } from '../../server/comments/ids.ts'
import type { Comment } from '../../server/contract.ts'
import { type World, world } from '../world.ts'

/** Ben, Chiara and Darya report a comment of Ada's that was public at once. */
async function reportedByThree({ as }: World, text = 'Somebody minds this'): Promise<Comment> {
  const comment = await as('ada').posts(text)
  for (const name of ['ben', 'chiara', 'darya'] as const) await as(name).reports(comment)
  return comment
}

const open = (settings = {}) => world({ settings: { holds: 'none', ...settings } })

test('a reader reports a comment once; a second report answers the first, and nothing is added', async () => {
  const { as, atDesk, deps } = await open()
  const comment = await as('ada').posts('Hm')
  expect(await as('ben').reports(comment, 'hate', 'It hurts\u0000')).toEqual({ reported: 'hate' })
  expect(await as('ben').reports(comment, 'spam')).toEqual({ reported: 'hate' })
  const { reports } = await (await atDesk('mona')).file(comment)
  expect(reports).toMatchObject([{ reason: 'hate', words: 'It hurts', isOpen: true, outcome: null }])
  expect(await as('eve').sees()).toEqual(['Hm'])
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})

test('who reports is told to nobody at the desk', async () => {
  const { as, atDesk } = await open()
  const comment = await as('ada').posts('Hm')
  await as('ben').posts('I am Ben', { name: 'Ben the reporter' })
  await as('ben').reports(comment)
  expect(JSON.stringify(await (await atDesk('mona')).file(comment))).not.toContain('Ben')
})

test('as many reports as the site wishes take a comment back, with why in the log and for its author', async () => {
  const stage = await open()
  const { as, atDesk, deps } = stage
  const comment = await as('ada').posts('Somebody minds this')
  await as('ben').reports(comment)
  await as('chiara').reports(comment)
  expect(await as('eve').sees()).toEqual(['Somebody minds this'])
  await as('darya').reports(comment, 'hate')
  expect(await as('eve').sees()).toEqual([])
  expect((await as('ada').looksAtOwn()).unpublished).toMatchObject([{ id: comment.id, status: 'pending' }])
  const { log, case: one } = await (await atDesk('mona')).case(comment)
  expect(log.at(-1)).toMatchObject({
    ruling: 'hold',
    ruler: 'rules',
    from: 'published',
    to: 'pending',
    reason: 'reported',
  })
  expect(one.findings).toMatchObject([
    { rule: 'reportedOften', verdict: 'hold', reason: 'reported', detail: '3 readers' },
  ])
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})

test('reports never take a comment back where the site says 0, nor what staff wrote', async () => {
  const never = await open({ reportsToHold: 0 })
  await reportedByThree(never)
  expect(await never.as('eve').sees()).toEqual(['Somebody minds this'])
  const stage = await open({ reportsToHold: 1 })
  const root = await stage.as('ada').posts('Root')
  const answer = await (await stage.atDesk('mona')).answers(root, 'The staff speaks')
  await stage.as('ben').reports(answer)
  expect(await stage.as('eve').sees()).toEqual(['Root', 'The staff speaks'])
})

test('a reported comment that carries replies stays as a stub until somebody has looked', async () => {
  const stage = await open()
  const comment = await stage.as('ada').posts('Somebody minds this')
  await stage.as('eve').replies(comment, 'A reply')
  for (const name of ['ben', 'chiara', 'darya'] as const) await stage.as(name).reports(comment)
  expect(await stage.as('eve').sees()).toEqual(['(rejected)', 'A reply'])
  await (await stage.atDesk('mona')).rules(comment, 'approve')
  expect(await stage.as('eve').sees()).toEqual(['Somebody minds this', 'A reply'])
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
})

test.each(['approve', 'reject', 'spam'] as const)('to %s a held comment answers its reports', async ruling => {
  const stage = await open()
  const comment = await reportedByThree(stage)
  const mona = await stage.atDesk('mona')
  await mona.rules(comment, ruling)
  const { reports } = await mona.file(comment)
  const outcome = ruling === 'approve' ? 'fine' : 'upheld'
  expect(reports.map(each => [each.isOpen, each.outcome])).toEqual(Array(3).fill([false, outcome]))
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
})

test('a moderator’s “fine” leaves the comment, and stops the same complaint until the text is another', async () => {
  const stage = await open({ reportsToHold: 2 })
  const { as, atDesk, deps } = stage
  const comment = await as('ada').posts('Fine with me')
  await as('ben').reports(comment, 'abuse')
  const mona = await atDesk('mona')
  expect(await mona.acts(comment, 'settle', { note: 'A matter of taste' })).toMatchObject({
    ok: true,
    status: 'published',
  })
  await as('chiara').reports(comment, 'abuse')
  await as('darya').reports(comment, 'abuse')
  expect(await as('eve').sees()).toEqual(['Fine with me'])
  expect((await mona.file(comment)).reports.filter(({ isOpen }) => isOpen)).toEqual([])
  expect(await mona.acts(comment, 'edit', { text: 'Another text' })).toMatchObject({ ok: true })
  await as('eve').reports(comment, 'abuse')
  expect((await mona.file(comment)).reports.filter(({ isOpen }) => isOpen)).toHaveLength(1)
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})

test('to confirm a published comment answers its reports, too', async () => {
  const { as, atDesk, deps } = await open()
  const comment = await as('ada').posts('Hm')
  await as('ben').reports(comment)
  const mona = await atDesk('mona')
  expect(await mona.rules(comment, 'confirm')).toMatchObject({ ok: true, status: 'published' })
  expect((await mona.file(comment)).reports).toMatchObject([{ isOpen: false, outcome: 'fine' }])
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})

test('another complaint than the one found fine is heard', async () => {
  const { as, atDesk } = await open({ reportsToHold: 1 })
  const comment = await as('ada').posts('Hm')
  const mona = await atDesk('mona')
  await as('ben').reports(comment, 'abuse')
  await mona.rules(comment, 'approve')
  await as('chiara').reports(comment, 'abuse')
  expect(await as('eve').sees()).toEqual(['Hm'])
  await as('darya').reports(comment, 'illegal')
  expect(await as('eve').sees()).toEqual([])
})

test('what its author deletes has no open reports', async () => {
  const { as, atDesk, deps } = await open()
  const comment = await as('ada').posts('Hm')
  await as('ben').reports(comment)
  await as('ada').withdraws(comment)
  expect((await (await atDesk('mona')).file(comment)).reports).toMatchObject([{ isOpen: false, outcome: null }])
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})

test('three readers at the same moment take a comment back once', async () => {
  const { as, atDesk, deps } = await open()
  const comment = await as('ada').posts('Hm')
  await Promise.all(
    (['ben', 'chiara', 'darya', 'eve'] as const).map(name =>
      as(name)
        .reports(comment)
        .catch(() => null),
    ),
  )
  const { log } = await (await atDesk('mona')).case(comment)
  expect(log.filter(({ ruling }) => ruling === 'hold')).toHaveLength(1)
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})

test('nobody reports one’s own comment, a waiting one, one that is gone, or one that never was', async () => {
  const { as, atDesk } = await world()
  const comment = await as('ada').posts('Mine')
  const unknown = { code: 'unknown_comment', status: 404 }
  await expect(as('ben').reports(comment)).rejects.toMatchObject(unknown)
  const mona = await atDesk('mona')
  await mona.rules(comment, 'approve')
  await expect(as('ada').reports(comment)).rejects.toMatchObject({ code: 'own_comment' })
  await mona.rules(comment, 'reject')
  await expect(as('ben').reports(comment)).rejects.toMatchObject(unknown)
  await expect(as('ben').reports({ id: spellId(7) })).rejects.toMatchObject(unknown)
  const gone = await as('ada').posts('Gone')
  await mona.rules(gone, 'approve')
  await as('ada').withdraws(gone)
  await expect(as('ben').reports(gone)).rejects.toMatchObject(unknown)
})

test('a banned reader cannot report or vote, and is told so', async () => {
  const { as, atDesk, send, origin } = await open()
  const theirs = await as('eve').posts('Me')
  const other = await as('ada').posts('Another')
  await (await atDesk('mona')).acts(theirs, 'ban', { reason: 'abuse' })
  await expect(as('eve').reports(other)).rejects.toMatchObject({ code: 'banned', status: 403 })
  const headers = { Origin: origin, Authorization: `Bearer ${as('eve').token}` }
  const vote = await send(`/api/comments/${other.id}/vote`, { method: 'PUT', headers, json: { value: 1 } })
  expect(await vote.json()).toMatchObject({ code: 'banned' })
})

test.each([
  ['no reason', {}],
  ['an unknown reason', { reason: 'ugly' }],
  ['a reason that only rules give', { reason: 'first_comment' }],
  ['too many words', { reason: 'spam', words: 'x'.repeat(1_001) }],
])('a report with %s is refused', async (_, json) => {
  const { as, send } = await open()
  const comment = await as('ada').posts('Hm')
  const response = await send(`/api/comments/${comment.id}/reports`, {
    method: 'POST',
    headers: as('ben').headers(),
    json,
  })
  expect([response.status, (await response.json()).code]).toEqual([400, 'bad_request'])
})

test('reports from other pages than the site’s, and without a token, are refused', async () => {
  const { as, send } = await open()
  const comment = await as('ada').posts('Hm')
  const path = `/api/comments/${comment.id}/reports`
  const json = { reason: 'spam' }
  const abroad = await send(path, {
    method: 'POST',
    headers: as('ben').headers({ Origin: 'https://evil.example' }),
    json,
  })
  expect((await abroad.json()).code).toBe('origin_refused')
  expect((await (await send(path, { method: 'POST', json })).json()).code).toBe('token_needed')
})

test('a decision that is undone leaves the reports it answered open again', async () => {
  const { as, atDesk } = await world({ settings: { holds: 'none', reportsToHold: 2 } })
  const omar = await atDesk('omar')
  const comment = await as('ada').posts('Hold me')
  await as('ben').reports(comment, 'abuse')
  await as('eve').reports(comment, 'abuse')
  expect(await omar.sees('reported')).toEqual(['Hold me'])
  await omar.rules(comment, 'approve')
  expect(await omar.sees('reported')).toEqual([])
  await omar.rules(comment, 'restore')
  expect(await omar.sees('reported')).toEqual(['Hold me'])
  expect((await omar.case(comment)).case).toMatchObject({ status: 'pending', reports: 2 })
})

import { describe, expect, test } from 'vitest'
import { spellId } from '../../server/comments/ids.ts'
import {
  type ActRequest,
  type Comment,
  MODERATOR_ACTS,
  type ModeratorAct,
  mayRule,
  STATUSES,
  type Status,
} from '../../server/contract.ts'
import { type World, world } from '../world.ts'

const open = (settings = {}) => world({ settings: { holds: 'none', ...settings } })

/** What an act needs to be said with it. */
const SAYS: Partial<Record<ModeratorAct, Partial<ActRequest>>> = {
  edit: { text: 'As a moderator leaves it' },
  warn: { words: 'Please be kind.' },
}

/** A comment of Ada's that stands at this status, with everything on it that the act undoes or answers. */
async function readyFor(stage: World, act: ModeratorAct, status: Status): Promise<Comment> {
  const { as, atDesk } = stage
  const mona = await atDesk('mona')
  const comment = await as('ada').posts(`A comment that is ${status}`)
  const undoes = { unpin: 'pin', unfeature: 'feature', unlock: 'lock', lift: 'mute' }[act as string] as ModeratorAct
  if (undoes) await mona.acts(comment, undoes)
  if (status === 'rejected') await mona.rules(comment, 'reject')
  if (status === 'spam') await mona.rules(comment, 'spam')
  if (act === 'settle' && status === 'published') await as('ben').reports(comment)
  if (status === 'pending') for (const name of ['ben', 'chiara', 'darya'] as const) await as(name).reports(comment)
  if (act === 'decline' && (status === 'rejected' || status === 'spam')) await as('ada').appeals(comment)
  if (status === 'withdrawn') await as('ada').withdraws(comment)
  return comment
}

describe('every cell of the table of acts', () => {
  const cells = STATUSES.flatMap(status => MODERATOR_ACTS.map(act => [act, status] as const))
  test.each(cells)('%s on a comment that is %s', async (act, status) => {
    const stage = await open()
    const comment = await readyFor(stage, act, status)
    const mona = await stage.atDesk('mona')
    const before = (await mona.case(comment)).case
    expect(before.status).toBe(status)
    const answer = await mona.acts(comment, act, SAYS[act])
    const after = await mona.case(comment)
    if (mayRule('moderator', act, status)) {
      expect(answer).toEqual({ comment: comment.id, ok: true, status, version: before.version + 1 })
      expect(after.log.at(-1)).toMatchObject({ ruling: act, from: status, to: status, by: `mona-${stage.number}` })
    } else {
      expect(answer).toMatchObject({
        ok: false,
        code: 'ruling_not_allowed',
        standing: { status, version: before.version },
      })
      expect(after.case.version).toBe(before.version)
    }
    expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
  })
})

test('an act is done once: the second time there is nothing to do, and the desk is told why', async () => {
  const { as, atDesk } = await open()
  const comment = await as('ada').posts('Root')
  const mona = await atDesk('mona')
  for (const act of ['pin', 'feature', 'lock'] as const) {
    expect(await mona.acts(comment, act)).toMatchObject({ ok: true })
    expect(await mona.acts(comment, act)).toMatchObject({ ok: false, code: 'ruling_not_allowed' })
  }
  expect(await mona.acts(comment, 'settle')).toMatchObject({ ok: false, detail: 'It has no open report.' })
  expect(await mona.acts(comment, 'lift')).toMatchObject({ ok: false, code: 'ruling_not_allowed' })
})

test('who acts on a stale view is told who was first, and of two at once one acts', async () => {
  const { as, atDesk, number } = await open()
  const comment = await as('ada').posts('Root')
  const [mona, omar] = [await atDesk('mona'), await atDesk('omar')]
  await mona.acts(comment, 'pin')
  expect(await omar.acts(comment, 'lock', { seen: 1 })).toMatchObject({
    ok: false,
    code: 'stale_version',
    standing: { version: 2, decision: { ruling: 'pin', by: `mona-${number}` } },
  })
  const both = await Promise.all([mona, omar].map(each => each.acts(comment, 'lock', { seen: 2 })))
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
})

test('to confirm can be undone after something was done beside it', async () => {
  const { as, atDesk } = await open()
  const comment = await as('ada').posts('Hm')
  const mona = await atDesk('mona')
  await mona.rules(comment, 'confirm')
  await mona.acts(comment, 'pin')
  expect(await mona.rules(comment, 'restore')).toMatchObject({ ok: true, status: 'published' })
})

test('an edited text and an answer of staff are found by their words, in their language', async () => {
  const { as, atDesk } = await open()
  const comment = await as('ada').posts('A telephone number that must go')
  const mona = await atDesk('mona')
  await mona.acts(comment, 'edit', { text: 'این متن دیگری است' })
  const answer = await mona.answers(comment, 'We have taken the telephone away')
  const found = async (q: string) => (await mona.queue('all', { q })).cases.map(({ id }) => id)
  expect(await found('telephone')).toEqual([answer.id])
  expect(await found('دیگری')).toEqual([comment.id])
  expect((await mona.queue('all', { language: 'fa' })).cases.map(({ id }) => id)).toEqual([comment.id])
})

test('what an edited text linked to is forgotten, and what it links to now is known', async () => {
  const { as, atDesk } = await open({ holdsNewDomains: true })
  const comment = await as('ada').posts('Nothing yet')
  const mona = await atDesk('mona')
  await mona.acts(comment, 'edit', { text: 'See https://known.example/page' })
  expect(await as('ben').posts('Look at https://known.example/other')).toMatchObject({ status: 'published' })
  await mona.answers(comment, 'Also https://staff.example/')
  expect(await as('ben').posts('And https://staff.example/other')).toMatchObject({ status: 'published' })
  expect(await as('ben').posts('Then https://new.example/')).toMatchObject({ status: 'pending' })
})

test('what a moderator did beside it does not hide the last decision, and undoing takes back that', async () => {
  const { as, atDesk } = await world()
  const comment = await as('ada').posts('Hm')
  const mona = await atDesk('mona')
  await mona.rules(comment, 'approve')
  await mona.acts(comment, 'feature')
  expect((await mona.case(comment)).case.decision).toMatchObject({ ruling: 'approve', from: 'pending' })
  expect(await mona.rules(comment, 'restore')).toMatchObject({ ok: true, status: 'pending' })
  await mona.rules(comment, 'reject', { reason: 'hate', words: 'No.' })
  await mona.acts(comment, 'mute')
  expect((await as('ada').looksAtOwn()).unpublished).toMatchObject([{ reason: 'hate', told: { words: 'No.' } }])
})

describe('a moderator’s edit', () => {
  test('shows as one, keeps what was written, and takes its place everywhere', async () => {
    const { as, atDesk, deps, number } = await open()
    const comment = await as('ada').posts('My number is 555-1234, call me')
    const mona = await atDesk('mona')
    expect(
      await mona.acts(comment, 'edit', { text: 'My number is **removed**', reason: 'personal_data' }),
    ).toMatchObject({ ok: true })
    const { comments } = await as('eve').reads()
    expect(comments[0]).toMatchObject({
      tree: [{ type: 'p', children: ['My number is ', { type: 'strong', children: ['removed'] }] }],
      marks: ['edited'],
    })
    expect(comments[0]!.editedAt).toBeGreaterThan(comments[0]!.createdAt)
    expect((await mona.file(comment)).editions).toMatchObject([
      { text: 'My number is 555-1234, call me', by: `mona-${number}`, version: 1 },
    ])
    expect((await mona.case(comment)).case.text).toBe('My number is **removed**')
    const again = await as('ada').posts('My number is removed')
    expect((await mona.case(again)).case.findings).toMatchObject([{ rule: 'saidAlready' }])
    expect(await deps.store.doctor.discrepancies()).toEqual([])
  })

  test('is cleaned and parsed like any text: no markup gets through', async () => {
    const { as, atDesk } = await open()
    const comment = await as('ada').posts('Hm')
    await (await atDesk('mona')).acts(comment, 'edit', {
      text: '<img src=x onerror=alert(1)>\u202e [x](javascript:alert(1))',
    })
    const tree = (await as('eve').reads()).comments[0]!.tree
    expect(tree).toEqual([{ type: 'p', children: ['<img src=x onerror=alert(1)> [x](javascript:alert(1))'] }])
  })

  test.each([
    ['no text', undefined, 'bad_request'],
    ['nothing to read', ' \u200b', 'text_empty'],
    ['too much', 'x'.repeat(10_001), 'text_too_long'],
  ])('with %s is refused', async (_, text, code) => {
    const { as, atDesk } = await open()
    const comment = await as('ada').posts('Hm')
    await expect((await atDesk('mona')).acts(comment, 'edit', { text })).rejects.toMatchObject({ code })
  })
})

test.each([
  ['an unknown act', { act: 'delete' }],
  ['a ruling', { act: 'approve' }],
  ['a warning without words', { act: 'warn' }],
  ['a warning of nothing that can be seen', { act: 'warn', words: '\u200b ' }],
  ['a ban that ended yesterday', { act: 'ban', until: 1 }],
  ['a ban until after the end of time', { act: 'ban', until: 8_640_000_000_000_001 }],
  ['more words than there may be', { act: 'ban', words: 'x'.repeat(2_001) }],
  ['no version', { act: 'pin', seen: 0 }],
])('%s is refused', async (_, json) => {
  const { as, atDesk, site } = await open()
  const comment = await as('ada').posts('Hm')
  const asked = (await atDesk('mona')).asks('/api/desk/acts', {
    method: 'POST',
    json: { site, comment: comment.id, seen: 1, ...json },
  })
  await expect(asked).rejects.toMatchObject({ code: 'bad_request', status: 400 })
})

test('2,000 characters of words are allowed, whatever they weigh', async () => {
  const { as, atDesk } = await open()
  const comment = await as('ada').posts('Hm')
  const words = '👩‍👩‍👧‍👦'.repeat(2_000)
  expect(await (await atDesk('mona')).acts(comment, 'warn', { words })).toMatchObject({ ok: true })
})

test('acts on unknown and foreign comments are answered alike', async () => {
  const { as, atDesk } = await open()
  const abroad = await open()
  await as('ada').posts('Here')
  const foreign = await abroad.as('ada').posts('There')
  const mona = await atDesk('mona')
  const answers = await Promise.all(
    [foreign.id, spellId(7), 'not-an-id'].map(id => mona.acts({ id }, 'pin', { seen: 1 })),
  )
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: 'unknown_comment', standing: null })
  expect((await abroad.as('eve').reads()).comments[0]!.marks).toBeUndefined()
})

import { describe, expect, test } from 'vitest'
import { readId, spellId } from '../../server/comments/ids.ts'
import {
  type ActRequest,
  type Comment,
  LIMITS,
  MODERATOR_ACTS,
  type ModeratorAct,
  mayRule,
  STATUSES,
  type Status,
} from '../../server/contract.ts'
import { plainText } from '../people.ts'
import { type World, world } from '../world.ts'

const DAY = 24 * 3_600_000
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

test('what is written in a muted author’s time waits, and a held network’s, too', async () => {
  const { as, atDesk } = await open()
  const comment = await as('eve').posts('Loud')
  const mona = await atDesk('mona')
  await mona.acts(comment, 'mute')
  expect(await as('eve').posts('Louder')).toMatchObject({ status: 'pending' })
  await mona.acts(comment, 'lift')
  expect(await as('eve').posts('Calm')).toMatchObject({ status: 'published' })
  const network = { 'X-Test-Client': '203.0.113.9' }
  const there = async (name: 'ben' | 'chiara', text: string) =>
    (await (await as(name).sends({ text }, network)).json()).comment as Comment
  const nasty = await there('ben', 'Nasty')
  await mona.acts(nasty, 'ban')
  expect(await there('chiara', 'From the same house')).toMatchObject({ status: 'pending' })
  await mona.acts(nasty, 'lift')
  expect(await there('chiara', 'From the same house, later')).toMatchObject({ status: 'published' })
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

describe('what is done about an author', () => {
  test('a banned author is told why and until when, and may write again when it has ended', async () => {
    const { as, atDesk, clock, number } = await open()
    const comment = await as('eve').posts('Nasty')
    const until = clock.now + 3 * DAY
    const mona = await atDesk('mona')
    await mona.acts(comment, 'ban', { reason: 'abuse', words: 'Three days to cool down.', note: 'Third time', until })
    expect((await as('eve').looksAtOwn()).standing).toEqual({
      warning: null,
      ban: { until, reason: 'abuse', words: 'Three days to cool down.' },
      mute: null,
    })
    expect(await as('eve').posts('Let me in')).toMatchObject({ status: 'rejected', reason: 'banned' })
    const { log } = await mona.case(comment)
    expect(log.at(-1)).toMatchObject({ ruling: 'ban', by: `mona-${number}`, reason: 'abuse', from: 'published' })
    expect((await mona.file(comment)).words[0]).toMatchObject({
      note: 'Third time',
      words: 'Three days to cool down.',
      until,
    })
    clock.now = until
    expect((await as('eve').looksAtOwn()).standing.ban).toBeNull()
    expect(await as('eve').posts('I have cooled down')).toMatchObject({ status: 'published' })
  })

  test('a ban for good has no end, until it is lifted', async () => {
    const { as, atDesk } = await open()
    const comment = await as('eve').posts('Nasty')
    const mona = await atDesk('mona')
    await mona.acts(comment, 'ban')
    expect((await as('eve').looksAtOwn()).standing.ban).toEqual({ until: null, reason: null, words: null })
    expect((await mona.file(comment)).author.ban).toMatchObject({ until: null })
    await mona.acts(comment, 'lift')
    expect((await as('eve').looksAtOwn()).standing.ban).toBeNull()
    expect(await as('eve').posts('Thank you')).toMatchObject({ status: 'published' })
  })

  test('a ban holds the networks a guest wrote from in the last two days, for one day; lifting it lets them go', async () => {
    const { as, atDesk, deps, site, clock } = await open()
    const old = await as('eve').posts('Long ago')
    const { sql } = await import('drizzle-orm')
    const from = (comment: Comment, network: string) =>
      deps.store.engine.write([sql`UPDATE comments SET network = ${network} WHERE id = ${readId(comment.id)}`])
    await from(old, `old-${site}`)
    clock.now += 3 * DAY
    const fresh = await as('eve').posts('Just now')
    await from(fresh, `fresh-${site}`)
    const mona = await atDesk('olga')
    await mona.acts(fresh, 'ban')
    const held = () => deps.store.engine.all(sql`SELECT network, until FROM held_networks WHERE site_id = ${site}`)
    expect(await held()).toEqual([{ network: `fresh-${site}`, until: expect.any(Number) }])
    expect(((await held()) as { until: number }[])[0]!.until).toBeLessThanOrEqual(clock.now + DAY)
    await mona.acts(fresh, 'lift')
    expect(await held()).toEqual([])
  })

  test('a warned author reads the warning, acknowledges it, and only then goes on', async () => {
    const { as, atDesk } = await open()
    const comment = await as('eve').posts('Rude')
    const mona = await atDesk('mona')
    await mona.acts(comment, 'warn', { words: 'Please speak kindly of others.' })
    expect((await as('eve').looksAtOwn()).standing.warning).toBe('Please speak kindly of others.')
    await expect(as('eve').posts('What?')).rejects.toMatchObject({
      code: 'warning_unread',
      problem: { words: 'Please speak kindly of others.' },
    })
    expect((await as('ben').posts('Others go on')).status).toBe('published')
    await as('eve').acknowledges()
    await as('eve').acknowledges()
    expect((await as('eve').looksAtOwn()).standing.warning).toBeNull()
    expect((await as('eve').posts('I am sorry')).status).toBe('published')
    expect((await mona.file(comment)).author.warning).toBeNull()
  })

  test('a muted author is told', async () => {
    const { as, atDesk, clock } = await open()
    const comment = await as('eve').posts('Loud')
    const until = clock.now + DAY
    await (await atDesk('mona')).acts(comment, 'mute', { until })
    expect((await as('eve').looksAtOwn()).standing.mute).toEqual({ until })
  })

  test('staff are neither banned nor warned at the desk', async () => {
    const { as, atDesk } = await open()
    const root = await as('ada').posts('Root')
    const omar = await atDesk('omar')
    const answer = await (await atDesk('mona')).answers(root, 'We')
    for (const act of ['ban', 'mute', 'warn'] as const) {
      expect(await omar.acts(answer, act, { words: 'You' })).toMatchObject({ ok: false, code: 'ruling_not_allowed' })
    }
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

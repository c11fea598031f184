import { describe, expect, test } from 'vitest'
import { readId, spellId } from '../../server/comments/ids.ts'
import {
  type Comment,
  MODERATOR_RULINGS,
  type ModeratorRuling,
  mayRule,
  RULINGS,
  STATUSES,
  type Status,
} from '../../server/contract.ts'
import { type World, world } from '../world.ts'

const DAY = 24 * 3_600_000

/** A comment of Ada's that stands at this status, reached by real rulings. */
async function commentAt({ as, atDesk }: World, status: Status): Promise<Comment> {
  const comment = await as('ada').posts(`A comment that is ${status}`)
  const mona = await atDesk('mona')
  if (status === 'published') await mona.rules(comment, 'approve')
  if (status === 'rejected') await mona.rules(comment, 'reject')
  if (status === 'spam') await mona.rules(comment, 'spam')
  if (status === 'withdrawn') await as('ada').withdraws(comment)
  return comment
}

describe('every cell of the table of rulings', () => {
  const cells = STATUSES.flatMap(from => MODERATOR_RULINGS.map(ruling => [ruling, from] as const))
  test.each(cells)('%s on a comment that is %s', async (ruling, from) => {
    const stage = await world()
    const comment = await commentAt(stage, from)
    const mona = await stage.atDesk('mona')
    const answer = await mona.rules(comment, ruling)
    const { status, version } = (await mona.case(comment)).case
    // A waiting comment that nobody has ruled on has nothing to be restored to.
    const isAllowed = mayRule('moderator', ruling, from) && !(ruling === 'restore' && from === 'pending')
    if (isAllowed) {
      const to = ruling === 'restore' ? 'pending' : RULINGS[ruling].to
      expect(answer).toEqual({ comment: comment.id, ok: true, status: to, version })
      expect(status).toBe(to)
    } else {
      expect(answer).toMatchObject({ ok: false, code: 'ruling_not_allowed', standing: { status: from, version } })
      expect(status).toBe(from)
    }
  })
})

test('an approved comment is public, a rejected one goes, and both are in the log with who and why', async () => {
  const { as, atDesk, number } = await world()
  const mona = await atDesk('mona')
  const comment = await as('ada').posts('Mostly harmless')
  await mona.rules(comment, 'approve')
  expect(await as('ben').sees()).toEqual(['Mostly harmless'])
  await (await atDesk('omar')).rules(comment, 'reject', { reason: 'off_topic', note: 'Not about ferries' })
  expect(await as('ben').sees()).toEqual([])
  const { log } = await mona.case(comment)
  expect(log.map(({ ruling, by, from, to, reason }) => [ruling, by, from, to, reason])).toEqual([
    ['post', null, 'none', 'pending', 'first_comment'],
    ['approve', `mona-${number}`, 'pending', 'published', null],
    ['reject', `omar-${number}`, 'published', 'rejected', 'off_topic'],
  ])
  expect((await as('ada').looksAtOwn()).unpublished).toMatchObject([
    { id: comment.id, status: 'rejected', reason: 'off_topic' },
  ])
})

test('an author is not told that a comment was taken for spam, nor by whom, nor which rule found it', async () => {
  const { as, atDesk } = await world()
  const comment = await as('ada').posts('Watches')
  await (await atDesk('mona')).rules(comment, 'spam', { reason: 'spam' })
  const { unpublished } = await as('ada').looksAtOwn()
  expect(unpublished).toMatchObject([{ status: 'rejected', reason: 'spam' }])
  expect(JSON.stringify(unpublished)).not.toMatch(/mona|firstComment|finding/i)
})

test('a moderator who acts on a stale view is told who was first and what stands now', async () => {
  const { as, atDesk, number } = await world()
  const comment = await as('ada').posts('Both of you look at this')
  const [mona, omar] = [await atDesk('mona'), await atDesk('omar')]
  const seen = (await omar.case(comment)).case.version
  await mona.rules(comment, 'approve')
  const answer = await omar.rules(comment, 'reject', { seen })
  expect(answer).toMatchObject({
    ok: false,
    code: 'stale_version',
    standing: { status: 'published', version: seen + 1, decision: { ruling: 'approve', by: `mona-${number}` } },
  })
  expect(await as('ben').sees()).toEqual(['Both of you look at this'])
})

test('of two moderators at the same moment exactly one rules', async () => {
  const { as, atDesk } = await world()
  const [mona, omar] = [await atDesk('mona'), await atDesk('omar')]
  const comments: Comment[] = []
  for (let n = 0; n < 10; n++) comments.push(await as('ada').posts(`Number ${n}`))
  const rulings = (ruling: ModeratorRuling) => comments.map(({ id }) => ({ comment: id, ruling, seen: 1 }))
  const [ofMona, ofOmar] = await Promise.all([mona.rulesOnAll(rulings('approve')), omar.rulesOnAll(rulings('spam'))])
  for (let n = 0; n < 10; n++) expect([ofMona[n]!.ok, ofOmar[n]!.ok].filter(Boolean)).toHaveLength(1)
  for (const comment of comments) expect((await mona.case(comment)).log).toHaveLength(2)
})

test('undo brings a comment back to where it was, and undoing that takes it away again', async () => {
  const { as, atDesk } = await world()
  const mona = await atDesk('mona')
  const comment = await commentAt({ as, atDesk } as World, 'published')
  await mona.rules(comment, 'spam')
  expect(await mona.rules(comment, 'restore')).toMatchObject({ ok: true, status: 'published' })
  expect(await as('ben').sees()).toHaveLength(1)
  expect(await mona.rules(comment, 'restore')).toMatchObject({ ok: true, status: 'spam' })
  expect(await as('ben').sees()).toHaveLength(0)
})

test('after thirty days a decision can no longer be undone', async () => {
  const stage = await world()
  const comment = await commentAt(stage, 'rejected')
  stage.clock.now += 29 * DAY
  const mona = await stage.signIn('mona-later', stage.site, 'moderator')
  stage.clock.now += 1 * DAY
  expect(await mona.rules(comment, 'restore')).toMatchObject({ ok: false, code: 'ruling_not_allowed' })
})

test('what its author deleted stays deleted, even while a moderator looks at it', async () => {
  const { as, atDesk } = await world()
  const comment = await as('ada').posts('Oh no')
  const mona = await atDesk('mona')
  await as('ada').withdraws(comment)
  expect(await mona.rules(comment, 'approve', { seen: 1 })).toMatchObject({ ok: false, code: 'stale_version' })
  expect(await mona.rules(comment, 'restore')).toMatchObject({ ok: false, code: 'ruling_not_allowed' })
})

test('500 rulings in one call get 500 answers; the counts and the log agree with them', async () => {
  const stage = await world({ settings: { holds: 'all' } })
  const { as, atDesk, deps, site } = stage
  const mona = await atDesk('mona')
  const comments: Comment[] = []
  for (let n = 0; n < 500; n++) comments.push(await as('ada').posts(`Number ${n}`))
  const rulings = comments.map(({ id }, n) => ({
    comment: id,
    ruling: n % 2 ? 'approve' : 'reject',
    seen: n % 50 ? 1 : 9,
  }))
  const answers = await mona.rulesOnAll(rulings)
  expect(answers).toHaveLength(500)
  expect(answers.filter(({ ok }) => !ok)).toHaveLength(10)
  expect((await as('ben').reads()).article.count).toBe(250)
  expect((await mona.queue()).counts).toMatchObject({ pending: 10, published: 101, rejected: 101 })
  expect(await deps.store.doctor.discrepancies()).toEqual([])
  const seqs = await deps.store.engine.all<{ seq: number }>(
    (await import('drizzle-orm')).sql`SELECT seq FROM rulings WHERE site_id = ${site} ORDER BY seq`,
  )
  expect(seqs.map(({ seq }) => seq)).toEqual(Array.from({ length: 990 }, (_, n) => n + 1))
}, 60_000)

test.each([
  ['501 rulings', Array.from({ length: 501 }, () => ({ comment: 'a', ruling: 'approve', seen: 1 }))],
  ['no rulings', []],
  ['an unknown ruling', [{ comment: 'a', ruling: 'delete', seen: 1 }]],
  ['an author’s ruling', [{ comment: 'a', ruling: 'withdraw', seen: 1 }]],
  ['no version', [{ comment: 'a', ruling: 'approve' }]],
  ['an unknown reason', [{ comment: 'a', ruling: 'reject', seen: 1, reason: 'ugly' }]],
])('%s in one call are refused', async (_, rulings) => {
  const { atDesk } = await world()
  await expect((await atDesk('mona')).rulesOnAll(rulings)).rejects.toMatchObject({ code: 'bad_request', status: 400 })
})

test('rulings on unknown and foreign comments and the same comment twice are answered one by one', async () => {
  const { as, atDesk } = await world()
  const abroad = await world()
  const [mine, foreign] = [await as('ada').posts('Here'), await abroad.as('ada').posts('There')]
  const rule = (comment: string) => ({ comment, ruling: 'approve', seen: 1 })
  const answers = await (await atDesk('mona')).rulesOnAll(
    [mine.id, mine.id, foreign.id, spellId(7), 'not-an-id'].map(rule),
  )
  expect(answers.map(answer => (answer.ok ? answer.status : answer.code))).toEqual([
    'published',
    'stale_version',
    'unknown_comment',
    'unknown_comment',
    'unknown_comment',
  ])
  expect((await (await abroad.atDesk('mona')).case(foreign)).case.status).toBe('pending')
})

test('a removed comment stays as a stub while anything under it is shown, and comes back with it', async () => {
  const { as, atDesk, deps } = await world({ settings: { holds: 'none' } })
  const mona = await atDesk('mona')
  const root = await as('ada').posts('Root')
  const middle = await as('ben').replies(root, 'Middle')
  const leaf = await as('eve').replies(middle, 'Leaf')
  await mona.rulesOnAll([root, middle].map(({ id }) => ({ comment: id, ruling: 'reject', seen: 1 })))
  expect(await as('darya').sees()).toEqual(['(rejected)', '(rejected)', 'Leaf'])
  await mona.rules(leaf, 'spam')
  expect(await as('darya').sees()).toEqual([])
  await mona.rules(leaf, 'restore')
  expect(await as('darya').sees()).toEqual(['(rejected)', '(rejected)', 'Leaf'])
  expect((await as('darya').reads()).article.count).toBe(1)
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})

test('a stub tells nothing of what was removed', async () => {
  const { as, atDesk } = await world({ settings: { holds: 'none' } })
  const root = await as('ada').posts('Secret words', { name: 'Secret name' })
  await as('ben').replies(root, 'Reply')
  await (await atDesk('mona')).rules(root, 'spam')
  const thread = await as('eve').reads()
  expect(thread.comments[0]).toMatchObject({ status: 'rejected', author: null, tree: [], reason: null })
  expect(JSON.stringify(thread)).not.toMatch(/Secret|spam/)
})

test('the public revision rises when the public sees something change, and only then', async () => {
  const { as, atDesk } = await world()
  const mona = await atDesk('mona')
  const revision = async () => (await as('eve').reads()).article.revision
  const first = await as('ada').posts('One')
  expect(await revision()).toBe(0)
  await mona.rules(first, 'spam')
  expect(await revision()).toBe(0)
  await mona.rules(first, 'approve')
  const shown = await revision()
  expect(shown).toBeGreaterThan(0)
  await as('ben').posts('Waiting')
  expect(await revision()).toBe(shown)
  await mona.rules(first, 'reject')
  expect(await revision()).toBeGreaterThan(shown)
})

test('a note stands under the ruling of the moderator who wrote it, or nowhere', async () => {
  const { as, deps, site, atDesk, clock } = await world()
  const comment = await as('ada').posts('Both at the same millisecond')
  const names = [await atDesk('mona'), await atDesk('omar')]
  expect(names).toHaveLength(2)
  const { sql } = await import('drizzle-orm')
  const people = await deps.store.engine.all<{ person_id: number }>(
    sql`SELECT person_id FROM roles WHERE site_id = ${site}`,
  )
  const id = readId(comment.id)!
  const rule = (personId: number, ruling: 'approve' | 'reject', note: string | null) =>
    deps.store.rulings.make(
      site,
      [{ id, ruling, seen: 1, reason: null, note }],
      { ruler: 'moderator', personId },
      clock.now,
    )
  const [first, second] = await Promise.all([
    rule(people[0]!.person_id, 'approve', null),
    rule(people[1]!.person_id, 'reject', 'This is hate speech'),
  ])
  expect([first.length, second.length]).toEqual([1, 0])
  const words = await deps.store.engine.all(sql`SELECT note FROM ruling_words WHERE comment_id = ${id}`)
  expect(words).toEqual([])
})

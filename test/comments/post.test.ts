import { expect, test } from 'vitest'
import type { Comment, Replies } from '../../server/contract.ts'
import { answerOf, plainText, tokenOf } from '../people.ts'
import { world } from '../world.ts'

test('a guest’s first comment waits, its author sees it, and nobody else does', async () => {
  const { as } = await world()
  const comment = await as('ada').posts('The ferry should stay.', { name: 'Ada' })
  expect(comment).toMatchObject({ status: 'pending', author: { name: 'Ada' }, parent: null })
  expect(await as('ben').sees()).toEqual([])
  expect((await as('ben').reads()).article.count).toBe(0)
  expect((await as('ada').looksAtOwn()).unpublished.map(({ id }) => id)).toEqual([comment.id])
  expect((await as('ben').looksAtOwn()).unpublished).toEqual([])
})

test('once a moderator has approved one, the author’s next comment is published at once', async () => {
  const { as, atDesk } = await world()
  const first = await as('ada').posts('The ferry should stay.')
  await (await atDesk('mona')).rules(first, 'approve')
  expect(await as('ada').posts('And run later.')).toMatchObject({ status: 'published' })
  expect(await as('ben').sees()).toEqual(['And run later.', 'The ferry should stay.'])
})

test('a reply stands under its parent, and a reader finds both in one request', async () => {
  const { as, atDesk } = await world()
  const mona = await atDesk('mona')
  const root = await as('ada').posts('Who pays for it?')
  await mona.rules(root, 'approve')
  const reply = await as('ben').replies(root, 'The town does.')
  expect(reply).toMatchObject({ parent: root.id, root: root.id, status: 'pending' })
  await mona.rules(reply, 'approve')
  const thread = await as('eve').reads()
  expect(thread.comments.map(({ id, parent }) => [id, parent])).toEqual([
    [root.id, null],
    [reply.id, root.id],
  ])
  expect(thread.comments[0]).toMatchObject({ replies: 1, more: null })
  expect(thread.article.count).toBe(2)
})

test('of many replies the first three come along, and the rest on demand', async () => {
  const { as, send } = await world({ settings: { holds: 'none' } })
  const root = await as('ada').posts('Root')
  for (let n = 1; n <= 60; n++) await as('ben').replies(root, `Reply ${n}`)
  const { comments } = await as('eve').reads()
  expect(comments.map(({ parent }) => parent)).toEqual([null, root.id, root.id, root.id])
  expect(comments[0]).toMatchObject({ replies: 60 })
  const rest = await answerOf<Replies>(await send(`/api/comments/${root.id}/replies?after=${comments[0]!.more}`))
  expect(rest.comments.map(plainText)).toEqual(Array.from({ length: 50 }, (_, n) => `Reply ${n + 4}`))
  const last = await answerOf<Replies>(await send(`/api/comments/${root.id}/replies?after=${rest.next}`))
  expect(last.comments.map(plainText)).toEqual([
    'Reply 54',
    'Reply 55',
    'Reply 56',
    'Reply 57',
    'Reply 58',
    'Reply 59',
    'Reply 60',
  ])
  expect(last.next).toBeNull()
})

test('a second page of roots begins where the first ended, newest or oldest first', async () => {
  const { as } = await world({ settings: { holds: 'none' } })
  for (let n = 1; n <= 7; n++) await as('ada').posts(`Number ${n}`)
  for (const sort of ['newest', 'oldest']) {
    const first = await as('ben').reads({ sort, limit: '3' })
    const second = await as('ben').reads({ sort, limit: '3', after: first.next! })
    const third = await as('ben').reads({ sort, limit: '3', after: second.next! })
    const texts = [first, second, third].flatMap(({ comments }) => comments.map(plainText))
    const inOrder = [1, 2, 3, 4, 5, 6, 7].map(n => `Number ${n}`)
    expect(texts).toEqual(sort === 'newest' ? inOrder.toReversed() : inOrder)
    expect(third.next).toBeNull()
  }
})

test('the same key and text twice is one comment; another text with the key is refused', async () => {
  const { as } = await world()
  const key = { 'Idempotency-Key': 'draft-1' }
  const first = await as('ada').sends({ text: 'Once' }, key)
  const again = await as('ada').sends({ text: 'Once' }, key)
  expect([first.status, again.status]).toEqual([201, 200])
  expect(await again.json()).toEqual(await first.json())
  expect((await as('ada').sends({ text: 'Twice' }, key)).status).toBe(422)
  expect((await as('ben').sends({ text: 'Once' }, key)).status).toBe(201)
  expect((await as('ada').looksAtOwn()).unpublished).toHaveLength(1)
})

test('the same key at the same moment from several connections is one comment', async () => {
  const { as } = await world()
  const key = { 'Idempotency-Key': 'draft-1' }
  const responses = await Promise.all(Array.from({ length: 8 }, () => as('ada').sends({ text: 'Once' }, key)))
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
  const ids = await Promise.all(
    responses.map(async response => ((await response.json()) as { comment: { id: string } }).comment.id),
  )
  expect(new Set(ids).size).toBe(1)
  expect((await as('ada').looksAtOwn()).unpublished).toHaveLength(1)
})

test('a retry after the moderator’s decision answers the comment as it stands now', async () => {
  const { as, atDesk } = await world()
  const key = { 'Idempotency-Key': 'draft-1' }
  const first = (await (await as('ada').sends({ text: 'Once' }, key)).json()) as { comment: Comment }
  await (await atDesk('mona')).rules(first.comment, 'reject', { reason: 'off_topic' })
  const again = await (await as('ada').sends({ text: 'Once' }, key)).json()
  expect(again).toMatchObject({ comment: { id: first.comment.id, status: 'rejected', reason: 'off_topic' } })
})

test('two comments of a new reader at the same moment belong to one author', async () => {
  const { as, atDesk } = await world()
  const both = await Promise.all([as('ada').posts('One'), as('ada').posts('Two')])
  expect((await as('ada').looksAtOwn()).unpublished.map(({ id }) => id).sort()).toEqual(both.map(({ id }) => id).sort())
  expect(new Set(both.map(({ author }) => author!.avatar)).size).toBe(1)
  const { cases } = await (await atDesk('mona')).queue()
  expect(cases).toHaveLength(2)
})

test('saying the same again waits, even for an author who is known', async () => {
  const { as, atDesk } = await world()
  await (await atDesk('mona')).rules(await as('ada').posts('Hello to all of you'), 'approve')
  expect(await as('ada').posts('hello, to ALL of you!!')).toMatchObject({ status: 'pending' })
  const { cases } = await (await atDesk('mona')).queue()
  expect(cases[0]!.findings).toMatchObject([{ rule: 'saidAlready', verdict: 'hold', reason: 'repeated' }])
})

test('more links than the site allows wait, with the evidence marked', async () => {
  const { as, atDesk } = await world({ settings: { holds: 'none', linksAllowed: 1 } })
  expect(await as('ada').posts('See https://a.example/1')).toMatchObject({ status: 'published' })
  const text = 'See https://a.example/1 and https://b.example/2 too'
  expect(await as('ada').posts(text)).toMatchObject({ status: 'pending' })
  const { cases } = await (await atDesk('mona')).queue()
  const [finding] = cases[0]!.findings
  expect(finding).toMatchObject({ rule: 'tooManyLinks', detail: '2 links' })
  expect(text.slice(finding!.start!, finding!.end!)).toBe('https://b.example/2')
})

test('an author’s own comment can be deleted, twice is once, and its thread stays whole', async () => {
  const { as } = await world({ settings: { holds: 'none' } })
  const root = await as('ada').posts('Root')
  const reply = await as('ben').replies(root, 'Reply')
  expect(await as('ada').withdraws(root)).toMatchObject({ status: 'withdrawn' })
  expect(await as('ada').withdraws(root)).toMatchObject({ status: 'withdrawn' })
  expect(await as('eve').sees()).toEqual(['(withdrawn)', 'Reply'])
  await as('ben').withdraws(reply)
  expect(await as('eve').sees()).toEqual([])
  expect((await as('ada').looksAtOwn()).unpublished).toEqual([])
})

test('a withdrawal holds whatever moderators decide in the same moment, time after time', async () => {
  const stage = await world()
  const comment = await stage.as('ada').posts('I take it back')
  const mona = await stage.atDesk('mona')
  const { rulings } = stage.deps.store
  let decided = 0
  const make: typeof rulings.make = async (site, asked, maker, now) => {
    if (maker.ruler === 'author') {
      decided += 1
      await mona.rules(comment, decided % 2 === 1 ? 'approve' : 'reject', { reason: 'abuse' })
    }
    return rulings.make(site, asked, maker, now)
  }
  stage.deps.store = { ...stage.deps.store, rulings: { ...rulings, make } }
  expect(await stage.as('ada').withdraws(comment)).toMatchObject({ status: 'withdrawn' })
  expect(decided).toBe(1)
  expect((await mona.log()).entries.map(({ ruling }) => ruling)).toEqual(['withdraw', 'approve', 'post'])
})

test('nobody deletes another’s comment', async () => {
  const { as } = await world({ settings: { holds: 'none' } })
  const comment = await as('ada').posts('Mine')
  await expect(as('ben').withdraws(comment)).rejects.toMatchObject({ code: 'not_yours', status: 403 })
  expect(await as('eve').sees()).toEqual(['Mine'])
})

test('a waiting comment of another reads like one that does not exist', async () => {
  const { as } = await world()
  const comment = await as('ada').posts('Mine')
  await expect(as('ben').withdraws(comment)).rejects.toMatchObject({ code: 'unknown_comment' })
  await expect(as('ben').replies(comment, 'Hm')).rejects.toMatchObject({ code: 'unknown_comment' })
})

test('the text is drawn from a tree in which nothing is markup', async () => {
  const { as } = await world()
  const { tree } = await as('ada').posts('**Bold** <b>no</b>\n[x](https://example.org) [y](javascript:alert(1))')
  expect(tree).toEqual([
    {
      type: 'p',
      children: [
        { type: 'strong', children: ['Bold'] },
        ' <b>no</b>',
        { type: 'break' },
        { type: 'link', href: 'https://example.org', children: ['x'] },
        ' [y](javascript:alert(1))',
      ],
    },
  ])
})

test('the title and the address of an article are those of its first sight', async () => {
  const { as, page } = await world({ settings: { holds: 'none' } })
  await as('ada').posts('One', { title: '  The\u202e night\nferry ' })
  await as('eve').posts('Two', { title: 'Buy watches', url: `${page}?utm_source=mail` })
  expect((await as('ben').reads()).article).toMatchObject({ title: 'The night ferry', url: page, count: 2 })
})

test('an author cannot be followed from article to article by the avatar', async () => {
  const { as, page } = await world()
  const here = await as('ada').posts('Here')
  const hereAgain = await as('ada').posts('Here again')
  const there = await as('ada', `${page}0`).posts('There')
  expect(hereAgain.author!.avatar).toBe(here.author!.avatar)
  expect(there.author!.avatar).not.toBe(here.author!.avatar)
})

test('after too many in a short time a reader is told how long to wait, and nothing is stored', async () => {
  const { as, clock } = await world({ limits: true })
  for (let n = 0; n < 10; n++) await as('ada').posts(`Number ${n} of many`)
  const refused = await as('ada').sends({ text: 'One more' })
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({ code: 'too_many_requests', retryAfter: 6 })
  expect(refused.headers.get('retry-after')).toBe('6')
  expect((await as('ben').posts('Another reader is free')).status).toBe('pending')
  clock.now += 6_000
  expect((await as('ada').posts('After a while')).status).toBe('pending')
  expect((await as('ada').looksAtOwn()).unpublished).toHaveLength(11)
})

test('fresh tokens do not help: a client has a budget, too', async () => {
  const { as, number } = await world({ limits: true })
  const client = { 'X-Test-Client': '203.0.113.7' }
  const statuses: number[] = []
  for (let n = 0; n < 32; n++) {
    const fresh = { Authorization: `Bearer ${tokenOf(`fresh${n}`, number)}`, ...client }
    statuses.push((await as('eve').sends({ text: `Spam ${n}` }, fresh)).status)
  }
  expect(statuses.filter(status => status === 201)).toHaveLength(30)
  expect(statuses.at(-1)).toBe(429)
})

test('a token that is known on one site is a new reader on another, and nothing connects the two', async () => {
  const here = await world({ settings: { holds: 'none' } })
  const there = await world({ settings: { holds: 'none' } })
  const ada = { Authorization: `Bearer ${here.as('ada').token}` }
  expect((await here.as('ada').sends({ text: 'Here' })).status).toBe(201)
  expect((await there.as('eve').sends({ text: 'There' }, ada)).status).toBe(201)
  expect(await there.as('ben').sees()).toEqual(['There'])
  const { sql } = await import('drizzle-orm')
  const rows = await here.deps.store.engine.all<{ site_id: string; token_hash: string }>(
    sql`SELECT site_id, token_hash FROM sessions WHERE site_id IN (${here.site}, ${there.site})`,
  )
  expect(new Set(rows.map(row => row.token_hash)).size).toBe(2)
})

test('a title that came with a waiting comment is not public', async () => {
  const { as, atDesk } = await world()
  const spam = await as('eve').posts('Pills', { title: 'BUY PILLS' })
  expect((await as('ben').reads()).article.title).toBeNull()
  await (await atDesk('mona')).rules(spam, 'spam')
  expect(JSON.stringify(await as('ben').reads())).not.toContain('PILLS')
})

test.each([800, 1_200, 2_400])(
  '%i marks inside each other are stored as plain text, and the thread stays readable',
  async count => {
    const { as } = await world({ settings: { holds: 'none' } })
    const text = `${'*a '.repeat(count)}b${'*'.repeat(count)}`.slice(0, 10_000)
    const comment = await as('ada').posts(text)
    expect(plainText(comment)).toBe(text.trimEnd())
    expect(await as('ben').sees()).toHaveLength(1)
  },
)

test('a thread that is closed can be read, and takes nothing more', async () => {
  const { as, deps, site } = await world({ settings: { holds: 'none' } })
  await as('ada').posts('Before')
  const { sql } = await import('drizzle-orm')
  await deps.store.engine.write([sql`UPDATE articles SET is_closed = 1 WHERE site_id = ${site}`])
  await expect(as('ben').posts('After')).rejects.toMatchObject({ code: 'thread_closed', status: 403 })
  const thread = await as('eve').reads()
  expect(thread.article.isOpen).toBe(false)
  expect(thread.comments).toHaveLength(1)
})

test('a banned author is told, and what was written is kept as refused', async () => {
  const { as, atDesk, deps, site, clock } = await world({ settings: { holds: 'none' } })
  await as('eve').posts('Hello')
  const { sql } = await import('drizzle-orm')
  await deps.store.engine.write([sql`UPDATE authors SET banned_until = ${clock.now + 60_000} WHERE site_id = ${site}`])
  expect(await as('eve').posts('Me again')).toMatchObject({ status: 'rejected', reason: 'banned' })
  expect(await as('ben').sees()).toEqual(['Hello'])
  const { cases } = await (await atDesk('mona')).queue('rejected')
  expect(cases).toMatchObject([{ text: 'Me again', findings: [{ rule: 'bannedAuthor' }] }])
  clock.now += 60_000
  expect(await as('eve').posts('After the ban')).toMatchObject({ status: 'published' })
})

test('an article whose first post named no title takes that of a later one, until something is public', async () => {
  const { as, atDesk } = await world()
  await as('ada').posts('Without a title')
  const named = await as('ben').posts('With one', { title: 'The night ferry' })
  await as('eve').posts('With another', { title: 'Buy watches' })
  await (await atDesk('mona')).rules(named, 'approve')
  expect((await as('darya').reads()).article.title).toBe('The night ferry')
})

test('no later post names an article that is public without a title', async () => {
  const { as } = await world({ settings: { holds: 'none' } })
  await as('ada').posts('Public at once')
  await as('eve').posts('Pills', { title: 'BUY PILLS' })
  expect((await as('ben').reads()).article.title).toBeNull()
})

import { type JWTPayload, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import type { Comment, OwnComments, OwnFollows, OwnMutes, OwnVotes, Votes } from '../../server/contract.ts'
import { LIMITS } from '../../server/contract.ts'
import { ensureHostKey } from '../../server/people/host-keys.ts'
import { readerOn } from '../../server/people/reader.ts'
import { answerOf, plainText } from '../people.ts'
import { type World, world } from '../world.ts'

const open = { settings: { holds: 'none', downVotes: true } } as const

async function tally({ send, site }: World, ...comments: Pick<Comment, 'id'>[]): Promise<Votes['votes']> {
  // As a page sends it: without a preflight.
  const body = JSON.stringify({ site, ids: comments.map(({ id }) => id) })
  const headers = { 'content-type': 'text/plain;charset=UTF-8' }
  return (await answerOf<Votes>(await send('/api/votes', { method: 'POST', headers, body }))).votes
}

/** A token of the site's own login. */
async function loginOf({ deps, site, clock }: World, said: JWTPayload): Promise<string> {
  const { id, key } = await ensureHostKey(deps, site)
  return new SignJWT({ sub: 'u1', aud: site, exp: Math.floor(clock.now / 1000) + 600, ...said })
    .setProtectedHeader({ alg: 'HS256', kid: id })
    .sign(new TextEncoder().encode(key))
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'taken',
    error => error.code,
  )

describe('votes', () => {
  test('are told to everybody who asks, and to each reader which are their own', async () => {
    const stage = await world(open)
    const { as } = stage
    const [one, two] = [await as('ada').posts('One'), await as('ada').posts('Two')]
    await as('ben').votes(one)
    await as('chiara').votes(one, -1)
    expect(await tally(stage, two, one)).toEqual([
      { up: 0, down: 0 },
      { up: 1, down: 1 },
    ])
    expect((await as('chiara').looksAtOwn()).votes).toEqual({ [one.id]: -1 })
    expect((await as('darya').looksAtOwn()).votes).toEqual({})
  })

  test('fifty at once by one reader are one', async () => {
    const stage = await world(open)
    const comment = await stage.as('ada').posts('Vote on me')
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => stage.as('ben').votes(comment)))
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([])
    expect(await tally(stage, comment)).toEqual([{ up: 1, down: 0 }])
    expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
  })

  test('on what waits, was removed or is another site’s are answered as on what does not exist', async () => {
    const stage = await world({ settings: { holds: 'first' } })
    const other = await world(open)
    const foreign = await other.as('ada').posts('Elsewhere')
    const waiting = await stage.as('ada').posts('Waiting')
    const removed = await stage.as('ben').posts('Removed')
    await (await stage.atDesk('mona')).rules(removed, 'approve')
    await stage.as('chiara').votes(removed)
    await (await stage.atDesk('mona')).rules(removed, 'reject', { reason: 'abuse' })
    const refusals = await Promise.all(
      [waiting, removed, { id: '7' }].map(async on => {
        const json = { value: 1 }
        const headers = stage.as('darya').headers()
        const answer = await stage.send(`/api/comments/${on.id}/vote`, { method: 'PUT', headers, json })
        return [answer.status, await answer.text()]
      }),
    )
    expect(refusals[0]).toEqual(refusals[2])
    expect(refusals[1]).toEqual(refusals[2])
    expect(await tally(stage, waiting, removed, foreign, { id: '7' }, { id: '%' })).toEqual(Array(5).fill(null))
    expect((await stage.as('chiara').looksAtOwn()).votes).toEqual({})
    expect((await stage.as('chiara').lists<OwnVotes>('votes')).votes).toEqual([])
  })

  test('are asked for on 100 comments at the most', async () => {
    const stage = await world(open)
    const many = Array.from({ length: 101 }, () => ({ id: '7' }))
    expect(await codeOf(tally(stage, ...many))).toBe('bad_request')
  })
})

describe('my comments', () => {
  test('come newest first with what became of them, a page at a time', async () => {
    const stage = await world({ settings: { holds: 'first' } })
    const { as, origin } = stage
    const mona = await stage.atDesk('mona')
    const first = await as('ada').posts('The first one', { title: 'The harbour' })
    await mona.rules(first, 'approve')
    await as('ben').votes(first)
    const answer = await as('ben').replies(first, 'An answer')
    await mona.rules(answer, 'approve')
    const refused = await as('ada', `${origin}/news/2`).posts('Rude one')
    await mona.rules(refused, 'reject', { reason: 'abuse', words: 'Please be kind.' })
    const gone = await as('ada').posts('Withdrawn one')
    await as('ada').withdraws(gone)
    const { comments, next } = await as('ada').lists<OwnComments>('comments')
    expect(next).toBeNull()
    expect(comments.map(({ comment }) => [comment.status, plainText(comment)])).toEqual([
      ['withdrawn', ''],
      ['rejected', 'Rude one'],
      ['published', 'The first one'],
    ])
    expect(comments[1]).toMatchObject({
      comment: { reason: 'abuse', told: { words: 'Please be kind.', appeal: null } },
      article: { key: '/news/2' },
      permalink: null,
    })
    expect(comments[2]).toMatchObject({
      article: { key: '/news/1', title: 'The harbour', url: `${origin}/news/1` },
      permalink: `https://parley.example/c/${first.id}`,
      replies: 1,
      votes: { up: 1, down: 0 },
    })
    expect((await as('eve').lists<OwnComments>('comments')).comments).toEqual([])
  })

  test('all come, however many pages that takes', async () => {
    const { as } = await world({ settings: { holds: 'none', repeatsAllowed: 0 } })
    const posted: string[] = []
    for (let n = 0; n < LIMITS.ownPage + 2; n++) posted.unshift((await as('ada').posts(`Number ${n}`)).id)
    const first = await as('ada').lists<OwnComments>('comments')
    const second = await as('ada').lists<OwnComments>('comments', { after: first.next! })
    expect(second.next).toBeNull()
    expect([...first.comments, ...second.comments].map(({ comment }) => comment.id)).toEqual(posted)
  })

  test('are nobody else’s to see, and not kept on the way', async () => {
    const { send, site } = await world(open)
    for (const what of ['comments', 'votes', 'follows', 'mutes']) {
      expect((await send(`/api/me/${what}?site=${site}`)).status).toBe(401)
    }
    const { as } = await world(open)
    await as('ada').posts('Mine')
    const answer = await send(`/api/me/comments?site=${site}`, { headers: as('ada').headers() })
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(await answer.json()).toEqual({ comments: [], next: null })
  })
})

test('my votes are listed with what they were given to, as long as others can read it', async () => {
  const { as, atDesk } = await world(open)
  const [one, two] = [await as('ada').posts('One'), await as('ada').posts('Two')]
  await as('ben').votes(one)
  await as('ben').votes(two, -1)
  const { votes } = await as('ben').lists<OwnVotes>('votes')
  expect(votes.map(({ value, comment }) => [value, plainText(comment)])).toEqual([
    [-1, 'Two'],
    [1, 'One'],
  ])
  await (await atDesk('mona')).rules(two, 'reject', { reason: 'abuse' })
  expect((await as('ben').lists<OwnVotes>('votes')).votes.length).toBe(1)
})

describe('a mute', () => {
  test('is for one reader, holds on all of the site, and is taken back by the same comment', async () => {
    const { as, origin, atDesk } = await world(open)
    const rude = await as('ben').posts('Rude', { name: 'Ben' })
    const elsewhere = await as('ben', `${origin}/news/2`).posts('Rude elsewhere')
    await as('ada').mutes(rude)
    await as('ada').mutes(rude)
    const avatars = async (page?: string) => (await as('ada', page).looksAtOwn()).muted
    expect(await avatars()).toEqual([rude.author!.avatar])
    expect(await avatars(`${origin}/news/2`)).toEqual([elsewhere.author!.avatar])
    expect((await as('chiara').looksAtOwn()).muted).toEqual([])
    expect((await as('ada').lists<OwnMutes>('mutes')).mutes).toEqual([
      { comment: rude.id, name: 'Ben', at: expect.any(Number) },
    ])
    await (await atDesk('mona')).rules(rude, 'reject', { reason: 'abuse' })
    expect((await as('ada').lists<OwnMutes>('mutes')).mutes).toMatchObject([{ comment: rude.id, name: null }])
    await as('ada').mutes(rude, false)
    expect(await avatars(`${origin}/news/2`)).toEqual([])
    expect((await as('ada').lists<OwnMutes>('mutes')).mutes).toEqual([])
  })

  test('tells nothing of what waits, nor by what other names somebody writes', async () => {
    const { as } = await world(open)
    const held = await world({ settings: { holds: 'all' } })
    const waiting = await held.as('ada').posts('Waiting')
    for (const on of [waiting, { id: '7' }]) {
      expect(await codeOf(held.as('ben').mutes(on, false))).toBe('unknown_comment')
    }
    await as('ada').posts('By my name', { name: 'Ada Lovelace' })
    const other = await as('ada').posts('Without it', { name: 'Anon' })
    await as('ben').mutes(other)
    expect((await as('ben').exports())['mutes']).toMatchObject([{ comment: other.id, name: 'Anon' }])
    await as('ada').withdraws(other)
    expect((await as('ben').exports())['mutes']).toMatchObject([{ comment: other.id, name: null }])
    await as('ben').mutes(other, false)
    expect((await as('ben').exports())['mutes']).toEqual([])
  })

  test('is refused on oneself, on staff, and on what cannot be read', async () => {
    const { as, atDesk } = await world({ settings: { holds: 'first' } })
    const mona = await atDesk('mona')
    const waiting = await as('ben').posts('Waiting')
    expect(await codeOf(as('ada').mutes(waiting))).toBe('unknown_comment')
    await mona.rules(waiting, 'approve')
    expect(await codeOf(as('ben').mutes(waiting))).toBe('own_comment')
    const staff = await mona.answers(waiting, 'As staff')
    expect(await codeOf(as('ada').mutes(staff))).toBe('staff_not_muted')
    expect(await codeOf(as('ada').mutes({ id: '7' }))).toBe('unknown_comment')
  })

  test('is refused on what somebody of the staff wrote before that was known', async () => {
    const stage = await world({ settings: { holds: 'none', badges: ['editors:staff'] } })
    const guests = await stage.as('ben').posts('As a guest')
    await stage.as('ben').comesFrom(await loginOf(stage, { groups: ['editors'] }))
    expect(await codeOf(stage.as('ada').mutes(guests))).toBe('staff_not_muted')
    const reader = readerOn(stage.site, stage.as('ada').token)
    expect(await stage.deps.store.posting.author(stage.site, reader)).toBeNull()
  })
})

describe('what I follow', () => {
  const fresh = async (stage: World) =>
    (await stage.as('ada').lists<OwnFollows>('follows')).follows.map(({ root, fresh }) => [root?.id ?? null, fresh])

  test('counts what others published since I looked, also what was written before and waited', async () => {
    const stage = await world({ settings: { holds: 'first' } })
    const { as } = stage
    const mona = await stage.atDesk('mona')
    const root = await as('ben').posts('The root')
    await mona.rules(root, 'approve')
    const waiting = await as('chiara').posts('Waits for long')
    await as('ada').follows()
    await as('ada').follows()
    expect(await fresh(stage)).toEqual([[null, 0]])
    await mona.rules(waiting, 'approve')
    await as('ben').replies(root, 'At once')
    expect(await fresh(stage)).toEqual([[null, 2]])
    expect((await as('ada').looksAtOwn()).follows).toEqual({ thread: true, roots: [] })
    await as('ada').looks()
    expect(await fresh(stage)).toEqual([[null, 0]])
    await mona.acts(waiting, 'feature')
    expect(await fresh(stage)).toEqual([[null, 0]])
    await as('ada').follows(undefined, false)
    expect(await fresh(stage)).toEqual([])
  })

  test('can be one conversation, told by any comment of it; my own and muted people’s answers are not new', async () => {
    const stage = await world(open)
    const { as } = stage
    const root = await as('ben').posts('The root')
    const answer = await as('chiara').replies(root, 'An answer')
    await as('ada').follows(answer)
    await as('ben').posts('Beside it')
    await as('ada').replies(root, 'My own')
    await as('ben').replies(answer, 'Deeper')
    await as('eve').replies(answer, 'By somebody muted')
    expect(await fresh(stage)).toEqual([[root.id, 2]])
    await as('ada').mutes(await as('eve').replies(answer, 'Again'))
    expect(await fresh(stage)).toEqual([[root.id, 1]])
    expect((await as('ada').looksAtOwn()).follows).toEqual({ thread: false, roots: [root.id] })
    await as('ada').looks(root)
    expect(await fresh(stage)).toEqual([[root.id, 0]])
    await as('ada').follows(root, false)
    expect(await fresh(stage)).toEqual([])
  })

  test('can be left when the comment at the head of the conversation was removed', async () => {
    const { as } = await world(open)
    const root = await as('ada').posts('Root')
    await as('ben').replies(root, 'Answer')
    await as('chiara').follows(root)
    await as('ada').withdraws(root)
    const [followed] = (await as('chiara').lists<OwnFollows>('follows')).follows
    await as('chiara').looks(followed!.root!)
    expect(await codeOf(as('darya').follows(followed!.root!))).toBe('unknown_comment')
    await as('chiara').follows(followed!.root!, false)
    expect((await as('chiara').lists<OwnFollows>('follows')).follows).toEqual([])
  })

  test('comes along when a thread moves', async () => {
    const stage = await world(open)
    const { as, origin, site } = stage
    const root = await as('ben').posts('The root')
    await as('ben', `${origin}/new`).posts('Other')
    await as('ada').follows()
    await as('ada').follows(root)
    const json = { site, from: '/news/1', to: '/new' }
    await (await stage.atDesk('olga')).asks('/api/desk/moves', { method: 'POST', json })
    const { follows } = await as('ada').lists<OwnFollows>('follows')
    expect(follows.map(({ article }) => article.key)).toEqual(['/new', '/new'])
    await as('ben', `${origin}/new`).replies(root, 'After the move')
    expect((await fresh(stage)).sort()).toEqual(
      [
        [null, 1],
        [root.id, 1],
      ].sort(),
    )
    expect((await as('ada', `${origin}/new`).looksAtOwn()).follows).toEqual({ thread: true, roots: [root.id] })
  })

  test('ends at a hundred things, and says so', async () => {
    const { as } = await world({ settings: { holds: 'none', repeatsAllowed: 0 } })
    const roots: Comment[] = []
    for (let n = 0; n <= LIMITS.follows; n++) roots.push(await as('ben').posts(`Root ${n}`))
    const answers = []
    for (const root of roots) answers.push(await codeOf(as('ada').follows(root)))
    expect(answers.filter(code => code === 'taken').length).toBe(LIMITS.follows)
    expect(answers.at(-1)).toBe('list_full')
    expect(await codeOf(as('ada').follows(roots[0]))).toBe('taken')
    await as('ada').follows(roots[0], false)
    expect(await codeOf(as('ada').follows(roots.at(-1)))).toBe('taken')
    // What is gone is not in the list, and must not fill it.
    await as('ben').withdraws(roots[1]!)
    expect(await codeOf(as('ada').follows(roots[0]))).toBe('taken')
  })

  test('is only what is there', async () => {
    const { as, origin } = await world({ settings: { holds: 'all' } })
    expect(await codeOf(as('ada').follows())).toBe('unknown_article')
    const waiting = await as('ben').posts('Waiting')
    expect(await codeOf(as('ada').follows(waiting))).toBe('unknown_comment')
    expect(await codeOf(as('ada').follows({ id: '%%' }))).toBe('unknown_comment')
    expect(await codeOf(as('ada', `${origin}.evil.example/`).follows())).toBe('origin_refused')
  })

  test('two first acts of a newcomer at once are one reader’s', async () => {
    const stage = await world(open)
    const { as } = stage
    const root = await as('ben').posts('The root')
    const acts = [as('ada').follows(), as('ada').follows(root), as('ada').mutes(root), as('ada').votes(root)]
    expect((await Promise.allSettled(acts)).map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'))
    const own = await as('ada').looksAtOwn()
    expect(own).toMatchObject({ votes: { [root.id]: 1 }, follows: { thread: true, roots: [root.id] } })
    expect(own.muted.length).toBe(1)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Comment, Thread, VoteAnswer } from '../../server/contract.ts'
import { answerOf, plainText, READERS, type ReaderName } from '../people.ts'
import { type World, world } from '../world.ts'

const open = { settings: { holds: 'none', downVotes: true } } as const

const votes = (stage: World, name: ReaderName, on: Pick<Comment, 'id'>, value: number) =>
  stage.send(`/api/comments/${on.id}/vote`, { method: 'PUT', headers: stage.as(name).headers(), json: { value } })

/** All pages of a thread, one after the other, with something happening between them. */
async function walk(stage: World, sort: string, limit: number, between: () => Promise<unknown> = async () => {}) {
  const shown: Comment[] = []
  for (let after: string | null = null; ; ) {
    const page: Thread = await stage.as('ada').reads({ sort, limit: String(limit), ...(after !== null && { after }) })
    shown.push(...page.comments.filter(({ parent }) => parent === null))
    after = page.next
    if (after === null) return shown
    await between()
  }
}

describe('the order by votes', () => {
  test('puts what many found helpful before what few did, and what many were against last of those voted for', async () => {
    const stage = await world(open)
    const { as } = stage
    const one = await as('ada').posts('One of one')
    const most = await as('ada').posts('Three of four')
    const none = await as('ben').posts('No votes')
    const all = await as('ada').posts('Four of four')
    const half = await as('ada').posts('Two of four')
    await votes(stage, 'ben', one, 1)
    const others = READERS.filter(name => name !== 'ada')
    for (const [n, name] of others.entries()) {
      await votes(stage, name, all, 1)
      await votes(stage, name, most, n === 0 ? -1 : 1)
      await votes(stage, name, half, n < 2 ? -1 : 1)
    }
    const shown = await walk(stage, 'helpful', 2)
    expect(shown.map(plainText)).toEqual(['Four of four', 'Three of four', 'One of one', 'Two of four', 'No votes'])
    expect(shown.at(-1)!.id).toBe(none.id)
  })

  test('one reader has one vote on a comment, however often and at once it is given', async () => {
    const stage = await world(open)
    const comment = await stage.as('ada').posts('Vote on me')
    const answers = await Promise.all(Array.from({ length: 20 }, () => votes(stage, 'ben', comment, 1)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(await answerOf<VoteAnswer>(await votes(stage, 'chiara', comment, -1))).toEqual({
      votes: { up: 1, down: 1 },
      mine: -1,
    })
    expect(await answerOf<VoteAnswer>(await votes(stage, 'ben', comment, -1))).toMatchObject({
      votes: { up: 0, down: 2 },
    })
    expect(await answerOf<VoteAnswer>(await votes(stage, 'ben', comment, 0))).toMatchObject({
      votes: { up: 0, down: 1 },
    })
    expect((await stage.as('ada').reads()).article.votes).toBe(1)
    expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
  })

  test('votes are for what is public and somebody else’s; against only where the site allows it', async () => {
    const stage = await world({ settings: { holds: 'first' } })
    const waiting = await stage.as('ada').posts('Waiting')
    const refusal = async (name: ReaderName, on: Pick<Comment, 'id'>, value: unknown) =>
      (await (await votes(stage, name, on, value as number)).json()).code
    expect(await refusal('ben', waiting, 1)).toBe('unknown_comment')
    await (await stage.atDesk('mona')).rules(waiting, 'approve')
    expect(await refusal('ada', waiting, 1)).toBe('own_comment')
    expect(await refusal('ben', waiting, -1)).toBe('votes_up_only')
    expect(await refusal('ben', waiting, 7)).toBe('bad_request')
    expect(await refusal('ben', { id: '0' }, 1)).toBe('unknown_comment')
    expect(await refusal('ben', { id: 'zz%' }, 1)).toBe('bad_request')
  })

  test('votes leave the revision alone, and only the order by votes has another ETag', async () => {
    const stage = await world(open)
    const { as, send, site, page } = stage
    const comment = await as('ada').posts('Vote on me')
    const etag = async (sort: string) =>
      (await send(`/api/threads?${new URLSearchParams({ site, url: page, sort })}`)).headers.get('etag')
    const before = { newest: await etag('newest'), helpful: await etag('helpful') }
    await votes(stage, 'ben', comment, 1)
    expect(await etag('newest')).toBe(before.newest)
    expect(await etag('helpful')).not.toBe(before.helpful)
  })

  test('votes come along when a thread moves', async () => {
    const stage = await world(open)
    const { as, atDesk, site, origin } = stage
    const comment = await as('ada').posts('Vote on me')
    await as('ada', `${origin}/new`).posts('Other')
    await votes(stage, 'ben', comment, 1)
    const json = { site, from: '/news/1', to: '/new' }
    await (await atDesk('olga')).asks('/api/desk/moves', { method: 'POST', json })
    const moved = await as('ada', `${origin}/new`).reads({ sort: 'helpful' })
    expect(moved.article.votes).toBe(1)
    expect(moved.comments.map(plainText)).toEqual(['Vote on me', 'Other'])
    expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
  })
})

test('the order by replies puts what is most answered first', async () => {
  const stage = await world(open)
  const { as } = stage
  const quiet = await as('ada').posts('Quiet')
  const lively = await as('ada').posts('Lively')
  const asked = await as('ada').posts('Asked')
  for (const text of ['1', '2']) await as('ben').replies(lively, text)
  await as('ben').replies(asked, '3')
  expect((await walk(stage, 'discussed', 1)).map(({ id }) => id)).toEqual([lively.id, asked.id, quiet.id])
})

test.each(['newest', 'oldest'])(
  'walking all pages, %s first, shows nothing twice and skips nothing that was there throughout, whatever comes and goes',
  async sort => {
    const what = fc.record({
      size: fc.integer({ min: 0, max: 9 }),
      limit: fc.integer({ min: 1, max: 4 }),
      happens: fc.array(fc.constantFrom('post', 'answer', 'withdraw', 'reject'), { maxLength: 12 }),
      at: fc.array(fc.nat(8), { minLength: 12, maxLength: 12 }),
    })
    await fc.assert(
      fc.asyncProperty(what, async ({ size, limit, happens, at }) => {
        const stage = await world(open)
        const { as, atDesk } = stage
        const mona = await atDesk('mona')
        const first: Comment[] = []
        for (let n = 0; n < size; n++) first.push(await as('ben').posts(`Comment ${n}`))
        const touched = new Set<string>()
        const events = happens.map((event, n) => async () => {
          const comment = first[at[n]!]
          if (event === 'post') return as('chiara').posts(`Meanwhile ${n}`)
          if (!comment || touched.has(comment.id)) return
          if (event === 'answer') return as('chiara').replies(comment, 'Answer')
          touched.add(comment.id)
          if (event === 'withdraw') return as('ben').withdraws(comment)
          return mona.rules(comment, 'reject', { reason: 'abuse' })
        })
        const shown = await walk(stage, sort, limit, async () => events.shift()?.())
        const ids = shown.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        const throughout = first.filter(({ id }) => !touched.has(id)).map(({ id }) => id)
        expect(ids.filter(id => throughout.includes(id))).toEqual(sort === 'newest' ? throughout.reverse() : throughout)
      }),
      { numRuns: 12 },
    )
  },
)

describe('a cursor', () => {
  test('of another order is refused, and so is one that nobody gave', async () => {
    const stage = await world(open)
    const { as, send, site, page } = stage
    for (const text of ['One', 'Two', 'Three']) await as('ada').posts(text)
    const next = async (sort: string) => (await as('ada').reads({ sort, limit: '1' })).next!
    const cursors = { newest: await next('newest'), helpful: await next('helpful'), discussed: await next('discussed') }
    const status = async (sort: string, after: string) => {
      const response = await send(`/api/threads?${new URLSearchParams({ site, url: page, sort, after })}`)
      return [response.status, (await response.json()).code]
    }
    const refused = [400, 'bad_request']
    expect(await status('newest', cursors.helpful)).toEqual(refused)
    expect(await status('helpful', cursors.newest)).toEqual(refused)
    expect(await status('helpful', cursors.discussed)).toEqual(refused)
    expect((await status('oldest', cursors.newest))[0]).toBe(200)
    const forged = [
      'h-',
      'h-1',
      'h--1-a',
      'h-9999999999-a',
      'h-1-zzzzzzzzzzzzz',
      'uu',
      '-1',
      "1' OR 1=1",
      '%00',
      'x'.repeat(99),
    ]
    for (const after of forged) expect([after, await status('helpful', after)]).toEqual([after, refused])
  })

  test('of another article does the same bounded work', async () => {
    const stage = await world(open)
    const { as, origin } = stage
    for (const text of ['One', 'Two', 'Three']) await as('ada').posts(text)
    const { next } = await as('ada').reads({ limit: '1' })
    await as('ada', `${origin}/other`).posts('Elsewhere')
    expect((await as('ada', `${origin}/other`).reads({ after: next! })).comments).toEqual([])
    expect((await as('ada', `${origin}/other`).reads({ after: next!, sort: 'oldest' })).comments).toHaveLength(1)
  })

  test('whose root is gone goes on where that one stood', async () => {
    const stage = await world(open)
    const { as } = stage
    const [, two] = [await as('ada').posts('One'), await as('ada').posts('Two'), await as('ada').posts('Three')]
    const { next } = await as('ada').reads({ limit: '2' })
    await as('ada').withdraws(two)
    expect(await as('ada').sees({ after: next! })).toEqual(['One'])
  })
})

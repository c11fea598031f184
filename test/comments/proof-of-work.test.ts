import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proofIn, STEPS, workOf } from '../../server/comments/proof-of-work.ts'
import type { Comment, Stamp, Work } from '../../server/contract.ts'
import { answerOf, Reader, tokenOf } from '../people.ts'
import { type World, world } from '../world.ts'

type Solved = { challenge: Work; solution: { counter: number; derivedKey: string } }

async function solved(challenge: Work): Promise<Solved> {
  const solution = await solveChallenge({ challenge, deriveKey, timeout: 0 })
  return { challenge, solution: solution! }
}

const packed = (what: unknown) => btoa(JSON.stringify(what))

/** What a browser gets when its reader begins to write. */
async function begins({ send, site }: Pick<World, 'send' | 'site'>): Promise<Stamp> {
  return answerOf(await send('/api/stamps', { method: 'POST', json: { site } }))
}

const proves = async (stage: Pick<World, 'send' | 'site'>) => packed(await solved((await begins(stage)).work!))

/** A site that asks for work, where a comment waits for nothing else. */
const asking = () => world({ settings: { holds: 'none', asksWork: 'always' } })

const statusOf = ({ status, reason }: Comment) => [status, reason]
const HELD = ['pending', 'unproven']
const PUBLISHED = ['published', null]

describe('where work is asked for', () => {
  test('a comment with a proof is public at once; without one it waits, and its author and the desk are told why', async () => {
    const stage = await asking()
    expect(statusOf(await stage.as('ada').posts('Proven', { proof: await proves(stage) }))).toEqual(PUBLISHED)
    const held = await stage.as('ben').posts('No script here')
    expect(statusOf(held)).toEqual(HELD)
    expect((await stage.as('ben').looksAtOwn()).unpublished.map(statusOf)).toEqual([HELD])
    const { cases } = await (await stage.atDesk('mona')).queue()
    expect(cases.map(each => each.findings.map(({ reason, verdict }) => [reason, verdict]))).toEqual([
      [['unproven', 'hold']],
    ])
    expect(await stage.as('eve').sees()).toEqual(['Proven'])
  })

  test('a proof counts once, whoever brings it again', async () => {
    const stage = await asking()
    const proof = await proves(stage)
    expect(statusOf(await stage.as('ada').posts('First', { proof }))).toEqual(PUBLISHED)
    expect(statusOf(await stage.as('ada').posts('Second', { proof }))).toEqual(HELD)
    expect(statusOf(await stage.as('eve').posts('Third', { proof }))).toEqual(HELD)
  })

  test('of posts that bring one proof at the same moment one is public, and none is lost', async () => {
    const stage = await asking()
    const proof = await proves(stage)
    const readers = Array.from({ length: 8 }, (_, n) => new Reader(tokenOf(`r${n}`, stage.number), stage))
    const made = await Promise.all(readers.map((reader, n) => reader.posts(`At once ${n}`, { proof })))
    expect(made.map(({ status }) => status).sort()).toEqual([...Array(7).fill('pending'), 'published'])
  })

  test('a proof that another process has seen spent is held by the database', async () => {
    const stage = await asking()
    const proof = await proves(stage)
    await stage.as('ada').posts('First', { proof })
    const { createApp } = await import('../../server/app.ts')
    const other = createApp(stage.deps)
    const reader = new Reader(stage.as('eve').token, {
      ...stage,
      send: async (path, { json, ...init } = {}) =>
        other.request(`https://parley.example${path}`, {
          ...init,
          body: JSON.stringify(json),
          headers: { ...(init.headers as Record<string, string>), 'content-type': 'application/json' },
        }),
    })
    expect(statusOf(await reader.posts('Elsewhere', { proof }))).toEqual(HELD)
  })

  test('the same post sent again with its key is the same comment, at once or later', async () => {
    const stage = await asking()
    const proof = await proves(stage)
    const key = { 'Idempotency-Key': 'once' }
    const send = () => stage.as('ada').sends({ text: 'Once', proof }, key)
    const answers = [...(await Promise.all([send(), send(), send()])), await send()]
    const comments = await Promise.all(answers.map(each => answerOf<{ comment: Comment }>(each)))
    expect(new Set(comments.map(({ comment }) => JSON.stringify(comment))).size).toBe(1)
    expect(statusOf(comments[0]!.comment)).toEqual(PUBLISHED)
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
  })

  test('a post that was refused leaves its proof good', async () => {
    const stage = await asking()
    const proof = await proves(stage)
    await expect(stage.as('ada').posts('   ', { proof })).rejects.toMatchObject({ code: 'text_empty' })
    expect(statusOf(await stage.as('ada').posts('Mended', { proof }))).toEqual(PUBLISHED)
  })

  test('who has proved who they are, and staff, need no proof; nor does a guest with ten published comments', async () => {
    const stage = await world({ settings: { holds: 'none', asksWork: 'never' }, mail: true })
    for (let n = 0; n < 10; n++) await stage.as('ada').posts(`Regular ${n}`)
    for (let n = 0; n < 9; n++) await stage.as('ben').posts(`Seldom ${n}`)
    await stage.as('chiara').proves('chiara@mail.example', stage.mails)
    expect(await begins(stage)).not.toHaveProperty('work')
    await stage.deps.store.sites.change(stage.site, { settings: { asksWork: 'always' } })
    expect(statusOf(await stage.as('ada').posts('One more'))).toEqual(PUBLISHED)
    expect(statusOf(await stage.as('ben').posts('One more still'))).toEqual(HELD)
    expect(statusOf(await stage.as('chiara').posts('Verified'))).toEqual(PUBLISHED)
  })

  test('a proof ends after twenty minutes, and is forgotten then', async () => {
    const stage = await asking()
    const [late, inTime] = [await proves(stage), await proves(stage)]
    stage.clock.now += 20 * 60_000 - 5_000
    expect(statusOf(await stage.as('ada').posts('In time', { proof: inTime }))).toEqual(PUBLISHED)
    stage.clock.now += 10_000
    expect(statusOf(await stage.as('ada').posts('Too late', { proof: late }))).toEqual(HELD)
    const { sql } = await import('drizzle-orm')
    const left = () =>
      stage.deps.store.engine.all(
        sql`SELECT 1 FROM spent_proofs WHERE expires_at BETWEEN ${stage.clock.now - 60_000} AND ${stage.clock.now}`,
      )
    expect((await left()).length).toBeGreaterThan(0)
    await stage.deps.store.proofs.forget(stage.clock.now)
    expect(await left()).toHaveLength(0)
  })
})

describe('no proof is', () => {
  const FAR = 'f'.repeat(32)
  test.each<[string, (one: Solved) => unknown]>([
    ['one with another salt', one => change(one, { salt: FAR })],
    ['one with another nonce', one => change(one, { nonce: FAR })],
    ['one with a later end', one => change(one, { data: { ...one.challenge.parameters.data, until: 9e15 } })],
    [
      'one without an end',
      ({ challenge, solution }) => change({ challenge, solution }, { data: { site: challenge.parameters.data.site } }),
    ],
    ['one of less work', one => change(one, { cost: 1 })],
    ['one with a shorter prefix', one => change(one, { keyPrefix: '00' })],
    ['one that names another algorithm', one => change(one, { algorithm: 'SHA-256' })],
    ['one without the key’s signature', one => change(one, { keySignature: undefined })],
    ['one with a field too many', one => change(one, { admin: true })],
    ['one with another signature', one => ({ ...one, challenge: { ...one.challenge, signature: FAR + FAR } })],
    ['one without a signature', one => ({ ...one, challenge: { parameters: one.challenge.parameters } })],
    ['one with another key', one => ({ ...one, solution: { ...one.solution, derivedKey: FAR + FAR } })],
    ['its prefix alone', one => ({ ...one, solution: { counter: 1, derivedKey: one.challenge.parameters.keyPrefix } })],
    ['a challenge that nobody solved', ({ challenge }) => ({ challenge })],
    ['a list', () => []],
    ['nothing', () => null],
  ])('%s', async (_, altered) => {
    const stage = await asking()
    const one = await solved((await begins(stage)).work!)
    expect(statusOf(await stage.as('eve').posts('Altered', { proof: packed(altered(one)) }))).toEqual(HELD)
    expect(statusOf(await stage.as('ada').posts('As it was', { proof: packed(one) }))).toEqual(PUBLISHED)
  })

  test('one of another site, though its name is written over', async () => {
    const [here, there] = [await asking(), await asking()]
    const one = await solved((await begins(there)).work!)
    expect(statusOf(await here.as('eve').posts('Abroad', { proof: packed(one) }))).toEqual(HELD)
    const data = { ...one.challenge.parameters.data, site: here.site }
    expect(statusOf(await here.as('eve').posts('Forged', { proof: packed(change(one, { data })) }))).toEqual(HELD)
  })

  test('one that another installation signed', async () => {
    const stage = await asking()
    const foreign = { config: { ...stage.deps.config, secret: 'z'.repeat(43) } }
    const proof = packed(await solved(await workOf(foreign, stage.site, 0, stage.clock.now)))
    expect(statusOf(await stage.as('eve').posts('Elsewhere', { proof }))).toEqual(HELD)
  })

  test('one that was signed before the secret was changed, only where that one is not named any more', async () => {
    const { deps, site, clock } = await world()
    const proof = packed(await solved(await workOf(deps, site, 0, clock.now)))
    const config = { ...deps.config, secret: 'n'.repeat(43) }
    expect(await proofIn({ config }, site, proof, clock.now)).toBeNull()
    const known = { config: { ...config, secretsBefore: ['o'.repeat(43), deps.config.secret] } }
    expect(await proofIn(known, site, proof, clock.now)).not.toBeNull()
  })

  test('30 kB of anything', async () => {
    const stage = await asking()
    const text = 'A'.repeat(30_000)
    expect(statusOf(await stage.as('eve').posts('Huge', { proof: text }))).toEqual(HELD)
    expect(statusOf(await stage.as('eve').posts('Deep', { proof: btoa('['.repeat(15_000)) }))).toEqual(HELD)
  })

  test('whatever a stranger sends', async () => {
    const { deps, site } = await world()
    const junk = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map(value => JSON.stringify(value)),
    )
    await fc.assert(
      fc.asyncProperty(junk, async text => {
        expect(await proofIn(deps, site, text, 0)).toBeNull()
        expect(await proofIn(deps, site, btoa(encodeURIComponent(text)), 0)).toBeNull()
      }),
      { numRuns: 200 },
    )
  })
})

test('work gets harder step by step, and never takes more keys than its step says', async () => {
  const { deps, site, clock } = await world()
  for (const step of [0, 1] as const) {
    const { solution } = await solved(await workOf(deps, site, step, clock.now))
    expect(solution.counter).toBeGreaterThanOrEqual(STEPS[step] / 2)
    expect(solution.counter).toBeLessThan(STEPS[step])
  }
})

function change({ challenge, solution }: Solved, parameters: Record<string, unknown>): unknown {
  return { challenge: { ...challenge, parameters: { ...challenge.parameters, ...parameters } }, solution }
}

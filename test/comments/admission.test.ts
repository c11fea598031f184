import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { Pressure } from '../../server/comments/pressure.ts'
import { proofIn, STEPS, workOf } from '../../server/comments/proof-of-work.ts'
import type { Comment, Stamp } from '../../server/contract.ts'
import { answerOf, tokenOf } from '../people.ts'
import { type World, world } from '../world.ts'

/** Somebody nobody knows, from a network nobody has seen. */
const stranger = (stage: World, n: number) => ({
  Authorization: `Bearer ${tokenOf(`s${n}`, stage.number)}`,
  'X-Test-Client': `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`,
})

const flood = async (stage: World, count: number, from = 0, more: Record<string, unknown> = {}) => {
  const statuses: Record<number, number> = {}
  for (let n = from; n < from + count; n++) {
    const { status } = await stage.as('eve').sends({ text: `Buy watches ${n}`, ...more }, stranger(stage, n))
    statuses[status] = (statuses[status] ?? 0) + 1
  }
  return statuses
}

async function work(stage: World): Promise<Stamp> {
  return answerOf(await stage.send('/api/stamps', { method: 'POST', json: { site: stage.site } }))
}

async function proof(stage: World): Promise<string> {
  const challenge = (await work(stage)).work!
  return btoa(JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) }))
}

/** How often the store is asked for anything meanwhile. */
async function queriesOf(stage: World, act: () => Promise<unknown>): Promise<number> {
  const { driver } = stage.deps.store.engine
  const batch = driver.batch
  let asked = 0
  driver.batch = (...given) => {
    asked += 1
    return batch.apply(driver, given)
  }
  try {
    await act()
  } finally {
    driver.batch = batch
  }
  return asked
}

const open = { limits: true, settings: { holds: 'none' } } as const

describe('under a flood of strangers', () => {
  test('the article’s budget ends it, in words, and honest readers with a proof go by a lane of their own', async () => {
    const stage = await world(open)
    expect(await flood(stage, 140)).toEqual({ 201: 120, 429: 20 })
    const refused = await stage.as('ada').sends({ text: 'No script, no proof' }, stranger(stage, 9_000))
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect(await refused.json()).toMatchObject({ code: 'too_many_requests', retryAfter: 1 })
    for (const name of ['ada', 'ben', 'chiara', 'darya'] as const) {
      expect(await stage.as(name).posts(`An honest word of ${name}`, { proof: await proof(stage) })).toMatchObject({
        status: 'published',
      })
    }
    // Elsewhere on the site there is room.
    expect((await stage.as('eve', `${stage.page}0`).sends({ text: 'Elsewhere' }, stranger(stage, 9_001))).status).toBe(
      201,
    )
  })

  test('what comes without a proof waits once it is more than usual, and says why', async () => {
    const stage = await world(open)
    expect((await stage.as('ben').posts('Before the flood')).status).toBe('published')
    const mona = await stage.atDesk('mona')
    const { seq, pressed } = await mona.queue()
    expect(pressed).toBeNull()
    expect(await mona.changes(seq)).toMatchObject({ pressed: null })
    await flood(stage, 70)
    expect(await mona.changes(seq)).toMatchObject({ pressed: 'pressure' })
    // And whoever opens the desk only now reads it, too.
    expect(await mona.queue()).toMatchObject({ pressed: 'pressure' })
    const answer = await stage.as('ada').sends({ text: 'In the middle of it' }, stranger(stage, 9_000))
    const { comment } = await answerOf<{ comment: Comment }>(answer)
    expect([comment.status, comment.reason]).toEqual(['pending', 'unproven'])
    stage.clock.now += 600_000
    expect((await stage.as('darya').posts('When it is over')).status).toBe('published')
  })

  test('a refused post asks the store nothing, whatever it brings', async () => {
    const stage = await world(open)
    await flood(stage, 130)
    const challenge = (await work(stage)).work!
    const bogus = btoa(JSON.stringify({ challenge, solution: { counter: 1, derivedKey: 'f'.repeat(64) } }))
    const asked = await queriesOf(stage, async () => {
      expect(await flood(stage, 20, 1_000)).toEqual({ 429: 20 })
      expect(await flood(stage, 20, 2_000, { proof: 'bm90aGluZw==' })).toEqual({ 429: 20 })
      expect(await flood(stage, 20, 3_000, { proof: bogus })).toEqual({ 429: 20 })
    })
    expect(asked).toBe(0)
  })

  test('one address is refused before its request is read', async () => {
    const stage = await world(open)
    const client = { 'X-Test-Client': '203.0.113.7' }
    const from = (n: number) => ({ ...client, Authorization: `Bearer ${tokenOf(`one${n}`, stage.number)}` })
    for (let n = 0; n < 30; n++) await stage.as('eve').sends({ text: `Number ${n}` }, from(n))
    const asked = await queriesOf(stage, async () => {
      const { status } = await stage.send('/api/comments', {
        method: 'POST',
        headers: from(99),
        body: 'no JSON at all',
      })
      expect(status).toBe(429)
    })
    expect(asked).toBe(0)
    // A single address does not press the site.
    expect((await stage.as('ada').posts('Undisturbed')).status).toBe('published')
  })

  test('what is refused for its text costs its sender, too', async () => {
    const stage = await world(open)
    const client = { 'X-Test-Client': '203.0.113.8' }
    const statuses = []
    for (let n = 0; n < 125; n++) statuses.push((await stage.as('eve').sends({ text: ' ' }, client)).status)
    expect(statuses.slice(0, 120)).toEqual(Array(120).fill(422))
    expect(statuses.at(-1)).toBe(429)
  })

  test('who is known here needs no proof and has a lane, though the page was only read', async () => {
    const stage = await world({ ...open, mail: true })
    await stage.as('chiara').proves('chiara@mail.example', stage.mails)
    await flood(stage, 130)
    expect(
      (await stage
        .as('chiara')
        .posts('Verified')
        .catch(error => error.code)) as unknown,
    ).toBe('too_many_requests')
    // As the widget does when a page is opened.
    await stage.as('chiara').looksAtOwn()
    expect((await stage.as('chiara').posts('Verified')).status).toBe('published')
  })

  test('a retry of what was stored is answered with it, as soon as there is room', async () => {
    const stage = await world(open)
    const key = { 'Idempotency-Key': 'mine' }
    const send = () => stage.as('ada').sends({ text: 'Once' }, key)
    const first = await answerOf<{ comment: Comment }>(await send())
    await flood(stage, 130)
    const refused = await send()
    expect(refused.status).toBe(429)
    stage.clock.now += 1000 * Number(refused.headers.get('retry-after'))
    expect((await answerOf<{ comment: Comment }>(await send())).comment.id).toBe(first.comment.id)
    // With its proof it is let through at once.
    const proven = { text: 'Twice', proof: await proof(stage) }
    const again = () => stage.as('ben').sends(proven, key)
    expect((await again()).status).toBe(201)
    await flood(stage, 10, 5_000)
    expect((await again()).status).toBe(200)
  })

  test('one solved proof opens its lane once, however often it is sent', async () => {
    const stage = await world(open)
    await flood(stage, 130)
    const brought = { proof: await proof(stage) }
    expect(await flood(stage, 1, 6_000, brought)).toEqual({ 201: 1 })
    expect(
      await queriesOf(stage, async () => expect(await flood(stage, 20, 7_000, brought)).toEqual({ 429: 20 })),
    ).toBe(0)
  })

  test('nor does its spender open that lane again, by a second post or by one that is refused for its text', async () => {
    const stage = await world(open)
    await flood(stage, 130)
    const brought = { proof: await proof(stage) }
    expect(await flood(stage, 1, 6_000, brought)).toEqual({ 201: 1 })
    const again = await stage.as('eve').sends({ text: 'With the same proof', ...brought }, stranger(stage, 6_000))
    expect(again.status).toBe(429)
    const key = { 'Idempotency-Key': 'first' }
    const [next, spender] = [{ proof: await proof(stage) }, { ...stranger(stage, 6_500), ...key }]
    expect((await stage.as('eve').sends({ text: 'Watches', ...next }, spender)).status).toBe(201)
    expect((await stage.as('eve').sends({ text: ' ', ...next }, spender)).status).toBe(422)
    expect(await flood(stage, 5, 7_000, next)).toEqual({ 429: 5 })
    expect((await stage.as('eve').sends({ text: 'Watches', ...next }, spender)).status).toBe(200)
  })

  test('where another process has seen a proof spent, it opens the lane here once more at the most', async () => {
    const stage = await world(open)
    const brought = { proof: await proof(stage) }
    const elsewhere = createApp(stage.deps)
    const sent = JSON.stringify({ site: stage.site, url: stage.page, text: 'Spent', ...brought })
    const headers = { ...stage.as('ben').headers(), 'content-type': 'application/json' }
    expect((await elsewhere.request('/api/comments', { method: 'POST', headers, body: sent })).status).toBe(201)
    await flood(stage, 130)
    expect(await flood(stage, 1, 6_000, brought)).toEqual({ 201: 1 })
    expect((await stage.as('eve').sends({ text: ' ', ...brought }, stranger(stage, 6_000))).status).toBe(429)
    expect(await flood(stage, 5, 7_000, brought)).toEqual({ 429: 5 })
  })

  test('one address that sends what nobody would store does not press the site', async () => {
    const stage = await world(open)
    await stage.as('ben').posts('Before')
    const client = { 'X-Test-Client': '203.0.113.9' }
    for (let n = 0; n < 600; n++) {
      stage.clock.now += 500
      await stage.as('eve').sends({ text: ' ' }, client)
    }
    await stage.as('ben').looksAtOwn()
    expect((await stage.as('ada').posts('Undisturbed')).status).toBe('published')
  })
})

test('whole pages and feeds are not made for one address without end', async () => {
  const stage = await world(open)
  const { send, site, page } = stage
  const asks = (path: string, client: string) => send(path, { headers: { 'X-Test-Client': client } })
  const thread = `/thread?${new URLSearchParams({ site, url: page })}`
  let status = 200
  for (let n = 0; n < 700 && status === 200; n++) {
    status = (await asks(n % 7 ? '/feeds/nowhere/atom' : thread, '203.0.113.9')).status
    if (status === 404) status = 200
  }
  expect(status).toBe(429)
  expect((await asks(thread, '203.0.113.10')).status).toBe(200)
  // Who cannot be told from others is not counted as one.
  for (let n = 0; n < 620; n++) status = (await send('/feeds/nowhere/atom')).status
  expect(status).toBe(404)
})

describe('pressure', () => {
  const MINUTE = 60_000
  const steadily = (pressure: Pressure, perMinute: number, from: number, minutes: number) => {
    for (let at = from; at < from + minutes * MINUTE; at += MINUTE / perMinute) pressure.feel('daily', at)
    return from + minutes * MINUTE
  }

  test('is none where it is quiet, comes with a flood, and goes with it', () => {
    const pressure = new Pressure()
    let now = steadily(pressure, 5, 0, 60)
    expect(pressure.of('daily', now)).toEqual({ isHigh: false, step: 0 })
    now = steadily(pressure, 600, now, 1)
    expect(pressure.of('daily', now)).toEqual({ isHigh: true, step: 1 })
    expect(pressure.of('weekly', now)).toEqual({ isHigh: false, step: 0 })
    expect(pressure.of('daily', now + 10 * MINUTE)).toEqual({ isHigh: false, step: 0 })
  })

  test('is measured by what is usual on the site, which a flood of an hour does not change', () => {
    const pressure = new Pressure()
    let now = steadily(pressure, 60, 0, 3 * 24 * 60)
    expect(pressure.of('daily', now).isHigh).toBe(false)
    now = steadily(pressure, 3_000, now, 60)
    expect(pressure.of('daily', now).isHigh).toBe(true)
    now = steadily(pressure, 60, now, 60)
    expect(pressure.of('daily', now).isHigh).toBe(false)
    expect(pressure.of('daily', steadily(pressure, 1_000, now, 2)).isHigh).toBe(true)
  })

  test('makes the work harder by the proofs that come, not by posts without', () => {
    const pressure = new Pressure()
    for (let n = 0; n < 100_000; n++) pressure.feel('daily', n / 10)
    expect(pressure.of('daily', 10_000).step).toBe(1)
    for (let n = 0; n < 500; n++) pressure.feelProof('daily', 10_000)
    expect(pressure.of('daily', 10_000).step).toBe(2)
    for (let n = 0; n < 2_000; n++) pressure.feelProof('daily', 10_000)
    expect(pressure.of('daily', 10_000).step).toBe(3)
  })
})

test('the work that a reader gets is that of the hour, and what was asked when it was given counts until it ends', async () => {
  const stage = await world(open)
  const calm = await proof(stage)
  await flood(stage, 100)
  const { parameters } = (await work(stage)).work!
  expect(parameters.data.site).toBe(stage.site)
  expect((await stage.as('ada').posts('Asked in calm', { proof: calm })).status).toBe('published')
  const hard = await workOf(stage.deps, stage.site, 1, stage.clock.now)
  const solution = await solveChallenge({ challenge: hard, deriveKey })
  expect(solution!.counter).toBeLessThan(STEPS[1])
  const solved = btoa(JSON.stringify({ challenge: hard, solution }))
  expect(await proofIn(stage.deps, stage.site, solved, stage.clock.now)).toMatchObject({ digest: expect.any(String) })
})

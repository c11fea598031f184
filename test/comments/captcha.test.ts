import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Captcha, readCaptcha } from '../../server/comments/captcha.ts'
import type { Comment, Stamp } from '../../server/contract.ts'
import { answerOf } from '../people.ts'
import { type World, type WorldOptions, world } from '../world.ts'

const TURNSTILE: Captcha = { provider: 'turnstile', key: '0xKEY', secret: '0xUNTOLD' }
const HCAPTCHA: Captcha = { provider: 'hcaptcha', key: 'a-key', secret: 'ES_UNTOLD' }

const statusOf = ({ status, reason }: Comment) => [status, reason]
const HELD = ['pending', 'unproven']
const PUBLISHED = ['published', null]

const json = (told: unknown, status = 200) => new Response(JSON.stringify(told), { status })

/** A provider that takes every answer once, as the real ones do; it says that it was solved on `hostname`. */
function takesOnce(hostname: string | undefined = 'daily.example') {
  const asked: { url: string; sent: Record<string, string> }[] = []
  const fetch = async (url: string, init?: RequestInit) => {
    const sent = Object.fromEntries(init?.body as URLSearchParams)
    const isNew = !asked.some(each => each.sent['response'] === sent['response'])
    asked.push({ url, sent })
    return json(isNew ? { success: true, hostname } : { success: false, 'error-codes': ['timeout-or-duplicate'] })
  }
  return { asked, fetch }
}

/** A site that asks for work, where a comment waits for nothing else, and whose owner has named a provider. */
const asking = (fetch: WorldOptions['fetch'], more: WorldOptions = {}) =>
  world({ settings: { holds: 'none', asksWork: 'always' }, captcha: TURNSTILE, ...(fetch && { fetch }), ...more })

const begins = async ({ send, site }: World): Promise<Stamp> =>
  answerOf(await send('/api/stamps', { method: 'POST', json: { site } }))

describe('where the owner names a captcha', () => {
  test.each([
    [TURNSTILE, 'https://challenges.cloudflare.com/turnstile/v0/siteverify'],
    [HCAPTCHA, 'https://api.hcaptcha.com/siteverify'],
  ])(
    'its answer counts as a proof; the provider is told the answer, and nothing of the reader',
    async (captcha, url) => {
      const { fetch, asked } = takesOnce()
      const stage = await asking(fetch, { captcha, limits: true })
      const answer = await stage
        .as('ada')
        .sends({ text: 'By hand', captcha: 'token-1' }, { 'x-test-client': '192.0.2.7' })
      expect(statusOf((await answerOf<{ comment: Comment }>(answer)).comment)).toEqual(PUBLISHED)
      expect(asked).toEqual([{ url, sent: { secret: captcha.secret, response: 'token-1' } }])
    },
  )

  test('an answer counts once, whoever brings it again; the second time nobody is asked', async () => {
    const { fetch, asked } = takesOnce()
    const stage = await asking(fetch)
    expect(statusOf(await stage.as('ada').posts('First', { captcha: 'once' }))).toEqual(PUBLISHED)
    expect(statusOf(await stage.as('ada').posts('Second', { captcha: 'once' }))).toEqual(HELD)
    expect(statusOf(await stage.as('eve').posts('Third', { captcha: 'once' }))).toEqual(HELD)
    expect(asked).toHaveLength(1)
  })

  test('an answer that another process has seen spent is held by the database, though its provider takes it again', async () => {
    const fetch = async () => json({ success: true })
    const [stage, other] = [await asking(fetch), await asking(fetch)]
    expect(statusOf(await stage.as('ada').posts('Here', { captcha: `twice ${stage.site}` }))).toEqual(PUBLISHED)
    expect(statusOf(await other.as('eve').posts('There', { captcha: `twice ${stage.site}` }))).toEqual(HELD)
  })

  test('the same post sent three times at once asks once, and is one public comment', async () => {
    const { fetch, asked } = takesOnce()
    const stage = await asking(fetch)
    const send = () => stage.as('ada').sends({ text: 'Once', captcha: 'thrice' }, { 'Idempotency-Key': 'k' })
    const answers = [...(await Promise.all([send(), send(), send()])), await send()]
    const comments = await Promise.all(answers.map(each => answerOf<{ comment: Comment }>(each)))
    expect(new Set(comments.map(({ comment }) => JSON.stringify(comment))).size).toBe(1)
    expect(statusOf(comments[0]!.comment)).toEqual(PUBLISHED)
    expect(asked).toHaveLength(1)
  })

  test.each<[string, () => Promise<Response>]>([
    ['says no', async () => json({ success: false, 'error-codes': ['invalid-input-response'] })],
    ['says yes by another word', async () => json({ success: 'true' })],
    ['saw it solved on another’s page', async () => json({ success: true, hostname: 'evil.example' })],
    [
      'saw it solved on a page whose name begins like ours',
      async () => json({ success: true, hostname: 'daily.example.evil.example' }),
    ],
    ['names no page but a number', async () => json({ success: true, hostname: 7 })],
    ['answers with an error', async () => json({ success: true }, 500)],
    ['answers something else than JSON', async () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['answers a broken JSON', async () => new Response('{"success": tr')],
    ['answers null', async () => json(null)],
    ['answers nothing', async () => new Response(null)],
    ['does not answer in time', () => Promise.reject(new DOMException('late', 'TimeoutError'))],
    ['cannot be reached', () => Promise.reject(new TypeError(`fetch failed for ${TURNSTILE.secret}`))],
  ])('a provider that %s: the comment waits and is never refused; no secret is told', async (_, fetch) => {
    const stage = await asking(fetch)
    const answer = await stage.as('ada').sends({ text: 'Tried', captcha: `of ${stage.site}` })
    const body = await answer.text()
    expect(answer.status).toBe(201)
    expect(statusOf(JSON.parse(body).comment)).toEqual(HELD)
    expect(body + JSON.stringify(stage.log)).not.toContain('UNTOLD')
  })

  test('hostnames count without case, and a provider need not say any', async () => {
    for (const hostname of ['Daily.Example', undefined, '', 'not-provided']) {
      const stage = await asking(async () => json({ success: true, hostname }))
      expect(statusOf(await stage.as('ada').posts('Here', { captcha: `c ${stage.site}` }))).toEqual(PUBLISHED)
    }
  })

  test('a secret that the provider does not know is told to the operator, once a minute and not to readers', async () => {
    const stage = await asking(async () => json({ success: false, 'error-codes': ['invalid-input-secret'] }))
    for (let n = 0; n < 3; n++) await stage.as('ada').posts(`Try ${n}`, { captcha: `wrong ${n} ${stage.site}` })
    expect(stage.log).toEqual([{ event: 'captcha_not_checked', provider: 'turnstile', why: 'invalid-input-secret' }])
  })

  test('nobody is asked about a comment that is refused, brings a proof anyway, or needs none', async () => {
    const { fetch, asked } = takesOnce()
    const stage = await asking(fetch, { mail: true })
    const ada = stage.as('ada')
    await expect(ada.posts('   ', { captcha: 'a' })).rejects.toMatchObject({ code: 'text_empty' })
    await expect(ada.posts('To nobody', { captcha: 'a', parent: '0000000000' })).rejects.toMatchObject({ status: 404 })
    expect(statusOf(await ada.posts('Endless', { captcha: 'a'.repeat(8_193) }))).toEqual(HELD)
    expect(statusOf(await ada.posts('Empty', { captcha: '' }))).toEqual(HELD)
    const { parameters, signature } = (await begins(stage)).work!
    const challenge = { parameters, signature }
    const solution = await solveChallenge({ challenge, deriveKey, timeout: 0 })
    const proof = btoa(JSON.stringify({ challenge, solution }))
    expect(statusOf(await ada.posts('Both', { proof, captcha: 'b' }))).toEqual(PUBLISHED)
    await stage.as('chiara').proves('chiara@mail.example', stage.mails)
    expect(statusOf(await stage.as('chiara').posts('Verified', { captcha: 'b' }))).toEqual(PUBLISHED)
    await stage.deps.store.sites.change(stage.site, { settings: { asksWork: 'pressure' } })
    expect(statusOf(await stage.as('ben').posts('In calm', { captcha: 'c', name: 'Ben' }))).toEqual(PUBLISHED)
    expect(asked).toEqual([])
  })

  test('who sends made-up answers without end has few of them asked about; the rest waits without', async () => {
    const { fetch, asked } = takesOnce('evil.example')
    const stage = await asking(fetch, { limits: true })
    const from = { 'x-test-client': '198.51.100.9' }
    for (let n = 0; n < 25; n++) {
      const name = (['ada', 'ben', 'chiara', 'darya', 'eve'] as const)[n % 5]!
      const answer = await stage.as(name).sends({ text: `Made up ${n}`, captcha: `made up ${n}` }, from)
      expect(statusOf((await answerOf<{ comment: Comment }>(answer)).comment)).toEqual(HELD)
    }
    expect(asked).toHaveLength(10)
  })

  test('browsers are told of it only while a comment without a proof waits, and never the secret', async () => {
    const stage = await asking(undefined)
    const stamp = await begins(stage)
    expect(stamp.captcha).toEqual({ provider: 'turnstile', key: '0xKEY' })
    expect(JSON.stringify(stamp)).not.toContain('UNTOLD')
    for (const asksWork of ['pressure', 'never'] as const) {
      await stage.deps.store.sites.change(stage.site, { settings: { asksWork } })
      expect(await begins(stage)).not.toHaveProperty('captcha')
    }
  })

  test('what waits anyway is not asked about', async () => {
    const stage = await asking(undefined, { settings: { holds: 'all', asksWork: 'always' } })
    expect(await begins(stage)).not.toHaveProperty('captcha')
  })
})

test('where the owner names none, nobody is asked and nothing is offered', async () => {
  const { fetch, asked } = takesOnce()
  const stage = await world({ settings: { holds: 'none', asksWork: 'always' }, fetch })
  expect(await begins(stage)).not.toHaveProperty('captcha')
  expect(statusOf(await stage.as('ada').posts('Tried', { captcha: 'token' }))).toEqual(HELD)
  expect(asked).toEqual([])
})

test('whatever a provider answers, a comment waits or is public', async () => {
  let answer = ''
  const stage = await asking(async () => new Response(answer))
  let n = 0
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async text => {
      answer = text
      n += 1
      const { status } = await stage.as('ada').sends({ text: `Try ${n}`, captcha: `any ${n} ${stage.site}` })
      expect(status).toBe(201)
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['turnstile 0x4AAAA 0xSECRET', { provider: 'turnstile', key: '0x4AAAA', secret: '0xSECRET' }],
  ['hcaptcha  10000000-ffff ES_x', { provider: 'hcaptcha', key: '10000000-ffff', secret: 'ES_x' }],
  ['recaptcha key secret', null],
  ['turnstile key', null],
  ['turnstile key secret more', null],
  ['turnstile "><script> secret', null],
  [undefined, undefined],
])('PARLEY_CAPTCHA=%s', (text, read) => expect(readCaptcha(text)).toEqual(read))

import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { doChores } from '../../server/chores.ts'
import type { Comment, Translation, Translator, TranslatorTrial } from '../../server/contract.ts'
import { answerOf } from '../people.ts'
import { type World, type WorldOptions, world } from '../world.ts'

const SERVICE = 'https://translate.example.org/translate'
const DAY = 24 * 3_600_000
const refusal = (code: string) => expect.objectContaining({ code })

/** A service as LibreTranslate answers, which keeps what it was asked; `answer` may say something else. */
function service(answer?: (sent: Record<string, string>) => Response | Promise<Response>) {
  const asked: { url: string; sent: Record<string, string> }[] = []
  const fetch: NonNullable<WorldOptions['fetch']> = async (url, init) => {
    const sent = JSON.parse(String(init?.body))
    asked.push({ url, sent })
    return (
      (await answer?.(sent)) ??
      Response.json({
        translatedText: `[${sent.target}] ${sent.q}`,
        ...(sent.source === 'auto' && { detectedLanguage: { language: 'en', confidence: 90 } }),
      })
    )
  }
  return { asked, fetch }
}

/** A site that has a service, unless something else is said. */
const translating = (fetch: WorldOptions['fetch'], more: WorldOptions = {}) =>
  world({ ...more, settings: { holds: 'none', translate: SERVICE, ...more.settings }, ...(fetch && { fetch }) })

/** A reader, without a token, asks for a comment in a language. */
async function reads(
  { send, origin }: Pick<World, 'send' | 'origin'>,
  { id }: Pick<Comment, 'id'>,
  target = 'fa',
  headers: Record<string, string> = {},
): Promise<Translation> {
  const init = { method: 'POST', headers: { Origin: origin, ...headers }, json: { target } }
  return answerOf<Translation>(await send(`/api/comments/${id}/translation`, init))
}

const ENGLISH = 'The ferry was late again, and nobody told us why.'

describe('a comment in another language', () => {
  test('is told to readers as plain text with its direction and whose work it is, and is asked for once', async () => {
    const { asked, fetch } = service()
    const stage = await translating(fetch)
    const one = await stage.as('ada').posts(`**${ENGLISH}**`, { name: 'Ada' })
    expect(one.lang).toBe('en')
    const told = { text: `[fa] ${ENGLISH}`, lang: 'fa', dir: 'rtl', from: 'en', by: 'translate.example.org' }
    expect(await reads(stage, one)).toEqual(told)
    expect(await reads(stage, one)).toEqual(told)
    expect(asked).toEqual([{ url: SERVICE, sent: { q: ENGLISH, source: 'en', target: 'fa', format: 'text' } }])
    expect((await reads(stage, one, 'de')).dir).toBe('ltr')
    expect(asked).toHaveLength(2)
  })

  test('is asked for once by all who ask at the same moment', async () => {
    const { asked, fetch } = service()
    const stage = await translating(fetch)
    const one = await stage.as('ada').posts(ENGLISH)
    const all = await Promise.all(Array.from({ length: 5 }, () => reads(stage, one)))
    expect(new Set(all.map(({ text }) => text)).size).toBe(1)
    expect(asked).toHaveLength(1)
  })

  test('carries its language for readers where that is known, and none where it is not', async () => {
    const stage = await translating(service().fetch)
    await stage.as('ada').posts(ENGLISH)
    await stage.as('ada').posts('Xyzzy')
    const { comments, policy } = await stage.as('ben').reads()
    expect(comments.map(({ lang }) => lang)).toEqual([undefined, 'en'])
    expect(policy.translates).toBe(true)
    expect((await (await world()).as('ben').reads()).policy.translates).toBeUndefined()
  })

  test('whose language nobody knows is left to the service to tell', async () => {
    const { asked, fetch } = service()
    const stage = await translating(fetch)
    const one = await stage.as('ada').posts('Xyzzy')
    expect((await reads(stage, one)).from).toBe('en')
    expect(asked[0]!.sent['source']).toBe('auto')
  })

  test('that says something else by now is translated anew, and what it said before is gone', async () => {
    const { asked, fetch } = service()
    const stage = await translating(fetch)
    const one = await stage.as('ada').posts(ENGLISH)
    await reads(stage, one)
    await stage.as('ada').revises(one, 'The bus was late, too.')
    expect(await kept(stage)).toEqual([])
    expect((await reads(stage, one)).text).toBe('[fa] The bus was late, too.')
    expect(asked).toHaveLength(2)
    expect(await kept(stage)).toEqual(['[fa] The bus was late, too.'])
  })

  test('that is not public is nothing that a reader may ask for, and nobody is asked', async () => {
    const { asked, fetch } = service()
    const stage = await translating(fetch, { settings: { holds: 'all' } })
    const waits = await stage.as('ada').posts(ENGLISH)
    await expect(reads(stage, waits)).rejects.toEqual(refusal('unknown_comment'))
    const mona = await stage.atDesk('mona')
    await mona.rules(waits, 'approve')
    await reads(stage, waits)
    await mona.rules(waits, 'reject', { reason: 'abuse' })
    await expect(reads(stage, waits)).rejects.toEqual(refusal('unknown_comment'))
    expect(asked).toHaveLength(1)
  })

  test('is not told on a page that is not the site’s, nor in a language that Parley does not speak', async () => {
    const { asked, fetch } = service()
    const stage = await translating(fetch)
    const one = await stage.as('ada').posts(ENGLISH)
    await expect(reads(stage, one, 'fa', { Origin: 'https://evil.example' })).rejects.toEqual(refusal('origin_refused'))
    for (const target of ['xx', 'zh-Hant-HK', '', 'en","api_key":"'])
      await expect(reads(stage, one, target)).rejects.toEqual(refusal('bad_request'))
    expect(asked).toEqual([])
  })

  test('is not to be had where the owner names no service', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    const one = await stage.as('ada').posts(ENGLISH)
    await expect(reads(stage, one)).rejects.toEqual(refusal('no_translator'))
    expect((await (await stage.atDesk('mona')).case(one)).translates).toBeUndefined()
  })

  test('costs the owner no more than a client and a site may ask for; what is known goes on being told', async () => {
    const { asked, fetch } = service()
    const stage = await translating(fetch, { limits: true })
    const comments: Comment[] = []
    for (let n = 0; n < 3; n += 1) comments.push(await stage.as('ada').posts(`${ENGLISH} ${n}`))
    const targets = ['fa', 'ar', 'he', 'ur', 'ru', 'uk', 'tr']
    const from = { 'x-test-client': '192.0.2.7' }
    const answers = await Promise.allSettled(
      comments.flatMap(one => targets.map(target => reads(stage, one, target, from))),
    )
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(asked).toHaveLength(20)
    expect((await reads(stage, comments[0]!, 'fa', from)).lang).toBe('fa')
  })

  test('is forgotten 90 days after it was made, and at once with the comment', async () => {
    const stage = await translating(service().fetch)
    const [one, two] = [await stage.as('ada').posts(ENGLISH), await stage.as('ben').posts('So true, all of it')]
    await reads(stage, one)
    stage.clock.now += 60 * DAY
    await reads(stage, two)
    stage.clock.now += 31 * DAY
    await doChores(stage.deps)
    expect(await kept(stage)).toEqual(['[fa] So true, all of it'])
    await stage.as('ben').erases()
    expect(await kept(stage)).toEqual([])
  })
})

/** All that is kept of the site's translations. */
const kept = async ({ deps, site }: World): Promise<string[]> =>
  (
    await deps.store.engine.all<{ text: string }>(
      sql`SELECT t.text FROM translations t JOIN comments c ON c.id = t.comment_id WHERE c.site_id = ${site} ORDER BY t.made_at`,
    )
  ).map(({ text }) => text)

describe('a service that does not do as it should', () => {
  const BAD: [string, () => Response | Promise<Response>, RegExp][] = [
    ['refuses a key', () => Response.json({ error: 'Invalid API key' }, { status: 403 }), /403: Invalid API key$/],
    ['is overrun', () => new Response('<h1>Slow down</h1>', { status: 429 }), /answered 429$/],
    ['answers no JSON', () => new Response('<html>hello'), /without “translatedText”$/],
    ['answers nothing', () => Response.json({ translatedText: ' \u0000\n' }), /without “translatedText”$/],
    ['answers a list', () => Response.json({ translatedText: ['a'] }), /without “translatedText”$/],
    ['answers null', () => Response.json(null), /without “translatedText”$/],
    ['answers a book', () => Response.json({ translatedText: 'ha'.repeat(30_000) }), /too long a text$/],
    ['is not there', () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })), /^ECONNREFUSED$/],
    ['hangs', () => Promise.reject(new DOMException('late', 'TimeoutError')), /within five seconds$/],
  ]

  test.each(BAD)('and %s: readers are told so, its owner why, and nothing is kept', async (_, answer, why) => {
    const stage = await translating(service(answer).fetch)
    const one = await stage.as('ada').posts(ENGLISH)
    await expect(reads(stage, one)).rejects.toEqual(refusal('translation_failed'))
    expect(await kept(stage)).toEqual([])
    const { translation, trouble } = await tries(stage)
    expect(translation).toBeNull()
    expect(trouble).toMatch(why)
    // The lines for the operator carry no texts, and a service may say any.
    expect(JSON.stringify(stage.log)).not.toMatch(/Invalid API|ferry/)
  })

  test('cannot put anything but text on a page', async () => {
    const text = '<img src=x onerror=alert(1)>\u202e[a](javascript:alert(1))'
    const stage = await translating(service(() => Response.json({ translatedText: text })).fetch)
    const one = await stage.as('ada').posts(ENGLISH)
    expect((await reads(stage, one)).text).toBe(text.replace('\u202e', ''))
  })
})

const tries = async (stage: World, text = 'Good morning') =>
  (await stage.atDesk('olga')).asks<TranslatorTrial>(`/api/desk/sites/${stage.site}/translator/trial`, {
    method: 'POST',
    json: { text, target: 'fa' },
  })

describe('at the desk', () => {
  test('a moderator has whatever waits there translated, of their own sites only', async () => {
    const { asked, fetch } = service()
    const stage = await translating(fetch, { settings: { holds: 'all' } })
    const waits = await stage.as('ada').posts(ENGLISH)
    const mona = await stage.atDesk('mona')
    const asks = (site: string) => ({ method: 'POST', json: { site, target: 'fa' } })
    const path = `/api/desk/comments/${waits.id}/translation`
    expect((await mona.case(waits)).translates).toBe(true)
    expect(await mona.asks(path, asks(stage.site))).toMatchObject({ text: `[fa] ${ENGLISH}`, from: 'en' })
    const there = `${stage.site}-b`
    await stage.addSite(there, ['https://b.example'])
    const stan = await stage.signIn('stan', there, 'owner')
    await expect(stan.asks(path, asks(there))).rejects.toEqual(refusal('unknown_comment'))
    await expect(stan.asks(path, asks(stage.site))).rejects.toEqual(refusal('forbidden'))
    expect(asked).toHaveLength(1)
  })

  test('a key goes to the service that it was given for, and is shown to nobody', async () => {
    const { asked, fetch } = service(sent =>
      sent['q'] === 'tell'
        ? Response.json({ error: `bad ${sent['api_key']}` }, { status: 400 })
        : Response.json({ translatedText: 'x' }),
    )
    const stage = await translating(fetch)
    const olga = await stage.atDesk('olga')
    const path = `/api/desk/sites/${stage.site}`
    const put = (key: string | null) => olga.asks<Translator>(`${path}/translator`, { method: 'PUT', json: { key } })
    expect(await put('s3cret-key')).toEqual({ url: SERVICE, hasKey: true })
    await tries(stage)
    expect((await tries(stage, 'tell')).trouble).toBe('translate.example.org answered 400: bad …')
    const before = await olga.asks<{ seen: string }>(path)
    expect(JSON.stringify(before)).not.toContain('s3cret')
    const settings = { translate: 'https://elsewhere.example.org/translate' }
    await olga.asks(path, { method: 'PATCH', json: { seen: before.seen, settings } })
    expect(await olga.asks(`${path}/translator`)).toEqual({ url: settings.translate, hasKey: false })
    await tries(stage)
    expect(asked.map(({ sent }) => sent['api_key'])).toEqual(['s3cret-key', 's3cret-key', undefined])
    expect(await put(null)).toEqual({ url: settings.translate, hasKey: false })
    await expect(put('two words')).rejects.toEqual(refusal('bad_request'))
    await expect(put('x\r\nX-Other: 1')).rejects.toEqual(refusal('bad_request'))
  })

  test('an address that is not asked over https is refused when it is set', async () => {
    const stage = await translating(undefined, { settings: { translate: '' } })
    const olga = await stage.atDesk('olga')
    const path = `/api/desk/sites/${stage.site}`
    const { seen } = await olga.asks<{ seen: string }>(path)
    for (const translate of ['http://translate.example.org/', 'https://a:b@translate.example.org/', 'ftp://x', 'x'])
      await expect(olga.asks(path, { method: 'PATCH', json: { seen, settings: { translate } } })).rejects.toEqual(
        refusal('bad_request'),
      )
    await expect(tries(stage)).rejects.toEqual(refusal('no_translator'))
  })

  test('what readers are told of it names the host that texts go to', async () => {
    const stage = await translating(service().fetch)
    const page = async (site: string) => (await stage.send(`/privacy?site=${site}&lang=en`)).text()
    expect(await page(stage.site)).toContain('its text goes to translate.example.org')
    const other = await world()
    expect(await (await other.send(`/privacy?site=${other.site}&lang=en`)).text()).not.toContain('translates it')
  })
})

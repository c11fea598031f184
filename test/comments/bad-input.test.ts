import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../server/contract.ts'
import { plainText } from '../people.ts'
import { world } from '../world.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

/** Sends a request as it is and gives the refusal; nothing may be stored, and nothing may be a fault of ours. */
async function refusal(overrides: Record<string, unknown>, headers: Record<string, string> = {}) {
  const stage = await world()
  const response = await stage.as('ada').sends(overrides, headers)
  const problem = (await response.json()) as { code: string; status: number; type: string }
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(problem.status).toBe(response.status)
  expect(problem.type).toBe(`urn:parley:problem:${problem.code}`)
  expect((await stage.as('ada').looksAtOwn()).unpublished).toEqual([])
  const { counts } = await (await stage.atDesk('mona')).queue()
  expect(new Set(Object.values(counts))).toEqual(new Set([0]))
  expect(stage.log).toEqual([])
  return `${response.status} ${problem.code}`
}

describe('a post is refused in words, and nothing of it is stored, when', () => {
  test.each([
    ['the text is empty', { text: '' }, '422 text_empty'],
    ['the text is blank', { text: ' \n\t\u00a0\u3000 ' }, '422 text_empty'],
    ['the text is invisible', { text: '\u200b\u200d\u2060\ufeff\u00ad\u3164\u2800' }, '422 text_empty'],
    ['the text is only control characters', { text: '\u0000\u0007\u001b\u202e' }, '422 text_empty'],
    ['the text has 10,001 graphemes', { text: 'ب'.repeat(10_001) }, '422 text_too_long'],
    ['the text has more bytes than allowed', { text: '👩‍👩‍👧‍👦'.repeat(1_700) }, '422 text_too_long'],
    ['one grapheme weighs 400 kB', { text: `a${'\u0301'.repeat(200_000)}` }, '413 body_too_large'],
    ['one grapheme weighs 50 kB', { text: `a${'\u0301'.repeat(25_000)}` }, '422 text_too_long'],
    ['the text is a number', { text: 7 }, '400 bad_request'],
    ['the text is missing', { text: undefined }, '400 bad_request'],
    ['the name is a list', { text: 'Hi', name: ['Ada'] }, '400 bad_request'],
    ['the name has 10 kB', { text: 'Hi', name: 'n'.repeat(10_240) }, '422 name_too_long'],
    ['the name has 61 graphemes', { text: 'Hi', name: 'ی'.repeat(61) }, '422 name_too_long'],
    ['the site is unknown', { text: 'Hi', site: 'nowhere' }, '404 unknown_site'],
    ['the site is a prototype', { text: 'Hi', site: '__proto__' }, '404 unknown_site'],
    ['the address is none', { text: 'Hi', url: 'the front page' }, '400 bad_url'],
    ['the address is too long', { text: 'Hi', url: `https://daily.example/${'a'.repeat(10_240)}` }, '400 bad_url'],
    ['the page is not the site’s', { text: 'Hi', url: 'https://evil.example/' }, '403 origin_refused'],
    ['the parent is unknown', { text: 'Hi', parent: '7zzzzzzzzz' }, '404 unknown_comment'],
    ['the parent is no id', { text: 'Hi', parent: '../../etc/passwd' }, '404 unknown_comment'],
    ['the parent is a number', { text: 'Hi', parent: 7 }, '400 bad_request'],
  ])('%s', async (_, overrides, expected) => {
    expect(await refusal(overrides)).toBe(expected)
  })

  test.each([
    ['it comes from a foreign page', { Origin: 'https://evil.example' }, '403 origin_refused'],
    ['it comes from a page without an origin', { Origin: 'null' }, '403 origin_refused'],
    [
      'it comes from a page whose address contains the site’s',
      { Origin: 'https://daily.example.evil.example' },
      '403 origin_refused',
    ],
    ['its token is a desk link’s', { Authorization: `Bearer prd_${'x'.repeat(43)}` }, '401 bad_token'],
    ['its token is short', { Authorization: 'Bearer prl_short' }, '401 bad_token'],
    ['its token comes by another scheme', { Authorization: `Basic prl_${'x'.repeat(43)}` }, '401 bad_token'],
    ['its key is 10 kB long', { 'Idempotency-Key': 'k'.repeat(10_240) }, '400 bad_request'],
    ['its key is empty', { 'Idempotency-Key': '' }, '400 bad_request'],
    ['its length is honest and over the limit', { 'Content-Length': '999999999' }, '413 body_too_large'],
  ])('%s', async (_, headers, expected) => {
    expect(await refusal({ text: 'Hi' }, headers as Record<string, string>)).toBe(expected)
  })

  test('it has no token', async () => {
    const { send, site, page, origin } = await world()
    const response = await send('/api/comments', {
      method: 'POST',
      headers: { Origin: origin },
      json: { site, url: page, text: 'Hi' },
    })
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'token_needed' }])
  })

  test.each([
    ['nothing', ''],
    ['half a document', '{"site": "daily", "text": "Hi'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['a list', '[]'],
    ['a string', '"Hi"'],
    ['null', 'null'],
  ])('its body is %s', async (_, body) => {
    const { as, send } = await world()
    const response = await send('/api/comments', { method: 'POST', headers: as('ada').headers(JSON_TYPE), body })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: expect.stringMatching(/^bad_(json|request)$/) })
  })

  test('its length lies: what is read ends at the limit', async () => {
    const { as, send } = await world()
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 16_384
        controller.enqueue(new TextEncoder().encode(' '.repeat(16_384)))
      },
    })
    const headers = as('ada').headers({ ...JSON_TYPE, 'Content-Length': '20' })
    const response = await send('/api/comments', {
      method: 'POST',
      headers,
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'body_too_large' }])
    expect(sent).toBeLessThan(4 * LIMITS.bodyBytes)
  })

  test('the parent stands under another article, or on another site', async () => {
    const here = await world({ settings: { holds: 'none' } })
    const elsewhere = await world({ settings: { holds: 'none' } })
    const under = await here.as('ada', `${here.page}0`).posts('Elsewhere')
    const foreign = await elsewhere.as('ada').posts('Abroad')
    for (const parent of [under, foreign]) {
      await expect(here.as('ben').replies(parent, 'Hi')).rejects.toMatchObject({ code: 'unknown_comment', status: 404 })
    }
  })

  test('the parent was taken down while the reply was being written', async () => {
    const { as, atDesk } = await world({ settings: { holds: 'none' } })
    const rant = await as('ben').posts('A rant')
    await (await atDesk('mona')).rules(rant, 'reject')
    await expect(as('ada').replies(rant, 'I agree')).rejects.toMatchObject({ code: 'parent_gone', status: 409 })
  })
})

test('the owner is told the exact command that allows a page', async () => {
  const { as, site } = await world()
  const response = await as('ada').sends({ text: 'Hi' }, { Origin: 'http://localhost:1313' })
  expect(await response.json()).toMatchObject({
    code: 'origin_refused',
    command: `npm run parley -- site set ${site} --origin http://localhost:1313`,
  })
})

test('what cannot be read is taken out of a text by a stated rule, and the rest stays as it was typed', async () => {
  const { as } = await world()
  const comment = await as('ada').posts(
    '\r\nA\u0000B\ud800C\u0007 \u202eevil\u202c می\u200cخواهم 👩‍👧\r\nline\ttwo  \n\n',
  )
  expect(plainText(comment)).toBe('ABC evil\u202c می\u200cخواهم 👩‍👧\nline\ttwo')
})

test('a name holds no control that reaches beyond it, and keeps its joiners', async () => {
  const { as } = await world()
  const comment = await as('ada').posts('Hi', { name: '\u202e\u2066 Na\u0000me\n<b>\u200fمی\u200cنا ' })
  expect(comment.author!.name).toBe('Name <b>می\u200cنا')
  expect((await as('ada').posts('Hi again', { name: ' \u200b ' })).author!.name).toBeNull()
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '&#106;avascript:alert(1)',
  'javascript&colon;alert(1)',
  '\u0001javascript:alert(1)',
  'javascript\u200b:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'file:///etc/passwd',
  'blob:https://daily.example/1',
  '//evil.example',
  'http:evil',
])('no spelling of %j becomes a link', async href => {
  const { as } = await world()
  const { tree } = await as('ada').posts(`[a](${href}) [b](<${href}>) <${href}>\n\n[c]: ${href}\n[c] ![d](${href})`)
  const hrefs = [...JSON.stringify(tree).matchAll(/"href":"([^"]*)"/g)].map(match => match[1])
  for (const each of hrefs) expect(each).toMatch(/^(https?:\/\/|mailto:)/)
})

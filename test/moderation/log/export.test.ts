import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { world } from '../../world.ts'

test('the log is exported as JSON lines, oldest first', async () => {
  const { as, atDesk, site, number } = await world()
  const mona = await atDesk('mona')
  const comment = await as('ada').posts('Line one\nline "two"', { title: 'The night ferry' })
  await mona.rules(comment, 'reject', { reason: 'abuse', note: 'No' })
  const response = await mona.sends(`/api/desk/log/export?site=${site}&format=jsonl`)
  expect(response.headers.get('content-type')).toContain('application/x-ndjson')
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="parley-log-${site}.jsonl"`)
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  const lines = (await response.text()).trimEnd().split('\n')
  expect(lines.map(line => JSON.parse(line))).toMatchObject([
    { seq: 1, ruling: 'post', rule: 'firstComments', person: null, excerpt: 'Line one\nline "two"' },
    {
      ...{ seq: 2, ruling: 'reject', from: 'pending', to: 'rejected', reason: 'abuse', person: `mona-${number}` },
      ...{ note: 'No', comment: comment.id, article: '/news/1', title: 'The night ferry' },
      at: expect.stringMatching(/^2026-11-22T/),
    },
  ])
})

test('in a CSV no text can become a formula or break out of its cell', async () => {
  const { as, atDesk, site } = await world()
  const mona = await atDesk('mona')
  const texts = ['=HYPERLINK("http://evil.example")', '+1', '-2+3', '@SUM(A1)', '＝1', 'a "b", c\nd', ' =1', 'سلام']
  for (const text of texts) await as('ada').posts(text, { name: '=cmd|x' })
  const response = await mona.sends(`/api/desk/log/export?site=${site}&format=csv`)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows = readCsv(new TextDecoder().decode(bytes))
  const [head, ...rest] = rows
  const column = (name: string) => rest.map(row => row[head!.indexOf(name)])
  expect(column('author')).toEqual(texts.map(() => "'=cmd|x"))
  expect(column('excerpt')).toEqual([
    `'=HYPERLINK("http://evil.example")`,
    ...["'+1", "'-2+3", "'@SUM(A1)", "'＝1", 'a "b", c\nd', "' =1", 'سلام'],
  ])
  expect(rest.every(row => row.length === head!.length)).toBe(true)
})

test('a long log is exported whole, page by page', async () => {
  const { atDesk, deps, site } = await world()
  await deps.store.engine.write([
    sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, ruler, text_digest, at)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
      SELECT ${site}, i, abs(random()) >> 12, 1, 'post', 'none', 'pending', 'rules', 'd', i FROM n`,
  ])
  const response = await (await atDesk('mona')).sends(`/api/desk/log/export?site=${site}&format=jsonl`)
  const reader = response.body!.getReader()
  let chunks = 0
  let text = ''
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks += 1
    text += new TextDecoder().decode(next.value)
  }
  expect(chunks).toBeGreaterThan(1)
  const seqs = text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line).seq)
  expect(seqs).toEqual(Array.from({ length: 1_000 }, (_, n) => n + 1))
})

test('an empty log is an empty export', async () => {
  const { atDesk, site } = await world()
  const mona = await atDesk('mona')
  const text = async (format: string) => (await mona.sends(`/api/desk/log/export?site=${site}&format=${format}`)).text()
  expect(await text('jsonl')).toBe('')
  expect(await text('csv')).toMatch(/^"seq","at","ruling"[^\n]*\r\n$/)
  await expect(mona.asks(`/api/desk/log/export?site=${site}&format=xml`)).rejects.toMatchObject({ code: 'bad_request' })
})

/** RFC 4180, read character by character. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (isQuoted && sign === '"' && text[at + 1] === '"') cell += text[++at]
    else if (sign === '"') isQuoted = !isQuoted
    else if (isQuoted || (sign !== ',' && sign !== '\r' && sign !== '\n')) cell += sign
    else if (sign === ',' || sign === '\r') {
      rows.at(-1)!.push(cell)
      cell = ''
    } else rows.push([])
  }
  return rows.slice(0, -1)
}

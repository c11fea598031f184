import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { spellId } from '../../../server/comments/ids.ts'
import { makeKey } from '../../../server/people/api-keys.ts'
import { type World, world } from '../../world.ts'

/** So many rows of a site's log. */
const decideOften = ({ store }: World['deps'], site: string, times: number) =>
  store.engine.write([
    sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, ruler, text_digest, at)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${times})
      SELECT ${site}, i, abs(random()) >> 12, 1, 'post', 'none', 'pending', 'rules', 'd', i FROM n`,
  ])

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
    ...["'+1", "'-2+3", "'@SUM(A1)", "'＝1", 'a "b", c\nd', "'=1", 'سلام'],
  ])
  expect(rest.every(row => row.length === head!.length)).toBe(true)
})

test('a long log is exported whole, page by page', async () => {
  const { atDesk, deps, site } = await world()
  await decideOften(deps, site, 1_000)
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

test('an export breaks off for who loses the role, the session or the key while it is made', async () => {
  const { atDesk, signIn, deps, site, send } = await world()
  await decideOften(deps, site, 3_000)
  const olga = await atDesk('olga')
  const people = await deps.store.people.on(site)
  const { token } = await makeKey(deps, { site, name: 'Bot', scope: 'read', days: null }, people[0]!.id)
  const nora = await signIn('nora', site, 'owner')
  const idOf = async (name: string) => (await deps.store.people.on(site)).find(each => each.name.startsWith(name))!.id
  const path = `/api/desk/log/export?site=${site}&format=jsonl`
  const cases: [Promise<Response>, () => Promise<unknown>][] = [
    [(await atDesk('mona')).sends(path), async () => deps.store.people.dismiss(await idOf('mona'), site)],
    [(await atDesk('omar')).sends(path), async () => deps.store.people.signOutEverywhere(await idOf('omar'))],
    [
      nora.sends(path),
      async () => {
        const nora = spellId(await idOf('nora'))
        return olga.asks(`/api/desk/sites/${site}/people/${nora}`, { method: 'PUT', json: { role: 'moderator' } })
      },
    ],
    [
      send(path, { headers: { Authorization: `Bearer ${token}` } }),
      async () => deps.store.apiKeys.remove((await deps.store.apiKeys.list(site, 0))[0]!.id, site),
    ],
  ]
  for (const [asked, putOut] of cases) {
    const reader = (await asked).body!.getReader()
    const first = await reader.read()
    expect(first.value!.length).toBeGreaterThan(0)
    await putOut()
    const rest = async () => {
      while (!(await reader.read()).done);
    }
    await expect(rest()).rejects.toThrow()
  }
  expect((await (await olga.sends(path)).text()).trimEnd().split('\n')).toHaveLength(3_000)
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

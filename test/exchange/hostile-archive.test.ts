import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { archiveOf } from '../../server/exchange/archive.ts'
import { importArchive, planArchive } from '../../server/exchange/archive-import.ts'
import { digest } from '../../server/people/secrets.ts'
import { CARRIED } from '../../server/store/archive-tables.ts'
import type { Row } from '../../server/store/engine.ts'
import type { World } from '../world.ts'
import { fileOf, fullSite } from './full-site.ts'

/** Archives that somebody has written by hand, with a digest that fits, for an installation where another site is. */
type Line = { kind: string; row: Row }

const IDS = /^(?:id|.*_id|muted_id|ruled_by|decided_by|moved_to|moving_to)$/
const KINDS = [...Object.keys(CARRIED), 'articles_after']

async function archived({ deps, site }: World): Promise<string> {
  let text = ''
  for await (const some of archiveOf(deps.store.engine, [site], false, { build: 'test', at: 1 })) text += some
  return text
}

/** All of a site that an import could change, with its counts. */
async function stateOf(stage: World): Promise<unknown> {
  const { engine, people } = stage.deps.store
  return [
    (await archived(stage)).split('\n').slice(1),
    await engine.all(sql`SELECT * FROM articles WHERE site_id = ${stage.site} ORDER BY id`),
    await engine.all(sql`SELECT * FROM comments WHERE site_id = ${stage.site} ORDER BY id`),
    await engine.all(sql`SELECT * FROM authors WHERE site_id = ${stage.site} ORDER BY id`),
    await people.on(stage.site),
  ]
}

let evils = 0

/** The lines of another site that is like this one, under ids of its own; people and the log stay away. */
function likeness(text: string, site: string): { site: string; lines: Line[] } {
  const shift = 2 ** 52 + ++evils * 2 ** 32
  const ids = new Map<unknown, number>()
  const moved = (value: unknown) => {
    if (typeof value !== 'number' || value === 0) return value
    if (!ids.has(value)) ids.set(value, 0)
    return value
  }
  const all = text
    .trimEnd()
    .split('\n')
    .slice(1, -1)
    .map(line => JSON.parse(line.replaceAll(`"${site}"`, `"evil-${evils}"`)) as Line)
    .filter(({ kind }) => !['people', 'roles', 'rulings', 'seals', 'ruling_words', 'site_changes'].includes(kind))
  for (const { row } of all) for (const [name, value] of Object.entries(row)) if (isId(name)) moved(value)
  // In the order that they had, because what is answered is older.
  for (const [at, id] of [...ids.keys()].sort((a, b) => Number(a) - Number(b)).entries()) ids.set(id, shift + at)
  const lines = all.map(({ kind, row }) => {
    const entries = Object.entries(row).map(([name, value]) => [name, isId(name) ? (ids.get(value) ?? value) : value])
    const own = Object.fromEntries(entries) as Row
    for (const each of ['person_id', 'ruled_by', 'decided_by']) if (each in own) own[each] = null
    if ('token_hash' in own) own['token_hash'] = digest(`${own['token_hash']}${evils}`)
    return { kind, row: own }
  })
  return { site: `evil-${evils}`, lines: lines.filter(({ kind }) => kind !== 'notes') }
}

const isId = (name: string) => IDS.test(name) && name !== 'site_id' && name !== 'foreign_id'

function sealed(site: string, lines: readonly Line[]): string {
  const rows: Record<string, number> = {}
  for (const { kind } of lines) rows[kind] = (rows[kind] ?? 0) + 1
  const head = { kind: 'parley', archive: 1, build: 'evil', schema: '0001_foundation.sql', at: 1, sites: [site] }
  const before = `${[head, ...lines].map(line => JSON.stringify(line)).join('\n')}\n`
  const end = { kind: 'end', lines: lines.length + 1, rows, changed: false, sha256: digest(before) }
  return `${before}${JSON.stringify(end)}\n`
}

test('an archive of one site changes nothing of another one, whatever its rows lead to', async () => {
  const stage = await fullSite()
  const { engine, doctor } = stage.deps.store
  const text = await archived(stage)
  const theirs = text
    .trimEnd()
    .split('\n')
    .slice(1, -1)
    .map(line => JSON.parse(line) as Line)
  expect([...new Set(theirs.map(({ kind }) => kind))].sort()).toEqual([...KINDS].sort())
  const values = theirs.flatMap(({ row }) => Object.entries(row).filter(([name]) => isId(name)))
  const before = await stateOf(stage)
  let [refused, written] = [0, 0]
  const change = fc.record({
    at: fc.nat(),
    column: fc.nat(),
    value: fc.oneof(fc.nat(values.length - 1), fc.constantFrom('null', 'text', 'self', 'flag', 'negative')),
  })
  const stolen = fc.nat(theirs.length - 1)
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 0, maxLength: 4 }),
      fc.array(stolen, { maxLength: 3 }),
      fc.boolean(),
      async (changes, whole, planned) => {
        const evil = likeness(text, stage.site)
        for (const { at, column, value } of changes) {
          const { row } = evil.lines[1 + (at % (evil.lines.length - 1))]!
          const names = Object.keys(row).filter(isId)
          const name = names[column % Math.max(1, names.length)]
          if (name === undefined) continue
          const odd = { null: null, text: 'x', self: row['id'] ?? 1, flag: 7, negative: -1 }
          const same = values.filter(([each]) => each === name)
          row[name] =
            typeof value === 'number' ? (same[value % Math.max(1, same.length)] ?? values[value]!)[1] : odd[value]
        }
        // Whole rows of the other site, which say that they are of this one.
        for (const each of whole) {
          const { kind, row } = theirs[each]!
          if (kind === 'sites') continue
          evil.lines.push({ kind, row: 'site_id' in row ? { ...row, site_id: evil.site } : row })
        }
        const file = fileOf(sealed(evil.site, evil.lines), 4_000)
        try {
          const plan = planned
            ? await planArchive(engine, file, null)
            : {
                head: { sites: [evil.site] } as never,
                sites: [{ id: evil.site, name: '', isHere: false, comments: 0, added: 0 }],
                collisions: [],
              }
          if (plan.collisions.length > 0) refused += 1
          else {
            await importArchive(engine, file, plan, undefined, { rows: 23, bytes: 20_000 })
            written += 1
          }
        } catch (error) {
          expect(error).toMatchObject({ name: 'NoArchive' })
          refused += 1
        }
        expect(await stateOf(stage)).toEqual(before)
      },
    ),
    { numRuns: 40 },
  )
  expect(written).toBeGreaterThan(2)
  expect(refused).toBeGreaterThan(2)
  // What is counted is counted right on the sites that came, too; their log was left out here.
  const others = (await doctor.discrepancies()).filter(each => JSON.stringify(each).includes(stage.site))
  expect(others).toEqual([])
}, 120_000)

test('what an archive says of another site’s comment, article or author is refused in words', async () => {
  const stage = await fullSite()
  const { engine } = stage.deps.store
  const text = await archived(stage)
  const theirs = text
    .trimEnd()
    .split('\n')
    .slice(1, -1)
    .map(line => JSON.parse(line) as Line)
  const of = (kind: string) => theirs.find(each => each.kind === kind)!.row
  const before = await stateOf(stage)
  const said = async (spoil: (evil: ReturnType<typeof likeness>) => void): Promise<string> => {
    const evil = likeness(text, stage.site)
    spoil(evil)
    return planArchive(engine, fileOf(sealed(evil.site, evil.lines)), null).then(
      plan => `taken ${JSON.stringify(plan.collisions)}`,
      error => `${error.name}: ${error.message}`,
    )
  }
  const changed = (kind: string, change: Row) =>
    said(({ lines }) => {
      Object.assign(lines.find(each => each.kind === kind)!.row, change)
    })
  expect(await said(() => {})).toBe('taken []')
  const [comment, article, author] = [of('comments')['id'], of('articles')['id'], of('authors')['id']]
  for (const kind of ['votes', 'editions', 'findings', 'reports', 'appeals', 'link_domains', 'mentions', 'imported']) {
    expect([kind, await changed(kind, { comment_id: comment })]).toEqual([
      kind,
      expect.stringContaining('another site'),
    ])
  }
  expect(await changed('comments', { article_id: article })).toContain('another site')
  expect(await changed('locations', { article_id: article })).toContain('another site')
  expect(await changed('sessions', { author_id: author })).toContain('another site')
  expect(await changed('identities', { author_id: author })).toContain('another site')
  const words = { comment_id: comment, version: 99, note: 'x', words: null, until: null }
  expect(await said(({ lines }) => lines.push({ kind: 'ruling_words', row: words }))).toContain('another site')

  // What fits to nothing, before anything is written.
  expect(await changed('comments', { parent_id: 2 ** 52 + 2 ** 50 })).toContain('answers itself, or a younger one')
  expect(await changed('comments', { root_id: 5 })).toContain('not its own root')
  expect(await changed('comments', { status: 'shown' })).toContain('comments.status is none of pending')
  expect(await changed('comments', { is_shown: 3 })).toContain('neither 0 nor 1')
  expect(await changed('comments', { text: 'x'.repeat(50_000) })).toContain('longer than it may be')
  expect(await changed('comments', { name: 'x\ud800' })).toContain('holds what is no text')
  expect(await changed('comments', { name: 'a\u0000b' })).toContain('holds what is no text')
  expect(await changed('comments', { created_at: 9e15 })).toContain('no time')
  expect(await changed('comments', { version: null })).toContain('missing')
  expect(await changed('votes', { value: 5 })).toContain('votes.value is none of 1, -1')
  expect(await changed('authors', { person_id: 77 })).toContain('names somebody who is not in it')
  expect(await said(({ lines }) => void delete lines.find(each => each.kind === 'comments')!.row['text'])).toContain(
    'lacks text',
  )
  const role = {
    person_id: 5,
    site_id: `evil-${evils + 1}`,
    role: 'owner',
    wants_digest: 0,
    digest_at: null,
    openid_at: null,
  }
  expect(await said(({ lines }) => lines.push({ kind: 'roles', row: role }))).toContain(
    'names somebody who is not in it',
  )
  expect(await stateOf(stage)).toEqual(before)
}, 60_000)

test('rows that lead to another site stay out where nobody has looked at the archive first, too', async () => {
  const stage = await fullSite()
  const { engine } = stage.deps.store
  const text = await archived(stage)
  const theirs = text
    .trimEnd()
    .split('\n')
    .slice(1, -1)
    .map(line => JSON.parse(line) as Line)
  const before = await stateOf(stage)
  const evil = likeness(text, stage.site)
  const own = (kind: string) => evil.lines.find(each => each.kind === kind)!.row
  const comments = theirs.filter(({ kind }) => kind === 'comments').map(({ row }) => row)
  const [fresh, author] = [Number(own('comments')['id']) + 2 ** 30, own('authors')['id']]
  const injected = comments.flatMap(
    ({ id, article_id, author_id }, n): Line[] =>
      [
        {
          kind: 'comments',
          row: { ...own('comments'), id: fresh + n, root_id: fresh + n, article_id, idempotency_key: null },
        },
        { kind: 'locations', row: { ...own('locations'), id: fresh + n, article_id, key: `/evil-${n}` } },
        { kind: 'follows', row: { ...own('follows'), article_id } },
        { kind: 'follows', row: { ...own('follows'), root_id: id! } },
        { kind: 'sessions', row: { ...own('sessions'), token_hash: digest(`evil ${n}`), author_id } },
        { kind: 'identities', row: { ...own('identities'), subject: `evil-${n}`, author_id } },
        { kind: 'votes', row: { ...own('votes'), comment_id: id, author_id: author } },
        { kind: 'editions', row: { ...own('editions'), comment_id: id, version: 77 } },
        { kind: 'findings', row: { ...own('findings'), comment_id: id, version: 77 } },
        { kind: 'reports', row: { ...own('reports'), id: fresh + n, comment_id: id, author_id: author } },
        { kind: 'appeals', row: { ...own('appeals'), comment_id: id, author_id: author } },
        { kind: 'mentions', row: { comment_id: id, author_id: author } },
        { kind: 'ruling_words', row: { comment_id: id, version: 77, note: 'x', words: 'y', until: null } },
        { kind: 'articles_after', row: { id: article_id, revision: 999, anew_in: 0, moved_to: null, moving_to: null } },
      ] as Line[],
  )
  const log = comments.map(
    ({ id }, n): Line => ({
      kind: 'rulings',
      row: {
        ...{ site_id: evil.site, seq: n + 1, comment_id: id, version: 77, ruling: 'reject', from_status: 'published' },
        ...{
          to_status: 'rejected',
          reason: null,
          ruler: 'rules',
          person_id: null,
          text_digest: 'd',
          rule: null,
          at: 1,
        },
      },
    }),
  )
  const file = fileOf(sealed(evil.site, [...evil.lines, ...injected, ...log]), 60_000)
  const sites = [{ id: evil.site, name: '', isHere: false, comments: 0, added: 0 }]
  const { rows } = await importArchive(engine, file, { head: { sites: [evil.site] } as never, sites })
  for (const kind of ['comments', 'locations', 'sessions', 'identities', 'votes', 'rulings', 'ruling_words'] as const) {
    expect([kind, rows[kind]!.astray]).toEqual([kind, comments.length])
  }
  expect(await stateOf(stage)).toEqual(before)
  const foreign = await engine.all(
    sql`SELECT r.comment_id FROM rulings r CROSS JOIN comments c ON c.id = r.comment_id WHERE r.site_id <> c.site_id
      UNION ALL SELECT f.root_id FROM follows f CROSS JOIN authors a ON a.id = f.author_id
        CROSS JOIN comments c ON c.id = f.root_id WHERE c.site_id <> a.site_id
      UNION ALL SELECT s.author_id FROM sessions s CROSS JOIN authors a ON a.id = s.author_id WHERE s.site_id <> a.site_id`,
  )
  expect(foreign).toEqual([])
}, 60_000)

test('a tree from an archive leads nowhere that readers’ trees do not, however deep it is', async () => {
  const stage = await fullSite()
  const { engine } = stage.deps.store
  const text = await archived(stage)
  const deep = `${'[{"type":"quote","children":'.repeat(20_000)}[]${'}]'.repeat(20_000)}`
  const trees = [
    '[{"type":"p","children":[{"type":"link","href":"javascript:alert(1)","children":["x"]}]}]',
    '[{"type":"p","children":["\\ud800"]}]',
    '[{"type":"p","children":["x"],"onclick":"alert(1)"}]',
    '[{"type":"list","start":1e99,"items":[[]]}]',
    '[{"type":"h1","children":[]}]',
    '{"type":"p"}',
    'no JSON',
    deep,
  ]
  for (const tree of trees) {
    const evil = likeness(text, stage.site)
    const comment = evil.lines.find(({ kind, row }) => kind === 'comments' && row['status'] === 'published')!
    Object.assign(comment.row, { tree, text: 'The words' })
    const file = fileOf(sealed(evil.site, evil.lines), 60_000)
    await importArchive(engine, file, await planArchive(engine, file, null))
    const row = await engine.first<{ tree: string }>(sql`SELECT tree FROM comments WHERE id = ${comment.row['id']}`)
    expect(row?.tree).toBe('[{"type":"p","children":["The words"]}]')
  }
}, 60_000)

import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { archiveOf } from '../../server/exchange/archive.ts'
import { readArchive } from '../../server/exchange/archive-file.ts'
import { importArchive, planArchive } from '../../server/exchange/archive-import.ts'
import { digest } from '../../server/people/secrets.ts'
import { world } from '../world.ts'
import { fileOf, fullSite } from './full-site.ts'

type Stage = Awaited<ReturnType<typeof fullSite>>

async function archived({ deps, site }: Stage): Promise<string> {
  let text = ''
  for await (const some of archiveOf(deps.store.engine, [site], false, { build: 'test', at: 1 })) text += some
  return text
}

/** What is said of a file, where it is none. */
async function refusal(text: string): Promise<string> {
  try {
    for await (const _ of readArchive(fileOf(text)));
  } catch (error) {
    return (error as Error).message
  }
  return 'taken'
}

test('what comes back where it came from changes nothing, and what was written since stays', async () => {
  const stage = await fullSite()
  const { engine } = stage.deps.store
  const text = await archived(stage)
  const again = async () => {
    const plan = await planArchive(engine, fileOf(text), null)
    expect(plan).toMatchObject({ collisions: [], sites: [{ id: stage.site, isHere: true }] })
    return importArchive(engine, fileOf(text), plan)
  }
  for (const sum of Object.values((await again()).rows)) expect(sum).toMatchObject({ added: 0, astray: 0 })
  expect((await archived(stage)).split('\n').slice(1)).toEqual(text.split('\n').slice(1))
  await stage.as('ben').posts('Written since', { name: 'Ben' })
  const since = await archived(stage)
  await again()
  expect((await archived(stage)).split('\n').slice(1)).toEqual(since.split('\n').slice(1))
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
}, 30_000)

test('sessions of the desk, links, salts and networks are in no archive; digests of readers’ tokens are', async () => {
  const stage = await fullSite()
  const text = await archived(stage)
  const rows = await stage.deps.store.engine.all<{ token_hash: string; author_id: number | null }>(
    sql`SELECT token_hash, author_id FROM sessions WHERE site_id = ${stage.site} OR site_id IS NULL`,
  )
  const ours = new Set(text.match(/"token_hash":"([^"]+)"/g))
  for (const { token_hash, author_id } of rows) {
    if (author_id === null) expect(text).not.toContain(token_hash)
  }
  expect(ours.size).toBe(rows.filter(({ author_id }) => author_id !== null).length)
  expect(text).not.toMatch(/"kind":"(links|salts|claims|held_networks)"|"network"/)
})

test('a file that was cut off, changed, put together, or is of another kind is refused in words', async () => {
  const text = await archived(await fullSite())
  const lines = text.split('\n')
  expect(await refusal(text)).toBe('taken')
  expect(await refusal('')).toContain('empty')
  expect(await refusal('<?xml version="1.0"?>\n')).toContain('no archive of Parley')
  expect(await refusal(lines.slice(0, -2).join('\n'))).toContain('cut off')
  expect(await refusal(text.slice(0, -300))).toMatch(/cut off|changed/)
  expect(await refusal(text.replace('better said', 'better sold'))).toContain('was changed')
  expect(await refusal(lines.toSpliced(5, 1).join('\n'))).toContain('was changed')
  expect(await refusal(text + text)).toContain('put together')
  expect(await refusal(text.replace('"archive":1', '"archive":2'))).toContain('newer Parley')
  expect(await refusal(text.replace(/"schema":"[^"]+"/, '"schema":"9999_future.sql"'))).toContain('newer Parley')
  expect(await refusal(text.replace('"kind":"comments"', '"kind":"sqlite_schema"'))).toContain('no kind')
  expect(await refusal(text.replace('"is_pinned":', '"1); DROP TABLE sites; --":'))).toContain(
    'Parley has not written it so',
  )
  expect(await refusal(text.replace('"version":1', '"version":{}'))).toContain('no whole number')
})

test('a tree that is none of ours is made anew from the text', async () => {
  const text = await archived(await fullSite())
  const forged = text.replace(
    /"tree":"(?:[^"\\]|\\.)*"/,
    '"tree":"[{\\"type\\":\\"script\\",\\"text\\":\\"alert(1)\\"}]"',
  )
  const trees: string[] = []
  try {
    for await (const line of readArchive(fileOf(forged))) {
      if ('row' in line && line.row.kind === 'comments') trees.push(String(line.row.row['tree']))
    }
  } catch {
    // The digest does not fit any more, which is told at the end.
  }
  expect(trees.length).toBeGreaterThan(3)
  expect(trees.join()).not.toContain('script')
})

test('where another site or another log has the place, nothing is written, and the keys are told', async () => {
  const stage = await fullSite()
  const { engine } = stage.deps.store
  const text = await archived(stage)
  const other = await world()
  const renamed = text.replaceAll(`"${stage.site}"`, `"${other.site}"`)
  const forged = fileOf(resealed(renamed))
  const plan = await planArchive(engine, forged, null)
  expect(plan.collisions).toContainEqual({ kind: 'sites', id: other.site })
  expect(plan.collisions.some(({ kind }) => kind === 'articles')).toBe(true)
})

/** An archive with an end that fits, as somebody else could write it. */
function resealed(text: string): string {
  const lines = text.trimEnd().split('\n')
  const before = `${lines.slice(0, -1).join('\n')}\n`
  return `${before}${JSON.stringify({ ...JSON.parse(lines.at(-1)!), sha256: digest(before) })}\n`
}

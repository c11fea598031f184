import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ForeignFile } from '../../../server/exchange/foreign.ts'
import { isso } from '../../../server/exchange/formats/isso.ts'
import { inWorkerd } from '../../world.ts'
import tables from '../fixtures/isso.sql?raw'
import { readAll } from '../foreign-files.ts'

/** A name that would be an address with options, were it taken for one. */
const NAME = 'comments of a #daily?mode=rwc&x=%41.db'

describe.skipIf(inWorkerd)('a database of Isso', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-isso-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function made(name: string, ...scripts: string[]): Promise<ForeignFile> {
    const { createClient } = await import('@libsql/client')
    const path = join(folder, name)
    const client = createClient({ url: `file:${encodeURIComponent(path)}` })
    for (const script of scripts) await client.executeMultiple(script)
    client.close()
    return lying(path)
  }

  async function lying(path: string): Promise<ForeignFile> {
    return {
      path,
      size: (await stat(path)).size,
      async *open() {
        yield await readFile(path)
      },
    }
  }

  test('brings what was typed, times from seconds and both kinds of votes', async () => {
    const file = await made(NAME, tables)
    const { by, comments, faults, ways } = await readAll(isso, file)
    expect(by('3')).toEqual({
      id: '3',
      parent: '5',
      page: { url: '/ferry/', identifier: null, title: 'The night ferry' },
      at: 1_600_000_000_123,
      name: 'Tom &amp;amp; &lt;Jo&gt;',
      email: 'tom&x@example.org',
      author: null,
      isStaff: false,
      text: { markdown: 'An answer **before** its\u0000 question &amp; more.' },
      status: 'published',
      votes: { up: 4, down: 1 },
    })
    expect(comments.map(({ id, status }) => [id, status])).toEqual([
      ['3', 'published'],
      ['4', 'withdrawn'],
      ['5', 'published'],
      ['6', 'pending'],
      ['7', 'pending'],
      ['8', 'withdrawn'],
      ['9007199254740993', 'published'],
    ])
    expect(by('4')).toMatchObject({ text: { markdown: '' }, name: null, parent: null })
    expect(by('6')).toMatchObject({ at: null, parent: null, page: { url: null, identifier: null, title: null } })
    expect(by('9007199254740993')).toMatchObject({ parent: '3', text: { markdown: '۱۲۳ سلام' } })
    expect(faults).toEqual([{ fault: 'Its text is longer than 1,000,000 bytes.', at: '9' }])
    expect(ways.at(-1)).toBe(file.size)
    expect(JSON.stringify(comments)).not.toContain('192.0.2')
  })

  test('is only read: not a byte of it changes, and nothing lies beside it afterwards', async () => {
    const file = await made('untouched.db', tables)
    const [before, beside] = [await readFile(file.path), await readdir(folder)]
    await readAll(isso, file)
    expect((await readFile(file.path)).equals(before)).toBe(true)
    expect(await readdir(folder)).toEqual(beside)
  })

  test('with a chain of 5,000 answers is read in order, some hundred rows at a time', async () => {
    const chain = `INSERT INTO comments (tid, id, parent, created, mode, text, voters)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
      SELECT 1, 100 + i, CASE WHEN i > 1 THEN 99 + i END, 1600000000 + i, 1, 'No. ' || i, x'' FROM n`
    const { comments } = await readAll(isso, await made('chain.db', tables, chain))
    const links = comments.filter(({ id }) => Number(id) > 100 && Number(id) <= 5_100)
    expect(links.length).toBe(5_000)
    expect(links.slice(1).every(({ parent }, at) => parent === links[at]!.id)).toBe(true)
  })

  test('that is none, is cut off, or only poses as one, is refused in words', async () => {
    const whole = await readFile((await made('whole.db', tables)).path)
    const written = async (bytes: Uint8Array | string) => {
      const path = join(folder, 'damaged.db')
      await writeFile(path, bytes)
      return lying(path)
    }
    await expect(readAll(isso, await written('<xml/>'.repeat(100)))).rejects.toThrow('no SQLite database')
    await expect(readAll(isso, await written(''))).rejects.toThrow('The file is empty.')
    await expect(readAll(isso, await written(whole.subarray(0, 5_000)))).rejects.toThrow(/damaged|other tables/)
    const posing = await made(
      'posing.db',
      'CREATE TABLE threads (id, uri, title); CREATE VIEW comments AS SELECT 1 AS id, load_extension(1) AS text;',
    )
    await expect(readAll(isso, posing)).rejects.toThrow('without the table “comments”')
    const other = await made('other.db', 'CREATE TABLE threads (id); CREATE TABLE comments (id, body);')
    await expect(readAll(isso, other)).rejects.toThrow('other tables')
    await expect(readAll(isso, { ...other, path: join(folder, 'missing.db') })).rejects.toThrow('is not there')
    expect(await readdir(folder)).not.toContain('missing.db')
  })

  test('leaves nothing beside it, and is read with what is beside it', async () => {
    const { path } = await made('ahead.db', 'PRAGMA journal_mode = WAL;', tables, 'PRAGMA wal_checkpoint(TRUNCATE);')
    // As a copy of it alone, or a program that has ended, leaves it.
    for (const end of ['-wal', '-shm']) await rm(path + end, { force: true })
    const beside = async () => (await readdir(folder)).filter(name => name.startsWith('ahead.db'))
    const { comments } = await readAll(isso, { ...(await lying(path)), isAlone: true })
    expect(await beside()).toEqual(['ahead.db'])
    const { createClient } = await import('@libsql/client')
    const open = createClient({ url: `file:${path}` })
    await open.execute('DELETE FROM comments WHERE id = 3')
    expect((await readAll(isso, await lying(path))).comments).toHaveLength(comments.length - 1)
    open.close()
  })

  test('with flipped bytes gives comments, faults, or an error in words', async () => {
    const whole = await readFile((await made('flipped.db', tables)).path)
    for (let round = 0; round < 60; round += 1) {
      const bytes = Uint8Array.from(whole)
      for (let flip = 0; flip < 4; flip += 1)
        bytes[(round * 7_919 + flip * 104_729) % bytes.length]! ^= 1 << (round % 8)
      const path = join(folder, `flipped-${round}.db`)
      await writeFile(path, bytes)
      const found = await readAll(isso, await lying(path)).catch(error => error as Error)
      if (found instanceof Error) expect(found.message).toMatch(/^The (file|database) .*[.]$/)
    }
  })

  test('has links that end with the number', () => {
    expect(isso.idIn('#isso-7')).toBe('7')
    for (const other of ['#isso-thread', '#isso-', '#7']) expect(isso.idIn(other)).toBe(null)
  })
})

test.runIf(inWorkerd)('on Workers, where there are no files, a database of Isso is refused in words', async () => {
  const file = { path: '/comments.db', size: 1, async *open() {} }
  await expect(readAll(isso, file)).rejects.toThrow('where Parley runs on Node only')
})

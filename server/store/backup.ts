import { type FileHandle, link, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createClient } from '@libsql/client'
import { isTaken, pathOf, requireDatabase } from './path.ts'

/** Why no backup was made, in words that say what to do. */
export class NoBackup extends Error {
  override name = 'NoBackup'
}

/** What a backup holds, counted in it after it was written. */
export interface Backup {
  bytes: number
  /** The newest migration it has; the Parley that knows it can open it. */
  migration: string
  sites: number
  articles: number
  comments: number
  rulings: number
}

/** What only grows: a copy holds at least as much of it as there was before it was begun. */
const GROWS = ['comments', 'rulings'] as const

/**
 * Copies a database file, as it stands at one moment, while others read and write it: `VACUUM INTO` over a connection of
 * its own reads one snapshot of the write-ahead log and keeps nobody from writing. The copy is written beside its place,
 * proved, put on the disk, and only then given its name, so that a file of that name is always a whole backup. It is the
 * database as it is, of whichever version, and readable by its owner alone.
 * @throws NoDatabase when there is nothing to copy; NoBackup when something has that name already, the disk is full, or
 * the copy is unsound
 */
export async function backUp(databaseUrl: string, file: string): Promise<Backup> {
  if (pathOf(databaseUrl) === null) {
    throw new NoBackup(
      'A backup is made of a database file. This one is kept elsewhere: its host has backups of its own (D1: Time Travel).',
    )
  }
  await requireDatabase(databaseUrl)
  if (await isTaken(file)) throw new NoBackup(`${file} is there already, and was left as it is. Choose another name.`)
  await removeLeftovers(file)
  const part = `${file}.${process.pid}.part`
  // It is made empty first, so that it is nobody else's to read from its first byte on.
  const handle = await open(part, 'wx', 0o600).catch(error => {
    throw new NoBackup(
      `${dirname(file)} takes no file (${error.code}). Choose a folder that is there and can be written.`,
    )
  })
  try {
    const before = await copy(databaseUrl, part)
    const backup = await proved(part, before)
    await handle.sync()
    await name(part, file)
    return { ...backup, bytes: (await handle.stat()).size }
  } finally {
    await handle.close()
    for (const left of [part, `${part}-journal`]) await rm(left, { force: true })
  }
}

/** @returns how much there was of what only grows before it was copied */
async function copy(databaseUrl: string, part: string): Promise<number[]> {
  const client = createClient({ url: databaseUrl, timeout: 5_000, concurrency: 1 })
  try {
    const before = await countsIn(client, GROWS)
    await client.execute({ sql: 'VACUUM INTO ?', args: [part] })
    return before
  } catch (error) {
    if (/SQLITE_(FULL|IOERR)/.test(String(error))) {
      throw new NoBackup(`There is no room for the backup in ${dirname(part)} (${error}). Nothing was left there.`)
    }
    throw new NoBackup(`The database could not be copied (${error}). Nothing was left of it.`)
  } finally {
    client.close()
  }
}

async function proved(part: string, before: readonly number[]): Promise<Omit<Backup, 'bytes'>> {
  const client = createClient({ url: `file:${part}`, concurrency: 1 })
  try {
    const complaints = (await client.execute('PRAGMA integrity_check')).rows.map(row => String(row[0]))
    if (complaints.some(line => line !== 'ok')) {
      throw new NoBackup(`The copy is not sound, so it was not kept: ${complaints.slice(0, 3).join('; ')}`)
    }
    const [comments = 0, rulings = 0] = await countsIn(client, GROWS)
    if (comments < before[0]! || rulings < before[1]!) throw new NoBackup('The copy lacks rows, so it was not kept.')
    const [sites = 0, articles = 0] = await countsIn(client, ['sites', 'articles'])
    const newest = await client.execute('SELECT max(name) AS name FROM d1_migrations')
    return { migration: String(newest.rows[0]!['name']), sites, articles, comments, rulings }
  } finally {
    client.close()
  }
}

async function countsIn(client: ReturnType<typeof createClient>, tables: readonly string[]): Promise<number[]> {
  const counts = tables.map(table => `(SELECT count(*) FROM ${table})`)
  const [row] = (await client.execute(`SELECT ${counts.join(', ')}`)).rows
  return tables.map((_, at) => Number(row![at]))
}

/** Gives the copy its name, for good, and never in the place of another file. */
async function name(part: string, file: string): Promise<void> {
  await link(part, file).catch(async error => {
    if (error.code === 'EEXIST') throw new NoBackup(`${file} has come meanwhile, and was left as it is.`)
    // Not every file system has links.
    await rename(part, file)
  })
  const folder: FileHandle | null = await open(dirname(file)).catch(() => null)
  await folder?.sync().catch(() => {})
  await folder?.close()
}

/** What a backup of this name left that was killed. */
async function removeLeftovers(file: string): Promise<void> {
  const names = await readdir(dirname(file)).catch(() => [])
  const beginning = `${basename(file)}.`
  for (const each of names) {
    const pid = /^(\d+)\.part(-journal)?$/.exec(each.startsWith(beginning) ? each.slice(beginning.length) : '')?.[1]
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(dirname(file), each), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

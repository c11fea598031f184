import { access, chmod, constants, copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { type Backup, backUp, NoBackup } from './backup.ts'
import { isTaken, isThere, NoDatabase } from './path.ts'
import { quietMail } from './restored-mail.ts'
import { NEWEST_MIGRATION } from './version.ts'

/** What was restored, and where the database went that it replaces; null where there was none. */
export interface Restored extends Backup {
  kept: string | null
  /** Mails that waited when the backup was made, and do not go once more. */
  mails: number
}

/**
 * Puts a backup in the place of a database file. The backup is copied and proved beside the place first; the database
 * that was there gets a second name; then the copy takes the name in one step, so that whatever ends this leaves the one
 * or the other, whole.
 * @param at the moment, for the name that the old database keeps
 * @throws NoBackup where the backup is unsound, of a newer Parley, or somebody has the database open
 */
export async function restore(file: string, path: string, at: Date): Promise<Restored> {
  if (!(await isThere(file))) throw new NoBackup(`There is no file ${file}.`)
  if (!(await stat(file)).isFile())
    throw new NoBackup(`${file} is no file: name the backup itself. Nothing was changed.`)
  await access(file, constants.R_OK).catch(() => {
    throw new NoBackup(`${file} may not be read by this user. Nothing was changed.`)
  })
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const part = `${path}.restored`
  await rm(part, { force: true })
  const backup = await copied(file, part)
  try {
    if (backup.migration > NEWEST_MIGRATION) {
      throw new NoBackup(
        `The backup is of a newer Parley (it has the migration ${backup.migration}, this program knows ${NEWEST_MIGRATION}). ` +
          'Nothing was changed; bring this Parley up to date first.',
      )
    }
    const kept = (await isThere(path)) ? await setAside(path, await freeName(`${path}.before-${stamp(at)}`)) : null
    const mails = await quietMail(part, kept, at.getTime())
    await sync(part)
    await rename(part, path)
    await sync(dirname(path))
    return { ...backup, kept, mails }
  } finally {
    for (const left of [part, `${part}-journal`]) await rm(left, { force: true })
  }
}

async function copied(file: string, part: string): Promise<Backup> {
  await requireParley(file)
  try {
    return await backUp(pathToFileURL(file).href, part)
  } catch (error) {
    if (error instanceof NoBackup || error instanceof NoDatabase) throw error
    throw new NoBackup(`${file} is no database of Parley (${(error as Error).message}). Nothing was changed.`)
  }
}

/** @throws NoBackup where a file is none of SQLite's, or of another program */
async function requireParley(file: string): Promise<void> {
  const client = createClient({ url: pathToFileURL(file).href, timeout: 5_000, concurrency: 1 })
  try {
    await client.execute('SELECT (SELECT count(*) FROM d1_migrations), (SELECT count(*) FROM sites)')
  } catch (error) {
    if (!/SQLITE_NOTADB|not a database|no such table|is a directory|SQLITE_CANTOPEN/i.test(String(error))) throw error
    throw new NoBackup(
      `${file} is no database of Parley. “parley backup” writes what can be restored; an archive comes in by “parley import parley”. Nothing was changed.`,
    )
  } finally {
    client.close()
  }
}

/**
 * Gives a database a second name, with all that was written to it. SQLite leaves the write-ahead log only for whom nobody
 * else has the file open: that is how it is known that no server has.
 */
async function setAside(path: string, kept: string): Promise<string> {
  const client = createClient({ url: pathToFileURL(path).href, timeout: 200, concurrency: 1 })
  try {
    await client.execute('PRAGMA journal_mode = DELETE')
  } catch (error) {
    if (/SQLITE_BUSY|database is locked/.test(String(error))) {
      throw new NoBackup(`A server or another program has ${path} open. Stop it first; nothing was changed.`)
    }
    // One that is damaged is kept as it is, with what lies beside it.
  } finally {
    client.close()
  }
  await link(path, kept).catch(async error => {
    if (error.code === 'EEXIST') throw error
    // Not every file system has links.
    await copyFile(path, kept)
  })
  await chmod(kept, 0o600)
  // A log of the old database would be taken for one of the new.
  for (const end of ['-wal', '-shm', '-journal']) {
    if (await isThere(path + end)) await rename(path + end, kept + end)
  }
  return kept
}

/** A name that nothing has: two may begin in one second, where the first was ended from outside. */
async function freeName(name: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? name : `${name}-${n}`
    if (!(await isTaken(free))) return free
  }
}

/** `20261122-093000`, UTC. */
export const stamp = (at: Date): string =>
  at
    .toISOString()
    .replace(/[-:]|\..*$/g, '')
    .replace('T', '-')

async function sync(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

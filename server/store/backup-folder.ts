import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { stamp } from './restore.ts'

const NAME = /^parley-\d{8}-\d{6}\.db$/

/** The name of a backup in a folder of them. */
export const backupName = (at: Date): string => `parley-${stamp(at)}.db`

/**
 * Removes the oldest backups of a folder beyond so many. What has another name or is no database of Parley stays.
 * @returns the names that went
 */
export async function rotate(folder: string, keep: number): Promise<string[]> {
  const names = (await readdir(folder)).filter(name => NAME.test(name)).sort()
  const backups = []
  for (const name of names) if (await isParley(join(folder, name))) backups.push(name)
  const old = backups.slice(0, Math.max(0, backups.length - keep))
  for (const name of old) await rm(join(folder, name))
  return old
}

/**
 * The newest database of Parley in a folder of backups, whatever its name, or a backup itself.
 * @returns null where there is none; the time it was written in ms UTC
 */
export async function newestBackup(place: string): Promise<{ file: string; at: number } | null> {
  const found = await stat(place).catch(() => null)
  const files = found?.isDirectory() ? (await readdir(place)).map(name => join(place, name)) : [place]
  const backups = []
  for (const file of files.filter(name => name.endsWith('.db') || name === place)) {
    const there = await stat(file).catch(() => null)
    if (there?.isFile()) backups.push({ file, at: there.mtimeMs })
  }
  for (const backup of backups.sort((a, b) => b.at - a.at)) if (await isParley(backup.file)) return backup
  return null
}

async function isParley(file: string): Promise<boolean> {
  const client = createClient({ url: pathToFileURL(file).href, concurrency: 1 })
  try {
    const { rows } = await client.execute(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('d1_migrations', 'sites', 'comments', 'rulings')",
    )
    return Number(rows[0]![0]) === 4
  } catch {
    return false
  } finally {
    client.close()
  }
}

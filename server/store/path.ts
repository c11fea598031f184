import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parley } from '../called.ts'

/** Thrown where a database is to be used that is not there; its message names the place. */
export class NoDatabase extends Error {
  override name = 'NoDatabase'
}

/** The path of a `file:` database, as libSQL reads it; null for any other. */
export function pathOf(url: string): string | null {
  if (!url.startsWith('file:')) return null
  if (url.startsWith('file://')) return fileURLToPath(url)
  const spelt = url.slice('file:'.length).split(/[?#]/)[0]!
  try {
    return decodeURIComponent(spelt)
  } catch {
    // What cannot be decoded is refused when it is opened.
    return spelt
  }
}

/** Whether something has this path; also where nobody may look. */
export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    error => error.code !== 'ENOENT',
  )

/** Whether something is seen to have this name; where nobody may look, whoever tries to write is told why not. */
export const isTaken = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/**
 * Makes sure that the database file is there: opening one that is not would make it, and answer from an empty one.
 * Databases that are kept elsewhere tell of themselves when they are opened.
 * @throws NoDatabase
 */
export async function requireDatabase(url: string): Promise<void> {
  if (await hasDatabase(url)) return
  const start = parley() === 'parley' ? 'the service makes it when it starts' : '“npm start” makes it'
  throw new NoDatabase(`There is no database at ${resolve(pathOf(url)!)}; PARLEY_DATABASE_URL names it, and ${start}.`)
}

/** Whether the database file is there; one that is kept elsewhere is taken to be. */
export async function hasDatabase(url: string): Promise<boolean> {
  const path = pathOf(url)
  return path === null || (await isThere(path))
}

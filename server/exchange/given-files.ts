import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Problem } from '../problems.ts'
import { pathOf } from '../store/path.ts'
import type { GivenFiles } from './desk-imports.ts'

/** Bytes that are read at once. */
const CHUNK = 65_536
/** A file that nobody has touched for so long, in ms, goes: there are addresses in it. What is known of one stays longer. */
const FILE_MS = 24 * 3_600_000
const RECORD_MS = 30 * FILE_MS
/** What stays free on the disk beside a file and the comments it brings. */
const FREE = 50_000_000

/**
 * Files that owners have given, in a folder beside the database; one for each site, and beside it what is known of it. Nobody
 * but the server's own user may read them.
 * @param most bytes a file may have
 */
export function givenFiles(databaseUrl: string, most: number): GivenFiles {
  const database = pathOf(databaseUrl)
  const folder = database === null ? join(tmpdir(), 'parley-imports') : `${resolve(database)}-imports`
  const named = (site: string, end: 'file' | 'json') => {
    if (!/^[\w-]+(\.[\w-]+)*$/.test(site)) throw new Problem('unknown_site')
    return join(folder, `${site}.${end}`)
  }
  const sizeOf = (path: string) =>
    stat(path).then(
      ({ size }) => size,
      () => 0,
    )
  const made = () => mkdir(folder, { recursive: true, mode: 0o700 })
  return {
    most,
    async room() {
      await made()
      const { bavail, bsize } = await statfs(folder)
      return Math.max(0, bavail * bsize - FREE)
    },
    async record(site) {
      const text = await readFile(named(site, 'json'), 'utf8').catch(() => null)
      return text === null ? null : JSON.parse(text)
    },
    async keep(site, record) {
      await made()
      const path = named(site, 'json')
      await writing(async () => {
        await writeFile(`${path}.new`, JSON.stringify(record), { mode: 0o600 })
        await rename(`${path}.new`, path)
      })
    },
    size: site => sizeOf(named(site, 'file')),
    async append(site, at, bytes) {
      const file = await writing(() => open(named(site, 'file'), 'a', 0o600))
      try {
        await writing(async () => {
          await file.appendFile(bytes)
          await file.datasync()
        }).catch(async error => {
          await file.truncate(at).catch(() => {})
          throw error
        })
      } finally {
        await file.close()
      }
    },
    async file(site) {
      const path = named(site, 'file')
      return {
        path,
        size: await sizeOf(path),
        isAlone: true,
        open: () => createReadStream(path, { highWaterMark: CHUNK }),
      }
    },
    async remove(site) {
      for (const end of ['file', 'json'] as const) await rm(named(site, end), { force: true })
    },
    removeFile: site => rm(named(site, 'file'), { force: true }),
    async forget(now) {
      const names = await readdir(folder).catch(() => [])
      for (const name of names) {
        const path = join(folder, name)
        const age = async (of: string) => now - ((await stat(of).catch(() => null))?.mtimeMs ?? 0)
        const isRecord = name.endsWith('.json')
        // Who sends a file changes that; who imports it, what is known of it.
        const beside = isRecord ? path : path.replace(/\.file$/, '.json')
        const old = Math.min(await age(path), await age(beside))
        if (old > (isRecord ? RECORD_MS : FILE_MS)) await rm(path, { force: true })
      }
    },
  }
}

/** @throws Problem `storage_failed` that says what to do, where there is no room or the folder takes nothing */
async function writing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS', 'EACCES', 'EPERM'].includes(code ?? '')) throw error
    const detail =
      code === 'ENOSPC' || code === 'EDQUOT'
        ? 'The server’s disk is full. What has come of the file stays; make room there and go on, or stop and remove it here.'
        : `The server cannot write to the folder beside its database (${code}). Import on its command line, or mend the folder.`
    throw Object.assign(new Problem('storage_failed', { detail, retryAfter: 30 }), { cause: error })
  }
}

import { constants, createReadStream } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { parley } from '../called.ts'
import type { ForeignFile } from '../exchange/foreign.ts'
import { isTaken } from '../store/path.ts'
import { Usage } from './command.ts'

const MISSING = 'is not there. Look at how it is spelled, and from where the command is run.'
/** Why a file cannot be read, in words. */
const WHY: Readonly<Record<string, () => string>> = {
  ENOENT: () => MISSING,
  ENOTDIR: () => MISSING,
  EACCES: closed,
  EPERM: closed,
}

/** Where Parley is installed, whoever types the command is not who reads the file. */
function closed(): string {
  if (parley() !== 'parley') return 'may not be read by this user.'
  const { username } = userInfo()
  return `may not be read by “${username}”, the user of the service, as whom this works. Put it where that user may read it: install -o ${username} -m 600 FILE /var/lib/parley/`
}

/**
 * A file that somebody has named, to be read from its beginning as often as it is asked for.
 * @param chunk bytes read at once
 * @throws Usage in words, when it cannot be read
 */
export async function fileAt(path: string, chunk: number): Promise<ForeignFile> {
  const words = (error: NodeJS.ErrnoException) =>
    new Usage(`${path} ${WHY[error.code ?? '']?.() ?? `cannot be read (${error.code}).`}`)
  const found = await stat(path).catch(error => {
    throw words(error)
  })
  if (!found.isFile()) throw new Usage(`${path} is no file.`)
  await access(path, constants.R_OK).catch(error => {
    throw words(error)
  })
  const isAlone = !(await isTaken(`${path}-wal`))
  return { path, size: found.size, isAlone, open: () => createReadStream(path, { highWaterMark: chunk }) }
}

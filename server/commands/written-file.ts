import { link, open, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isTaken } from '../store/path.ts'
import { Usage } from './command.ts'

/**
 * Writes a file for its owner alone. It is written beside its place and gets its name only once it is whole and on the
 * disk, and never that of another file.
 * @returns its path and how many bytes it has
 * @throws Usage where something has that name already or the folder takes no file
 */
export async function writtenFile(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ path: string; bytes: number }> {
  const path = resolve(name)
  const taken = () => new Usage(`${path} is there already, and was left as it is. Choose another name.`)
  if (await isTaken(path)) throw taken()
  const part = `${path}.${process.pid}.part`
  const file = await open(part, 'wx', 0o600).catch(error => {
    throw new Usage(`${path} cannot be written (${error.code}). Choose a folder that is there and can be written.`)
  })
  let bytes = 0
  try {
    for await (const piece of pieces) {
      await file.writeFile(piece)
      bytes += piece.length
    }
    await file.sync()
    await link(part, path).catch(async error => {
      if (error.code === 'EEXIST') throw taken()
      // Not every file system has links.
      await rename(part, path)
    })
    return { path, bytes }
  } finally {
    await file.close()
    await rm(part, { force: true })
  }
}

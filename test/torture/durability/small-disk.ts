import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Runs a program of the system's; whether it is there and may do so. */
function may(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A disk of so many MB in memory, that can be filled; null where this machine does not let us mount one. */
export function smallDisk(folder: string, megabytes: number) {
  mkdirSync(folder, { recursive: true })
  if (!may('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) return null
  const unmount = () => void may('umount', '-l', folder)
  process.on('exit', unmount)
  const filler = join(folder, 'filler')
  return {
    /** Takes all room that is left. */
    fill() {
      const file = openSync(filler, 'a')
      try {
        for (let size = 2 ** 16; size >= 1; size /= 2) {
          try {
            for (;;) writeSync(file, Buffer.alloc(size))
          } catch {}
        }
      } finally {
        closeSync(file)
      }
    },
    clear: () => rmSync(filler, { force: true }),
    unmount,
  }
}

/**
 * Lets nobody write to a database, whatever rights they have; false where this machine does not let us. The index of the
 * log (`-shm`) stays open: SQLite maps it into memory, and Linux ends a process that writes to such a page of a file that
 * was closed under it (SIGBUS), whatever the program does.
 */
export function seal(file: string): boolean {
  process.once('exit', () => unseal(file))
  return each(file, '+i')
}

export function unseal(file: string): boolean {
  return each(file, '-i')
}

const each = (file: string, flag: string) =>
  [file, `${file}-wal`].filter(name => existsSync(name)).every(name => may('chattr', flag, name))

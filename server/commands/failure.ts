import { parley } from '../called.ts'
import { WrongSettings } from '../config.ts'
import { NoArchive } from '../exchange/archive-file.ts'
import { Problem, problemDocument } from '../problems.ts'
import { NoBackup } from '../store/backup.ts'
import { NoDatabase } from '../store/path.ts'
import { WrongSchema } from '../store/version.ts'
import { Failed, Usage } from './command.ts'

/** What a command may end with, and the code by which scripts know it. */
const FORESEEN: readonly [new (...args: never[]) => Error, code: string][] = [
  [Usage, 'usage'],
  [WrongSettings, 'settings'],
  [NoDatabase, 'no_database'],
  [WrongSchema, 'schema'],
  [NoArchive, 'archive'],
  [NoBackup, 'backup'],
  [Failed, 'failed'],
]

/** Whether what was typed, or what the settings say, is at fault: it ends with 2, whatever the state of the rest. */
export function isUsage(error: unknown): boolean {
  if (!(error instanceof Problem)) return error instanceof Usage || error instanceof WrongSettings
  const { status } = problemDocument(error.code)
  return [400, 403, 404, 422].includes(status)
}

/** Whether a command line asks for JSON, also one that cannot be read. */
export const wantsJson = (args: readonly string[]): boolean =>
  args.slice(0, args.includes('--') ? args.indexOf('--') : args.length).includes('--json')

/** A failure as `--json` tells it: a code that stays, and the words that a person reads on standard error. */
export function told(error: unknown): { code: string; message: string } {
  const [, code] = FORESEEN.find(([kind]) => error instanceof kind) ?? []
  return { code: code ?? (error instanceof Problem ? error.code : 'failed'), message: explain(error) }
}

/** Words for what is foreseen, the whole error for what is not. */
function explain(error: unknown): string {
  if (FORESEEN.some(([kind]) => error instanceof kind)) return (error as Error).message
  if (error instanceof Problem && error.code === 'busy') {
    return 'Another process holds the database for longer than it should. Nothing was changed; try again in a moment.'
  }
  if (error instanceof Problem && error.code !== 'storage_failed') {
    const { title, detail, command } = problemDocument(error.code, error.extras)
    return [`${title}. ${detail}`, ...(command ? [`  ${command}`] : [])].join('\n')
  }
  const code = (error as NodeJS.ErrnoException)?.code ?? ''
  const port = process.env['PORT'] ?? '8787'
  const socket = process.env['PARLEY_SOCKET']
  if (socket && (error as NodeJS.ErrnoException).syscall === 'listen') {
    return code === 'EADDRINUSE'
      ? `Another program listens on ${socket}, or it is no socket. Stop that one, or name another path in PARLEY_SOCKET.`
      : `Parley cannot listen on ${socket} (${code}). PARLEY_SOCKET must be in a folder that it may write to.`
  }
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Stop that one, or start Parley elsewhere: PORT=${Number(port) + 3} ${parley() === 'parley' ? 'parley' : 'npm'} start`
  }
  const isListening = (error as NodeJS.ErrnoException).syscall === 'listen'
  if (['EADDRNOTAVAIL', 'ENOTFOUND'].includes(code) || (code === 'EACCES' && isListening)) {
    return `Parley cannot listen on ${process.env['PARLEY_HOST'] ?? '127.0.0.1'}, port ${port}. PARLEY_HOST must be an address of this machine, and a port below 1024 needs rights.`
  }
  const url = process.env['PARLEY_DATABASE_URL'] ?? 'file:data/parley.db'
  if (error instanceof Problem) {
    return `The database ${url} cannot be written (${error.cause}). Nothing was changed; make room on its disk, or see who may write there.`
  }
  const text = `${(error as Error)?.message} ${(error as Error)?.cause ?? ''}`
  if (/SQLITE_|ConnectionFailed|fetch failed|ENOENT|EACCES|ENOTDIR|EROFS|ENOSPC/.test(`${text} ${code}`)) {
    return `The database ${url} cannot be used (${(error as Error).message}).\nPARLEY_DATABASE_URL must name a file of Parley's own in a folder that it may write to, or a libSQL database that answers.`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

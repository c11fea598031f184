import { type Client, createClient, type InArgs, type Row } from '@libsql/client'

/** A SQLite file of another program: it is only ever read. */
export interface ForeignDatabase {
  all(sql: string, args?: InArgs): Promise<Row[]>
  close(): void
}

/**
 * Opens the SQLite file of another program to be read, and nothing else: it is written nowhere, and its own schema may call no
 * function that could do more than compute.
 * @param tables the names it must have as plain tables: what only poses as one, such as a view or a virtual table, would run
 * what somebody else has written
 * @param isAlone nobody else has it open, so that it is read without locks, and SQLite makes no empty files beside it
 * @throws Error in words, when it is no SQLite file, lacks one of the tables, or cannot be read as it lies there
 */
export async function openForeign(path: string, tables: readonly string[], isAlone = false): Promise<ForeignDatabase> {
  const client = await asItLies(() => createClient({ url: readOnly(path, isAlone), concurrency: 1, timeout: 1_000 }))
  try {
    await asItLies(async () => {
      await client.execute('PRAGMA trusted_schema = OFF')
      await client.execute('PRAGMA cell_size_check = ON')
    })
    const found = await asItLies(() => plainTables(client))
    const missing = tables.filter(name => !found.has(name))
    if (missing.length > 0) {
      throw new Error(`The file is a SQLite database without the table “${missing[0]}”: it is of another program.`)
    }
  } catch (error) {
    client.close()
    throw error
  }
  return {
    all: (sql, args = []) => asItLies(async () => (await client.execute({ sql, args })).rows),
    close: () => client.close(),
  }
}

/** The driver itself takes no options in its address; SQLite takes an address in the place of a path. */
function readOnly(path: string, isAlone: boolean): string {
  const absolute = encodeURI(path).replace(/[?#]/g, encodeURIComponent)
  return `file:${encodeURIComponent(`file:${absolute}?mode=ro${isAlone ? '&immutable=1' : ''}`)}`
}

async function plainTables(client: Client): Promise<Set<string>> {
  const { rows } = await client.execute(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`)
  return new Set(rows.map(row => String(row['name'])))
}

async function asItLies<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const what = String(error)
    if (/URL_SCHEME_NOT_SUPPORTED/.test(what)) {
      throw new Error(
        'The file is a database, which can be read where Parley runs on Node only: use its command line there.',
      )
    }
    if (/SQLITE_NOTADB|file is not a database/.test(what)) throw new Error('The file is no SQLite database.')
    if (/SQLITE_CANTOPEN|unable to open/i.test(what))
      throw new Error('The file is not there, or cannot be opened here.')
    if (/SQLITE_BUSY|SQLITE_LOCKED|READONLY/.test(what)) {
      throw new Error('The database is in use. Stop the program that writes to it, copy it, and try again.')
    }
    if (/SQLITE_CORRUPT|malformed/.test(what))
      throw new Error('The database is damaged: it was cut off, or copied while in use.')
    throw new Error('The database has other tables than this format knows, or is damaged.', { cause: error })
  }
}

import { CasingCache } from 'drizzle-orm/casing'
import { type SQL, sql } from 'drizzle-orm/sql'

/** What a driver must do: run statements as one atomic unit and give each one's rows. */
export interface Driver {
  /**
   * @param mode a `write` batch begins with a write, so that a waiting writer waits politely (STACK.md section 3)
   * @throws Problem `busy` when another process holds the database; nothing was stored
   */
  batch(statements: Statement[], mode: 'read' | 'write'): Promise<Row[][]>
  /**
   * A number that is another one once anything was committed: by this process at once, by another one within 250 ms.
   * A driver that cannot tell so cheaply has none.
   */
  generation?(): Promise<number>
  /** Moves what its log of writes holds to its place, as far as nobody reads there; a driver without a log has none. */
  settle?(): Promise<void>
  /** What stands at this moment, for as long as it is read; a driver that cannot hold it has none. To be closed. */
  snapshot?(): Promise<Driver>
  close(): Promise<void>
}

export interface Statement {
  sql: string
  args: (string | number | null)[]
}

export type Row = Record<string, unknown>

/**
 * How SQLite spells names, parameters and strings. drizzle's own dialect says the same, and brings with it every database
 * drizzle knows: 100 MB of memory and most of the time that Parley takes to start.
 */
const SPELLING = {
  casing: new CasingCache(),
  escapeName: (name: string) => `"${name.replaceAll('"', '""')}"`,
  escapeParam: () => '?',
  escapeString: (text: string) => `'${text.replaceAll("'", "''")}'`,
}

/** A drizzle query as the text and arguments that every driver takes. */
export function statement(query: SQL): Statement {
  const { sql: text, params } = query.toQuery(SPELLING)
  return { sql: text, args: params as (string | number | null)[] }
}

/** The store's hold on a database: single reads, consistent reads of several queries, and atomic writes. */
export class Engine {
  readonly driver: Driver
  constructor(driver: Driver) {
    this.driver = driver
  }

  /** The driver's generation; null where it has none. */
  async generation(): Promise<number | null> {
    return this.driver.generation ? this.driver.generation() : null
  }

  /**
   * Does something that reads a lot, as of one moment where the driver can hold it.
   * @param work takes the engine to read by; it is let go when the generator ends
   */
  async *asOfOneMoment<T>(work: (engine: Engine) => AsyncGenerator<T, unknown>): AsyncGenerator<T, void> {
    const snapshot = await this.driver.snapshot?.()
    try {
      yield* work(snapshot ? new Engine(snapshot) : this)
    } finally {
      await snapshot?.close()
    }
  }

  /** All rows of one query. */
  async all<T>(query: SQL): Promise<T[]> {
    const [rows] = await this.driver.batch([statement(query)], 'read')
    return rows as T[]
  }

  /** The first row of one query. */
  async first<T>(query: SQL): Promise<T | undefined> {
    return (await this.all<T>(query))[0]
  }

  /** Several queries that see the same state. */
  async read<T extends unknown[]>(...queries: { [K in keyof T]: SQL }): Promise<{ [K in keyof T]: T[K][] }> {
    return (await this.driver.batch(queries.map(statement), 'read')) as { [K in keyof T]: T[K][] }
  }

  /** Several statements that happen together or not at all; the first one writes. Gives the rows of each RETURNING. */
  async write(queries: SQL[]): Promise<Row[][]> {
    return this.driver.batch(queries.map(statement), 'write')
  }
}

/** A list as one JSON parameter, for `json_each`: D1 takes at most 100 parameters a statement. */
export const json = (value: unknown) => sql`${storable(JSON.stringify(value))}`

/**
 * JSON that SQLite can read. Half a letter (`\ud800`) becomes bytes there that are no text, on which the driver of a file
 * ends the process whenever that row is read; a NUL cuts the text it stands in. In their place stands U+FFFD.
 */
export function storable(text: string): string {
  if (!/\\u(?:d|0000)/.test(text)) return text
  // Whole letters are written as they are: an escape is only ever half of one. A backslash that was typed is two.
  return text.replace(/\\(?:u(?:d[89a-f][0-9a-f]{2}|0000)|[\s\S])/g, found => (found.length > 2 ? '\ufffd' : found))
}

/** Whether a driver's error says that a unique column was hit; drivers wrap the message each in their own way. */
export function hitsUnique(error: unknown, column: string): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at.message.includes(`UNIQUE constraint failed: ${column}`)) return true
  }
  return false
}

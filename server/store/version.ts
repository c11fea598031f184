import { sql } from 'drizzle-orm/sql'
import { parley } from '../called.ts'
import type { Engine } from './engine.ts'

/** The newest migration this program knows; a test holds it to the last file of `migrations/`. */
export const NEWEST_MIGRATION = '0019_desk_language.sql'

/** How a database stands to this program. */
export type SchemaState = 'current' | 'empty' | 'older' | 'newer'

/** Why a database cannot be served, in words that say what to do; thrown at the start, before anything is served. */
export class WrongSchema extends Error {
  override name = 'WrongSchema'
}

export const versionStore = (engine: Engine) => ({
  /** The migrations that were applied, in order of their names. */
  async applied(): Promise<string[]> {
    const table = await engine.first(sql`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'd1_migrations'`)
    if (!table) return []
    return (await engine.all<{ name: string }>(sql`SELECT name FROM d1_migrations ORDER BY name`)).map(
      ({ name }) => name,
    )
  },

  async state(): Promise<SchemaState> {
    const newest = (await this.applied()).at(-1)
    if (newest === undefined) return 'empty'
    return newest === NEWEST_MIGRATION ? 'current' : newest > NEWEST_MIGRATION ? 'newer' : 'older'
  },

  /**
   * For a program that cannot migrate by itself.
   * @throws WrongSchema unless the database has exactly the migrations this program knows
   */
  async requireCurrent(): Promise<void> {
    const applied = await this.applied()
    const newest = applied.at(-1)
    if (newest === NEWEST_MIGRATION) return
    if (newest !== undefined && newest > NEWEST_MIGRATION) throw new WrongSchema(newerWords(newest))
    throw new WrongSchema('This database lacks migrations: run `npx wrangler d1 migrations apply DB` and try again.')
  },
})

/** The words for a database from a newer Parley. */
export const newerWords = (newest: string) =>
  `This database was last opened by a newer Parley (it has the migration ${newest}, this program knows ${NEWEST_MIGRATION}).\n` +
  'Nothing was changed. Start the newer Parley again, or restore a backup from before the upgrade.'

/** The words for a database from an older Parley, to whoever does not upgrade it. */
export const olderWords = (newest: string) =>
  `This database is of an older Parley (it has the migration ${newest}, this program knows ${NEWEST_MIGRATION}).\n` +
  `“${parley()} upgrade” takes a copy and brings it up to date. Nothing was changed.`

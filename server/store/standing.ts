import { sql } from 'drizzle-orm/sql'
import { FOR_GOOD, type Reason, type Standing } from '../contract.ts'
import type { Engine } from './engine.ts'

export interface StandingRow {
  banned_until: number | null
  banned_for: Reason | null
  ban_words: string | null
  muted_until: number | null
  warning: string | null
  acknowledged_at: number | null
}

/** What tells how an author stands; the author is `author`. */
export const STANDING_COLUMNS = sql.raw(`author.banned_until, author.banned_for, author.ban_words, author.muted_until,
  author.warning, author.acknowledged_at`)

/** How an author stands now: what has ended, or was acknowledged, is over. */
export function standingOf(row: StandingRow, now: number): Standing {
  const lasts = (until: number | null): until is number => until !== null && until > now
  const end = (until: number) => (until === FOR_GOOD ? null : until)
  return {
    warning: row.acknowledged_at === null ? row.warning : null,
    ban: lasts(row.banned_until)
      ? { until: end(row.banned_until), reason: row.banned_for, words: row.ban_words }
      : null,
    mute: lasts(row.muted_until) ? { until: end(row.muted_until) } : null,
  }
}

/** Of somebody nobody has said anything about. */
export const GOOD_STANDING: Standing = { warning: null, ban: null, mute: null }

export const standingStore = (engine: Engine) => ({
  /** How an author stands on the author's site. */
  async of(author: number, now: number): Promise<Standing> {
    const row = await engine.first<StandingRow>(
      sql`SELECT ${STANDING_COLUMNS} FROM authors author WHERE author.id = ${author}`,
    )
    return row ? standingOf(row, now) : GOOD_STANDING
  },

  /** The author behind a reader's token has read the warning. */
  async acknowledge(site: string, tokenHash: string, now: number): Promise<void> {
    await engine.write([
      sql`UPDATE authors SET acknowledged_at = ${now} WHERE acknowledged_at IS NULL AND warning IS NOT NULL
        AND id = (SELECT author_id FROM sessions WHERE token_hash = ${tokenHash} AND site_id = ${site})`,
    ])
  },
})

import { type SQL, sql } from 'drizzle-orm/sql'
import { type Engine, json } from './engine.ts'

/** How the mail server does. */
export interface MailServerRow {
  sent_at: number | null
  failed_at: number | null
  error: string | null
  /** How often in a row it could not be used. */
  failures: number
  /** Until when nobody asks it. */
  rests_until: number
}

export interface SuppressedRow {
  digest: string
  shown: string
  reason: string
  error: string | null
  at: number
}

const NEVER_ASKED: MailServerRow = { sent_at: null, failed_at: null, error: null, failures: 0, rests_until: 0 }
const LISTED = 100

/** Notes that the mail server has taken a mail. */
export const worked = (now: number): SQL => sql`INSERT INTO mail_server (id, sent_at) VALUES (1, ${now})
  ON CONFLICT (id) DO UPDATE SET sent_at = ${now}, failures = 0, rests_until = 0`

/** How the mail server does, and which addresses get no mail. */
export const mailStateStore = (engine: Engine) => ({
  async server(): Promise<MailServerRow> {
    const row = await engine.first<MailServerRow>(
      sql`SELECT sent_at, failed_at, error, failures, rests_until FROM mail_server WHERE id = 1`,
    )
    return row ?? NEVER_ASKED
  },

  /**
   * Notes that it has not.
   * @param restsUntil until when nobody asks it; null where that was a letter's own fault
   */
  async failed(error: string, now: number, restsUntil: number | null): Promise<void> {
    const more = restsUntil === null ? 0 : 1
    await engine.write([
      sql`INSERT INTO mail_server (id, failed_at, error, failures, rests_until)
        VALUES (1, ${now}, ${error}, ${more}, ${restsUntil ?? 0})
        ON CONFLICT (id) DO UPDATE SET failed_at = ${now}, error = ${error}, failures = failures + ${more},
          rests_until = max(rests_until, ${restsUntil ?? 0})`,
    ])
  },

  /** Lets it be asked again at once: somebody has mended it. */
  async wake(): Promise<void> {
    await engine.write([sql`UPDATE mail_server SET failures = 0, rests_until = 0 WHERE id = 1`])
  },

  /** Lets no more mail go to an address; what was said of it before stays. */
  async suppress(address: SuppressedRow & { site: string | null }): Promise<void> {
    await engine.write([
      sql`INSERT INTO suppressed (digest, site_id, shown, reason, error, at) VALUES (${address.digest}, ${address.site},
        ${address.shown}, ${address.reason}, ${address.error}, ${address.at}) ON CONFLICT (digest) DO NOTHING`,
    ])
  },

  /** The addresses that mail of a site has found not to be there, the newest first. */
  async suppressed(site: string): Promise<SuppressedRow[]> {
    return engine.all<SuppressedRow>(
      sql`SELECT digest, shown, reason, error, at FROM suppressed INDEXED BY suppressed_of_site
        WHERE ifnull(site_id, '') = ${site} ORDER BY at DESC LIMIT ${LISTED}`,
    )
  },

  /** Lets mail go to an address again; false where a site has suppressed none such. */
  async lift(site: string, digest: string): Promise<boolean> {
    const [rows] = await engine.write([
      sql`DELETE FROM suppressed WHERE digest = ${digest} AND ifnull(site_id, '') = ${site} RETURNING digest`,
    ])
    return rows!.length > 0
  },

  /** Forgets that mail did not reach whoever has one of these digests. */
  async liftAll(digests: readonly string[]): Promise<void> {
    await engine.write([
      sql`DELETE FROM suppressed WHERE reason = 'bounced'
        AND digest IN (SELECT value FROM json_each(${json(digests)}))`,
    ])
  },
})

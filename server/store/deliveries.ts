import { sql } from 'drizzle-orm/sql'
import type { Badge, DeliveryOutcome, Reason, Ruler, Status, WebhookEvent } from '../contract.ts'
import type { Engine } from './engine.ts'
import { WEBHOOK_COLUMNS, type WebhookRow } from './webhooks.ts'

export interface DeliveryRow {
  id: number
  webhook_id: string
  message: string
  event: WebhookEvent | 'test'
  comment_id: number | null
  version: number | null
  at: number
  tries: number
  next_at: number | null
  outcome: DeliveryOutcome | null
  status: number | null
  took_ms: number | null
  answer: string | null
  error: string | null
}

/** What came of one try. */
export interface Tried {
  /** When it is tried again; null where this was the last time. */
  nextAt: number | null
  outcome: DeliveryOutcome | null
  status: number | null
  tookMs: number | null
  answer: string | null
  error: string | null
  /** What becomes of the webhook. */
  isFailure: boolean
  ends: 'dead' | 'gone' | null
}

/** A comment as other systems may know it, with what the event is about. */
export interface ToldOf {
  site_name: string
  key: string
  url: string
  title: string | null
  id: number
  parent_id: number | null
  status: Status
  version: number
  name: string | null
  badge: Badge | null
  text: string
  created_at: number
  edited_at: number | null
  open_reports: number
  reason: Reason | null
  ruler: Ruler | null
  appeal: string | null
}

const COLUMNS =
  sql.raw(`id, webhook_id, message, event, comment_id, version, at, tries, next_at, outcome, status, took_ms,
  answer, error`)
/** How many deliveries of one webhook are listed. */
const LISTED = 50
/** So many deliveries of a webhook wait at the most, as the triggers have it. */
export const ROOM = 1_000
/** How many rows are tidied away at once. */
const TIDIED = 1_000

/** The outbox, which triggers fill in the batch of what it tells of. */
export const deliveriesStore = (engine: Engine) => ({
  /** Whether anything is to be delivered now. A read, so that nobody waits for the database where nothing is. */
  async isDue(now: number): Promise<boolean> {
    const row = await engine.first(
      sql`SELECT 1 FROM webhooks WHERE next_at <= ${now} AND state = 'on' AND leased_until <= ${now} LIMIT 1`,
    )
    return row !== undefined
  },

  /** Whether any site has a webhook that is on. */
  async isAnybodyTold(): Promise<boolean> {
    return (await engine.first(sql`SELECT 1 FROM webhooks WHERE state = 'on' LIMIT 1`)) !== undefined
  },

  /**
   * Takes webhooks that have something to deliver, for so long that nobody else does meanwhile. Who is killed in between
   * loses them when that time is over.
   */
  async claim(now: number, until: number, most: number): Promise<WebhookRow[]> {
    const [rows] = await engine.write([
      sql`UPDATE webhooks SET leased_until = ${until} WHERE id IN (SELECT id FROM webhooks
          WHERE next_at <= ${now} AND state = 'on' AND leased_until <= ${now} ORDER BY next_at LIMIT ${most})
        RETURNING ${WEBHOOK_COLUMNS}`,
    ])
    return rows as unknown as WebhookRow[]
  },

  /** Gives a webhook back, unless somebody else has it by now. `rest`: until when nobody takes it; 0 for at once. */
  async release(id: string, until: number, rest: number): Promise<void> {
    await engine.write([
      sql`UPDATE webhooks SET leased_until = ${rest}, next_at = (SELECT min(next_at) FROM deliveries
          WHERE webhook_id = ${id} AND next_at IS NOT NULL) WHERE id = ${id} AND leased_until = ${until}`,
    ])
  },

  /** What a webhook has to deliver now, in the order in which it happened. */
  async due(webhook: string, now: number, most: number): Promise<DeliveryRow[]> {
    return engine.all<DeliveryRow>(
      sql`SELECT ${COLUMNS} FROM deliveries WHERE webhook_id = ${webhook} AND next_at <= ${now}
        ORDER BY next_at, id LIMIT ${most}`,
    )
  },

  /** Notes what came of a try, once: whoever was too slow and has lost the webhook notes nothing. */
  async note({ id, webhook_id, tries }: DeliveryRow, tried: Tried, at: number): Promise<void> {
    const isOurs = sql`id = ${id} AND tries = ${tries} AND next_at IS NOT NULL`
    const isOver = tried.nextAt === null ? 1 : 0
    await engine.write([
      sql`UPDATE webhooks SET waiting = max(waiting - ${isOver}, 0),
          failing_since = CASE WHEN ${tried.isFailure ? 1 : 0} THEN coalesce(failing_since, ${at}) END,
          state = iif(state = 'on', coalesce(${tried.ends}, state), state)
        WHERE id = ${webhook_id} AND EXISTS (SELECT 1 FROM deliveries WHERE ${isOurs})`,
      sql`UPDATE deliveries SET tries = tries + 1, next_at = ${tried.nextAt}, outcome = ${tried.outcome},
          status = ${tried.status}, took_ms = ${tried.tookMs}, answer = ${tried.answer}, error = ${tried.error},
          tried_at = ${at} WHERE ${isOurs}`,
      // What waited for one that is no more is not kept for it; it can be sent by hand. A dead one may come back.
      ...(tried.ends !== 'gone'
        ? []
        : [
            sql`UPDATE deliveries SET next_at = NULL, outcome = 'ended'
              WHERE webhook_id = ${webhook_id} AND next_at IS NOT NULL`,
            sql`UPDATE webhooks SET waiting = 0, next_at = NULL WHERE id = ${webhook_id}`,
          ]),
    ])
  },

  /** The newest of a webhook. */
  async list(webhook: string): Promise<DeliveryRow[]> {
    return engine.all<DeliveryRow>(
      sql`SELECT ${COLUMNS} FROM deliveries WHERE webhook_id = ${webhook} ORDER BY id DESC LIMIT ${LISTED}`,
    )
  },

  async find(webhook: string, id: number): Promise<DeliveryRow | null> {
    const row = await engine.first<DeliveryRow>(
      sql`SELECT ${COLUMNS} FROM deliveries WHERE id = ${id} AND +webhook_id = ${webhook}`,
    )
    return row ?? null
  },

  /** Puts a test into the outbox of a webhook; gives its id. */
  async test(webhook: string, at: number): Promise<number> {
    const [rows] = await engine.write([
      sql`INSERT INTO deliveries (webhook_id, message, event, at, next_at)
        VALUES (${webhook}, 'msg_' || lower(hex(randomblob(16))), 'test', ${at}, ${at}) RETURNING id`,
      sql`UPDATE webhooks SET waiting = waiting + 1, next_at = min(coalesce(next_at, ${at}), ${at}) WHERE id = ${webhook}`,
    ])
    return rows![0]!['id'] as number
  },

  /** Sends one once more that is over, under the same message id; false where there is none. */
  async again(webhook: string, id: number, at: number): Promise<boolean> {
    const isOver = sql`id = ${id} AND +webhook_id = ${webhook} AND next_at IS NULL`
    const results = await engine.write([
      sql`UPDATE webhooks SET waiting = waiting + 1, next_at = min(coalesce(next_at, ${at}), ${at})
        WHERE id = ${webhook} AND EXISTS (SELECT 1 FROM deliveries WHERE ${isOver})`,
      sql`UPDATE deliveries SET next_at = ${at}, tries = 0, outcome = NULL WHERE ${isOver} RETURNING id`,
    ])
    return results[1]!.length > 0
  },

  /**
   * Sends once more what was given up or ended since a time, some at a time and no more than there is room for; gives how
   * many go.
   */
  async againAll(webhook: string, since: number, at: number): Promise<number> {
    const lost = sql`SELECT id FROM deliveries WHERE webhook_id = ${webhook} AND next_at IS NULL
      AND outcome IN ('failed', 'ended') AND coalesce(tried_at, at) >= ${since}
      ORDER BY id LIMIT (SELECT max(${ROOM} - waiting, 0) FROM webhooks WHERE id = ${webhook})`
    const [rows] = await engine.write([
      sql`UPDATE deliveries SET next_at = ${at}, tries = 0, outcome = NULL WHERE id IN (${lost}) RETURNING id`,
      sql`UPDATE webhooks SET next_at = ${at}, waiting = (SELECT count(*) FROM deliveries
          WHERE webhook_id = ${webhook} AND next_at IS NOT NULL) WHERE id = ${webhook}`,
    ])
    return rows!.length
  },

  /** Has all that waits go now, with as many tries as something new: its receiver is mended. */
  async hurry(webhook: string, at: number): Promise<void> {
    await engine.write([
      sql`UPDATE deliveries SET next_at = ${at}, tries = 0 WHERE webhook_id = ${webhook} AND next_at IS NOT NULL`,
      sql`UPDATE webhooks SET next_at = ${at} WHERE id = ${webhook}`,
    ])
  },

  /** What an event is about, as it stands now; null where the comment is no more. */
  async about(site: string, comment: number, version: number | null): Promise<ToldOf | null> {
    const row = await engine.first<ToldOf>(
      sql`SELECT s.name AS site_name, a.key, a.url, a.title, c.id, c.parent_id, c.status, c.version, c.name, c.badge, c.text,
          c.created_at, c.edited_at, c.open_reports, r.reason, r.ruler,
          (SELECT text FROM appeals WHERE comment_id = c.id) AS appeal
        FROM comments c CROSS JOIN articles a ON a.id = c.article_id CROSS JOIN sites s ON s.id = c.site_id
        LEFT JOIN rulings r ON r.comment_id = c.id AND r.version = ${version}
        WHERE c.id = ${comment} AND +c.site_id = ${site}`,
    )
    return row ?? null
  },

  /** Forgets what is over and older than this, some at a time. */
  async forget(before: number): Promise<void> {
    const old = sql`SELECT id FROM deliveries WHERE at < ${before} AND next_at IS NULL ORDER BY at LIMIT ${TIDIED}`
    if (await engine.first(sql`SELECT 1 FROM (${old}) LIMIT 1`)) {
      await engine.write([sql`DELETE FROM deliveries WHERE id IN (${old})`])
    }
  },
})

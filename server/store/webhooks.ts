import { sql } from 'drizzle-orm/sql'
import { LIMITS, type WebhookShape, type WebhookState } from '../contract.ts'
import type { Engine } from './engine.ts'

export interface WebhookRow {
  id: string
  site_id: string
  name: string
  shape: WebhookShape
  url: string
  token: string | null
  /** Between commas: `,published,pending,`. */
  events: string
  secrets: number
  both_until: number
  state: WebhookState
  failing_since: number | null
  waiting: number
  dropped: number
  leased_until: number
  created_at: number
}

const COLUMNS =
  sql.raw(`id, site_id, name, shape, url, token, events, secrets, both_until, state, failing_since, waiting,
  dropped, leased_until, created_at`)

/** So many deliveries of a removed webhook go at once. */
const AT_ONCE = 2_000

/** Where a site's events are told; what is told to whom, and when, is in `deliveries.ts`. */
export const webhooksStore = (engine: Engine) => ({
  /** Those of a site, the oldest first. */
  async list(site: string): Promise<WebhookRow[]> {
    return engine.all<WebhookRow>(sql`SELECT ${COLUMNS} FROM webhooks WHERE site_id = ${site} ORDER BY id`)
  },

  async find(id: string, site: string): Promise<WebhookRow | null> {
    const row = await engine.first<WebhookRow>(
      sql`SELECT ${COLUMNS} FROM webhooks WHERE id = ${id} AND +site_id = ${site}`,
    )
    return row ?? null
  },

  /** Adds one; false where the site has as many as there can be. */
  async add(hook: {
    id: string
    site: string
    name: string
    shape: WebhookShape
    url: string
    token: string | null
    events: string
    at: number
  }): Promise<boolean> {
    const [rows] = await engine.write([
      sql`INSERT INTO webhooks (id, site_id, name, shape, url, token, events, created_at)
        SELECT ${hook.id}, ${hook.site}, ${hook.name}, ${hook.shape}, ${hook.url}, ${hook.token}, ${hook.events}, ${hook.at}
        WHERE (SELECT count(*) FROM webhooks WHERE site_id = ${hook.site}) < ${LIMITS.webhooks} RETURNING id`,
    ])
    return rows!.length > 0
  },

  /** Changes what is given; whoever turns one on again begins anew with its failures. False where there is none. */
  async change(
    id: string,
    site: string,
    to: {
      name: string | null
      events: string | null
      state: 'on' | 'paused' | null
      url: string | null
      token: string | null
    },
  ): Promise<boolean> {
    const [rows] = await engine.write([
      sql`UPDATE webhooks SET name = coalesce(${to.name}, name), events = coalesce(${to.events}, events),
          url = coalesce(${to.url}, url), token = coalesce(${to.token}, token),
          failing_since = iif(${to.state} = 'on' AND state <> 'on', NULL, failing_since),
          dropped = iif(${to.state} = 'on' AND state <> 'on', 0, dropped), state = coalesce(${to.state}, state)
        WHERE id = ${id} AND +site_id = ${site} RETURNING id`,
    ])
    return rows!.length > 0
  },

  /** The next signing secret; the one before signs, too, for a while. Of two at once one counts. */
  async rotate(id: string, site: string, seen: number, bothUntil: number): Promise<void> {
    await engine.write([
      sql`UPDATE webhooks SET secrets = secrets + 1, both_until = ${bothUntil}
        WHERE id = ${id} AND +site_id = ${site} AND secrets = ${seen}`,
    ])
  },

  /** Removes one of the site with its deliveries; false where there is none. */
  async remove(id: string, site: string): Promise<boolean> {
    const [stopped] = await engine.write([
      sql`UPDATE webhooks SET state = 'paused' WHERE id = ${id} AND +site_id = ${site} RETURNING id`,
    ])
    if (stopped!.length === 0) return false
    for (let gone = AT_ONCE; gone === AT_ONCE; ) {
      const [rows] = await engine.write([
        sql`DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries WHERE webhook_id = ${id} LIMIT ${AT_ONCE})
          RETURNING id`,
      ])
      gone = rows!.length
    }
    await engine.write([sql`DELETE FROM webhooks WHERE id = ${id} AND +site_id = ${site}`])
    return true
  },
})

export { COLUMNS as WEBHOOK_COLUMNS }

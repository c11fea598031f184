import { sql } from 'drizzle-orm/sql'
import type { Status } from '../contract.ts'
import type { Engine } from './engine.ts'

/** As many old translations as are forgotten in one step. */
const FORGOTTEN = 2_000

/** What was made of a comment's text. */
export interface TranslationRow {
  text: string
  source: string | null
  host: string
}

/** A comment as it is to be translated, with what was made of the text that it has now. */
export interface ToTranslate {
  site_id: string
  status: Status
  /** JSON of its blocks. */
  tree: string
  text_digest: string
  lang: string | null
  known: TranslationRow | null
}

/** What a service made of comments in other languages, and the keys of such services. */
export const translationsStore = (engine: Engine) => ({
  async find(id: number, target: string): Promise<ToTranslate | null> {
    const row = await engine.first<Omit<ToTranslate, 'known'> & { known: string | null }>(
      sql`SELECT c.site_id, c.status, c.tree, c.text_digest, c.lang,
          (SELECT json_object('text', t.text, 'source', t.source, 'host', t.host) FROM translations t
            WHERE t.comment_id = c.id AND t.target = ${target} AND t.text_digest = c.text_digest) AS known
        FROM comments c WHERE c.id = ${id}`,
    )
    return row ? { ...row, known: row.known === null ? null : JSON.parse(row.known) } : null
  },

  /** Keeps what was made of a comment's text, if it still says that. */
  async keep(id: number, target: string, digest: string, made: TranslationRow, at: number): Promise<void> {
    await engine.write([
      sql`INSERT INTO translations (comment_id, target, text_digest, text, source, host, made_at)
        SELECT c.id, ${target}, c.text_digest, ${made.text}, ${made.source}, ${made.host}, ${at} FROM comments c
        WHERE c.id = ${id} AND c.text_digest = ${digest} AND c.text <> ''
        ON CONFLICT (comment_id, target) DO UPDATE SET text_digest = excluded.text_digest, text = excluded.text,
          source = excluded.source, host = excluded.host, made_at = excluded.made_at`,
    ])
  },

  /** Forgets some of those that were made before a time, in ms UTC. */
  async forget(before: number): Promise<void> {
    await engine.write([
      sql`DELETE FROM translations WHERE (comment_id, target) IN (SELECT old.comment_id, old.target
        FROM translations old INDEXED BY translations_by_time
        WHERE old.made_at < ${before} ORDER BY old.made_at LIMIT ${FORGOTTEN})`,
    ])
  },

  /** The key of a site's service, if it was given for this origin. */
  async key(site: string, origin: string): Promise<string | null> {
    const row = await engine.first<{ key: string }>(
      sql`SELECT key FROM translators WHERE site_id = ${site} AND origin = ${origin}`,
    )
    return row?.key ?? null
  },

  /** Sets the key of a site's service; null takes it away. */
  async setKey(site: string, origin: string, key: string | null): Promise<void> {
    await engine.write([
      key === null
        ? sql`DELETE FROM translators WHERE site_id = ${site}`
        : sql`INSERT INTO translators (site_id, origin, key) VALUES (${site}, ${origin}, ${key})
            ON CONFLICT (site_id) DO UPDATE SET origin = excluded.origin, key = excluded.key`,
    ])
  },
})

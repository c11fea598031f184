import { sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import type { Erasures, LegalHolds } from '../contract.ts'
import type { Engine } from './engine.ts'

/** How many erasures, and comments that are held, are listed. */
const LISTED = 100

/** An erasure that an owner has begun. */
export interface DueErasure {
  author_id: number
  site_id: string
  person_id: number | null
}

/** Who was erased, by number, and what is under way; and what a legal hold keeps from it. */
export const erasuresStore = (engine: Engine) => ({
  /** Notes that an owner has begun to erase an author, or is at it, and takes it for so long. */
  async begin(author: number, site: string, person: number, now: number, until: number): Promise<void> {
    await engine.write([
      sql`INSERT INTO erasures_due (author_id, site_id, person_id, begun_at, leased_until)
        VALUES (${author}, ${site}, ${person}, ${now}, ${until})
        ON CONFLICT (author_id) DO UPDATE SET leased_until = ${until}`,
    ])
  },

  /** Whether there is one that nobody is at. A read, so that nobody waits for the database where there is none. */
  async isDue(now: number): Promise<boolean> {
    return (await engine.first(sql`SELECT 1 FROM erasures_due WHERE leased_until <= ${now} LIMIT 1`)) !== undefined
  },

  /** Takes one that nobody is at, for so long; null where there is none. */
  async claim(now: number, until: number): Promise<DueErasure | null> {
    const [rows] = await engine.write([
      sql`UPDATE erasures_due SET leased_until = ${until} WHERE author_id = (SELECT author_id FROM erasures_due
          WHERE leased_until <= ${now} ORDER BY leased_until LIMIT 1) RETURNING author_id, site_id, person_id`,
    ])
    return (rows![0] as unknown as DueErasure | undefined) ?? null
  },

  /** What was erased on a site, the newest first, and what is being erased. */
  async list(site: string): Promise<Omit<Erasures, 'told'>> {
    const by = sql`(SELECT coalesce(p.public_name, p.name) FROM people p WHERE p.id = e.person_id)`
    const [done, underWay] = await engine.read<
      [
        {
          author_id: number
          asked_by: 'reader' | 'owner' | 'command'
          name: string | null
          comments: number
          at: number
        },
        { author_id: number; name: string | null; left: number; begun_at: number },
      ]
    >(
      sql`SELECT e.author_id, e.asked_by, ${by} AS name, e.comments, e.at FROM erasures e
        WHERE e.site_id = ${site} ORDER BY e.at DESC LIMIT ${LISTED}`,
      sql`SELECT e.author_id, ${by} AS name, e.begun_at, (SELECT count(*) FROM comments c INDEXED BY comments_of_author
          WHERE c.author_id = e.author_id AND c.legal_hold = 0 AND (c.text <> '' OR c.name IS NOT NULL)) AS left
        FROM erasures_due e WHERE e.site_id = ${site} LIMIT ${LISTED}`,
    )
    return {
      erasures: done.map(({ author_id, asked_by, name, comments, at }) => ({
        ...{ author: spellId(author_id), by: asked_by, name, comments, at },
      })),
      underWay: underWay.map(({ author_id, name, left, begun_at }) => ({
        ...{ author: spellId(author_id), name, left, begunAt: begun_at },
      })),
    }
  },

  /** The comments of a site that are under a legal hold, the newest first. */
  async holds(site: string): Promise<LegalHolds> {
    const rows = await engine.all<{ id: number; name: string | null; text: string; title: string | null; key: string }>(
      sql`SELECT c.id, c.name, substr(c.text, 1, 200) AS text, a.title, a.key
        FROM comments c INDEXED BY comments_held CROSS JOIN articles a ON a.id = c.article_id
        WHERE c.site_id = ${site} AND c.legal_hold = 1 ORDER BY c.id DESC LIMIT ${LISTED}`,
    )
    return {
      holds: rows.map(({ id, name, text, title, key }) => ({
        comment: spellId(id),
        name,
        text,
        article: title ?? key,
      })),
    }
  },
})

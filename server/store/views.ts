import { sql } from 'drizzle-orm/sql'
import { newId } from '../comments/ids.ts'
import { type Engine, json } from './engine.ts'
import { articleIdAt } from './visible.ts'

/** An article that has been seen and has no row yet. */
export interface SeenArticle {
  site: string
  key: string
  url: string
  views: number
}

/** How often articles were seen. */
export const viewsStore = (engine: Engine) => ({
  /** The articles that these keys lead to, with the views that are written; a key without an article is left out. */
  async of(site: string, keys: readonly string[]): Promise<Map<string, { id: number; views: number }>> {
    const rows = await engine.all<{ key: string; id: number; views: number }>(
      sql`SELECT asked.value AS key, a.id, a.view_count AS views FROM json_each(${json(keys)}) asked
        CROSS JOIN articles a ON a.id = ${articleIdAt(site, sql`asked.value`)}`,
    )
    return new Map(rows.map(({ key, id, views }) => [key, { id, views }]))
  },

  /**
   * Adds views to articles by their ids, and to those that had no row when they were seen, which get one; all in one
   * batch. What is gone meanwhile, article or site, is passed over.
   * @throws a UNIQUE error on `articles.id` when an id is taken; then nothing is written
   */
  async add(known: ReadonlyMap<number, number>, fresh: readonly SeenArticle[], now: number): Promise<void> {
    const batch = []
    if (known.size > 0) {
      batch.push(sql`UPDATE articles SET view_count = view_count + (seen.value ->> 1)
        FROM json_each(${json([...known])}) seen WHERE articles.id = seen.value ->> 0`)
    }
    if (fresh.length > 0) {
      let id = 0
      const rows = fresh.map(article => {
        id = newId(now, id)
        return { id, ...article }
      })
      batch.push(sql`INSERT INTO articles (id, site_id, key, url, view_count, created_at)
        SELECT made.value ->> 'id', s.id, made.value ->> 'key', made.value ->> 'url', made.value ->> 'views', ${now}
        FROM json_each(${json(rows)}) made CROSS JOIN sites s ON s.id = made.value ->> 'site' WHERE true
        ON CONFLICT (site_id, key) DO UPDATE SET view_count = view_count + excluded.view_count`)
    }
    if (batch.length > 0) await engine.write(batch)
  },
})

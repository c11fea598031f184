import { sql } from 'drizzle-orm/sql'
import type { Engine } from './engine.ts'

/** A comment as the public sees it: published, or the stub of a removed one that carries shown replies. */
export interface ShownRow {
  id: number
  parent_id: number | null
  status: string
  name: string | null
  badge: string | null
  text: string
  tree: string
  up_votes: number
  down_votes: number
  created_at: number
  article_id: number
  key: string
  url: string
  title: string | null
}

export interface ArticleRow {
  id: number
  key: string
  url: string
  title: string | null
  is_closed: number
  created_at: number
}

const PAGE = 200

/** What the public sees of a whole site, page by page: for exports, never for a request that somebody waits for. */
export const publishedReader = (engine: Engine) => ({
  async *comments(site: string): AsyncGenerator<ShownRow[]> {
    let after = -1
    for (;;) {
      const page = await engine.all<ShownRow & { is_shown: number }>(
        sql`SELECT c.id, c.parent_id, c.status, c.is_shown, c.name, c.badge, c.text, c.tree, c.up_votes, c.down_votes,
            c.created_at, c.article_id, a.key, a.url, a.title
          FROM comments c CROSS JOIN articles a ON a.id = c.article_id
          WHERE c.site_id = ${site} AND c.id > ${after} ORDER BY c.id LIMIT ${PAGE}`,
      )
      if (page.length > 0) after = page.at(-1)!.id
      yield page.filter(row => row.is_shown === 1)
      if (page.length < PAGE) return
    }
  },

  async *articles(site: string): AsyncGenerator<ArticleRow[]> {
    let after = ''
    for (;;) {
      const page = await engine.all<ArticleRow & { comment_count: number }>(
        sql`SELECT id, key, url, title, is_closed, comment_count, created_at FROM articles
          WHERE site_id = ${site} AND key > ${after} ORDER BY key LIMIT ${PAGE}`,
      )
      if (page.length > 0) after = page.at(-1)!.key
      yield page.filter(row => row.comment_count > 0)
      if (page.length < PAGE) return
    }
  },
})

import { sql } from 'drizzle-orm/sql'
import { orderOf, type Status, type Tab } from '../contract.ts'
import type { Engine } from './engine.ts'
import { type Filters, walkOf } from './tabs.ts'

/** Comments that are put in order at a time, and rulings of the log that tell how the rules' findings fared. */
export const BLOCK = 250

/** What speaks for or against the way a comment stands. */
export interface Evidence {
  id: number
  status: Status
  reports: number
  /** The author's record on the site. */
  published: number
  rejected: number
  /** The rules that held or refused it. */
  rules: string[]
}

export const doubtsStore = (engine: Engine) => ({
  /**
   * The evidence on the next comments of a tab that fit the filters, in the order of the tab.
   * @param after the id of the last comment of the block before
   * @returns `end` is the last id that was looked at, where more follow
   */
  async block(
    site: string,
    tab: Tab,
    after: number | null,
    filters: Filters,
  ): Promise<{ evidence: Evidence[]; end: number | null }> {
    const walk = await walkOf(engine, { site, tab, filters, order: orderOf(tab), after })
    if (!walk) return { evidence: [], end: null }
    const [rows, ends] = await engine.read<[Omit<Evidence, 'rules'> & { rules: string }, { id: number }]>(
      sql`SELECT c.id, c.status, c.open_reports AS reports, author.published_count AS published,
          author.rejected_count AS rejected,
          (SELECT json_group_array(f.rule) FROM findings f WHERE f.comment_id = c.id AND f.verdict <> 'publish') AS rules
        FROM (${walk.ids(BLOCK)}) walked CROSS JOIN comments c ON c.id = walked.id
        CROSS JOIN authors author ON author.id = c.author_id
        WHERE ${walk.rest ?? sql`1`}`,
      walk.idAt(BLOCK),
    )
    const evidence = rows.map(row => ({ ...row, rules: [...new Set(JSON.parse(row.rules) as string[])] }))
    return { evidence, end: ends[0]?.id ?? null }
  },

  /**
   * How the last decisions of a site's moderators on what its rules had held or refused went: one row for each rule that
   * had found something.
   */
  async fates(site: string): Promise<{ rule: string; isApproved: number }[]> {
    return engine.all(
      sql`SELECT f.rule, decided.to_status = 'published' AS isApproved
        FROM (SELECT comment_id, ruling, ruler, to_status FROM rulings WHERE site_id = ${site}
          ORDER BY seq DESC LIMIT ${BLOCK}) decided
        CROSS JOIN findings f ON f.comment_id = decided.comment_id
        WHERE decided.ruler = 'moderator' AND decided.ruling IN ('approve', 'reject', 'spam') AND f.verdict <> 'publish'`,
    )
  },
})

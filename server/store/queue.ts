import { sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import { plainBeginning } from '../comments/plain-text.ts'
import {
  type Badge,
  type Block,
  type Case,
  type CountedTab,
  type Decision,
  type Finding,
  isCounted,
  orderOf,
  type Status,
  TABS,
  type Tab,
  type TimeOrder,
} from '../contract.ts'
import { type Engine, json } from './engine.ts'
import { DECIDES, type DecisionRow } from './rulings.ts'
import { EXAMINED, type Filters, ofTab, walkOf } from './tabs.ts'

/** How far a tab counts; one more reads "100+". */
const COUNTED = 101

interface CaseRow {
  id: number
  version: number
  status: Status
  created_at: number
  text: string
  tree: string
  lang: string | null
  is_reviewed: number
  open_reports: number
  has_appeal: number
  author_id: number
  name: string | null
  badge: Badge | null
  avatar: number
  title: string | null
  url: string
  key: string
  published_count: number
  rejected_count: number
  author_since: number
  parent_id: number | null
  parent_name: string | null
  parent_text: string | null
  /** JSON of the comment's findings. */
  findings: string
  /** JSON of the last decision on it. */
  decision: string
}

export const queueStore = (engine: Engine) => ({
  /**
   * One page of a tab of a site, by id in the tab's own order or the one asked for. It looks at 500 comments at the most:
   * with filters a page may be short, and `next` leads on from where it ended.
   * @param after the id of the last comment already shown or looked at
   */
  async page(
    site: string,
    tab: Tab,
    limit: number,
    after: number | null,
    filters: Filters = {},
    order: TimeOrder = orderOf(tab),
  ): Promise<{ cases: Case[]; next: string | null }> {
    const walk = await walkOf(engine, { site, tab, filters, order, after })
    if (!walk) return { cases: [], next: null }
    const ids = await engine.all<{ id: number }>(
      walk.rest
        ? sql`SELECT walked.id FROM (${walk.ids(EXAMINED)}) walked CROSS JOIN comments c ON c.id = walked.id
            WHERE ${walk.rest} LIMIT ${limit + 1}`
        : walk.ids(limit + 1),
    )
    const shown = ids.slice(0, limit).map(({ id }) => id)
    const cases = await this.cases(site, shown)
    if (ids.length > limit) return { cases, next: spellId(shown.at(-1)!) }
    const end = walk.rest && (await engine.first<{ id: number }>(walk.idAt(EXAMINED)))
    return { cases, next: end ? spellId(end.id) : null }
  },

  /** These comments as cases, in this order; those that are not of this site are left out. */
  async cases(site: string, ids: readonly number[]): Promise<Case[]> {
    if (ids.length === 0) return []
    const rows = await engine.all<CaseRow>(
      sql`SELECT c.id, c.version, c.status, c.created_at, c.text, c.tree, c.lang, c.is_reviewed, c.open_reports,
          c.has_appeal, c.author_id, c.name, c.badge, c.avatar, a.title, a.url, a.key,
          author.published_count, author.rejected_count, author.created_at AS author_since,
          c.parent_id, parent.name AS parent_name, substr(parent.text, 1, 200) AS parent_text,
          -- Read in its place, because a join would look for the last one and then for its row.
          (SELECT json_object('ruling', r.ruling, 'ruler', r.ruler, 'from', r.from_status, 'to', r.to_status,
              'reason', r.reason, 'at', r.at, 'by', (SELECT coalesce(person.public_name, person.name) FROM people person
                WHERE person.id = r.person_id))
            FROM rulings r WHERE r.comment_id = c.id AND r.${DECIDES} ORDER BY r.version DESC LIMIT 1) AS decision,
          (SELECT json_group_array(json_object('rule', f.rule, 'verdict', f.verdict, 'reason', f.reason,
            'detail', f.detail, 'start', f.start_offset, 'end', f.end_offset))
            FROM findings f WHERE f.comment_id = c.id) AS findings
        FROM json_each(${json(ids)}) asked CROSS JOIN comments c ON c.id = asked.value
        CROSS JOIN articles a ON a.id = c.article_id CROSS JOIN authors author ON author.id = c.author_id
        LEFT JOIN comments parent ON parent.id = c.parent_id
        WHERE +c.site_id = ${site}`,
    )
    return rows.map(caseOf)
  },

  /** The site a comment belongs to. */
  async siteOf(id: number): Promise<string | null> {
    return (
      (await engine.first<{ site_id: string }>(sql`SELECT site_id FROM comments WHERE id = ${id}`))?.site_id ?? null
    )
  },

  /** How many comments each of these tabs of the site holds, counted up to 101. */
  async counts<T extends CountedTab = CountedTab>(site: string, tabs?: readonly T[]): Promise<Record<T, number>> {
    const counted = (tabs ?? TABS.filter(isCounted)).map(
      tab => sql`(SELECT count(*) FROM (SELECT 1 FROM ${ofTab(site, tab)} LIMIT ${COUNTED})) AS ${sql.identifier(tab)}`,
    )
    return (await engine.first<Record<T, number>>(sql`SELECT ${sql.join(counted, sql`, `)}`))!
  },
})

function caseOf(row: CaseRow): Case {
  return {
    id: spellId(row.id),
    version: row.version,
    status: row.status,
    createdAt: row.created_at,
    text: row.text,
    tree: JSON.parse(row.tree) as Block[],
    lang: row.lang,
    isReviewed: row.is_reviewed === 1,
    reports: row.open_reports,
    hasAppeal: row.has_appeal === 1,
    article: { title: row.title, url: row.url, key: row.key },
    author: {
      id: spellId(row.author_id),
      name: row.name,
      badge: row.badge,
      avatar: row.avatar,
      published: row.published_count,
      rejected: row.rejected_count,
      since: row.author_since,
    },
    parent:
      row.parent_id === null
        ? null
        : { id: spellId(row.parent_id), name: row.parent_name, excerpt: plainBeginning(row.parent_text ?? '') },
    findings: JSON.parse(row.findings) as Finding[],
    decision: JSON.parse(row.decision) as Decision,
  }
}

/** A log row as the desk shows it. */
export function decisionOf(row: DecisionRow): Case['decision'] {
  return {
    ruling: row.ruling,
    by: row.by_name,
    ruler: row.ruler,
    from: row.from_status,
    to: row.to_status,
    reason: row.reason,
    at: row.at,
  }
}

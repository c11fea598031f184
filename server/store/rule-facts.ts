import { type SQL, sql } from 'drizzle-orm/sql'
import type { Facts } from '../moderation/facts.ts'
import { json } from './engine.ts'

/** What the rules ask of the store beside what a post needs anyway. */
export interface AskedByRules {
  site: string
  likeness: string
  /** The client's network as it is hashed today and yesterday. */
  networks: readonly string[]
  /** The domains of its links. */
  domains: readonly string[]
  now: number
}

/** Columns of the statement that gathers a post's facts. */
export interface RuleRow {
  muted_until: number | null
  said_already: number
  said_by_others: number
  /** JSON: of the last 20 comments, how many a decision stands on, and how many a moderator refused. */
  recent: string
  is_network_held: number
  /** JSON: those domains that a published comment has had. */
  known_domains: string
}

/** Comments of one author that are looked at. */
const LAST = 20

/** Comments with a link to a domain that are looked at, the oldest first: what is established stays so in a flood. */
const OLDEST = 20

/** The columns, where `s` is the author's session (or nothing) and `author` the author. Each is a bounded walk. */
export const ruleColumns = ({ site, likeness, networks, domains, now }: AskedByRules): SQL => sql`author.muted_until,
  (SELECT count(*) FROM (SELECT 1 FROM comments alike
    WHERE alike.author_id = s.author_id AND alike.likeness = ${likeness} LIMIT 10)) AS said_already,
  (SELECT count(*) FROM (SELECT 1 FROM comments alike INDEXED BY comments_same_text
    WHERE alike.site_id = ${site} AND alike.likeness = ${likeness} AND alike.author_id IS NOT s.author_id
    LIMIT 10)) AS said_by_others,
  (SELECT json_array(
      total(walked.status IN ('published', 'rejected', 'spam')),
      total(walked.status IN ('rejected', 'spam') AND walked.is_reviewed = 1))
    FROM (SELECT own.status, own.is_reviewed FROM comments own INDEXED BY comments_of_author
      WHERE own.author_id = s.author_id ORDER BY own.id DESC LIMIT ${LAST}) walked) AS recent,
  EXISTS (SELECT 1 FROM json_each(${json(networks)}) network CROSS JOIN held_networks held
    ON held.site_id = ${site} AND held.network = network.value AND held.until > ${now}) AS is_network_held,
  (SELECT json_group_array(asked.value) FROM json_each(${json(domains)}) asked
    WHERE EXISTS (SELECT 1 FROM (SELECT had.comment_id FROM link_domains had
        WHERE had.site_id = ${site} AND had.domain = asked.value ORDER BY had.comment_id LIMIT ${OLDEST}) walked
      CROSS JOIN comments c ON c.id = walked.comment_id WHERE c.status = 'published')) AS known_domains`

/** What the columns say of an author. */
export function authorFacts(row: RuleRow): Omit<Facts['author'], 'kind' | 'bannedUntil' | 'publishedCount'> {
  const [decided, refused] = JSON.parse(row.recent) as [number, number]
  return {
    mutedUntil: row.muted_until,
    recent: { decided, refused },
    saidAlready: row.said_already,
    saidByOthers: row.said_by_others,
    isNetworkHeld: row.is_network_held === 1,
  }
}

/** Keeps with a comment which domains it links to. */
export const domainsWritten = (site: string, comment: number, domains: readonly string[], stands: SQL): SQL[] =>
  domains.length === 0
    ? []
    : [
        sql`INSERT INTO link_domains (site_id, domain, comment_id)
          SELECT ${site}, domain.value, c.id FROM comments c CROSS JOIN json_each(${json(domains)}) domain
          WHERE c.id = ${comment} AND ${stands} ON CONFLICT DO NOTHING`,
      ]

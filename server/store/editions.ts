import { type SQL, sql } from 'drizzle-orm/sql'
import type { WrittenText } from '../comments/written-text.ts'
import { domainsWritten } from './rule-facts.ts'
import { searchWritten } from './search.ts'

/** What a new text sets of its comment. */
export const textReplaced = ({ text, tree, likeness, salt, textDigest, lang }: WrittenText): SQL =>
  sql`text = ${text}, tree = ${tree}, likeness = ${likeness}, salt = ${salt}, text_digest = ${textDigest}, lang = ${lang}`

/** Whose text ends: the comment, the version at which it was seen, and the moderator who changes it, or null. */
export interface Ending {
  id: number
  site: string
  seen: number
  person: number | null
  at: number
}

/**
 * What follows a new text, before it takes its place: the earlier one is kept, and the comment is found by the new one.
 * @param isMade what is true only where the change stands
 */
export const textFollowed = ({ id, site, seen, person, at }: Ending, written: WrittenText, isMade: SQL): SQL[] => [
  sql`INSERT INTO editions (comment_id, version, person_id, text, ended_at)
    SELECT id, ${seen}, ${person}, text, ${at} FROM comments WHERE id = ${id} AND ${isMade}
    ON CONFLICT DO NOTHING`,
  ...searchWritten({ id, site, text: written.text }, sql`c.id = ${id} AND ${isMade}`),
  sql`DELETE FROM link_domains WHERE comment_id = ${id} AND ${isMade}`,
  sql`DELETE FROM translations WHERE comment_id = ${id} AND ${isMade}`,
  ...domainsWritten(site, id, written.domains, isMade),
]

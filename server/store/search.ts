import { type SQL, sql } from 'drizzle-orm/sql'
import { languageOf } from '../comments/language.ts'
import { searchWords, soughtPhrases } from '../comments/search-words.ts'
import { type Engine, json } from './engine.ts'

/** A site's id as one word of the index: spelt in letters and digits, whatever it holds. */
const siteWord = (site: string): string =>
  `s${[...new TextEncoder().encode(site)].map(byte => byte.toString(16).padStart(2, '0')).join('')}`

/**
 * What the index is asked to find what somebody typed; null when there is no word in it. Each word stands in quotation
 * marks, where nothing is syntax.
 */
export function sought(typed: string): string | null {
  const phrases = soughtPhrases(typed).map(phrase => `"${phrase.replaceAll('"', '""')}"`)
  return phrases.length > 0 ? `words : (${phrases.join(' AND ')})` : null
}

/** The same, among the comments of one site. */
export const soughtOn = (site: string, words: string): string => `site : "${siteWord(site)}" AND ${words}`

/**
 * The statements that make a comment's text what it is found by, for the batch that writes the text: a new one, or one
 * that takes another's place. An empty text is found by nothing.
 * @param where what must be true of the comment `c`, so that nothing is written of a comment that was not
 */
export function searchWritten(
  comment: { id: number; site: string; text: string },
  where: SQL = sql`c.id = ${comment.id}`,
): SQL[] {
  if (comment.text === '') return searchErased(json([comment.id]))
  const [, site, words] = searchRow(comment)
  return [
    sql`INSERT OR REPLACE INTO search (rowid, site, words) SELECT c.id, ${site}, ${words} FROM comments c WHERE ${where}`,
  ]
}

/** What the index holds of a comment: its id, its site as a word, and its words. */
export const searchRow = ({ id, site, text }: { id: number; site: string; text: string }): [number, string, string] => [
  id,
  siteWord(site),
  searchWords(text),
]

/** As `searchWritten` for many comments of a site, where each stands with this digest. */
export function searchWrittenAll(
  comments: readonly { id: number; site: string; text: string; digest: string }[],
): SQL[] {
  const rows = comments.map(comment => [...searchRow(comment), comment.digest])
  return [
    sql`INSERT OR REPLACE INTO search (rowid, site, words)
      SELECT c.id, new.value ->> 1, new.value ->> 2
      FROM json_each(${json(rows)}) new CROSS JOIN comments c ON c.id = new.value ->> 0
      WHERE c.text_digest = new.value ->> 3 AND c.text <> ''`,
  ]
}

/** The statement that lets comments no longer be found, for the batch that takes their text away. */
export function searchErased(ids: SQL): SQL[] {
  return [sql`DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(${ids}))`]
}

interface DueRow {
  id: number
  site_id: string
  text: string
  text_digest: string
}

export const searchStore = (engine: Engine) => ({
  /**
   * Puts some of the comments from before there was a search into it, newest first, and notes their language. It can be
   * asked again at any time, by several at once, and goes on where it ended.
   * @returns whether any are left
   */
  async fill(limit: number): Promise<boolean> {
    const rows = await engine.all<DueRow>(
      sql`SELECT c.id, c.site_id, c.text, c.text_digest FROM comments c
        WHERE c.id <= (SELECT max(to_id) FROM search_due) ORDER BY c.id DESC LIMIT ${limit}`,
    )
    const last = rows.at(-1)
    if (!last) {
      if (await this.isFilling()) await engine.write([sql`DELETE FROM search_due`])
      return false
    }
    const written = rows.map(row => ({ id: row.id, site: row.site_id, text: row.text, digest: row.text_digest }))
    const languages = rows.map(({ id, text }) => [id, languageOf(text)])
    await engine.write([
      ...searchWrittenAll(written),
      sql`UPDATE comments SET lang = new.value ->> 1 FROM json_each(${json(languages)}) new
        WHERE comments.id = new.value ->> 0 AND comments.lang IS NULL`,
      // Another process may have come further meanwhile.
      sql`UPDATE search_due SET to_id = ${last.id - 1} WHERE to_id >= ${last.id}`,
    ])
    return true
  },

  /** Whether comments from before there was a search are still to be put into it. */
  async isFilling(): Promise<boolean> {
    const row = await engine.first<{ to_id: number | null }>(sql`SELECT max(to_id) AS to_id FROM search_due`)
    return row!.to_id !== null
  },
})

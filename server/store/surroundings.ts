import { type SQL, sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import { plainBeginning } from '../comments/plain-text.ts'
import type { CaseLine, CaseLines, Comment, Status } from '../contract.ts'
import type { Engine } from './engine.ts'
import { type CommentRow, commentOf, PUBLIC_COLUMNS, SHOWN } from './visible.ts'

/** Characters of a text that a line shows. */
const EXCERPT = 160
/** Lines of an author's other comments at a time, comments that say the same, and answers. */
const LINES = 10
const ANSWERS = 5
/** How far what says the same is counted; one more reads "100+". */
const COUNTED = 101

interface LineRow {
  id: number
  status: Status
  created_at: number
  name: string | null
  excerpt: string
  title: string | null
  key: string
}

const LINE = sql.raw(
  `c.id, c.status, c.created_at, c.name, substr(c.text, 1, ${EXCERPT}) || iif(length(c.text) > ${EXCERPT}, '…', '') AS excerpt, a.title, a.key`,
)

const lineOf = (row: LineRow): CaseLine => ({
  id: spellId(row.id),
  status: row.status,
  createdAt: row.created_at,
  name: row.name,
  excerpt: plainBeginning(row.excerpt),
  article: { title: row.title, key: row.key },
})

/** What stands around a comment and bears on a decision about it. */
export const surroundingsStore = (engine: Engine) => ({
  /** The other comments of a comment's author on its site, newest first. */
  async others(id: number, after: number | null): Promise<CaseLines> {
    const rows = await engine.all<LineRow>(
      sql`SELECT ${LINE} FROM comments here CROSS JOIN comments c INDEXED BY comments_of_author
          ON c.author_id = here.author_id AND c.id < ${after ?? Number.MAX_SAFE_INTEGER}
        CROSS JOIN articles a ON a.id = c.article_id
        WHERE here.id = ${id} AND c.id <> here.id AND c.site_id = here.site_id ORDER BY c.id DESC LIMIT ${LINES + 1}`,
    )
    const shown = rows.slice(0, LINES)
    return { comments: shown.map(lineOf), next: rows.length > LINES ? spellId(shown.at(-1)!.id) : null }
  },

  /** Comments of the site that say the same, newest first, and how many there are. */
  async alike(id: number): Promise<{ comments: CaseLine[]; count: number }> {
    const same = (columns: SQL, from: SQL, limit: number) =>
      sql`SELECT ${columns} FROM comments here CROSS JOIN comments c INDEXED BY comments_same_text
          ON c.site_id = here.site_id AND c.likeness = here.likeness ${from}
        WHERE here.id = ${id} AND here.likeness IS NOT NULL AND c.id <> here.id ORDER BY c.id DESC LIMIT ${limit}`
    const [rows, counted] = await engine.read<[LineRow, { n: number }]>(
      same(LINE, sql`CROSS JOIN articles a ON a.id = c.article_id`, LINES),
      sql`SELECT count(*) AS n FROM (${same(sql`1`, sql``, COUNTED)})`,
    )
    return { comments: rows.map(lineOf), count: counted[0]!.n }
  },

  /** The first answers to a comment that readers see. */
  async answers(id: number): Promise<Comment[]> {
    const rows = await engine.all<CommentRow>(
      sql`SELECT ${PUBLIC_COLUMNS} FROM comments c INDEXED BY comments_children
        WHERE c.parent_id = ${id} AND ${SHOWN} ORDER BY c.id LIMIT ${ANSWERS}`,
    )
    return rows.map(commentOf)
  },
})

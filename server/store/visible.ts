import { type SQL, sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import { type Badge, type Block, type Comment, MARKS, type Status } from '../contract.ts'

/**
 * Who may see a comment, written once; every read for the public goes through it. In all of these the comment is `c`.
 * They are literal SQL, because the partial indexes over `is_shown` serve literal conditions only.
 */

/** The public sees the row: a published comment, or the stub of a removed one that carries shown replies. */
export const SHOWN = sql.raw(`c.is_shown = 1`)

/** The public sees the text: such a comment can be answered, counted, fed and found. */
export const PUBLISHED = sql.raw(`c.status = 'published'`)

/** It stands at the head of its thread. */
export const PINNED = sql.raw(`c.is_pinned = 1 AND c.status = 'published'`)

/** The author alone sees it: it waits, or it was refused. What its author withdrew is gone for the author, too. */
export const UNPUBLISHED = ['pending', 'rejected', 'spam'] as const satisfies readonly Status[]

/** The id of the article that a key leads to: of one that moved, the article where its comments are now. */
export const articleIdAt = (site: string | SQL, key: string | SQL) =>
  sql`(SELECT coalesce(moved_to, id) FROM articles WHERE site_id = ${site} AND key = ${key})`

/** A comment's marks as one number, the first of MARKS the lowest bit. A removed comment keeps its branch locked. */
const MARKED = `CASE c.status WHEN 'published' THEN c.is_pinned + 2 * c.is_featured + 8 * (c.edited_by IS 'moderator')
    ELSE 0 END + 4 * c.is_locked AS marks`
const LOCKED = MARKS.indexOf('locked')

/** What the public may know of a shown row: of a stub nothing but its place and whether its author removed it. */
export const PUBLIC_COLUMNS = sql.raw(`
  c.id, c.parent_id, c.root_id, c.created_at, c.reply_count,
  CASE c.status WHEN 'published' THEN 'published' WHEN 'withdrawn' THEN 'withdrawn' ELSE 'rejected' END AS status,
  CASE c.status WHEN 'published' THEN c.name END AS name,
  CASE c.status WHEN 'published' THEN c.badge END AS badge,
  CASE c.status WHEN 'published' THEN c.avatar END AS avatar,
  CASE c.status WHEN 'published' THEN c.tree END AS tree,
  CASE c.status WHEN 'published' THEN c.lang END AS lang,
  CASE c.status WHEN 'published' THEN c.edited_at END AS edited_at, ${MARKED}`)

/** The same, for where a row comes without its root. */
export const BRANCH_COLUMNS = sql`${PUBLIC_COLUMNS}, CASE WHEN c.parent_id IS NOT NULL THEN
  (SELECT root.is_locked FROM comments root WHERE root.id = c.root_id) END AS in_locked`

/** What an author may know of a comment of the author's own. */
export const OWN_COLUMNS = sql.raw(`
  c.id, c.parent_id, c.root_id, c.created_at, c.reply_count, c.status, c.name, c.badge, c.avatar, c.tree, c.lang, c.edited_at,
  ${MARKED}`)

export interface CommentRow {
  id: number
  parent_id: number | null
  root_id: number
  created_at: number
  edited_at: number | null
  reply_count: number
  status: Status
  name: string | null
  badge: Badge | null
  avatar: number | null
  tree: string | null
  lang?: string | null
  marks?: number
  /** Whether its root is locked. */
  in_locked?: number | null
}

/** A row of these columns as the wire has it. */
export function commentOf(row: CommentRow): Comment {
  return {
    id: spellId(row.id),
    parent: row.parent_id === null ? null : spellId(row.parent_id),
    root: spellId(row.root_id),
    author: row.avatar === null ? null : { name: row.name, badge: row.badge, avatar: row.avatar },
    status: row.status,
    tree: row.tree === null ? [] : (JSON.parse(row.tree) as Block[]),
    ...(row.lang && { lang: row.lang }),
    createdAt: row.created_at,
    editedAt: row.edited_at,
    replies: row.parent_id === null ? row.reply_count : 0,
    more: null,
    reason: null,
    ...marked(row),
  }
}

/** A comment with a further mark, in the order of MARKS. */
export function locked(comment: Comment): Comment {
  return comment.marks?.includes('locked') ? comment : { ...comment, ...marked({ marks: bits(comment), in_locked: 1 }) }
}

const bits = ({ marks = [] }: Comment) => marks.reduce((sum, mark) => sum + 2 ** MARKS.indexOf(mark), 0)

/** The marks of a row; nothing where there are none, which is nearly everywhere. */
export function marked({ marks = 0, in_locked }: Pick<CommentRow, 'marks' | 'in_locked'>): Pick<Comment, 'marks'> {
  const all = in_locked ? marks | (2 ** LOCKED) : marks
  return all === 0 ? {} : { marks: MARKS.filter((_, at) => all & (2 ** at)) }
}

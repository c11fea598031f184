import { type SQL, sql } from 'drizzle-orm/sql'
import type { Closing } from '../articles/closing.ts'
import type { WrittenText } from '../comments/written-text.ts'
import { type Finding, LIMITS, type Reason, RULINGS, type Ruling, type Status } from '../contract.ts'
import { textFollowed, textReplaced } from './editions.ts'
import { type Engine, json } from './engine.ts'
import { findingsWritten } from './findings.ts'
import { mentionsWritten } from './mentions.ts'
import type { AuthorRow } from './posting.ts'
import { type AskedByRules, authorFacts, type RuleRow, ruleColumns } from './rule-facts.ts'
import { stubsFollow } from './rulings.ts'
import { PUBLISHED } from './visible.ts'

/** A comment whose text its author wishes to change, as it stands. */
export interface StandingText {
  text: string
  likeness: string | null
  status: Status
  version: number
  created_at: number
  name: string | null
  edited_by: 'author' | 'moderator' | null
}

/** What must be known before a changed text is judged. */
export interface RevisionFacts {
  /** Null where the reader is not its author. */
  author: AuthorRow | null
  comment: StandingText
  article: Closing & { is_held: number; key: string }
  isLocked: boolean
  /** The text before the last change, where the last decision was that change; and what the comment was then. */
  before: { text: string; status: Status } | null
  record: ReturnType<typeof authorFacts>
  newDomains: string[]
}

/** A change that an author asks for, and what the rules make of it. */
export interface NewText {
  id: number
  site: string
  author: number
  /** What was seen, and what it stood at then. */
  seen: number
  from: Status
  written: WrittenText
  status: Status
  reason: Reason | null
  rule: string | null
  findings: readonly Finding[]
  mentions: readonly number[]
  /** Whether the last change is taken back. */
  isUndo: boolean
  at: number
}

type FactsRow = RuleRow &
  StandingText &
  Omit<AuthorRow, 'id' | 'name'> & {
    author_id: number | null
    author_name: string | null
    is_closed: number
    closes_at: number | null
    article_since: number
    is_held: number
    key: string
    is_locked: number
    last_ruling: Ruling | null
    last_from: Status | null
    last_text: string | null
  }

/** Authors' changes of their own texts. */
export const revisionsStore = (engine: Engine) => ({
  /** Everything the verb must know, in one statement; null where there is no such comment. */
  async facts(id: number, tokenHash: string, about: AskedByRules): Promise<RevisionFacts | null> {
    const row = await engine.first<FactsRow>(
      sql`SELECT c.text, c.likeness, c.status, c.version, c.created_at, c.name, c.edited_by,
          author.id AS author_id, author.kind, author.name AS author_name, author.banned_until, author.published_count,
          CASE WHEN author.acknowledged_at IS NULL THEN author.warning END AS warning,
          a.is_closed, a.closes_at, a.created_at AS article_since, a.is_held, a.key,
          (SELECT root.is_locked FROM comments root WHERE root.id = c.root_id) AS is_locked,
          last.ruling AS last_ruling, last.from_status AS last_from, e.text AS last_text, ${ruleColumns(about)}
        FROM comments c CROSS JOIN articles a ON a.id = c.article_id
        LEFT JOIN sessions s ON s.token_hash = ${tokenHash} AND s.site_id = c.site_id AND s.author_id = c.author_id
        LEFT JOIN authors author ON author.id = s.author_id
        LEFT JOIN rulings last ON last.comment_id = c.id AND last.version = c.version
        LEFT JOIN editions e ON e.comment_id = c.id AND e.version = c.version - 1
        WHERE c.id = ${id}`,
    )
    if (!row) return null
    const { text, likeness, status, version, created_at, name, edited_by } = row
    const { kind, banned_until, published_count, warning } = row
    const isRevised = row.last_ruling === 'revise' && row.last_text !== null
    return {
      author:
        row.author_id === null
          ? null
          : { id: row.author_id, kind, name: row.author_name, banned_until, published_count, warning },
      comment: { text, likeness, status, version, created_at, name, edited_by },
      article: {
        is_closed: row.is_closed,
        closes_at: row.closes_at,
        created_at: row.article_since,
        is_held: row.is_held,
        key: row.key,
      },
      isLocked: row.is_locked === 1,
      before: isRevised ? { text: row.last_text!, status: row.last_from! } : null,
      record: authorFacts(row),
      newDomains: about.domains.filter(domain => !(JSON.parse(row.known_domains) as string[]).includes(domain)),
    }
  },

  /**
   * Puts an author's new text in the place of the one that was seen, with the ruling, in one batch. False, and nothing is
   * changed, where the comment, its thread or its branch stands otherwise by now.
   */
  async make(change: NewText): Promise<boolean> {
    const { id, site, seen, written, at, isUndo } = change
    const allowed = RULINGS.revise.by.author.map(status => sql`${status}`)
    const isMade = sql`EXISTS (SELECT 1 FROM rulings r CROSS JOIN comments c ON c.id = r.comment_id
      WHERE r.comment_id = ${id} AND r.version = ${seen + 1} AND r.ruling = 'revise'
        AND r.text_digest = ${written.textDigest} AND c.version IN (${seen}, ${seen + 1}))`
    const isOurs = sql`c.id = ${id} AND ${isMade}`
    const isPublic = change.status === 'published'
    const results = await engine.write([
      sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, reason, rule, ruler,
          text_digest, at)
        SELECT c.site_id, coalesce((SELECT max(seq) FROM rulings WHERE site_id = ${site}), 0) + 1, c.id, c.version + 1,
          'revise', c.status, ${change.status}, ${change.reason}, ${change.rule}, 'author', ${written.textDigest}, ${at}
        FROM comments c CROSS JOIN articles a ON a.id = c.article_id
        WHERE c.id = ${id} AND +c.site_id = ${site} AND c.version = ${seen} AND c.status = ${change.from}
          AND c.status IN (${sql.join(allowed, sql`, `)}) AND c.author_id = ${change.author} AND c.text <> ${written.text}
          AND a.is_closed = 0 AND coalesce(a.closes_at > ${at}, 1)
          AND (SELECT root.is_locked FROM comments root WHERE root.id = c.root_id) = 0`,
      ...textFollowed({ id, site, seen, person: null, at }, written, isMade),
      // What the rules said of the earlier text; what readers say goes on being so.
      sql`DELETE FROM findings WHERE comment_id = ${id} AND reason <> 'reported' AND ${isMade}`,
      ...findingsWritten(change.findings, sql`c.version + 1`, isOurs),
      sql`DELETE FROM mentions WHERE comment_id = ${id} AND ${isMade}`,
      ...mentionsWritten(id, change.mentions, isMade),
      sql`UPDATE comments SET ${textReplaced(written)}, status = ${change.status}, version = ${seen + 1},
          is_shown = ${isPublic ? sql`1` : HAS_SHOWN_ANSWERS}, is_pinned = is_pinned AND ${isPublic ? 1 : 0},
          is_reviewed = ${isUndo ? sql`was_reviewed` : sql`badge IS 'staff'`}, was_reviewed = is_reviewed,
          edited_at = CASE status WHEN 'published' THEN ${at} ELSE edited_at END,
          edited_by = ${isUndo ? editorBefore(seen - 1) : sql`'author'`}
        WHERE id = ${id} AND version = ${seen} AND ${isMade}
        RETURNING id`,
      ...stubsFollow(json([id])),
    ])
    return results.some(rows => rows[0]?.['id'] === id)
  },

  /**
   * The earlier texts of a comment, newest first. Readers see those that were public when their author changed them, and
   * none from before a moderator's change, which may have taken away what nobody should read.
   */
  async editions(id: number, whose: 'public' | 'own') {
    const seen =
      whose === 'own'
        ? sql``
        : sql`AND e.person_id IS NULL
          AND e.version > coalesce((SELECT max(version) FROM editions WHERE comment_id = c.id AND person_id IS NOT NULL), 0)
          AND (SELECT from_status FROM rulings r WHERE r.comment_id = c.id AND r.version = e.version + 1) = 'published'
          AND ${PUBLISHED}`
    return engine.all<{ text: string; person_id: number | null; ended_at: number }>(
      sql`SELECT e.text, e.person_id, e.ended_at FROM comments c CROSS JOIN editions e ON e.comment_id = c.id
        WHERE c.id = ${id} ${seen} ORDER BY e.version DESC LIMIT ${LIMITS.editions}`,
    )
  },
})

/** Who had made the text that was kept as this edition: a change that is taken back does not make it its author's. */
const editorBefore = (edition: number): SQL =>
  sql`coalesce((SELECT CASE WHEN e.person_id IS NULL THEN 'author' ELSE 'moderator' END FROM editions e
    WHERE e.comment_id = comments.id AND e.version < ${edition} ORDER BY e.version DESC LIMIT 1), 'author')`

const HAS_SHOWN_ANSWERS: SQL = sql`EXISTS (SELECT 1 FROM comments child WHERE child.parent_id = comments.id
  AND child.is_shown = 1)`

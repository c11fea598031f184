import { sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import { type Appeal, type CaseFile, FOR_GOOD, LIMITS, type Note, type ReportReason } from '../contract.ts'
import { mayDecline } from './appeals.ts'
import type { Engine } from './engine.ts'
import { STANDING_COLUMNS, type StandingRow, standingOf } from './standing.ts'
import { marked } from './visible.ts'

interface AboutRow extends StandingRow {
  kind: string
  marks: number
  is_root: number
}

interface ReportRow {
  id: number
  reason: ReportReason
  words: string | null
  created_at: number
  settled_at: number | null
  outcome: 'fine' | 'upheld' | null
}

interface AppealRow {
  text: string
  created_at: number
  outcome: Appeal['outcome']
  decided_at: number | null
  words: string | null
  ruled_by: string | null
  decided_by: string | null
  may_decline: number
}

type NoteRow = {
  id: number
  about: Note['about']
  by_name: string
  person_id: number
  created_at: number
  text: string
}

/** What people have said and done about a comment and its author, for its case at the desk. */
export const caseFileStore = (engine: Engine) => ({
  /** The file of a comment of the site, for this person; null where there is no such comment there. */
  async of(site: string, id: number, person: number, now: number): Promise<CaseFile | null> {
    const named = (column: string) => sql.raw(`coalesce(${column}.public_name, ${column}.name)`)
    const [about, reports, appeals, notes, editions, words] = await engine.read<
      [
        AboutRow,
        ReportRow,
        AppealRow,
        NoteRow,
        { version: number; text: string; by_name: string | null; ended_at: number },
        { version: number; note: string | null; words: string | null; until: number | null },
      ]
    >(
      sql`SELECT author.kind, ${STANDING_COLUMNS}, c.parent_id IS NULL AS is_root,
          c.is_pinned + 2 * c.is_featured + 4 * c.is_locked + 8 * (c.edited_by IS 'moderator') AS marks
        FROM comments c CROSS JOIN authors author ON author.id = c.author_id
        WHERE c.id = ${id} AND +c.site_id = ${site}`,
      sql`SELECT * FROM (SELECT id, reason, words, created_at, settled_at, outcome FROM reports
          WHERE comment_id = ${id} AND settled_at IS NULL ORDER BY id DESC LIMIT ${LIMITS.caseFile})
        UNION ALL
        SELECT * FROM (SELECT id, reason, words, created_at, settled_at, outcome FROM reports
          WHERE comment_id = ${id} AND settled_at IS NOT NULL LIMIT ${LIMITS.caseFile})`,
      sql`SELECT p.text, p.created_at, p.outcome, p.decided_at, p.words, ${named('ruler')} AS ruled_by,
          ${named('decider')} AS decided_by, p.decided_at IS NULL AND ${mayDecline(person, site)} AS may_decline
        FROM appeals p LEFT JOIN people ruler ON ruler.id = p.ruled_by LEFT JOIN people decider ON decider.id = p.decided_by
        WHERE p.comment_id = ${id}`,
      sql`SELECT * FROM (SELECT n.id, 'comment' AS about, ${named('person')} AS by_name, n.person_id, n.created_at, n.text
          FROM notes n CROSS JOIN people person ON person.id = n.person_id
          WHERE n.comment_id = ${id} ORDER BY n.id DESC LIMIT ${LIMITS.caseFile})
        UNION ALL
        SELECT * FROM (SELECT n.id, 'author' AS about, ${named('person')} AS by_name, n.person_id, n.created_at, n.text
          FROM notes n CROSS JOIN people person ON person.id = n.person_id
          WHERE n.author_id = (SELECT author_id FROM comments WHERE id = ${id}) ORDER BY n.id DESC LIMIT ${LIMITS.caseFile})`,
      sql`SELECT e.version, e.text, ${named('person')} AS by_name, e.ended_at
        FROM editions e LEFT JOIN people person ON person.id = e.person_id
        WHERE e.comment_id = ${id} ORDER BY e.version DESC LIMIT ${LIMITS.caseFile}`,
      sql`SELECT version, note, words, until FROM ruling_words WHERE comment_id = ${id} ORDER BY version DESC LIMIT 100`,
    )
    const [row] = about
    if (!row) return null
    return {
      reports: reports.map(report => ({
        id: spellId(report.id),
        reason: report.reason,
        words: report.words,
        at: report.created_at,
        outcome: report.outcome,
        isOpen: report.settled_at === null,
      })),
      appeal: appeals[0] ? appealOf(appeals[0]) : null,
      notes: notes
        .sort((a, b) => b.id - a.id)
        .map(note => ({
          id: spellId(note.id),
          about: note.about,
          by: note.by_name,
          isMine: note.person_id === person,
          at: note.created_at,
          text: note.text,
        })),
      editions: editions.map(({ version, text, by_name, ended_at }) => ({
        version,
        text,
        by: by_name,
        endedAt: ended_at,
      })),
      words: words.map(each => ({ ...each, until: each.until === FOR_GOOD ? null : each.until })),
      marks: marked(row).marks ?? [],
      isRoot: row.is_root === 1,
      author: { ...standingOf(row, now), isStaff: row.kind === 'staff' },
    }
  },
})

function appealOf(row: AppealRow): CaseFile['appeal'] {
  return {
    text: row.text,
    createdAt: row.created_at,
    outcome: row.outcome,
    decidedAt: row.decided_at,
    words: row.words,
    ruledBy: row.ruled_by,
    decidedBy: row.decided_by,
    mayDecline: row.may_decline === 1,
  }
}

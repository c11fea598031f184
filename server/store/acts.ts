import { type SQL, sql } from 'drizzle-orm/sql'
import type { WrittenText } from '../comments/written-text.ts'
import { FOR_GOOD, LIMITS, type ModeratorAct, type Reason, RULINGS } from '../contract.ts'
import { mayDecline } from './appeals.ts'
import { textFollowed, textReplaced } from './editions.ts'
import type { Engine } from './engine.ts'
import type { MadeRuling } from './rulings.ts'

/** An act asked for: on which comment, and at which version it was seen. */
export interface AskedAct {
  id: number
  act: ModeratorAct
  seen: number
  reason: Reason | null
  note: string | null
  words: string | null
  /** When a ban or a muting ends; null for good. */
  until: number | null
  /** The new text of an edit. */
  edit: WrittenText | null
}

/** How long a banned guest's network is held, and how far back networks are kept at all. */
const HELD_MS = 24 * 3_600_000
const KEPT_MS = 2 * HELD_MS

/** What a moderator's act on one comment needs, changes and brings with it. */
interface Deed {
  /** What must be so beside the status; the comment is `c`. */
  needs: SQL
  /** What it changes of the comment. */
  sets?: SQL
  /** What else is written where `isMade` says that the act stands, before the comment itself changes. */
  brings?(isMade: SQL): SQL[]
}

export const actsStore = (engine: Engine) => ({
  /**
   * A moderator's act on one comment, in one atomic batch with its log row: only where the comment stands at the version
   * that was seen, in a status that RULINGS allows, and where there is something to do. Null where it is not so.
   */
  async make(site: string, asked: AskedAct, person: number, now: number): Promise<MadeRuling | null> {
    const { id, act, seen, reason, note, words } = asked
    const { needs, sets, brings } = deedOf(site, asked, person, now)
    const from = RULINGS[act].by.moderator.map(status => sql`${status}`)
    const until = act === 'ban' || act === 'mute' ? (asked.until ?? FOR_GOOD) : null
    const digest = asked.edit ? sql`${asked.edit.textDigest}` : sql`c.text_digest`
    const row = sql`r.comment_id = ${id} AND r.version = ${seen + 1} AND r.ruling = ${act} AND r.person_id = ${person}
      AND r.at = ${now} AND r.site_id = ${site}`
    const isMade = sql`EXISTS (SELECT 1 FROM rulings r CROSS JOIN comments c ON c.id = r.comment_id
      WHERE ${row} AND r.text_digest = ${digest} AND c.version IN (${seen}, ${seen + 1}))`
    const results = await engine.write([
      sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, reason, ruler,
          person_id, text_digest, at)
        SELECT c.site_id, coalesce((SELECT max(seq) FROM rulings WHERE site_id = ${site}), 0) + 1, c.id, c.version + 1,
          ${act}, c.status, c.status, ${reason}, 'moderator', ${person},
          ${digest}, ${now}
        FROM comments c WHERE c.id = ${id} AND +c.site_id = ${site} AND c.version = ${seen}
          AND c.status IN (${sql.join(from, sql`, `)}) AND (${needs})
          AND EXISTS (SELECT 1 FROM roles WHERE person_id = ${person} AND site_id = ${site})`,
      ...(note === null && words === null && until === null
        ? []
        : [
            sql`INSERT INTO ruling_words (comment_id, version, note, words, until)
              SELECT r.comment_id, r.version, ${note}, ${words}, ${until} FROM rulings r WHERE ${row} AND ${isMade}
              ON CONFLICT DO NOTHING`,
          ]),
      ...(brings?.(isMade) ?? []),
      sql`UPDATE comments SET ${sets ? sql`${sets}, ` : sql``}version = ${seen + 1}, is_reviewed = 1
        WHERE id = ${id} AND ${isMade}
        RETURNING id, status, version`,
    ])
    return (results.at(-1)![0] as unknown as MadeRuling | undefined) ?? null
  },
})

const mark = (column: 'is_pinned' | 'is_featured' | 'is_locked', value: 0 | 1, needs = sql`true`): Deed => ({
  needs: sql`c.${sql.raw(column)} <> ${value} AND ${needs}`,
  sets: sql`${sql.raw(column)} = ${value}`,
})

const IS_ROOT = sql`c.parent_id IS NULL`
/** Staff are no guests of the desk: what is done about them is done with their role. */
const NO_STAFF = sql`EXISTS (SELECT 1 FROM authors author WHERE author.id = c.author_id AND author.kind <> 'staff')`

function deedOf(site: string, asked: AskedAct, person: number, now: number): Deed {
  const { id, seen, reason, words, edit } = asked
  const author = sql`(SELECT author_id FROM comments WHERE id = ${id})`
  const until = asked.until ?? FOR_GOOD
  switch (asked.act) {
    case 'settle':
      return {
        needs: sql`c.open_reports > 0`,
        brings: isMade => [
          sql`UPDATE reports SET settled_at = ${now}, outcome = 'fine'
            WHERE comment_id = ${id} AND settled_at IS NULL AND ${isMade}`,
        ],
      }
    case 'decline':
      return {
        needs: sql`EXISTS (SELECT 1 FROM appeals p WHERE p.comment_id = c.id AND p.decided_at IS NULL
          AND ${mayDecline(person, site)})`,
        brings: isMade => [
          sql`UPDATE appeals SET outcome = 'declined', decided_by = ${person}, decided_at = ${now}, words = ${words}
            WHERE comment_id = ${id} AND decided_at IS NULL AND ${isMade}`,
        ],
      }
    case 'pin':
      return mark(
        'is_pinned',
        1,
        sql`${IS_ROOT} AND (SELECT count(*) FROM comments p WHERE p.article_id = c.article_id AND p.is_pinned = 1
          AND p.status = 'published') < ${LIMITS.pinned}`,
      )
    case 'unpin':
      return mark('is_pinned', 0)
    case 'feature':
      return mark('is_featured', 1)
    case 'unfeature':
      return mark('is_featured', 0)
    case 'lock':
      return mark('is_locked', 1, IS_ROOT)
    case 'unlock':
      return mark('is_locked', 0)
    case 'edit':
      return {
        needs: sql`c.text <> ${edit!.text}`,
        sets: sql`${textReplaced(edit!)}, edited_at = ${now}, edited_by = 'moderator'`,
        brings: isMade => [
          ...textFollowed({ id, site, seen, person, at: now }, edit!, isMade),
          // The places they name are places in the text as it was.
          sql`UPDATE findings SET start_offset = NULL, end_offset = NULL WHERE comment_id = ${id} AND ${isMade}`,
        ],
      }
    case 'warn':
      return {
        needs: NO_STAFF,
        brings: isMade => [
          sql`UPDATE authors SET warned_at = ${now}, warning = ${words}, acknowledged_at = NULL
            WHERE id = ${author} AND ${isMade}`,
        ],
      }
    case 'mute':
      return {
        needs: NO_STAFF,
        brings: isMade => [sql`UPDATE authors SET muted_until = ${until} WHERE id = ${author} AND ${isMade}`],
      }
    case 'ban':
      return {
        needs: NO_STAFF,
        brings: isMade => [
          sql`UPDATE authors SET banned_until = ${until}, banned_for = ${reason}, ban_words = ${words}
            WHERE id = ${author} AND ${isMade}`,
          sql`INSERT INTO held_networks (site_id, network, until)
            SELECT c.site_id, c.network, ${now + HELD_MS} FROM comments c
            CROSS JOIN authors author ON author.id = c.author_id
            WHERE c.author_id = ${author} AND author.kind = 'guest' AND c.network IS NOT NULL
              AND c.created_at > ${now - KEPT_MS} AND ${isMade}
            ON CONFLICT (site_id, network) DO UPDATE SET until = max(until, excluded.until)`,
        ],
      }
    case 'lift':
      return {
        needs: sql`EXISTS (SELECT 1 FROM authors author WHERE author.id = c.author_id
          AND (author.banned_until > ${now} OR author.muted_until > ${now}
            OR (author.warning IS NOT NULL AND author.acknowledged_at IS NULL)))`,
        brings: isMade => [
          sql`UPDATE authors SET banned_until = NULL, banned_for = NULL, ban_words = NULL, muted_until = NULL,
              acknowledged_at = coalesce(acknowledged_at, ${now})
            WHERE id = ${author} AND ${isMade}`,
          sql`DELETE FROM held_networks WHERE site_id = ${site} AND network IN (
              SELECT c.network FROM comments c WHERE c.author_id = ${author} AND c.network IS NOT NULL) AND ${isMade}`,
        ],
      }
  }
}

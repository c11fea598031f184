import { type SQL, sql } from 'drizzle-orm/sql'
import type { Finding } from '../contract.ts'
import { json } from './engine.ts'

/**
 * Keeps what the rules found of a comment.
 * @param version of the comment `c`, for which they found it
 * @param stands what must be true of the comment, which is named there
 */
export const findingsWritten = (findings: readonly Finding[], version: SQL, stands: SQL): SQL[] =>
  findings.length === 0
    ? []
    : [
        sql`INSERT INTO findings (comment_id, version, rule, verdict, reason, detail, start_offset, end_offset)
          SELECT c.id, ${version}, f.value ->> 'rule', f.value ->> 'verdict', f.value ->> 'reason',
            f.value ->> 'detail', f.value ->> 'start', f.value ->> 'end'
          FROM comments c CROSS JOIN json_each(${json(findings)}) f WHERE ${stands}`,
      ]

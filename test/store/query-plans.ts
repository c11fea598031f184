import { createClient } from '@libsql/client'
import type { Driver, Statement } from '../../server/store/engine.ts'

/** A driver that keeps what it is asked, and then asks the real one. */
export function recording(real: Driver): Driver & { asked: Statement[] } {
  const asked: Statement[] = []
  return {
    asked,
    batch(statements, mode) {
      asked.push(...statements)
      return real.batch(statements, mode)
    },
    close: () => real.close(),
  }
}

/** JSON parameters, common tables, the rulings of one batch and the one row without a table are read whole by design. */
const ALLOWED =
  /^SCAN (CONSTANT ROW|rulings_due USING .*INDEX rulings_due_stirring|\(subquery-\d+\)|(pinned|roots|up|down|walked|decided)\b|.* VIRTUAL TABLE)/

/** Whether a step of a plan scans a table or sorts aside: what a hot query never does. */
export const isSlow = (step: string) => (/^SCAN/.test(step) && !ALLOWED.test(step)) || /TEMP B-TREE/.test(step)

/**
 * The steps by which SQLite would answer each statement. Asked on a client of its own, because EXPLAIN leaves its
 * statement open (TRAPS: libSQL, local file).
 * SQLite plans to look through the tables that refer to a row which an INSERT … SELECT adds, and does so only if it has found
 * a row before that refers to none (OP_FkIfZero): that is never, and is left out. What a DELETE looks through is not.
 * @param url `file:…`
 */
export async function plansOf(url: string, statements: readonly Statement[]): Promise<string[][]> {
  const explainer = createClient({ url, concurrency: 1 })
  const plans: string[][] = []
  for (const { sql, args } of statements) {
    await explainer.execute(`PRAGMA foreign_keys = ${/^\s*INSERT/i.test(sql) ? 'off' : 'on'}`)
    const { rows } = await explainer.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
    plans.push(rows.map(row => String(row['detail'])))
  }
  explainer.close()
  return plans
}

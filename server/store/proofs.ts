import { type SQL, sql } from 'drizzle-orm/sql'
import type { Engine } from './engine.ts'

/** As many ended proofs as are forgotten in one step. */
const FORGOTTEN = 2_000

/** Proofs of work that were spent. */
export const proofsStore = (engine: Engine) => ({
  /** Forgets some of those whose time is over: they would not be taken again anyway. */
  async forget(now: number): Promise<void> {
    await engine.write([
      sql`DELETE FROM spent_proofs WHERE digest IN (SELECT ended.digest FROM spent_proofs ended INDEXED BY spent_proofs_by_end
        WHERE ended.expires_at < ${now} ORDER BY ended.expires_at LIMIT ${FORGOTTEN})`,
    ])
  },
})

/** Spends a proof with the comment `c`, if that was written; the whole batch fails where it was spent before. */
export const proofSpent = ({ digest, expiresAt }: { digest: string; expiresAt: number }, stands: SQL): SQL =>
  sql`INSERT INTO spent_proofs (digest, expires_at) SELECT ${digest}, ${expiresAt} FROM comments c WHERE ${stands}`

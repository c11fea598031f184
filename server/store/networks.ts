import { sql } from 'drizzle-orm/sql'
import type { Engine } from './engine.ts'

const DAY = 24 * 3_600_000

/** What means nothing any more on this day: salts before yesterday's, and networks that were held until then. */
const over = (day: number) => [
  sql`DELETE FROM salts WHERE day < ${day - 1}`,
  sql`DELETE FROM held_networks WHERE until < ${(day - 1) * DAY}`,
]

/** The salts under which networks are hashed, one for each day; none is older than two days. */
export const networksStore = (engine: Engine) => {
  let kept: { day: number; salts: Promise<string[]> } | null = null

  /** Makes the salt of the day, unless another process has, and deletes what is older than two days. */
  async function saltsOf(day: number, made: string): Promise<string[]> {
    const results = await engine.write([
      sql`INSERT INTO salts (day, salt) VALUES (${day}, ${made}) ON CONFLICT DO NOTHING`,
      ...over(day),
      sql`SELECT salt FROM salts WHERE day <= ${day} ORDER BY day DESC LIMIT 2`,
    ])
    return (results[3] as { salt: string }[]).map(({ salt }) => salt)
  }

  return {
    /** Deletes what is too old also where nobody writes any more; writes nothing where nothing is. */
    async forget(now: number): Promise<void> {
      const day = Math.floor(now / DAY)
      const old = sql`SELECT 1 FROM salts WHERE day < ${day - 1} UNION ALL
        SELECT 1 FROM held_networks WHERE until < ${(day - 1) * DAY} LIMIT 1`
      if (await engine.first(old)) await engine.write(over(day))
    },

    /** The salts of this day and of the one before, today's first; asks the database once a day. */
    async salts(now: number, made: string): Promise<string[]> {
      const day = Math.floor(now / DAY)
      if (kept?.day !== day) kept = { day, salts: saltsOf(day, made) }
      return kept.salts.catch(error => {
        kept = null
        throw error
      })
    },
  }
}

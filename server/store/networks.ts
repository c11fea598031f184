import { sql } from 'drizzle-orm/sql'
import type { Engine } from './engine.ts'

/** The salts under which networks are hashed, one for each day; none is older than two days. */
export const networksStore = (engine: Engine) => ({
  /**
   * The salts of a day and of the one before it, newest first; makes that of the day with this one, unless another
   * process has, and deletes what is older.
   * @param day days since 1970
   */
  async salts(day: number, made: string): Promise<{ day: number; salt: string }[]> {
    const results = await engine.write([
      sql`INSERT INTO salts (day, salt) VALUES (${day}, ${made}) ON CONFLICT DO NOTHING`,
      sql`DELETE FROM salts WHERE day < ${day - 1}`,
      sql`DELETE FROM held_networks WHERE until < ${day * 86_400_000 - 86_400_000}`,
      sql`SELECT day, salt FROM salts WHERE day <= ${day} ORDER BY day DESC LIMIT 2`,
    ])
    return results[3] as unknown as { day: number; salt: string }[]
  },
})

import { pathToFileURL } from 'node:url'
import { type Client, createClient, type InValue } from '@libsql/client'

/** An address whose owner has left, or wishes never to be asked. */
interface Left {
  site: string
  mark: string
  left: number | null
  never: number | null
}

/**
 * Readies the mail of a restored database. What waited when the backup was made has most likely gone since then: nothing of
 * it goes once more, and nothing is told that was published before. Who has left since then is not told again, as far as the
 * database that is replaced can still say so.
 * @param file the restored database, which nobody has open
 * @param old the database that it replaces; null where there is none
 * @param at the moment, in ms UTC
 * @returns how many mails that waited do not go
 */
export async function quietMail(file: string, old: string | null, at: number): Promise<number> {
  const client = openAt(file)
  try {
    if (!(await hasTable(client, 'outbox'))) return 0
    const stopped = await client.execute({
      sql: `UPDATE outbox SET next_at = NULL, outcome = 'moot', error = 'too_late', done_at = ?, leased_until = 0
        WHERE next_at IS NOT NULL RETURNING id`,
      args: [at],
    })
    if (!(await hasTable(client, 'mailings'))) return stopped.rows.length
    const left = JSON.stringify(old === null ? [] : await leftAt(old))
    const given = `(SELECT value ->> 'site' AS site, value ->> 'mark' AS mark, value ->> 'left' AS left_at,
      value ->> 'never' AS never_at FROM json_each(?))`
    // Who has agreed before the backup, and left after it, had agreed before they left.
    const gone = `SELECT m.id FROM mailings m JOIN ${given} g ON g.site = m.site_id AND g.mark = m.mark`
    const statements: (string | { sql: string; args: InValue[] })[] = [
      'DELETE FROM tellings',
      'UPDATE mailings SET due_at = NULL',
      `UPDATE mailing_walks SET seq = coalesce((SELECT max(r.seq) FROM rulings r
        WHERE r.site_id = mailing_walks.site_id), seq)`,
      { sql: `DELETE FROM mailings WHERE id IN (${gone})`, args: [left] },
      {
        sql: `INSERT INTO mailboxes (site_id, mark, left_at, never_at)
          SELECT g.site, g.mark, g.left_at, g.never_at FROM ${given} g JOIN sites s ON s.id = g.site WHERE true
          ON CONFLICT (site_id, mark) DO UPDATE SET left_at = excluded.left_at, never_at = excluded.never_at`,
        args: [left],
      },
    ]
    await client.batch(statements, 'write')
    return stopped.rows.length
  } finally {
    client.close()
  }
}

/** Who has left and not come back; nobody where the database can no longer say. */
async function leftAt(file: string): Promise<Left[]> {
  const client = openAt(file)
  try {
    const { rows } = await client.execute(`SELECT site_id, mark, left_at, never_at FROM mailboxes
      WHERE left_at IS NOT NULL OR never_at IS NOT NULL`)
    return rows.map(row => ({
      site: String(row['site_id']),
      mark: String(row['mark']),
      left: row['left_at'] as number | null,
      never: row['never_at'] as number | null,
    }))
  } catch {
    return []
  } finally {
    client.close()
  }
}

const openAt = (file: string): Client => createClient({ url: pathToFileURL(file).href, timeout: 5_000, concurrency: 1 })

async function hasTable(client: Client, name: string): Promise<boolean> {
  const found = await client.execute({
    sql: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?",
    args: [name],
  })
  return found.rows.length > 0
}

import { type Client, createClient } from '@libsql/client'
import { readerOn } from '../../../server/people/reader.ts'

/** The site that everything happens on. */
export const SITE = 'demo'

/** What a write makes so: the name of a fact and its value; null where it is no more. */
export type Facts = [fact: string, value: string | null][]

/** What was found otherwise than it was acknowledged. */
export interface Verdict {
  /** Facts that were acknowledged, and are not so. */
  lost: string[]
  /** Comments that stand more than once. */
  twice: string[]
  /** Comments that were refused, or never asked for, and are there. */
  unasked: string[]
}

/**
 * What the server has acknowledged, fact by fact. While a write has no answer its facts may be either way; so they may
 * after a kill, until it was sent again and answered.
 */
export class Ledger {
  readonly #kept = new Map<string, string | null>()
  readonly #open = new Map<string, string | null>()
  readonly #unproved = new Set<string>()

  begin(facts: Facts): void {
    for (const [fact, value] of facts) this.#open.set(fact, value)
  }

  /** It was acknowledged; with what only its answer told. */
  keep(facts: Facts): void {
    for (const [fact, value] of facts) {
      this.#kept.set(fact, value)
      this.#open.delete(fact)
      this.#unproved.add(fact)
    }
  }

  /** It was refused: all is as before. */
  refuse(facts: Facts): void {
    for (const [fact] of facts) {
      this.#open.delete(fact)
      if (!this.#kept.has(fact)) this.#kept.set(fact, null)
      this.#unproved.add(fact)
    }
  }

  get size(): number {
    return this.#kept.size
  }

  /**
   * Holds what is in the file against what was acknowledged since the last proof, or ever.
   * @param file the database, that a server may have open
   */
  async prove(file: string, { everything = false } = {}): Promise<Verdict> {
    const client = createClient({ url: `file:${file}`, timeout: 5_000 })
    try {
      const facts = everything ? [...this.#kept.keys()] : [...this.#unproved]
      const stands = await standing(client, facts)
      const lost = facts.flatMap(fact => {
        const [found, kept] = [stands.get(fact) ?? null, this.#kept.get(fact) ?? null]
        if (found === kept || (this.#open.has(fact) && found === this.#open.get(fact))) return []
        return [`${fact}: acknowledged as ${kept}, found as ${found}`]
      })
      this.#unproved.clear()
      if (!everything) return { lost, twice: [], unasked: [] }
      const marks = await client.execute(
        "SELECT substr(text, 1, instr(text, ',')) AS mark, count(*) AS n FROM comments GROUP BY mark HAVING n > 1",
      )
      const all = await client.execute('SELECT idempotency_key AS key FROM comments')
      const asked = this.#posted()
      const unasked = all.rows.map(row => String(row['key'])).filter(key => !asked.has(key))
      return { lost, twice: marks.rows.map(row => `${row['mark']} ${row['n']} times`), unasked }
    } finally {
      client.close()
    }
  }

  /** The keys of the posts that were acknowledged, or may yet be. */
  #posted(): Set<string> {
    const facts = [...this.#kept, ...this.#open].filter(
      ([fact, value]) => value !== null && fact.startsWith('comment '),
    )
    return new Set(facts.map(([fact]) => fact.split(' ')[1]!))
  }
}

/** What the file says of these facts. */
async function standing(client: Client, facts: readonly string[]): Promise<Map<string, string>> {
  const parts = Map.groupBy(facts, fact => fact.slice(0, fact.indexOf(' ')))
  const found = new Map<string, string>()
  for (const [kind, asked] of parts) {
    const keys = asked.map(fact => fact.split(' ').slice(1))
    const { rows } = await client.execute({ sql: QUERIES[kind]!, args: [JSON.stringify(keys.map(stored))] })
    for (const row of rows) found.set(asked[Number(row['at'])]!, String(row['value']))
  }
  return found
}

/** A reader is known by a digest. */
const stored = (parts: readonly string[]) => parts.map(part => (part.startsWith('prl_') ? readerOn(SITE, part) : part))

const AUTHOR = 's.token_hash = asked.value ->> 1'
const QUERIES: Record<string, string> = {
  comment: `SELECT asked.key AS at, c.status || ' ' || c.text AS value FROM json_each(?) asked
    CROSS JOIN sessions s ON ${AUTHOR}
    CROSS JOIN comments c ON c.author_id = s.author_id AND c.idempotency_key = asked.value ->> 0`,
  id: `SELECT asked.key AS at, c.id AS value FROM json_each(?) asked CROSS JOIN sessions s ON ${AUTHOR}
    CROSS JOIN comments c ON c.author_id = s.author_id AND c.idempotency_key = asked.value ->> 0`,
  ruling: `SELECT asked.key AS at, r.ruling AS value FROM json_each(?) asked
    CROSS JOIN rulings r ON r.comment_id = CAST(asked.value ->> 0 AS INTEGER)
      AND r.version = CAST(asked.value ->> 1 AS INTEGER)`,
  vote: `SELECT asked.key AS at, v.value FROM json_each(?) asked CROSS JOIN sessions s ON ${AUTHOR}
    CROSS JOIN votes v ON v.comment_id = CAST(asked.value ->> 0 AS INTEGER) AND v.author_id = s.author_id`,
  report: `SELECT asked.key AS at, p.reason AS value FROM json_each(?) asked CROSS JOIN sessions s ON ${AUTHOR}
    CROSS JOIN reports p ON p.comment_id = CAST(asked.value ->> 0 AS INTEGER) AND p.author_id = s.author_id`,
  follow: `SELECT asked.key AS at, 'yes' AS value FROM json_each(?) asked CROSS JOIN sessions s ON ${AUTHOR}
    CROSS JOIN articles a ON a.site_id = '${SITE}' AND a.key = asked.value ->> 0
    CROSS JOIN follows f ON f.author_id = s.author_id AND f.article_id = a.id AND f.root_id = 0`,
}

import { countOf, faultAt, idOf, pageAt, parentOf, statusIn, textOf } from '../fields.ts'
import type { ForeignComment, ForeignFault, ForeignFile, ForeignFormat, ForeignStatus } from '../foreign.ts'
import { timeOf } from '../times.ts'

/** How many rows are read at once, and how long a text of theirs may be in bytes: together they bound the memory. */
const AT_ONCE = 100
const LONGEST = 1_000_000

/**
 * What is read of a comment: never its `remote_addr`, and not who voted. Texts come as bytes, because SQLite’s end at the first
 * NUL otherwise; numbers as text, because those beyond 2^53 cannot be handed over.
 */
const ROWS = `
  SELECT CAST(c.rowid AS TEXT) AS place, CAST(c.id AS TEXT) AS id, CAST(c.parent AS TEXT) AS parent,
    CAST(c.created AS REAL) AS created, CAST(c.mode AS TEXT) AS mode,
    CAST(c.likes AS TEXT) AS likes, CAST(c.dislikes AS TEXT) AS dislikes,
    substr(CAST(c.text AS BLOB), 1, ${LONGEST + 1}) AS text,
    substr(CAST(c.author AS BLOB), 1, 1000) AS author, substr(CAST(c.email AS BLOB), 1, 1000) AS email,
    substr(CAST(t.uri AS BLOB), 1, 8000) AS uri, substr(CAST(t.title AS BLOB), 1, 2000) AS title
  FROM comments AS c LEFT JOIN threads AS t ON t.id = c.tid
  WHERE c.rowid > CAST(? AS INTEGER) ORDER BY c.rowid LIMIT ${AT_ONCE}`

/** Isso’s database itself, a SQLite file. It is read on Node only, where there are files. */
export const isso: ForeignFormat = {
  name: 'isso',
  title: 'Isso',
  howTo: 'Stop Isso and copy the file that “dbpath” in its configuration names, such as comments.db.',
  async *read(file) {
    // An empty file is a database to SQLite.
    if (file.size === 0) throw new Error('The file is empty.')
    const { openForeign } = await import('../../store/foreign-file.ts')
    const database = await openForeign(file.path, ['comments', 'threads'], await isLeftAlone(file))
    try {
      const [all] = await database.all('SELECT count(*) AS comments FROM comments')
      const share = file.size === null ? 0 : file.size / Math.max(1, Number(all!['comments']))
      let nth = 0
      for (let place = '-9223372036854775808', isMore = true; isMore; ) {
        const rows = await database.all(ROWS, [place])
        for (const row of rows) {
          nth += 1
          yield { read: Math.round(share * nth), ...commentIn(row, nth) }
        }
        place = String(rows.at(-1)?.['place'])
        isMore = rows.length === AT_ONCE
      }
    } finally {
      database.close()
    }
  },
  idIn: fragment => /^#isso-(\d{1,19})$/.exec(fragment)?.[1] ?? null,
}

/** Where the header of a SQLite file says by which journal it is written, and what it says for a write-ahead log. */
const [JOURNAL, AHEAD] = [18, 2]

/** Whether a database that is written by a write-ahead log has none beside it: nobody has it open then. */
async function isLeftAlone(file: ForeignFile): Promise<boolean> {
  if (!file.isAlone) return false
  for await (const bytes of file.open()) return bytes[JOURNAL] === AHEAD
  return false
}

type Row = Readonly<Record<string, unknown>>

function commentIn(row: Row, nth: number): ForeignComment | ForeignFault {
  const id = idOf(row['id'])
  if (id === null) return faultAt('It has no id.', null, nth)
  const bytes = row['text']
  if (bytes instanceof ArrayBuffer && bytes.byteLength > LONGEST) {
    return faultAt(`Its text is longer than ${LONGEST.toLocaleString('en')} bytes.`, id, nth)
  }
  const text = written(bytes)
  const status = text === null ? 'withdrawn' : statusIn(STATUSES, String(row['mode']))
  const [name, email, title] = [row['author'], row['email'], row['title']].map(written)
  return {
    id,
    parent: parentOf(row['parent'], id),
    page: pageAt(written(row['uri']), title ?? null),
    at: timeOf(row['created']),
    name: name ?? null,
    // Isso keeps it as HTML, once more with each change.
    email: email?.replace(/&(amp;)+/g, '&') ?? null,
    author: null,
    isStaff: false,
    text: { markdown: status === 'withdrawn' ? '' : (text ?? '') },
    status,
    votes: { up: countOf(row['likes']), down: countOf(row['dislikes']) },
  }
}

const STATUSES: Readonly<Record<string, ForeignStatus>> = { 1: 'published', 2: 'pending', 4: 'withdrawn' }

function written(value: unknown): string | null {
  return value instanceof ArrayBuffer ? textOf(new TextDecoder().decode(value)) : null
}

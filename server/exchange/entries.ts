import { readable } from '../comments/readable.ts'
import type { ForeignComment, ForeignFault, ForeignFile, ForeignFormat } from './foreign.ts'
import { guessOf } from './guess.ts'

export type ForeignEntry = { read: number } & (ForeignComment | ForeignFault)

/** How long an id may be; and an address or a name of a page. */
const LONGEST_ID = 200
const LONGEST_PAGE = 8_000

/**
 * What a format reads in a file, as everything behind it may take it: ids stay apart and mean themselves in a database, and
 * no text holds what none can hold. An import and its dry run both read by it.
 * @throws Error in words, when the file cannot be read or has not one comment as this format has them
 */
export async function* entriesOf(format: ForeignFormat, file: ForeignFile): AsyncGenerator<ForeignEntry> {
  let comments = 0
  try {
    for await (const entry of format.read(file)) {
      const clean = entryOf(entry)
      if (!('fault' in clean)) comments += 1
      yield clean
    }
  } catch (error) {
    if (comments > 0 || !(error instanceof Error) || error.constructor !== Error) throw error
    throw new Error(`${error.message}${await guessOf(file, format)}`, { cause: error.cause })
  }
  if (comments === 0) throw new Error(`It has no comment as ${format.title} writes them.${await guessOf(file, format)}`)
}

function entryOf(entry: ForeignEntry): ForeignEntry {
  if ('fault' in entry) return { ...entry, fault: readable(entry.fault.slice(0, 200)), at: readable(entry.at) }
  const id = held(entry.id)
  if (id.length > LONGEST_ID) {
    return { read: entry.read, fault: `Its id is longer than ${LONGEST_ID} characters.`, at: id.slice(0, 40) }
  }
  const parent = entry.parent === null ? null : held(entry.parent)
  const { url, identifier, title } = entry.page
  return {
    ...entry,
    id,
    parent: parent === id ? null : (parent?.slice(0, LONGEST_ID + 1) ?? null),
    page: { url: pageName(url), identifier: pageName(identifier), title: title === null ? null : readable(title) },
  }
}

const pageName = (name: string | null) =>
  name === null || name.length > LONGEST_PAGE ? null : readable(name).replace(/\n/g, '')

/** An id as a database holds it whole: what cannot be seen in it is written out. */
const held = (id: string): string => (/[\p{Cc}\p{Surrogate}]/u.test(id) ? JSON.stringify(id) : id)

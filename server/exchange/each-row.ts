import { type Fields, fieldsOf } from './fields.ts'
import type { ForeignFile } from './foreign.ts'
import { jsonItems } from './json-items.ts'

/** How many people and pages are kept at once, so that memory stays bounded. */
const MOST = 500_000

/**
 * Reads once through a file for what its comments only name by an id, such as the people who wrote them: these often stand
 * behind the comments.
 * @param arrays where they stand, as `jsonItems` takes them
 * @param keep is given each row, and answers how many are kept by now
 * @throws Error in words, as `jsonItems` does, and where more than 500,000 are kept
 */
export async function eachRow(
  file: ForeignFile,
  arrays: readonly string[],
  keep: (row: Fields, array: string) => number,
): Promise<void> {
  for await (const item of jsonItems(file, arrays, false)) {
    const row = 'value' in item ? fieldsOf(item.value) : null
    if (row && keep(row, item.in) > MOST) {
      throw new Error('The file names more than 500,000 people and pages. Export it in parts.')
    }
  }
}

import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { IMPERSONAL, KEPT } from '../../server/privacy/kept.ts'
import * as schema from '../../server/store/schema.ts'

const TABLES = new Map(
  Object.values(schema)
    .filter(table => table instanceof SQLiteTable)
    .map(table => {
      const { name, columns } = getTableConfig(table)
      return [name, columns.map(column => column.name)]
    }),
)
/** Tables that SQLite keeps for itself, which drizzle does not see. */
const HIDDEN = ['search', 'search_due']

test('the page that tells what is kept names every table, or the code says why it holds nothing of people', () => {
  const told = new Set([...KEPT.flatMap(({ tables }) => Object.keys(tables)), ...Object.keys(IMPERSONAL)])
  expect([...TABLES.keys()].filter(name => !told.has(name))).toEqual([])
  expect([...told].filter(name => !TABLES.has(name) && !HIDDEN.includes(name))).toEqual([])
})

test('each column of a table that holds something of people is one kind of data', () => {
  for (const [name, columns] of TABLES) {
    if (Object.hasOwn(IMPERSONAL, name)) continue
    const claims = KEPT.map(({ tables }) => tables[name]).filter(claim => claim !== undefined)
    const named = claims.filter(claim => claim !== '*').flat()
    expect(
      named.filter(column => !columns.includes(column)),
      name,
    ).toEqual([])
    expect(new Set(named).size, name).toBe(named.length)
    // One kind has all the rest, or together they name every column.
    const rest = claims.filter(claim => claim === '*').length
    expect(rest, name).toBeLessThanOrEqual(1)
    if (rest === 0)
      expect(
        columns.filter(column => !named.includes(column)),
        name,
      ).toEqual([])
  }
})

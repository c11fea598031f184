import { getTableColumns, getTableName, isTable } from 'drizzle-orm'
import * as schema from './schema.ts'

/** What a column takes. */
export interface ColumnFacts {
  type: 'text' | 'integer' | 'flag'
  /** Whether null is refused. */
  isNotNull: boolean
  /** Whether a row must bring it: it is not null and nothing stands in its place. */
  isNeeded: boolean
}

/** What each column of each table takes, by the names in the database. */
export const COLUMNS: Readonly<Record<string, Readonly<Record<string, ColumnFacts>>>> = Object.fromEntries(
  Object.values(schema)
    .filter(each => isTable(each))
    .map(table => [
      getTableName(table),
      Object.fromEntries(
        Object.values(getTableColumns(table)).map((column): [string, ColumnFacts] => {
          const isNotNull = column.notNull || column.primary
          const type = column.getSQLType() === 'text' ? 'text' : column.dataType === 'boolean' ? 'flag' : 'integer'
          return [column.name, { type, isNotNull, isNeeded: isNotNull && !column.hasDefault }]
        }),
      ),
    ]),
)

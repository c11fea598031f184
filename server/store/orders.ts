import { type SQL, sql } from 'drizzle-orm/sql'
import { readId, spellId } from '../comments/ids.ts'
import type { Sort } from '../contract.ts'

/** Where a root stands in an order: by what it is ordered, and its id where that does not tell. */
export interface Turn {
  value: number
  id: number
}

interface Order {
  /** What roots are ordered by, as literal SQL: each has its index, by article, over the roots that are shown. */
  column: SQL
  isDescending: boolean
  /** Begins the cursors of this order, so that one of another order is told from them. */
  mark: string
}

/** The orders of a thread's roots. Times are told by ids, which rise with them. */
export const ORDERS: Record<Sort, Order> = {
  newest: { column: sql.raw('c.id'), isDescending: true, mark: '' },
  oldest: { column: sql.raw('c.id'), isDescending: false, mark: '' },
  helpful: { column: sql.raw('c.helpfulness'), isDescending: true, mark: 'h' },
  discussed: { column: sql.raw('c.reply_count'), isDescending: true, mark: 'd' },
}

/** The condition and the order of the roots after a turn, or of all of them; the comment is `c`. */
export function rootsAfter(sort: Sort, after: Turn | undefined): SQL {
  const { column, isDescending, mark } = ORDERS[sort]
  const place = mark ? sql`(${column}, c.id)` : column
  const turn = after && (mark ? sql`(${after.value}, ${after.id})` : sql`${after.id}`)
  const beyond = turn ? sql`AND ${place} ${sql.raw(isDescending ? '<' : '>')} ${turn}` : sql``
  const direction = sql.raw(isDescending ? 'DESC' : 'ASC')
  return mark
    ? sql`${beyond} ORDER BY ${column} ${direction}, c.id ${direction}`
    : sql`${beyond} ORDER BY c.id ${direction}`
}

/** A cursor: where the last root shown stands in this order. */
export function spellTurn(sort: Sort, { value, id }: Turn): string {
  const { mark } = ORDERS[sort]
  return mark ? `${mark}-${value}-${spellId(id)}` : spellId(id)
}

/** Reads a cursor of this order; null for one of another order, and for what is none. */
export function readTurn(sort: Sort, cursor: string): Turn | null {
  const { mark } = ORDERS[sort]
  const [, named, value = '0', spelt] = (mark ? /^([a-z])-(\d{1,9})-(\w+)$/ : /^()()?(\w+)$/).exec(cursor) ?? []
  const id = spelt === undefined ? null : readId(spelt)
  return id === null || named !== mark ? null : { value: Number(value), id }
}

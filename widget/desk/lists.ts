import type { Case, Order, Tab } from '../../server/contract.ts'
import { type Filters, given, orderIn } from './filters.ts'
import { change, desk, type List } from './state.ts'

/** The name of a queue among the lists. A tab holds no slash, so that no two queues share a name. */
export const listKey = (site: string, tab: Tab, filters: Filters): string =>
  `${tab}/${JSON.stringify([site, given(filters)])}`

/** The site and the tab that a queue's name speaks of. */
export function readListKey(key: string): { site: string; tab: Tab } {
  const at = key.indexOf('/')
  return { site: JSON.parse(key.slice(at + 1))[0], tab: key.slice(0, at) as Tab }
}

/** The name of the queue on screen. */
export const currentKey = (): string => listKey(desk().site ?? '', desk().status, desk().filters)

/** The order of the queue on screen. */
export const currentOrder = (): Order => orderIn(desk().status, desk().filters)

/** The queue on screen, if anything of it is known. */
export const currentList = (): List | undefined => desk().lists[currentKey()]

/** The case at the cursor of the queue on screen. */
export function currentCase(): Case | undefined {
  const list = currentList()
  return list?.cases.find(({ id }) => id === list.cursor)
}

/** The case after the cursor, which is loaded before it is asked for. */
export function followingCase(list: List): Case | undefined {
  return list.cases[list.cases.findIndex(({ id }) => id === list.cursor) + 1]
}

/** Changes one queue, if it is still known. */
export function changeList(key: string, part: Partial<List>): void {
  const list = desk().lists[key]
  if (list) change({ lists: { ...desk().lists, [key]: { ...list, ...part } } })
}

/** Whether one case stands behind another; by doubt, only the server knows. */
export function comesAfter(one: Case, other: Case, order: Order): boolean {
  if (order === 'doubtful') return false
  return order === 'oldest' ? one.createdAt > other.createdAt : one.createdAt < other.createdAt
}

/** Puts cases back where they belong in the order of the queue, in place of any older copy. */
export function withCases(cases: readonly Case[], added: readonly Case[], order: Order): Case[] {
  const known = new Map(added.map(one => [one.id, one]))
  const places = new Set(cases.map(({ id }) => id))
  // Where a copy stands already, the other takes its place.
  const result = cases.map(one => known.get(one.id) ?? one)
  for (const one of added) {
    if (places.has(one.id)) continue
    const at = result.findIndex(other => comesAfter(other, one, order))
    result.splice(at < 0 ? result.length : at, 0, one)
  }
  return result
}

/** Takes cases out; the cursor goes to the next that stays, at the end to the one before. */
export function withoutCases(list: List, gone: ReadonlySet<string>): List {
  const cases = list.cases.filter(({ id }) => !gone.has(id))
  if (list.cursor === null || !gone.has(list.cursor)) return { ...list, cases }
  const at = list.cases.findIndex(({ id }) => id === list.cursor)
  const next = list.cases.slice(at).find(({ id }) => !gone.has(id)) ?? cases[cases.length - 1]
  return { ...list, cases, cursor: next?.id ?? null }
}

/** Of freshly served cases, those that would come before all that is loaded, and so push down what is being read. */
export function aboveAll(list: List, fresh: readonly Case[], order: Order): Case[] {
  const first = list.cases[0]
  const known = new Set(list.cases.map(({ id }) => id))
  if (!first || order === 'oldest') return []
  return fresh.filter(one => !known.has(one.id) && comesAfter(first, one, order))
}

/**
 * Lays freshly served cases over what is loaded. What the fresh pages cover is as they say, except for cases in `keep`,
 * which stay until the moderator has seen why they are different; what lies beyond stays as it was.
 */
export function merged(
  list: List,
  fresh: readonly Case[],
  next: string | null,
  order: Order,
  keep: ReadonlySet<string>,
): List {
  const ids = new Set(fresh.map(({ id }) => id))
  const last = fresh[fresh.length - 1]
  const others = list.cases.filter(({ id }) => !ids.has(id))
  const tail = next === null ? [] : others.filter(one => !last || !comesAfter(last, one, order))
  const kept = others.filter(one => keep.has(one.id) && !tail.includes(one))
  const cases = withCases([...fresh, ...tail], kept, order)
  const gone = new Set(list.cases.map(({ id }) => id))
  for (const { id } of cases) gone.delete(id)
  const cursor = withoutCases(list, gone).cursor ?? cases[0]?.id ?? null
  return { ...list, cases, next: tail.length ? list.next : next, phase: 'ready', cursor }
}

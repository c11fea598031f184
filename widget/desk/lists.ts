import type { Case, Status } from '../../server/contract.ts'
import { change, desk, type List } from './state.ts'

/** The name of a queue among the lists. A status holds no slash, so that no two queues share a name. */
export const listKey = (site: string, status: Status): string => `${status}/${site}`

/** The name of the queue on screen. */
export const currentKey = (): string => listKey(desk().site ?? '', desk().status)

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

/** Waiting comments are served oldest first, all others newest first. */
function comesAfter(one: Case, other: Case, status: Status): boolean {
  return status === 'pending' ? one.createdAt > other.createdAt : one.createdAt < other.createdAt
}

/** Puts cases back where they belong in the order of the queue, in place of any older copy. */
export function withCases(cases: readonly Case[], added: readonly Case[], status: Status): Case[] {
  const ids = new Set(added.map(({ id }) => id))
  const result = cases.filter(({ id }) => !ids.has(id))
  for (const one of added) {
    const at = result.findIndex(other => comesAfter(other, one, status))
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

/**
 * Lays freshly served cases over what is loaded. What the fresh pages cover is as they say, except for cases in `keep`,
 * which stay until the moderator has seen why they are different; what lies beyond stays as it was.
 */
export function merged(
  list: List,
  fresh: readonly Case[],
  next: string | null,
  status: Status,
  keep: ReadonlySet<string>,
): List {
  const ids = new Set(fresh.map(({ id }) => id))
  const last = fresh[fresh.length - 1]
  const others = list.cases.filter(({ id }) => !ids.has(id))
  const tail = next === null ? [] : others.filter(one => !last || !comesAfter(last, one, status))
  const kept = others.filter(one => keep.has(one.id) && !tail.includes(one))
  const cases = withCases([...fresh, ...tail], kept, status)
  const gone = new Set(list.cases.map(({ id }) => id))
  for (const { id } of cases) gone.delete(id)
  const cursor = withoutCases(list, gone).cursor ?? cases[0]?.id ?? null
  return { cases, next: tail.length ? list.next : next, phase: 'ready', more: list.more, cursor }
}

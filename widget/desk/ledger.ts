import type { Case } from '../../server/contract.ts'

/**
 * What this desk decided and the server's lists may not show yet. A list that was asked for before a ruling and arrives
 * after it must neither bring the row back nor take a restored row away.
 */
const floors = new Map<string, number>()
const versions = new Map<string, number>()
const sending = new Map<string, Promise<unknown>>()
let acts = 0

/** From now on only copies of the case that are newer than the version seen count. */
export function raiseFloor(id: string, seen: number): void {
  floors.set(id, seen + 1)
  acts++
}

/** The case is again what the server says it is. */
export function dropFloor(id: string): void {
  floors.delete(id)
  acts++
}

/** Notes the version that one of our own rulings gave. */
export function noteVersion(id: string, version: number): void {
  versions.set(id, version)
  floors.set(id, version)
  acts++
}

/** The version to act on: the one in view, or the one that our own last ruling made of it. */
export const versionOf = (one: Case): number => Math.max(one.version, versions.get(one.id) ?? 0)

/** Whether a served copy of a case is not older than what we decided about it. */
export const isCurrent = (one: Case): boolean => one.version >= (floors.get(one.id) ?? 0)

/** A number that rises with every act, to tell whether anything was decided while an answer was on its way. */
export const actCount = (): number => acts

/** Whether any ruling is on its way. */
export const isSending = (): boolean => sending.size > 0

/** Whether a ruling on this case is on its way. */
export const isSendingCase = (id: string): boolean => sending.has(id)

/** Runs `send` after whatever is on its way for the same cases, so that each ruling knows the version before it. */
export async function inTurn<T>(ids: readonly string[], send: () => Promise<T>): Promise<T> {
  const before = ids.map(id => sending.get(id))
  const turn = Promise.allSettled(before).then(send)
  for (const id of ids) sending.set(id, turn)
  try {
    return await turn
  } finally {
    for (const id of ids) if (sending.get(id) === turn) sending.delete(id)
  }
}

/** Forgets everything, as at sign-out. */
export function clearLedger(): void {
  floors.clear()
  versions.clear()
  sending.clear()
  acts++
}

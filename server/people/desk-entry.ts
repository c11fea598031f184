import type { DeskEntry } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { PersonRow } from '../store/people.ts'
import { deskMe } from './desk-me.ts'

/**
 * What somebody is told who has just come in. That a recovery code was used is told once to whoever comes in by something else: who
 * has stolen several codes does not keep it from their owner by using the next.
 */
export async function deskEntry(deps: Deps, person: PersonRow, isByCode: boolean): Promise<DeskEntry> {
  const { deskWays } = deps.store
  const now = deps.clock()
  const codesUsed = await deskWays.tellCodes(person.id, !isByCode, isByCode ? now : null, now)
  return { ...(await deskMe(deps, person)), passkeys: (await deskWays.passkeysOf(person.id)).length, codesUsed }
}

import { spellId } from '../comments/ids.ts'
import type { DeskEntry, DeskMe } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { PersonRow } from '../store/people.ts'

/** Who is at the desk, and which sites are theirs. */
export async function deskMe(deps: Deps, person: PersonRow): Promise<DeskMe> {
  const roles = await deps.store.people.rolesOf(person.id)
  return {
    person: { id: spellId(person.id), name: person.name },
    sites: roles.map(({ is_demo, ...role }) => ({ ...role, isDemo: is_demo === 1 })),
  }
}

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

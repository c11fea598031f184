import { spellId } from '../comments/ids.ts'
import type { DeskMe } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { PersonRow } from '../store/people.ts'

/** Somebody at the desk, with the sites on which they have a role. */
export async function deskMe(deps: Deps, person: PersonRow): Promise<DeskMe> {
  const { people } = deps.store
  const [roles, choices, owner] = [
    await people.rolesOf(person.id),
    await people.choices(person.id),
    await people.owner(),
  ]
  return {
    person: { id: spellId(person.id), name: person.name, ...choices, isInstaller: person.id === owner?.id },
    sites: roles.map(({ is_demo, ...role }) => ({ ...role, isDemo: is_demo === 1 })),
  }
}

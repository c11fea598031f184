import { newId } from '../comments/ids.ts'
import type { PersonRow } from '../store/people.ts'
import type { Store } from '../store/store.ts'

/** The installation's owner, made where there is none, with the owner's role on these sites. */
export async function ensureOwner(store: Store, sites: readonly string[]): Promise<PersonRow> {
  const now = Date.now()
  const owner = (await store.people.owner()) ?? (await store.people.ensure(newId(now), 'Owner', now))
  await store.people.grant(owner.id, sites, 'owner')
  return owner
}

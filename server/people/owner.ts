import { newId } from '../comments/ids.ts'
import type { PersonRow } from '../store/people.ts'
import type { Store } from '../store/store.ts'

/**
 * The installation's owner, made where there is none, with the owner's role on these sites. Whoever runs the command line
 * owns it; people who came with an archive keep their roles and their names.
 */
export async function ensureOwner(store: Store, sites: readonly string[]): Promise<PersonRow> {
  const now = Date.now()
  const owner = (await store.people.owner()) ?? (await made(store, now))
  await store.people.grant(owner.id, sites, 'owner')
  return owner
}

async function made(store: Store, now: number): Promise<PersonRow> {
  for (let n = 1; ; n += 1) {
    const person = await store.people.ensure(newId(now), n === 1 ? 'Owner' : `Owner (${n})`, now)
    const owner = await store.people.owner()
    if (owner) return owner
    if (n > 1_000) return person
  }
}

import type { Context, MiddlewareHandler } from 'hono'
import type { Role } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import type { PersonRow } from '../store/people.ts'
import { fromTheDesk, personAtDesk } from './desk-session.ts'

const PEOPLE = new WeakMap<Request, PersonRow>()

/** The desk's one door: nobody passes without a session, and no write that does not come from the desk itself. */
export function moderatorsOnly(deps: Deps): MiddlewareHandler {
  return async (c, next) => {
    PEOPLE.set(c.req.raw, await personAtDesk(deps, c))
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') fromTheDesk(deps, c)
    c.header('Cache-Control', 'private, no-store')
    await next()
  }
}

/** The person whom the door let in. */
export function personOf(c: Context): PersonRow {
  const person = PEOPLE.get(c.req.raw)
  if (!person) throw new Problem('sign_in_needed')
  return person
}

/**
 * For what only an owner of the site may do.
 * @throws Problem `forbidden`
 */
export async function ownerAt(deps: Deps, c: Context, site: string): Promise<void> {
  if ((await roleAt(deps, c, site)) === 'owner') return
  throw new Problem('forbidden', { detail: 'This is for an owner of the site; you are one of its moderators.' })
}

/**
 * The role of the person at the desk on a site. A site one has no role on is answered like one that does not exist.
 * @throws Problem `forbidden`
 */
export async function roleAt(deps: Deps, c: Context, site: string): Promise<Role> {
  const role = await deps.store.people.roleOn(personOf(c).id, site)
  if (!role) throw new Problem('forbidden')
  return role
}

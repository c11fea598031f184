import { spellId } from '../comments/ids.ts'
import type { DeskMe } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import type { PersonRow } from '../store/people.ts'
import { fromTheDesk, signIn, signOut } from './desk-session.ts'
import { deskSlice, personOf, scopeOf } from './door.ts'

/** Signing in to the desk and out of it: the only desk routes before its door. */
export function sessionRoutes(deps: Deps, budgets: Budgets): Slice {
  return new Slice()
    .on(
      {
        method: 'post',
        path: '/api/desk/session',
        summary: 'Sign in with a one-time link; sets the session cookie',
        who: 'anyone',
        body: wire.SessionRequest,
        answers: { 201: wire.DeskMe },
      },
      async ({ body }, c) => {
        fromTheDesk(deps, c)
        const person = await signIn(deps, budgets, body.link, c)
        return c.json(await deskMe(deps, person), 201)
      },
    )
    .on(
      {
        method: 'delete',
        path: '/api/desk/session',
        summary: 'Sign out here, or everywhere',
        who: 'anyone',
        query: wire.DeskSignOutQuery,
        answers: { 204: null },
      },
      async ({ query: { everywhere } }, c) => {
        fromTheDesk(deps, c)
        await signOut(deps, c, everywhere === 'yes')
        return c.body(null, 204)
      },
    )
}

/** Who is at the desk. */
export function personRoutes(deps: Deps): Slice {
  return deskSlice(deps).on(
    {
      method: 'get',
      path: '/api/desk/me',
      summary: 'Who I am at the desk, and which sites I moderate',
      who: 'person',
      answers: { 200: wire.DeskMe },
    },
    async (_, c) => {
      const me = await deskMe(deps, personOf(c))
      const isOwners = scopeOf(c) === 'manage'
      return c.json(isOwners ? { ...me, sites: me.sites.map(site => ({ ...site, role: 'owner' as const })) } : me)
    },
  )
}

async function deskMe(deps: Deps, person: PersonRow): Promise<DeskMe> {
  const roles = await deps.store.people.rolesOf(person.id)
  return {
    person: { id: spellId(person.id), name: person.name },
    sites: roles.map(({ is_demo, ...role }) => ({ ...role, isDemo: is_demo === 1 })),
  }
}

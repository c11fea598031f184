import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import { deskMe } from './desk-me.ts'
import { fromTheDesk, signIn, signOut } from './desk-session.ts'
import { deskSlice, personOf } from './door.ts'

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
    async (_, c) => c.json(await deskMe(deps, personOf(c))),
  )
}

import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import * as ways from '../http/wire-ways.ts'
import { deskEntry } from './desk-entry.ts'
import { deskMe } from './desk-me.ts'
import { deskProviders } from './desk-openid.ts'
import { fromTheDesk, signIn, signOut } from './desk-session.ts'
import { deskSlice, personOf, scopeOf } from './door.ts'
import { enterByPasskey, requestOptions } from './passkeys.ts'
import { enterByCode } from './recovery-codes.ts'

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
        answers: { 201: ways.DeskEntry },
      },
      async ({ body }, c) => {
        fromTheDesk(deps, c)
        const person = await signIn(deps, budgets, body.link, c)
        return c.json(await deskEntry(deps, person, false), 201)
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/session/providers',
        summary: 'The OpenID issuers that open the desk: /desk/sign-in/NAME is the way to one',
        who: 'anyone',
        answers: { 200: ways.DeskProviders },
      },
      (_, c) => c.json({ providers: deskProviders(deps) }),
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/session/challenge',
        summary: 'What a browser needs to sign in with a passkey',
        who: 'anyone',
        answers: { 200: ways.PasskeyChallenge },
      },
      async (_, c) => {
        fromTheDesk(deps, c)
        budgets.spend('prove', { client: deps.client(c), author: null }, deps.clock())
        return c.json({ options: requestOptions(deps, c) })
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/session/passkey',
        summary: 'Sign in with a passkey; sets the session cookie',
        who: 'anyone',
        body: ways.PasskeyEntryRequest,
        answers: { 201: ways.DeskEntry },
      },
      async ({ body }, c) => {
        fromTheDesk(deps, c)
        budgets.spend('signIn', { client: deps.client(c) }, deps.clock())
        return c.json(await deskEntry(deps, await enterByPasskey(deps, c, body), false), 201)
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/session/code',
        summary: 'Sign in with a recovery code; sets the session cookie',
        who: 'anyone',
        body: ways.CodeEntryRequest,
        answers: { 201: ways.DeskEntry },
      },
      async ({ body }, c) => {
        fromTheDesk(deps, c)
        budgets.spend('recover', { client: deps.client(c) }, deps.clock())
        return c.json(await deskEntry(deps, await enterByCode(deps, c, body.code), true), 201)
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

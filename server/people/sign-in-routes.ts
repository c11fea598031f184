import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire-people.ts'
import { claimByEmail, typeCode } from './email-code.ts'
import { signInByHost } from './host-login.ts'
import { claimByOpenId, showTicket } from './openid.ts'
import { askerOf } from './reader.ts'

/** How a reader proves who they are. */
export function signInRoutes(deps: Deps, budgets: Budgets): Slice {
  return new Slice()
    .on(
      {
        method: 'post',
        path: '/api/sign-in/email',
        summary: 'Send a six-digit code to an address; the same answer whoever’s it is',
        who: 'reader',
        body: wire.EmailClaimRequest,
        answers: { 202: wire.Claim },
      },
      async ({ body }, c) => c.json(await claimByEmail(deps, budgets, body, askerOf(deps, c)), 202),
    )
    .on(
      {
        method: 'post',
        path: '/api/sign-in/code',
        summary: 'Type the code that proves a claim; five times at the most',
        who: 'reader',
        body: wire.CodeRequest,
        answers: { 200: wire.SignedIn },
      },
      async ({ body }, c) => c.json(await typeCode(deps, budgets, body, askerOf(deps, c))),
    )
    .on(
      {
        method: 'post',
        path: '/api/sign-in/openid',
        summary: 'Begin to sign in with a provider; the address is to be opened in a window of its own',
        who: 'reader',
        body: wire.OpenIdClaimRequest,
        answers: { 201: wire.Claim },
      },
      async ({ body }, c) => c.json(await claimByOpenId(deps, budgets, body, askerOf(deps, c)), 201),
    )
    .on(
      {
        method: 'post',
        path: '/api/sign-in/ticket',
        summary: 'Show the ticket that the provider’s window has handed over',
        who: 'reader',
        body: wire.TicketRequest,
        answers: { 200: wire.SignedIn },
      },
      async ({ body }, c) => c.json(await showTicket(deps, budgets, body, askerOf(deps, c))),
    )
    .on(
      {
        method: 'post',
        path: '/api/sign-in/host',
        summary: 'Sign in with a JWT of the site’s own login',
        who: 'reader',
        body: wire.HostLoginRequest,
        answers: { 200: wire.SignedIn },
      },
      async ({ body }, c) => c.json(await signInByHost(deps, budgets, body, askerOf(deps, c))),
    )
}

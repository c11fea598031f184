import type { Context } from 'hono'
import type { DeskAccount } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import type { Slice } from '../http/slice.ts'
import { IdParams } from '../http/wire.ts'
import * as wire from '../http/wire-ways.ts'
import { Problem } from '../problems.ts'
import { freshUntil, IDLE_MS, sessionHere } from './desk-session.ts'
import { deskSlice, personOf } from './door.ts'
import { addPasskey, creationOptions, passkeyOnWire } from './passkeys.ts'
import { makeCodes } from './recovery-codes.ts'
import { digest } from './secrets.ts'

/** One's own ways in to the desk and one's own sessions; behind the desk's door. */
export function deskAccountRoutes(deps: Deps, budgets: Budgets): Slice {
  const { deskWays, people } = deps.store
  /** What opens the desk later on is changed only by who has just come in, so that a session left open is no way to stay. */
  const onlyFresh = (c: Context) => {
    const person = personOf(c)
    budgets.spend('account', { client: deps.client(c), author: `person ${person.id}` }, deps.clock())
    if (deps.clock() <= freshUntil(person)) return person
    throw new Problem('proof_needed', {
      detail: 'Sign in once more, by any of your ways; that is good for 15 minutes.',
    })
  }
  const sessionsOf = async (c: Context) => {
    const now = deps.clock()
    return deskWays.sessionsOf(personOf(c).id, now - IDLE_MS, now)
  }
  return deskSlice(deps)
    .on(
      {
        method: 'get',
        path: '/api/desk/account',
        summary: 'My ways in to the desk, and my sessions',
        who: 'person',
        by: 'session',
        answers: { 200: wire.DeskAccount },
      },
      async (_, c) => {
        const person = personOf(c)
        const [passkeys, codes] = await Promise.all([deskWays.passkeysOf(person.id), deskWays.codesOf(person.id)])
        const left = codes.filter(code => code.used_at === null)
        const here = sessionHere(deps, c)
        return c.json({
          passkeys: passkeys.map(passkeyOnWire),
          codes: {
            left: left.length,
            createdAt: left[0]?.created_at ?? null,
            usedAt: codes.flatMap(code => code.used_at ?? []),
          },
          sessions: (await sessionsOf(c)).map(({ token_hash, browser, way, created_at, seen_at }) => ({
            ...{ id: digest(token_hash), browser, way, createdAt: created_at, seenAt: seen_at },
            isHere: token_hash === here,
          })),
          freshUntil: freshUntil(person),
        } satisfies DeskAccount)
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/passkey-challenge',
        summary: 'What a browser needs to make a passkey for me',
        who: 'person',
        by: 'session',
        answers: { 200: wire.PasskeyChallenge },
      },
      async (_, c) => c.json({ options: await creationOptions(deps, c, onlyFresh(c)) }),
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/passkeys',
        summary: 'Keep a passkey that this browser has made',
        who: 'person',
        by: 'session',
        body: wire.PasskeyRequest,
        answers: { 201: wire.Passkey },
      },
      async ({ body: { name, passkey } }, c) => c.json(await addPasskey(deps, c, onlyFresh(c), name, passkey), 201),
    )
    .on(
      {
        method: 'patch',
        path: '/api/desk/passkeys/:id',
        summary: 'Give one of my passkeys another name',
        who: 'person',
        by: 'session',
        params: IdParams,
        body: wire.PasskeyName,
        answers: { 204: null },
      },
      async ({ params: { id }, body: { name } }, c) => {
        if (!(await deskWays.renamePasskey(id, personOf(c).id, name))) throw new Problem('not_found')
        return c.body(null, 204)
      },
    )
    .on(
      {
        method: 'delete',
        path: '/api/desk/passkeys/:id',
        summary: 'Remove one of my passkeys: it opens nothing from then on',
        who: 'person',
        by: 'session',
        params: IdParams,
        answers: { 204: null },
      },
      async ({ params: { id } }, c) => {
        if (!(await deskWays.removePasskey(id, onlyFresh(c).id))) throw new Problem('not_found')
        return c.body(null, 204)
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/recovery-codes',
        summary: 'Ten new recovery codes, shown once; those before no longer count',
        who: 'person',
        by: 'session',
        answers: { 201: wire.RecoveryCodes },
      },
      async (_, c) => c.json({ codes: await makeCodes(deps, onlyFresh(c)) }, 201),
    )
    .on(
      {
        method: 'delete',
        path: '/api/desk/sessions/:id',
        summary: 'End one of my sessions',
        who: 'person',
        by: 'session',
        params: wire.SessionParams,
        answers: { 204: null },
      },
      async ({ params: { id } }, c) => {
        const found = (await sessionsOf(c)).find(({ token_hash }) => digest(token_hash) === id)
        if (!found) throw new Problem('not_found')
        await people.signOut(found.token_hash)
        return c.body(null, 204)
      },
    )
}

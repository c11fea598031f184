import * as v from 'valibot'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire-people.ts'
import { accountOf, eraseAll, exportOf, signOutOf } from './account.ts'
import { askerOf } from './reader.ts'

/** What a reader can ask and do about themselves. */
export function accountRoutes(deps: Deps, budgets: Budgets): Slice {
  return new Slice()
    .on(
      {
        method: 'get',
        path: '/api/account',
        summary: 'What the site knows of me, without addresses',
        who: 'reader',
        query: wire.AccountQuery,
        answers: { 200: wire.Account },
      },
      async ({ query }, c) => c.json(await accountOf(deps, budgets, query.site, askerOf(deps, c))),
    )
    .on(
      {
        method: 'get',
        path: '/api/account/export',
        summary: 'Everything of mine, to take along; the addresses only with a proof made for it',
        who: 'reader',
        query: wire.ExportQuery,
        answers: { 200: v.record(v.string(), v.unknown()) },
      },
      async ({ query }, c) => {
        const file = await exportOf(deps, budgets, query, askerOf(deps, c))
        c.header('Content-Disposition', `attachment; filename="${query.site.replace(/[^\w-]/g, '')}-comments.json"`)
        return c.json(file)
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/account/erase',
        summary: 'Erase everything of mine, some of it at a time; to be sent again until it is done',
        who: 'reader',
        body: wire.EraseRequest,
        answers: { 200: wire.EraseProgress },
      },
      async ({ body }, c) => c.json(await eraseAll(deps, budgets, body, askerOf(deps, c))),
    )
    .on(
      {
        method: 'delete',
        path: '/api/session',
        summary: 'Sign out with this token, or everywhere',
        who: 'reader',
        query: wire.SignOutQuery,
        answers: { 204: null },
      },
      async ({ query }, c) => {
        await signOutOf(deps, budgets, query, askerOf(deps, c))
        return c.body(null, 204)
      },
    )
}

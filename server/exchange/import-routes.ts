import type { Deps } from '../deps.ts'
import type { Slice } from '../http/slice.ts'
import * as wire from '../http/wire-imports.ts'
import { deskSlice, personOf, siteOf } from '../people/door.ts'
import { DeskImports } from './desk-imports.ts'

/** The imports from other systems, for owners; behind the desk's door. */
export function importRoutes(deps: Deps): Slice {
  const imports = new DeskImports(deps)
  return deskSlice(deps)
    .on(
      {
        method: 'get',
        path: '/api/desk/imports',
        summary: 'The formats that can be brought in, and how it stands with the file that was given',
        who: 'owner',
        query: wire.ImportsQuery,
        answers: { 200: wire.ImportsAtDesk },
      },
      async (_, c) => c.json(await imports.at(siteOf(c))),
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/imports',
        summary: 'Say which file will come; the one before it goes',
        who: 'owner',
        body: wire.NewImportRequest,
        answers: { 201: wire.ImportsAtDesk },
      },
      async ({ body: { site, ...file } }, c) => c.json(await imports.begin(site, file), 201),
    )
    .on(
      {
        method: 'put',
        path: '/api/desk/imports/file',
        summary: 'Send a piece of the file, of at most 1 MB; answers how much of it is here',
        who: 'owner',
        query: wire.FilePieceQuery,
        takesBytes: true,
        bodyBytes: 1_000_000,
        answers: { 200: wire.FilePieceAnswer },
      },
      async ({ query: { at }, bytes }, c) => c.json({ received: await imports.take(siteOf(c), at, bytes!) }),
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/imports/acts',
        summary: 'Look at what would land where, bring it in, or halt that',
        who: 'owner',
        body: wire.ImportActRequest,
        answers: { 200: wire.ImportsAtDesk },
      },
      async ({ body: { site, act, format } }, c) => c.json(await imports.act(site, act, personOf(c).id, format)),
    )
    .on(
      {
        method: 'delete',
        path: '/api/desk/imports',
        summary: 'Stop what is under way and take the file away; what has come in stays',
        who: 'owner',
        query: wire.ImportsQuery,
        answers: { 204: null },
      },
      async (_, c) => {
        await imports.end(siteOf(c))
        return c.body(null, 204)
      },
    )
}

import { LIMITS } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { readIdempotencyKey } from '../http/idempotency.ts'
import type { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import * as wireActs from '../http/wire-acts.ts'
import { deskSlice, personOf, siteOf } from '../people/door.ts'
import { Problem } from '../problems.ts'
import { actOn } from './act.ts'
import { replyAsStaff } from './reply.ts'

/** What moderators do about a comment beside ruling on it, and what they must know for it; behind the desk's door. */
export function actRoutes(deps: Deps): Slice {
  return deskSlice(deps)
    .on(
      {
        method: 'post',
        path: '/api/desk/acts',
        summary: 'Do something about a comment or its author that leaves its status as it is',
        who: 'moderator',
        body: wireActs.ActRequest,
        bodyBytes: LIMITS.deskBodyBytes,
        answers: { 200: wire.RulingAnswer },
      },
      async ({ body }, c) => {
        return c.json(await actOn(deps, body, personOf(c).id))
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/replies',
        summary: 'Answer a comment as staff; Idempotency-Key makes a retry safe',
        who: 'moderator',
        headers: wire.KeyHeaders,
        body: wireActs.ReplyRequest,
        answers: { 201: wire.CommentAnswer },
      },
      async ({ body, headers }, c) => {
        const key = readIdempotencyKey(headers['idempotency-key'])
        return c.json({ comment: await replyAsStaff(deps, body, personOf(c).id, key) }, 201)
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/comments/:id/file',
        summary: 'What people have said and done about a comment: reports, appeal, notes, earlier texts, its author',
        who: 'moderator',
        about: 'comment',
        params: wire.IdParams,
        answers: { 200: wireActs.CaseFile },
      },
      async ({ params: { id } }, c) => {
        const file = await deps.store.caseFile.of(siteOf(c), id, personOf(c).id, deps.clock())
        if (!file) throw new Problem('unknown_comment')
        return c.json(file)
      },
    )
}

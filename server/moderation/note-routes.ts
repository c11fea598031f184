import { newId, readId, spellId } from '../comments/ids.ts'
import { cleanTitle, cleanWords } from '../comments/text.ts'
import { LIMITS, type SavedReplyRequest } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import * as wireActs from '../http/wire-acts.ts'
import { deskSlice, personOf } from '../people/door.ts'
import { Problem } from '../problems.ts'
import { hitsUnique } from '../store/engine.ts'

/** What moderators write for each other: notes on comments and authors, and texts they say often. */
export function noteRoutes(deps: Deps): Slice {
  return deskSlice(deps)
    .on(
      {
        method: 'post',
        path: '/api/desk/notes',
        summary: 'Write a note on a comment or on its author, for moderators only',
        who: 'moderator',
        body: wireActs.NoteRequest,
        answers: { 201: wireActs.Note },
      },
      async ({ body }, c) => {
        const { id: person, name: by } = personOf(c)
        const { site, about } = body
        const [comment, at] = [readId(body.comment), deps.clock()]
        const [id, text] = [newId(at), cleanWords(body.text, LIMITS.noteGraphemes)]
        const isKept = comment !== null && (await deps.store.notes.add({ id, site, comment, about, person, text, at }))
        if (!isKept) throw new Problem('unknown_comment')
        return c.json({ id: spellId(id), about, by, isMine: true, at, text }, 201)
      },
    )
    .on(
      {
        method: 'delete',
        path: '/api/desk/notes/:id',
        summary: 'Remove a note of one’s own',
        who: 'person',
        by: 'key',
        params: wire.IdParams,
        answers: { 204: null },
      },
      async ({ params: { id } }, c) => {
        if (!(await deps.store.notes.remove(id, personOf(c).id))) throw new Problem('not_found')
        return c.body(null, 204)
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/saved-replies',
        summary: 'The texts that moderators of a site say often',
        who: 'moderator',
        query: wire.SiteQuery,
        answers: { 200: wireActs.SavedReplies },
      },
      async ({ query: { site } }, c) => {
        return c.json({ replies: await deps.store.savedReplies.list(site) })
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/saved-replies',
        summary: 'Keep a text for all moderators of a site',
        who: 'moderator',
        body: wireActs.SavedReplyRequest,
        answers: { 201: wireActs.SavedReplyAnswer },
      },
      async ({ body }, c) => {
        const at = deps.clock()
        const reply = { id: newId(at), site: body.site, at, ...cleanReply(body) }
        if (!(await named(deps.store.savedReplies.add(reply)))) throw new Problem('list_full')
        return c.json({ reply: { id: spellId(reply.id), name: reply.name, text: reply.text } }, 201)
      },
    )
    .on(
      {
        method: 'put',
        path: '/api/desk/saved-replies/:id',
        summary: 'Change a text that is kept',
        who: 'moderator',
        params: wire.IdParams,
        body: wireActs.SavedReplyRequest,
        answers: { 200: wireActs.SavedReplyAnswer },
      },
      async ({ params: { id }, body }, c) => {
        const reply = { id, site: body.site, at: deps.clock(), ...cleanReply(body) }
        if (!(await named(deps.store.savedReplies.change(reply)))) throw new Problem('not_found')
        return c.json({ reply: { id: spellId(id), name: reply.name, text: reply.text } })
      },
    )
    .on(
      {
        method: 'delete',
        path: '/api/desk/saved-replies/:id',
        summary: 'Remove a text that is kept',
        who: 'moderator',
        params: wire.IdParams,
        query: wire.SiteQuery,
        answers: { 204: null },
      },
      async ({ params: { id }, query: { site } }, c) => {
        if (!(await deps.store.savedReplies.remove(id, site))) throw new Problem('not_found')
        return c.body(null, 204)
      },
    )
}

function cleanReply({ name, text }: SavedReplyRequest): { name: string; text: string } {
  const title = cleanTitle(name)
  if (title === null) {
    throw new Problem('bad_request', { errors: [{ path: 'body.name', message: 'a name that can be seen' }] })
  }
  return { name: title, text: cleanWords(text, LIMITS.wordsGraphemes) }
}

/** Gives what was done, unless another saved reply of the site has the name. */
async function named(done: Promise<boolean>): Promise<boolean> {
  try {
    return await done
  } catch (error) {
    if (hitsUnique(error, 'saved_replies.site_id')) throw new Problem('name_taken')
    throw error
  }
}

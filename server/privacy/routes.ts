import * as v from 'valibot'
import { spellId } from '../comments/ids.ts'
import type { AuthorWeight } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import * as people from '../http/wire-people.ts'
import { exportAuthor } from '../people/account.ts'
import { deskSlice, personOf, siteOf } from '../people/door.ts'
import { readAddress } from '../people/email-address.ts'
import { Problem } from '../problems.ts'
import { eraseForOwner } from './owners-erasure.ts'
import { personBy } from './person.ts'

const ErasedSite = v.object({ site: v.string() })
const PersonRequest = v.object({ site: v.string(), email: v.pipe(v.string(), v.maxLength(320)) })
const HoldRequest = v.object({ isHeld: v.boolean() })
const HoldAnswer = v.object({ isHeld: v.boolean() })

/** What owners do about all that is kept of somebody; behind the desk's door. */
export function privacyRoutes(deps: Deps): Slice {
  return deskSlice(deps)
    .on(
      {
        method: 'get',
        path: '/api/desk/authors/:id/weight',
        summary: 'How much there is of an author: what erasing them would take',
        who: 'owner',
        params: wire.IdParams,
        query: ErasedSite,
        answers: { 200: people.AuthorWeight },
      },
      async ({ params: { id }, query }, c) => c.json(await weightOf(deps, query.site, id)),
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/authors/:id/erase',
        summary: 'Erase all that is kept of an author, some of it at a time; to be sent again until it is done',
        who: 'owner',
        params: wire.IdParams,
        body: ErasedSite,
        answers: { 200: people.EraseProgress },
      },
      async ({ params: { id }, body }, c) => c.json(await eraseForOwner(deps, body.site, id, personOf(c).id)),
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/persons',
        summary: 'Whoever has proved an address on a site, or was brought in with it, and how much there is of them',
        who: 'owner',
        body: PersonRequest,
        answers: { 200: people.FoundPersons },
      },
      async ({ body: { site, email } }, c) => {
        const person = await personBy(deps, email, [site])
        if (!person)
          throw new Problem('bad_request', { errors: [{ path: 'body.email', message: 'an e-mail address' }] })
        const persons = person.authors.map(({ author, weight }) => ({ id: spellId(author), weight }))
        return c.json({ persons, mailings: person.mailings })
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/persons/unmail',
        summary: 'Tell nobody of the site at this address by mail any more; who they are stays',
        who: 'owner',
        body: PersonRequest,
        answers: { 200: people.UnmailAnswer },
      },
      async ({ body: { site, email } }, c) => {
        const subject = readAddress(email)?.subject
        if (subject === undefined)
          throw new Problem('bad_request', { errors: [{ path: 'body.email', message: 'an e-mail address' }] })
        return c.json({ removed: await deps.store.mailings.forgetAddress(subject, [site]) })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/authors/:id/data',
        summary: 'Everything of an author as a file, for whoever has asked for it',
        who: 'owner',
        params: wire.IdParams,
        query: ErasedSite,
        answers: { 200: people.AuthorData },
      },
      async ({ params: { id } }, c) => {
        const { name, kind } = await weightOf(deps, siteOf(c), id)
        const { all, ...rest } = await exportAuthor(deps.store, id, deps.clock())
        c.header('Content-Disposition', `attachment; filename="parley-${spellId(id)}.json"`)
        const at = new Date(deps.clock()).toISOString()
        return c.json({ parley: 1, exportedAt: at, site: siteOf(c), name, kind, ...rest, ...all })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/erasures',
        summary: 'The newest 100 erasures of a site, by whom they were asked for, and those that are under way',
        who: 'owner',
        query: ErasedSite,
        answers: { 200: people.Erasures },
      },
      async (_, c) => {
        const told = await deps.store.mailings.count(siteOf(c))
        return c.json({ ...(await deps.store.erasures.list(siteOf(c))), told })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/holds',
        summary: 'The newest 100 comments under a legal hold',
        who: 'owner',
        query: ErasedSite,
        answers: { 200: people.Holds },
      },
      async (_, c) => c.json(await deps.store.erasures.holds(siteOf(c))),
    )
    .on(
      {
        method: 'put',
        path: '/api/desk/comments/:id/hold',
        summary: 'Keep a comment from being erased, by anybody and by time, while a court may ask for it; or no longer',
        who: 'owner',
        about: 'comment',
        params: wire.IdParams,
        body: HoldRequest,
        answers: { 200: HoldAnswer },
      },
      async ({ params: { id }, body: { isHeld } }, c) => {
        if (!(await deps.store.erasing.hold(siteOf(c), id, isHeld))) throw new Problem('unknown_comment')
        return c.json({ isHeld })
      },
    )
}

/** @throws Problem `unknown_author` */
async function weightOf(deps: Deps, site: string, author: number): Promise<AuthorWeight> {
  const weight = await deps.store.erasing.weigh(site, author)
  if (!weight) throw new Problem('unknown_author')
  return weight
}

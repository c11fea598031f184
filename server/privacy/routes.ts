import * as v from 'valibot'
import type { AuthorWeight, EraseProgress } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import * as people from '../http/wire-people.ts'
import { deskSlice, personOf } from '../people/door.ts'
import { eraseStep } from '../people/erasing.ts'
import { Problem } from '../problems.ts'

/** Comments erased in one step, and steps in one request. */
const STEP = 100
const STEPS = 5

const ErasedSite = v.object({ site: v.string() })

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
}

/** @throws Problem `unknown_author` */
async function weightOf(deps: Deps, site: string, author: number): Promise<AuthorWeight> {
  const weight = await deps.store.erasing.weigh(site, author)
  if (!weight) throw new Problem('unknown_author')
  return weight
}

/** @throws Problem `unknown_author`, `forbidden` for somebody of the desk, whose answers are the site's */
async function eraseForOwner(deps: Deps, site: string, author: number, person: number): Promise<EraseProgress> {
  await weightOf(deps, site, author)
  if (await deps.store.erasing.isOfDesk(author)) {
    throw new Problem('forbidden', {
      detail: 'This is somebody of the desk: take their role first, and delete what they answered one by one.',
    })
  }
  let erased = 0
  for (let steps = STEPS; steps > 0; steps--) {
    const step = await eraseStep(deps, { site, author, by: 'owner', person }, STEP)
    erased += step.erased
    if (step.isDone) return { isDone: true, erased }
  }
  return { isDone: false, erased }
}

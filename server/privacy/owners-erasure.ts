import type { EraseProgress } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { eraseStep } from '../people/erasing.ts'
import { Problem } from '../problems.ts'

/** Comments erased in one step, and steps in one request. */
const STEP = 100
const STEPS = 5
/** Steps in one round of chores: Workers ask a database fifty times in one run at the most. */
const STEPS_OF_CHORES = 6
/** For so long, in ms, an erasure is one process's own, or that of whoever looks at its progress. */
const LEASE = 30_000

/**
 * Does some of an erasure that an owner asks for; what is left goes on by itself, whether or not the owner looks on.
 * @throws Problem `unknown_author`, `forbidden` for somebody of the desk, whose answers are the site's
 */
export async function eraseForOwner(deps: Deps, site: string, author: number, person: number): Promise<EraseProgress> {
  const { erasing, erasures } = deps.store
  if (!(await erasing.isOn(site, author))) throw new Problem('unknown_author')
  if (await erasing.isOfDesk(author)) {
    throw new Problem('forbidden', {
      detail: 'This is somebody of the desk: take their role first, and delete what they answered one by one.',
    })
  }
  const now = deps.clock()
  await erasures.begin(author, site, person, now, now + LEASE)
  return steps(deps, { site, author, person }, STEPS)
}

/** Goes on with an erasure that nobody is at: its owner has left, or the server was stopped. */
export async function goOnErasing(deps: Pick<Deps, 'store' | 'clock' | 'config'>): Promise<void> {
  const { erasures } = deps.store
  const now = deps.clock()
  if (!(await erasures.isDue(now))) return
  const due = await erasures.claim(now, now + LEASE)
  if (!due) return
  const { author_id: author, site_id: site, person_id } = due
  await steps(deps, { site, author, ...(person_id !== null && { person: person_id }) }, STEPS_OF_CHORES)
}

async function steps(
  deps: Pick<Deps, 'store' | 'clock' | 'config'>,
  whom: { site: string; author: number; person?: number },
  most: number,
): Promise<EraseProgress> {
  let [erased, below] = [0, undefined as number | undefined]
  for (let left = most; left > 0; left--) {
    const step = await eraseStep(deps, { ...whom, by: 'owner' }, STEP, below)
    erased += step.erased
    below = step.below
    if (step.isDone) return { isDone: true, erased }
  }
  return { isDone: false, erased }
}

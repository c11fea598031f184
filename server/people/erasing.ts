import { mayRule, type Status } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Erasing } from '../store/account.ts'
import type { Identity } from '../store/identities.ts'
import { secretsOf, signed } from './secrets.ts'

/** Who is to be erased, and who asks. */
export interface Erasure extends Pick<Erasing, 'by' | 'person'> {
  site: string
  author: number
  /** The token of the reader who asks, as it is kept. */
  tokenHash?: string
}

/** How a step of an erasure went. */
export interface ErasureStep {
  isDone: boolean
  /** Comments emptied in it. */
  erased: number
  /** Where the next step begins; undefined for the newest comment. */
  below?: number
}

/**
 * Does a part of erasing an author; to be asked again until it is done. Comments that stand are withdrawn, by rulings of the
 * log, and emptied; then the votes go, and at last all else with the name. Killed at any moment it goes on where it was.
 * @param limit comments, or votes, in this step
 * @param below as the step before has said
 */
export async function eraseStep(
  deps: Pick<Deps, 'store' | 'clock' | 'config'>,
  { site, author, tokenHash = '', by, person }: Erasure,
  limit: number,
  below: number = Number.MAX_SAFE_INTEGER,
): Promise<ErasureStep> {
  const { account, rulings, identities } = deps.store
  const some = await account.unerased(author, limit, below)
  // What was written since the walk began is looked at before the end.
  if (some.length === 0 && below !== Number.MAX_SAFE_INTEGER) return { isDone: false, erased: 0 }
  if (some.length === 0) {
    if ((await account.unvote(author, limit)) === limit) return { isDone: false, erased: 0 }
    const marks = marksOf(deps, site, await identities.of(author))
    const of = { tokenHash, marks, by, now: deps.clock(), ...(person !== undefined && { person }) }
    const isDone = await account.erase(author, of)
    // What was overwritten stands in the write-ahead log as it was, until that is begun anew.
    if (isDone) await deps.store.erasing.settleFile()
    return { isDone, erased: 0 }
  }
  const asked = some
    .filter(({ status }) => mayRule('author', 'withdraw', status as Status))
    .map(({ id, version }) => ({ id, ruling: 'withdraw', seen: version, reason: null, note: null }) as const)
  const maker = { ruler: 'author', authorId: author } as const
  if (asked.length > 0) await rulings.make(site, asked, maker, deps.clock())
  const ids = some.map(({ id }) => id)
  return { isDone: false, erased: await account.empty(author, ids), below: ids.at(-1)! }
}

/**
 * Digests of ways of proof under the installation's secret: with them, and the same proof, somebody whose ban has outlived
 * an erasure is known again; without the proof they name nobody.
 */
export function marksOf({ config }: Pick<Deps, 'config'>, site: string, identities: readonly Identity[]): string[] {
  return secretsOf(config).flatMap(secret =>
    identities.map(({ issuer, subject }) => signed(secret, JSON.stringify(['ban', site, issuer, subject]))),
  )
}

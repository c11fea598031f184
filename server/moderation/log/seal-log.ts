import type { Deps } from '../../deps.ts'
import { rowDigest, sealOver } from './seal.ts'

/** Rows that one seal covers at the most: to hash them holds the event loop for about 20 ms. */
export const SEALED_AT_ONCE = 200
/** Seals made of one site's log in one go; the rest waits for the next. */
const AT_ONCE = 50

/**
 * Seals what has been added to the log of each site since its last seal, so that posting and ruling never wait for a
 * chain. Where two do so at the same time, one of them makes the next seal, and the other one stops.
 * @returns how many rows were sealed
 */
export async function sealLog({ store, clock }: Pick<Deps, 'store' | 'clock'>): Promise<number> {
  let sealed = 0
  for (const { id: site } of await store.sites.list()) {
    const last = await store.seals.last(site)
    let { to, hash } = last ?? { to: 0, hash: '' }
    for (let n = 0; n < AT_ONCE; n++) {
      const rows = await store.seals.rows(site, to, SEALED_AT_ONCE)
      // A gap is not sealed over: `parley log verify` names it.
      const whole = rows.slice(0, firstGap(rows, to))
      if (whole.length === 0) break
      const seal = sealOver(site, to + 1, hash, whole.map(rowDigest))
      if (!(await store.seals.add(site, seal, clock()))) break
      sealed += whole.length
      to = seal.to
      hash = seal.hash
      if (rows.length < SEALED_AT_ONCE) break
    }
  }
  return sealed
}

/** How many rows follow each other, from the one after `after` on. */
function firstGap(rows: readonly { seq: number }[], after: number): number {
  const gap = rows.findIndex(({ seq }, at) => seq !== after + 1 + at)
  return gap === -1 ? rows.length : gap
}

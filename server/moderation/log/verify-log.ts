import type { Store } from '../../store/store.ts'
import { firstMisfit, LARGEST_SEAL, rowDigest, type Seal, type SealedRow, sealOver } from './seal.ts'

/** What does not fit in a log, at the first place where something does not. */
export interface Fault {
  /** `changed`, `moved` and `missing` speak of a row, `seal` of the seals from there on, `head` of the head kept elsewhere. */
  what: 'changed' | 'moved' | 'missing' | 'seal' | 'head'
  seq: number
}

export interface Verified {
  site: string
  rows: number
  sealed: number
  seals: number
  /** The newest seal that fits: to be kept elsewhere. */
  head: { seq: number; hash: string } | null
  fault: Fault | null
}

/** A head that was kept elsewhere: a seal's hash and, where it was kept, the number of the last row under it. */
export interface KeptHead {
  seq: number | null
  hash: string
}

/** Seals read at once. */
const PAGE = 100

/** A head as it is printed: `1200-` and 43 base64url characters; the hash alone will do. Null where it is neither. */
export function readHead(text: string): KeptHead | null {
  const [, seq, hash] = /^(?:(\d{1,15})-)?([A-Za-z0-9_-]{43})$/.exec(text) ?? []
  return hash === undefined ? null : { seq: seq === undefined ? null : Number(seq), hash }
}

export const spellHead = ({ seq, hash }: { seq: number; hash: string }) => `${seq}-${hash}`

/**
 * Walks the log of a site from its first row, and finds the first that does not fit: changed or moved after it was sealed,
 * or missing. Reads page by page, so that it takes no more memory for a long log.
 * @param kept a head kept elsewhere: without it, who can write to the database can also write seals that fit
 */
export async function verifyLog({ seals }: Store, site: string, kept: KeptHead | null): Promise<Verified> {
  const found: Verified = { site, rows: 0, sealed: 0, seals: 0, head: null, fault: null }
  const early = await seals.rows(site, Number.MIN_SAFE_INTEGER, 1)
  if (early[0] && early[0].seq < 1) return { ...found, fault: { what: 'moved', seq: early[0].seq } }
  let isKept = kept === null

  for (;;) {
    const page = await seals.page(site, found.sealed, PAGE)
    for (const seal of page) {
      const rows = await seals.rows(site, found.sealed, Math.min(LARGEST_SEAL, Math.max(0, seal.to - found.sealed)))
      const fault = faultIn(site, seal, rows, found)
      if (fault) return { ...found, fault }
      found.rows = seal.to
      found.sealed = seal.to
      found.seals += 1
      found.head = { seq: seal.to, hash: seal.hash }
      isKept ||= kept!.hash === seal.hash
    }
    if (page.length < PAGE) break
  }
  if (!isKept) return { ...found, fault: { what: 'head', seq: kept!.seq ?? found.sealed } }

  for (;;) {
    const rows = await seals.rows(site, found.rows, LARGEST_SEAL)
    for (const { seq } of rows) {
      if (seq !== found.rows + 1) return { ...found, fault: { what: 'missing', seq: found.rows + 1 } }
      found.rows = seq
    }
    if (rows.length < LARGEST_SEAL) return found
  }
}

/** What does not fit in the range of one seal. */
function faultIn(site: string, seal: Seal, rows: readonly SealedRow[], { sealed, head }: Verified): Fault | null {
  const from = sealed + 1
  const isNext = seal.from === from && seal.to >= from && seal.to - from < LARGEST_SEAL
  if (!isNext || seal.previous !== (head?.hash ?? '')) return { what: 'seal', seq: from }
  const size = seal.to - from + 1
  const gap = rows.findIndex(({ seq }, at) => seq !== from + at)
  const there = rows.slice(0, gap === -1 ? size : gap)
  const digests = there.map(rowDigest)
  const misfit = firstMisfit(seal.marks, digests)
  const isWhole = there.length === size
  const whole = sealOver(site, from, seal.previous, digests)
  if (isWhole && whole.hash === seal.hash) return whole.marks === seal.marks ? null : { what: 'seal', seq: from }
  if (misfit) return { what: misfit.what, seq: from + misfit.at }
  return isWhole ? { what: 'seal', seq: from } : { what: 'missing', seq: from + there.length }
}

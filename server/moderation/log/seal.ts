import { digest } from '../../people/secrets.ts'

/** A row of the log as it is sealed: ids, codes, times and a salted digest of the text; nothing that erasure may empty. */
export interface SealedRow {
  seq: number
  comment_id: number
  version: number
  ruling: string
  from_status: string
  to_status: string
  reason: string | null
  rule: string | null
  ruler: string
  person_id: number | null
  text_digest: string
  at: number
}

/** A seal over a contiguous range of a site's log. */
export interface Seal {
  from: number
  to: number
  /** The hash of the seal before; empty for the first one. */
  previous: string
  /** SHA-256 (FIPS 180-4) as 43 base64url characters. */
  hash: string
  /** The beginning of each row's digest, in order: they prove nothing, they point at the row that does not fit. */
  marks: string
}

/** Rows that a seal may cover: one that claims more does not fit. */
export const LARGEST_SEAL = 1_000

/** Characters of a mark: 36 bits. */
const MARK = 6

/**
 * The digest of one row: SHA-256 of its canonical spelling, a JSON array (RFC 8259) without spaces, in this order. Its
 * number is not in it: that is its place in the seal.
 */
export const rowDigest = (row: SealedRow): string =>
  digest(
    JSON.stringify([
      row.comment_id,
      row.version,
      row.ruling,
      row.from_status,
      row.to_status,
      row.reason,
      row.rule,
      row.ruler,
      row.person_id,
      row.text_digest,
      row.at,
    ]),
  )

/**
 * The seal over some rows, the first of which has the number `from`: SHA-256 over the line `parley-seal-1`, a line with
 * the JSON array of site, first and last number and the hash before, and a line with the digest of each row.
 */
export function sealOver(site: string, from: number, previous: string, digests: readonly string[]): Seal {
  const to = from + digests.length - 1
  const head = JSON.stringify([site, from, to, previous])
  const hash = digest(['parley-seal-1', head, ...digests].join('\n'))
  return { from, to, previous, hash, marks: digests.map(each => each.slice(0, MARK)).join('') }
}

/** The mark of one row, of those in a seal. */
export const markAt = (marks: string, at: number): string => marks.slice(at * MARK, (at + 1) * MARK)

/** The first row that is not the one that was sealed in its place; null where the marks fit all rows. */
export function firstMisfit(
  marks: string,
  digests: readonly string[],
): { at: number; what: 'changed' | 'moved' } | null {
  const sealed = new Set(digests.map((_, at) => markAt(marks, at)))
  for (const [at, each] of digests.entries()) {
    const mark = each.slice(0, MARK)
    if (mark !== markAt(marks, at)) return { at, what: sealed.has(mark) ? 'moved' : 'changed' }
  }
  return null
}

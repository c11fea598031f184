/** Ids of comments, authors and people: made here, spelt here. */

/** Milliseconds before which no id is made: 2020-01-01T00:00:00Z. */
const EPOCH = 1_577_836_800_000
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LARGEST = Number.MAX_SAFE_INTEGER

/** What comes from elsewhere may be older than Parley: all times before the second day share the ids of the first, in order. */
const FIRST_DAY = EPOCH + 86_400_000
const OLDEST = Date.UTC(1990, 0, 1)
const OLD_SHARE = (FIRST_DAY - EPOCH) / (FIRST_DAY - OLDEST)

/** The first of the ids of a time; rises with it. */
function idAt(at: number): number {
  const since = Math.floor(at) - EPOCH
  return at >= FIRST_DAY ? since * 4096 : Math.floor(Math.max(0, at - OLDEST) * OLD_SHARE * 4096)
}

/**
 * A fresh id: milliseconds since 2020 × 4096 + 12 random bits, below 2^53 until the year 2089.
 * @param at the time in ms UTC it is made for; earlier ones, back to 1990, share the first day of 2020
 * @param above an id it must be greater than, such as the parent's
 */
export function newId(at: number, above = 0): number {
  const [random] = crypto.getRandomValues(new Uint16Array(1))
  // A second of the old times has 373 ids: what was written in one stands before what was written in the next.
  const id = idAt(at) + (random! & (at >= FIRST_DAY ? 0xfff : 0xff))
  return id > above ? id : above + 1
}

/** The smallest id that a comment written at this time or later can have. */
export function firstIdAt(at: number): number {
  return Math.min(LARGEST, idAt(at))
}

/** An id in Crockford's base32, lower case. */
export function spellId(id: number): string {
  let rest = id
  let spelt = ''
  do {
    spelt = ALPHABET[rest % 32] + spelt
    rest = Math.floor(rest / 32)
  } while (rest > 0)
  return spelt
}

/** Reads an id in Crockford's base32 (any case; `i` and `l` are 1, `o` is 0); null when it is none. */
export function readId(spelt: string): number | null {
  if (!/^[0-9a-z]{1,11}$/i.test(spelt)) return null
  let id = 0
  for (const letter of spelt.toLowerCase().replace(/[il]/g, '1').replace(/o/g, '0')) {
    const digit = ALPHABET.indexOf(letter)
    if (digit < 0) return null
    id = id * 32 + digit
  }
  return id <= LARGEST ? id : null
}

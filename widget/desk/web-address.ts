/** Where a link may lead: to a page of the web and nowhere else. Addresses were written by whoever posted first. */
export function webAddress(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined
}

/** Characters that leave no ink or turn the order of reading, in a path or an owner's id. */
const UNSEEN = /[\p{C}\p{Z}\p{DI}\u2800]/u
/** A mark with no letter before it would be drawn on the slash. */
const LOOSE_MARK = /(?<![\p{L}\p{M}\p{N}])\p{M}/gu
/** Scripts from Arabic to those of India spell words with joiners and their opposite. */
const JOINER = /(?<=[\u0600-\u0dff])%E2%80%8[CD](?=[\u0600-\u0dff])/g
const ESCAPED_UTF8 = /(?:%[89a-f][0-9a-f])+/gi

const decoded = (escapes: string) => {
  try {
    return decodeURIComponent(escapes)
  } catch {
    return escapes
  }
}

/**
 * An address, path or key as people read it: letters of every script instead of their escapes. Whatever would not be
 * seen or would reorder what stands around it stays escaped, as do all escapes of ASCII, which mean something there.
 */
export function readable(address: string): string {
  return [...(address.toWellFormed?.() ?? address).replace(ESCAPED_UTF8, decoded)]
    .map(char => (char !== ' ' && UNSEEN.test(char) ? encodeURIComponent(char) : char))
    .join('')
    .replace(LOOSE_MARK, encodeURIComponent)
    .replace(JOINER, decoded)
}

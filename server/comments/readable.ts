/**
 * What nobody can read and no text may hold: NUL and the other control characters but newline and tab (C0, DEL, C1), lone
 * surrogates, non-characters, and the two override characters U+202D and U+202E, which can make any text read as another.
 */
const UNREADABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu

/** More marks in a row than any language puts on a letter; U+034F, which is not seen, ends the row. */
const HEAP = /((?:(?!\u034f)\p{M}){30})(?=(?!\u034f)\p{M})/gu

/**
 * A text without what cannot be read, its line ends as \n. ZWNJ, ZWJ, marks and the weaker bidi controls stay. Marks stand
 * in rows of 30 at most, as stream-safe text has them (UAX 15): to put more in order takes the square of their number.
 */
export function readable(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(UNREADABLE, '')
    .replace(HEAP, '$1\u034f')
}

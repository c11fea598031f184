import { graphemes, hasInk, LIMITS, textFault, utf8Length } from '../contract.ts'
import { Problem } from '../problems.ts'

/**
 * What a text or a name may hold. From both go: NUL and the other control characters but newline and tab (C0, DEL, C1),
 * lone surrogates, non-characters, and the two override characters U+202D and U+202E, which can make any text read as
 * another. Line ends become \n. Everything else stays as it was typed: ZWNJ, ZWJ, marks, and the weaker bidi controls.
 */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu

/** All bidi controls: a name stands inside other people's sentences, so none of them may reach beyond it. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * A comment's text as it is stored: cleaned, blank lines at both ends gone, in NFC.
 * @throws Problem `text_empty` or `text_too_long`
 */
export function cleanText(raw: string): string {
  const text = withoutControls(raw)
  const fault = textFault(text)
  if (fault) throw new Problem(fault)
  return text
}

function withoutControls(raw: string): string {
  return raw
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(CONTROLS, '')
    .normalize('NFC')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
}

/**
 * A guest's name as it is stored: one line, cleaned, spaces collapsed, in NFC; null when nothing visible is left.
 * @throws Problem `name_too_long`
 */
export function cleanName(raw: string | undefined): string | null {
  if (raw === undefined) return null
  const name = oneLine(raw)
  if (!hasInk(name)) return null
  if (utf8Length(name) > LIMITS.nameBytes || graphemes(name) > LIMITS.nameGraphemes) throw new Problem('name_too_long')
  return name
}

/**
 * Words of one person to another that are not for the public, as they are stored: of an appeal, a report, a warning.
 * @param most graphemes they may have
 * @throws Problem `text_empty` or `text_too_long`
 */
export function cleanWords(raw: string, most: number): string {
  const words = withoutControls(raw)
  if (!hasInk(words)) throw new Problem('text_empty')
  if (words.length > most && graphemes(words) > most) {
    throw new Problem('text_too_long', { detail: `This may have ${most.toLocaleString('en')} characters.` })
  }
  return words
}

/** An article's title as it is stored: one line, cut at the limit; null when nothing visible is left. */
export function cleanTitle(raw: string | undefined): string | null {
  if (raw === undefined) return null
  const title = oneLine(raw)
  return hasInk(title) ? [...title].slice(0, LIMITS.titleGraphemes).join('') : null
}

function oneLine(raw: string): string {
  return raw
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(CONTROLS, '')
    .replace(BIDI_CONTROLS, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What two texts have in common when they say the same: letters and digits only, compatibility forms and case folded. */
export function likenessOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

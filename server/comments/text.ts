import { graphemes, hasInk, LIMITS, textFault, utf8Length } from '../contract.ts'
import { Problem } from '../problems.ts'
import { readable } from './readable.ts'

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
  return readable(raw)
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

/** A title or the name of a site as it is stored: one line, cut at the limit; null when nothing visible is left. */
export function cleanTitle(raw: string | undefined): string | null {
  if (raw === undefined) return null
  const title = oneLine(raw)
  return hasInk(title) ? [...title].slice(0, LIMITS.titleGraphemes).join('') : null
}

function oneLine(raw: string): string {
  return readable(raw.replace(/[\r\n\t\u2028\u2029]+/g, ' ').replace(BIDI_CONTROLS, ''))
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

import type { ForeignComment, ForeignFault, ForeignPage, ForeignStatus } from './foreign.ts'

/** What stands under names in a file of another system. */
export type Fields = Readonly<Record<string, unknown>>

/** How long an id may be; longer ones are none. */
const LONGEST_ID = 200

/** A value as fields; null where it is something else. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
}

/** A text that says something; null for anything else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** An id, which some systems write as a number; null where there is none. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null
  const id = textOf(value)?.trim() ?? null
  return id !== null && id.length <= LONGEST_ID ? id : null
}

/** The id of what a comment answers: the words for a root, and an answer to itself, are none. */
export function parentOf(value: unknown, own: string): string | null {
  const id = idOf(value)
  return id === null || id === own || ROOTS.test(id) ? null : id
}

/** What stands for “no parent” here and there: `0`, `root`, an id of noughts. */
const ROOTS = /^([0-]+|root|null|undefined)$/i

/** What a word for a status means; one that is not among them waits for somebody to look at it. */
export const statusIn = (words: Readonly<Record<string, ForeignStatus>>, word: unknown): ForeignStatus =>
  Object.hasOwn(words, String(word)) ? words[String(word)]! : 'pending'

/** How many there are, from 0; what is no such number is 0. */
export function countOf(value: unknown): number {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : 0
}

/** The votes where only their sum was kept: as many in its direction as it says. */
export function votesOf(score: unknown): ForeignComment['votes'] {
  if (typeof score !== 'number') return { up: 0, down: 0 }
  return { up: countOf(score), down: countOf(-score) }
}

/** Whether a flag is set, which some systems write as a number or in letters. */
export const isTrue = (value: unknown): boolean => value === true || value === 1 || value === 'true' || value === '1'

/** The page that stands in a file as an address, a path, or any name that its owner gave it. */
export function pageAt(address: unknown, title: string | null): ForeignPage {
  const named = textOf(address)?.trim() ?? null
  const isAddress = named !== null && /^(https?:\/)?\//i.test(named)
  return { url: isAddress ? named : null, identifier: isAddress ? null : named, title }
}

/**
 * A text from a system that renders Markdown with HTML in it. What begins and ends with a block of HTML was HTML where that
 * system had it from; everything else was typed there.
 */
export function markdownOrHtml(text: string): ForeignComment['text'] {
  const trimmed = text.trim()
  return /^<(p|div|blockquote|ul|ol|pre|h[1-6])\b/i.test(trimmed) && trimmed.endsWith('>')
    ? { html: text }
    : { markdown: text }
}

/** Something that could not be read, beside its id, or which one of the file it is. */
export const faultAt = (fault: string, at: unknown, nth: number): ForeignFault => ({
  fault,
  at: idOf(at) ?? `comment ${nth}`,
})

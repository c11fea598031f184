import type { Told } from '../told.ts'

/** How much of a comment a chat shows, in characters. */
const SHOWN = 500

const WHAT: Record<Told['type'], string> = {
  'comment.published': 'New comment',
  'comment.pending': 'A comment waits',
  'comment.rejected': 'A comment was refused',
  'comment.spam': 'A comment was marked as spam',
  'comment.withdrawn': 'A comment was deleted by its author',
  'comment.edited': 'A comment was edited',
  'report.opened': 'A comment was reported',
  'appeal.opened': 'An author asks for another look',
  test: 'This is a test: Parley can speak here',
}

/** A text on one line, without what steers or hides, cut by characters and not within one. */
export function oneLine(text: string, most: number): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  const letters = [...line]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : line
}

/** Invisible, and of no width: text that it divides looks the same and is no longer one word. */
const JOINER = '\u2060'

/**
 * A text in which chats find nothing to make a link, a call or a command of. All of them look for addresses by themselves, in
 * plain text too, with `https://` and without: so the signs that addresses and names are held together by are followed by a
 * word joiner, which may stand in none.
 */
export const unlinked = (text: string): string =>
  text.replace(/[@#$/:.\u3002\uff0e\uff61](?=\S)/g, sign => sign + JOINER)

/** A text in which marks have lost their effect: each stands between two word joiners. */
export const unmarked = (text: string): string => text.replace(/[*_~`[\]|]/g, mark => JOINER + mark + JOINER)

/** What a chat is told, piece by piece; each shape escapes the pieces that strangers wrote. */
export function piecesOf({ type, data }: Told): {
  what: string
  where: string
  who: string
  quote: string
  link: string
} {
  const { comment, article, site } = data
  const isPublic = comment?.status === 'published' && type !== 'report.opened'
  const said = type === 'appeal.opened' ? (data.appeal ?? '') : (comment?.text ?? '')
  return {
    what: WHAT[type],
    where: oneLine([site.name, article?.title ?? article?.key].filter(Boolean).join(' · '), 200),
    who: oneLine(comment?.author.name ?? '', 80),
    quote: oneLine(said, SHOWN),
    link: isPublic ? comment.url : data.desk,
  }
}

export const JSON_HEADERS = { 'Content-Type': 'application/json' }

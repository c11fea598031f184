import { readable } from '../comments/readable.ts'
import { cleanName } from '../comments/text.ts'
import { type WrittenText, writtenText } from '../comments/written-text.ts'
import { hasInk } from '../contract.ts'
import { readAddress } from '../people/email-address.ts'
import { digest } from '../people/secrets.ts'
import type { ForeignComment } from './foreign.ts'
import { readHtml } from './html-text.ts'
import { decodedAgain } from './html-tree.ts'

/** UTF-16 units of one part of a text that is longer than a comment may be: below the limit in bytes and graphemes, too. */
const PART = 9_000

/** Text in HTML without attributes or anything that is not seen, so that it need not be read to know that there is some. */
const PLAINLY = /^(?![\s\S]*(?:=|<(?:script|style|template|head|noframes)\b))[^<&]*(?:<[^<>&]*>[^<&]*)*?[\p{L}\p{N}]/iu

/** From where addresses in a comment start. */
const baseOf = ({ url }: ForeignComment['page']) =>
  url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null

/** Whether a comment says anything that can be seen. */
export function hasText({ text, page }: ForeignComment): boolean {
  if ('markdown' in text) return hasInk(readable(text.markdown))
  if (text.html === '') return false
  const head = text.html.slice(0, 500)
  if (text.html.length < 500 && PLAINLY.test(head)) return true
  return hasInk(readHtml(text.html, text.breaks, baseOf(page)).markdown)
}

/** What a comment says, as it is written here: in several parts where it is longer than a comment may be; none without text. */
export function partsOf({ text, page }: ForeignComment): WrittenText[] {
  const read = 'html' in text ? readHtml(text.html, text.breaks, baseOf(page)) : undefined
  return pieces(read ? read.markdown : 'markdown' in text ? readable(text.markdown) : '')
    .filter(hasInk)
    .map(piece => writtenText(piece, [], read))
}

/** A text in pieces that are no longer than a part, ended at a paragraph, a line or a word where one ends late enough. */
function pieces(text: string): string[] {
  const all: string[] = []
  let rest = text
  while (rest.length > PART) {
    const head = rest.slice(0, PART)
    const at = ['\n\n', '\n', ' '].map(end => head.lastIndexOf(end)).find(found => found > PART / 2)
    // Between two halves of a letter there is no end.
    const end = at ?? (/[\ud800-\udbff]$/.test(head) ? PART - 1 : PART)
    all.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...all, rest]
}

/** The name as it is shown here, cut where it is longer than names may be; null where nothing of it can be seen. */
export function nameOf({ name }: ForeignComment): string | null {
  if (name === null) return null
  const text = decodedAgain(name)
  for (const length of [60, 20]) {
    try {
      return cleanName([...text].slice(0, length).join('')) ?? null
    } catch {
      // Letters of very many parts.
    }
  }
  return null
}

/**
 * What an author is known by when they come again: the address, whatever its case; else what told them from others there.
 * Who left only a name is the same within a page, and who left nothing is nobody else.
 */
export function authorDigest({ id, email, author, name }: ForeignComment, key: string): string {
  const address = email === null ? null : readAddress(email)
  if (address) return emailDigest(address.subject)
  if (author !== null) return digest(JSON.stringify(['author', author]))
  return digest(JSON.stringify(name === null ? ['nobody', id] : ['name', key, name.trim().toLowerCase()]))
}

/** Under which digest the author of an address, in lower case, was brought in. */
export const emailDigest = (subject: string) => digest(JSON.stringify(['email', subject]))

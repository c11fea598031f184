import type { Sought } from '../store/articles.ts'
import type { SiteRow } from '../store/sites.ts'
import { beginningOfKey, placeOf } from './key.ts'
import { pagesOf } from './open.ts'

/** Words looked for at once; further ones would hardly tell two articles apart. */
const WORDS = 8

/** What somebody at the desk looks for who types this: an address, the beginning of a path or id, or words. */
export function soughtFor(site: SiteRow, q: string): Sought {
  const text = q.normalize('NFC').trim()
  if (text.startsWith('=')) return { by: 'key', beginning: text }
  if (text.startsWith('/')) return { by: 'key', beginning: beginningOfKey(text) }
  const place = placeOf({ url: text }, pagesOf(site))
  if (typeof place !== 'string') return { by: 'key', beginning: place.key }
  return { by: 'words', words: text.split(/\s+/).slice(0, WORDS) }
}

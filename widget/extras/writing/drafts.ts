import type { Place } from '../../embed/place.ts'

/** What a reader has typed and not yet posted. */
export interface Draft {
  text: string
  /** Null until the reader touches the field: then the remembered name counts no more. */
  name: string | null
  /** The idempotency key and what was sent under it. */
  sent: { key: string; words: string } | null
}

export const EMPTY: Draft = { text: '', name: null, sent: null }

/** They outlive their element, so that a navigation within the page's life loses nothing. */
const drafts = new Map<string, Draft>()

/** The name under which a draft is kept: its thread and what it answers. */
function keyOf({ origin, site, article, url }: Place, parent: string | undefined): string {
  return JSON.stringify([origin, site, article ?? url, parent])
}

export function draftOf(place: Place, parent: string | undefined): Draft {
  return drafts.get(keyOf(place, parent)) ?? EMPTY
}

export function keepDraft(place: Place, parent: string | undefined, draft: Draft): void {
  drafts.set(keyOf(place, parent), draft)
}

/** A reader on one site: the token made in this browser, and the name given with the last comment. */
export interface Identity {
  token: string
  name: string
  /** The token of the site's own login by which the reader is here; then the browser keeps nothing of them. */
  host?: string
}

/** What stands in for a storage that the browser denies, for as long as the page is open. */
export const visit = new Map<string, Identity>()

/** Who the reader is on this site, or null while nothing was posted from this browser. */
export function identityOf(origin: string, site: string): Identity | null {
  const key = keyOf(origin, site)
  try {
    const kept = JSON.parse(localStorage.getItem(key)!)
    if (typeof kept?.token === 'string') return kept
  } catch {
    // Storage is denied, or somebody else wrote there.
  }
  return visit.get(key) ?? null
}

/** The name under which a reader is remembered. */
export const keyOf = (origin: string, site: string) => `parley:${origin}:${site}`

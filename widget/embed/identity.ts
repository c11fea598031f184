/** A reader on one site: the token made in this browser, and the name given with the last comment. */
export interface Identity {
  token: string
  name: string
}

/** What stands in for a storage that the browser denies, for as long as the page is open. */
const visit = new Map<string, Identity>()

const keyOf = (origin: string, site: string) => `parley:${origin}:${site}`

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

/** Remembers the reader. Called at a post, never before. Answers whether the browser will know them again. */
export function keepIdentity(origin: string, site: string, identity: Identity): boolean {
  const key = keyOf(origin, site)
  visit.set(key, identity)
  try {
    localStorage.setItem(key, JSON.stringify(identity))
    return true
  } catch {
    return false
  }
}

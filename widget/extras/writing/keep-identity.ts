import { type Identity, keyOf, visit } from '../../embed/identity.ts'

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

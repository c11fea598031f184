import { spelledPath } from '../../articles/key.ts'
import type { Facts, Rule } from '../facts.ts'

/** Where a person looks first: on the whole site, in a section of it, under this article, or for a time. */
export const heldHere: Rule = facts => {
  const where = whereHeld(facts)
  return where === null ? null : { verdict: 'hold', reason: 'premoderated', detail: where }
}

function whereHeld({ policy, article, now }: Facts): string | null {
  if (policy.holds === 'all') return 'all of the site'
  if (article.isHeld) return 'this article'
  const section = policy.heldSections.find(each => isBelow(article.path, spelledPath(each)))
  if (section !== undefined) return `the section ${section}`
  const { heldFrom, heldUntil } = policy
  const isHeld =
    (heldFrom !== null || heldUntil !== null) &&
    (heldFrom ?? now) <= now &&
    now < (heldUntil ?? Number.POSITIVE_INFINITY)
  return isHeld ? 'all of the site for a time' : null
}

const isBelow = (path: string | null, section: string | null): boolean =>
  path !== null && section !== null && (path === section || path.startsWith(section === '/' ? '/' : `${section}/`))

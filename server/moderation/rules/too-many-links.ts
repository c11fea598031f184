import type { Rule } from '../facts.ts'

/** More links than the site allows: it waits; the evidence is the first link too many, where the text shows it. */
export const tooManyLinks: Rule = ({ draft, policy }) => {
  if (draft.links.length <= policy.linksAllowed) return null
  const href = draft.links[policy.linksAllowed]!
  const start = draft.text.lastIndexOf(href)
  return {
    verdict: 'hold',
    reason: 'too_many_links',
    detail: `${draft.links.length} links`,
    ...(start >= 0 && { at: { start, end: start + href.length } }),
  }
}

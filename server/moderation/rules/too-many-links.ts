import type { Rule } from '../facts.ts'
import { placeOfLink } from '../links.ts'

/** More links than the site allows: it waits; the evidence is the first link too many, where the text shows it. */
export const tooManyLinks: Rule = ({ draft, policy }) => {
  const links = draft.links.filter(link => !policy.lists.domains.allowed_domains.has(link))
  const first = links[policy.linksAllowed]
  return first === undefined
    ? null
    : {
        verdict: 'hold',
        reason: 'too_many_links',
        detail: `${links.length} links`,
        ...placeOfLink(draft.text, first),
      }
}

import type { Rule } from '../facts.ts'
import { placeOfLink } from '../links.ts'

/** A link to a domain that the site blocks is refused. */
export const blockedLink: Rule = ({ draft, policy }) =>
  draft.links
    .filter(link => policy.lists.domains.blocked_domains.has(link))
    .map(link => ({ verdict: 'refuse', reason: 'unwanted_link', detail: link, ...placeOfLink(draft.text, link) }))

import type { Rule } from '../facts.ts'
import { domainOf, placeOfLink } from '../links.ts'

/** A link to a domain that no published comment of the site has had waits, where the site wishes so. */
export const newLink: Rule = ({ draft, policy }) =>
  policy.holdsNewDomains
    ? draft.newDomains.flatMap(domain => {
        const link = draft.links.find(each => domainOf(each) === domain)
        if (!link || policy.lists.domains.allowed_domains.has(link)) return []
        return [{ verdict: 'hold', reason: 'new_link', detail: domain, ...placeOfLink(draft.text, link) }]
      })
    : null

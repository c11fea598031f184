import type { Rule } from '../facts.ts'
import { isInvite, placeOfLink } from '../links.ts'

/** An invitation into a chat or a channel elsewhere waits or is refused, as the site wishes. */
export const inviteLink: Rule = ({ draft, policy }) =>
  policy.invites === 'allow'
    ? null
    : draft.links
        .filter(link => isInvite(link) && !policy.lists.domains.allowed_domains.has(link))
        .map(link => ({
          verdict: policy.invites === 'refuse' ? 'refuse' : 'hold',
          reason: 'unwanted_link',
          detail: link,
          ...placeOfLink(draft.text, link),
        }))

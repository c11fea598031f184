import type { Conversation } from '../../embed/conversation.ts'

/** Where readers prove who they are. Nothing is shown while the site offers no way to. */
export function SignInSlot({ conversation }: { conversation: Conversation }) {
  const { ways } = conversation.policy as { ways?: string[] }
  if (!ways?.length) return null
  return null
}

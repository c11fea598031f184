import type { ComponentChild } from 'preact'
import type { ProblemDocument } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { offerHead } from './head.tsx'
import { watch } from './live.tsx'
import { speak } from './locale.ts'
import { followLogin } from './login.ts'
import { follow } from './other-page.ts'
import { lead } from './permalink.tsx'
import { followSelection } from './selected.ts'
import { bringTools } from './tools.ts'

export { more } from './more.ts'
export { stranded } from './stranded.tsx'
export { follow }

/** What is said of a page that the site's owner has yet to set up. */
export const explained = async ({ place }: Conversation, problem: ProblemDocument): Promise<ComponentChild> =>
  (await import('../refused/refused.tsx').catch(() => null))?.explanation(place, problem)

const staying = new WeakSet<Conversation>()

/** Keeps a thread that is on screen present: it leads to the comment that the address names, and follows what changes. */
export async function stay(conversation: Conversation): Promise<void> {
  const isFollowed = staying.has(conversation)
  staying.add(conversation)
  if (!isFollowed) await speak(conversation)
  if (conversation.gone.signal.aborted) return
  const toTarget = () => {
    const { hash } = location
    const id = /^#comment-(\w+)$/.exec(hash)?.[1]
    if (id) lead(conversation, id, hash)
    // So ended links to comments of other systems.
    else if (/^#(isso-|remark42_|com|atk-|\d+$|\w{20})/.test(hash))
      import('../moved/moved.tsx').then(({ moved }) => moved(conversation, hash))
  }
  const { policy } = conversation
  if (policy?.theme || policy?.words) void import('../wear/wear.ts').then(({ wear }) => wear(conversation))
  offerHead(conversation)
  bringTools(conversation)
  // A thread that was loaded again, after a failure or in another order, is followed already.
  if (isFollowed) return
  toTarget()
  addEventListener('hashchange', toTarget, { signal: conversation.gone.signal })
  follow(conversation)
  followLogin(conversation)
  watch(conversation)
  followSelection(conversation.place.element.shadowRoot!, conversation.gone.signal)
}

import type { LIMITS, Votes } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { keptOf, type Stand } from '../present/kept.ts'

/** Of the contract only types are taken: its values would come in a piece of their own. */
const MOST = 100 satisfies (typeof LIMITS)['votesAsked']

/** How long comments that are drawn gather before their votes are asked for, in ms. */
const GATHERING = 60

type Waiting = Map<string, () => void>
const asked = new WeakMap<Conversation, Waiting>()

/**
 * How the votes on a comment stand, as far as it is known. Where it is not, it is asked for together with the others that
 * are being drawn; `then` is called once it has come. Without an answer nothing is shown.
 */
export function standOf(conversation: Conversation, id: string, then: () => void): Stand | undefined {
  const known = keptOf(conversation).votes.get(id)
  if (known) return known
  const waiting = asked.get(conversation) ?? new Map<string, () => void>()
  asked.set(conversation, waiting)
  if (waiting.size === 0) setTimeout(() => gather(conversation, waiting), GATHERING)
  waiting.set(id, then)
  return undefined
}

async function gather(conversation: Conversation, waiting: Waiting): Promise<void> {
  asked.delete(conversation)
  const { votes, mine } = keptOf(conversation)
  const { origin, query } = conversation.place
  const all = [...waiting]
  for (let at = 0; at < all.length; at += MOST) {
    const part = all.slice(at, at + MOST)
    try {
      // A body of plain text needs no preflight.
      const body = JSON.stringify({ site: query.site, ids: part.map(([id]) => id) })
      const init = { method: 'POST', body, credentials: 'omit', signal: conversation.gone.signal } as const
      const answer: Votes = await (await fetch(`${origin}/api/votes`, init)).json()
      part.forEach(([id, then], n) => {
        const stand = answer.votes[n]
        // Meanwhile the reader may have voted: that answer is the younger one.
        if (stand && !votes.has(id)) votes.set(id, { ...stand, mine: mine[id] ?? 0 })
        then()
      })
    } catch {
      // The thread can be read without.
    }
  }
}

import { graphemes, type PostRequest, type Stamp } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import type { Solving } from '../proof/proof.ts'

/** A stamp that takes longer than this, in ms, may be younger than what was typed meanwhile; that then does not count. */
const LATE = 1_000

/** Work that is older than this, in ms, may have ended before the comment is posted. */
const OLD = 900_000

/**
 * Follows how a comment is typed: when it was begun, as the server says and signs, and how many characters single keys
 * put in. What is pasted, dropped, dictated, composed, corrected or repeated by a key that is held down counts as
 * nothing, and so does what comes without a key of a keyboard, as from most assistive software.
 */
export function followTyping(conversation: Conversation) {
  const { origin, query } = conversation.place
  const { site } = query
  let stamp: string | undefined
  let letters = 0
  let asked = 0
  let solving: Solving | undefined
  let isKey = false

  /** Asks for the stamp, and for work to prove. Nothing waits for them, and without them nothing is told. */
  async function begin(form: HTMLFormElement): Promise<void> {
    const now = Date.now()
    if (now - asked < OLD) return
    asked = now
    try {
      // A body of plain text needs no preflight.
      const init = { method: 'POST', body: JSON.stringify({ site }), credentials: 'omit' } as const
      const answer: Partial<Stamp> = await (await fetch(`${origin}/api/stamps`, init)).json()
      if (!stamp && Date.now() - now > LATE) letters = 0
      stamp ??= answer.stamp
      solving?.end()
      // Over plain http there is no work.
      if (!answer.captcha && !(answer.work && crypto.subtle)) return
      const { solve } = await import('../proof/proof.ts')
      if (asked === now) solving = solve(answer, form, conversation)
    } catch {
      // The comment is posted without it.
    }
  }

  return {
    begin,
    /** Hears each key that is pressed. */
    key({ code, repeat }: KeyboardEvent): void {
      isKey = code !== '' && !repeat
    },
    /** Hears each change of the text. */
    input({ inputType, data, isComposing, target }: InputEvent): void {
      void begin((target as HTMLTextAreaElement).form!)
      if (isKey && inputType === 'insertText' && !isComposing && graphemes(data ?? '') === 1) letters++
      isKey = false
    },
    /** What goes with the comment. */
    told: (): PostRequest['typing'] => (stamp ? { stamp, letters } : undefined),
    /** What proves the work, if it is there soon. */
    proof: async (say: (words: string) => void) => solving?.soon(say),
    /** The comment is posted, or its box is gone; the next one begins anew. */
    end(): void {
      solving?.end()
      stamp = solving = undefined
      letters = asked = 0
    },
  }
}

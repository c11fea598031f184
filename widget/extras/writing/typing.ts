import { graphemes, type PostRequest, type Stamp } from '../../../server/contract.ts'
import type { Place } from '../../embed/place.ts'

/** A stamp that takes longer than this, in ms, may be younger than what was typed meanwhile; that then does not count. */
const LATE = 1_000

/**
 * Follows how a comment is typed: when it was begun, as the server says and signs, and how many characters single keys
 * put in. What is pasted, dropped, dictated, composed, corrected or repeated by a key that is held down counts as
 * nothing, and so does what comes without a key of a keyboard, as from most assistive software.
 */
export function followTyping({ origin, query: { site } }: Place) {
  let stamp: string | undefined
  let letters = 0
  let isAsked = false
  let isKey = false

  /** Asks for the stamp, once. Nothing waits for it, and without it nothing is told. */
  async function begin(): Promise<void> {
    if (isAsked) return
    isAsked = true
    const asked = Date.now()
    try {
      // A body of plain text needs no preflight.
      const init = { method: 'POST', body: JSON.stringify({ site }), credentials: 'omit' } as const
      const answer: Partial<Stamp> = await (await fetch(`${origin}/api/stamps`, init)).json()
      stamp = answer.stamp
      if (Date.now() - asked > LATE) letters = 0
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
    input({ inputType, data, isComposing }: InputEvent): void {
      void begin()
      if (isKey && inputType === 'insertText' && !isComposing && graphemes(data ?? '') === 1) letters++
      isKey = false
    },
    /** What goes with the comment. */
    told: (): PostRequest['typing'] => (stamp ? { stamp, letters } : undefined),
    /** The comment is posted; the next one begins anew. */
    end(): void {
      stamp = undefined
      letters = 0
      isAsked = false
    },
  }
}

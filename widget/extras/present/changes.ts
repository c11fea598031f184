import type { Changes } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { openStream } from './stream.ts'
import { takeTurns } from './turn.ts'

/** How often a thread is asked for changes where it has no stream, in ms, and how long at the most after failures. */
const EVERY = 30_000
const AT_MOST = 300_000

/** How long no stream is tried after one that failed, in ms: from EVERY up to this, twice as long each time. */
const LONGEST = 1_200_000

/**
 * Learns what changes in a thread while its page is looked at: from the page's one stream when it is this thread's turn,
 * else by asking now and then. A hidden page has no stream and asks nothing; it catches up as soon as it is seen. Ends
 * with the thread.
 */
export function followChanges(conversation: Conversation, take: (changes: Changes) => void): void {
  const { signal } = conversation.gone
  if (signal.aborted) return
  let since = conversation.article.revision
  let asked = Date.now()
  let wait = EVERY
  let timer: number | undefined
  let close: (() => void) | undefined
  let pause = EVERY
  let noStreamUntil = 0
  let isAway = false
  /** An answer counts only as long as nothing has been begun since it was asked for. */
  let begun = 0

  const hear = (changes: Changes) => {
    since = changes.revision
    asked = Date.now()
    take(changes)
  }

  const ask = async (): Promise<void> => {
    const own = begun
    asked = Date.now()
    try {
      const query = { ...conversation.query, since: String(since) }
      const changes = await conversation.read<Changes>('/api/threads/changes', query)
      if (own !== begun) return
      wait = EVERY
      hear(changes)
      if (changes.isMore) return ask()
    } catch {
      if (own !== begun) return
      wait = Math.min(2 * wait, AT_MOST)
    }
    go()
  }

  const listen = () => {
    close = openStream(conversation, since, {
      hear,
      works() {
        asked = Date.now()
        wait = pause = EVERY
      },
      fails() {
        close = undefined
        noStreamUntil = Date.now() + pause
        pause = Math.min(2 * pause, LONGEST)
        go()
      },
    })
  }

  /** Goes on in the way that fits now. */
  const go = () => {
    begun += 1
    clearTimeout(timer)
    const isSeen = !signal.aborted && !document.hidden && !isAway
    const mayListen = isSeen && isMyTurn() && typeof EventSource === 'function' && Date.now() >= noStreamUntil
    if (mayListen && close) return
    close?.()
    close = undefined
    if (mayListen) listen()
    else if (isSeen) timer = setTimeout(ask, Math.max(0, asked + wait - Date.now())) as unknown as number
  }

  const isMyTurn = takeTurns(conversation, go)
  document.addEventListener('visibilitychange', go, { signal })
  // A page that is put aside for the way back must hold no connection.
  for (const type of ['pagehide', 'pageshow']) {
    addEventListener(
      type,
      () => {
        isAway = type === 'pagehide'
        go()
      },
      { signal },
    )
  }
  signal.addEventListener('abort', go)
  go()
}

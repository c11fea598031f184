import type { Changes } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'

/** How long a stream may leave us without a sign of life, in ms: the first, which comes at once, and later ones. */
const AT_FIRST = 20_000
const LATER = 45_000

interface Listener {
  /** The stream has come through. */
  works(): void
  hear(changes: Changes): void
  /** It is of no use and closed. */
  fails(): void
}

/**
 * Opens the stream of what changes in a thread after a revision. One that breaks off is taken up by the browser where it
 * stopped. It has failed when the server refuses it, which ends it for good (WHATWG HTML, server-sent events), and when
 * no event comes in time: the server is away, or something on the way holds back what it sends.
 * @returns what closes it
 */
export function openStream({ place }: Conversation, since: number, listener: Listener): () => void {
  const query = new URLSearchParams({ since: String(since) })
  for (const [name, value] of Object.entries(place.query)) if (value !== undefined) query.set(name, value)
  const source = new EventSource(`${place.origin}/api/threads/stream?${query}`)
  let timer: number | undefined
  let isWaiting = false
  const close = () => {
    clearTimeout(timer)
    source.close()
  }
  const fail = () => {
    close()
    listener.fails()
  }
  const wait = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(fail, ms) as unknown as number
  }
  const begin = () => {
    if (!isWaiting) wait(AT_FIRST)
    isWaiting = true
  }
  const sign = () => {
    wait(LATER)
    isWaiting = false
  }
  source.addEventListener('hello', () => {
    sign()
    listener.works()
  })
  source.onmessage = ({ data }) => {
    sign()
    listener.hear(JSON.parse(data))
  }
  // The browser comes back by itself unless it was refused; how often it is turned away meanwhile does not matter.
  source.onerror = () => (source.readyState === EventSource.CLOSED ? fail() : begin())
  begin()
  return close
}

import type { Conversation } from '../../embed/conversation.ts'

interface Waiting {
  element: Element
  isInView: boolean
  changed(): void
}

/** The threads of this page, and the one whose turn it is. */
const threads = new Set<Waiting>()
let holder: Waiting | undefined

/**
 * Lets the threads of a page take turns at its one stream, because a browser keeps six connections to a host in all of
 * its tabs (HTTP/1.1). The first thread in view has it, until it is out of view and another one in view, or it is gone.
 * @param changed called when the turn comes or goes
 * @returns whether it is this thread's turn now
 */
export function takeTurns({ place: { element }, gone: { signal } }: Conversation, changed: () => void): () => boolean {
  const thread: Waiting = { element, isInView: false, changed }
  threads.add(thread)
  const observer = new IntersectionObserver(entries => {
    thread.isInView = entries[entries.length - 1]!.isIntersecting
    settle()
  })
  observer.observe(element)
  signal.addEventListener('abort', () => {
    observer.disconnect()
    threads.delete(thread)
    settle()
  })
  return () => holder === thread
}

function settle(): void {
  const inView = [...threads].filter(({ isInView }) => isInView)
  const last = holder
  if (last && threads.has(last) && (last.isInView || inView.length === 0)) return
  inView.sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
  holder = inView[0]
  last?.changed()
  holder?.changed()
}

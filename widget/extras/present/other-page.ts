import type { Thread } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { type Place, placeOf } from '../../embed/place.ts'

/** How long a router may take, in ms, to bring the page that belongs to an address; most then bring a thread with it. */
const SETTLING = 50

/** What the server tells an article by; a fragment like `#/…` names a page of its own on some sites. */
const sightOf = ({ query }: Place) => `${query.url.replace(/#(?!!?\/).*/, '')} ${query.canonical}`

const followed = new WeakSet<Conversation>()

/**
 * Follows a page that becomes another one under an element that stays, as single-page routers do. Not every browser
 * tells of `history.pushState`, so changes of the page itself count as signs of it. Ends with the thread.
 */
export function follow(conversation: Conversation): void {
  const { gone, place } = conversation
  const { element, query } = place
  const { signal } = gone
  if (signal.aborted || query.article || element.getAttribute('url') || followed.has(conversation)) return
  followed.add(conversation)
  let seen = sightOf(place)
  let timer = 0

  const look = () => {
    clearTimeout(timer)
    if (sightOf(placeOf(element, place)) !== seen) timer = setTimeout(move, SETTLING) as unknown as number
  }
  const move = async () => {
    const now = placeOf(element, place)
    seen = sightOf(now)
    if (element.follow()) return
    // Which parameters count, and which canonical links, is known to the server alone.
    if (conversation.state.phase === 'ready') {
      const asked = seen
      const answer = conversation.read<Thread>('/api/threads', { ...now.query, limit: 1 })
      const { article } = await answer.catch(() => ({ article: null }))
      if (signal.aborted || asked !== seen || article?.key === conversation.article.key) return
    }
    element.reopen()
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] })
  addEventListener('popstate', look, { signal })
  window.navigation?.addEventListener('currententrychange', look, { signal })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
  look()
}

import type { Thread } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { type Place, placeOf } from '../../embed/place.ts'

/** What the server tells an article by. */
const sightOf = ({ query }: Place) => `${query.url.replace(/#.*/, '')} ${query.canonical}`

const followed = new WeakSet<Conversation>()

/**
 * Follows a page that becomes another one under an element that stays, as single-page routers do. Not every browser
 * tells of `history.pushState`, so changes of the page itself count as signs of it. Ends with the thread.
 */
export function follow(conversation: Conversation): void {
  const { gone, place } = conversation
  const { element, query } = place
  if (query.article || element.getAttribute('url') || followed.has(conversation)) return
  followed.add(conversation)
  const { signal } = gone
  let seen = sightOf(place)

  const check = async () => {
    const now = placeOf(element, place)
    const sight = sightOf(now)
    if (signal.aborted || sight === seen) return
    seen = sight
    if (element.follow()) return
    // Which parameters count, and which canonical links, is known to the server alone.
    if (conversation.state.phase === 'ready') {
      const asked = conversation.read<Thread>('/api/threads', { ...now.query, limit: 1 })
      const { article } = await asked.catch(() => ({ article: null }))
      if (signal.aborted || sight !== seen || article?.key === conversation.article.key) return
    }
    element.reopen()
  }
  const observer = new MutationObserver(check)
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] })
  signal.addEventListener('abort', () => observer.disconnect())
  addEventListener('popstate', check, { signal })
  window.navigation?.addEventListener('currententrychange', check, { signal })
  check()
}

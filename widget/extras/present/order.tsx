import type { ComponentChild } from 'preact'
import type { Sort } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { presentWords } from './words.ts'

const STYLE = {
  font: 'inherit',
  fontSize: '0.875em',
  color: 'var(--muted)',
  background: 'transparent',
  minBlockSize: '44px',
  // Beside a heading and the way to what is one's own, it leaves room for both on a phone.
  maxInlineSize: '8.5em',
  textOverflow: 'ellipsis',
  border: 0,
  cursor: 'pointer',
}

/** The choice of an order, once there is something to order; that by votes, once there are some. */
export function orderOf(conversation: Conversation): ComponentChild {
  const { article, place } = conversation
  if (article.count < 2) return null
  const { order, orders } = presentWords(conversation)
  const offered = (['newest', 'oldest', 'helpful', 'discussed'] as const).filter(
    sort => sort !== 'helpful' || article.votes > 0 || place.sort === sort,
  )
  const choose = (event: Event) => {
    place.sort = (event.currentTarget as HTMLSelectElement).value as Sort
    conversation.load()
  }
  return (
    <select aria-label={order} style={STYLE} value={place.sort} onChange={choose}>
      {offered.map(sort => (
        <option key={sort} value={sort}>
          {orders[sort]}
        </option>
      ))}
    </select>
  )
}

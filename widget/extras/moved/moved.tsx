import type { Conversation } from '../../embed/conversation.ts'
import { pieceWords } from '../present/known.ts'
import { lead } from '../present/permalink.tsx'
import { moved as words } from './words.ts'

/**
 * Leads to the comment that an address of another system named, if it came here; else says of an address that named one of
 * ours that it is gone.
 */
export async function moved(conversation: Conversation, fragment = '#comment-'): Promise<void> {
  const { element, query } = conversation.place
  // A bare number or word is the page's own where it has one, such as a footnote.
  if (/^#\w+$/.test(fragment) && document.getElementById(fragment.slice(1))) return
  if (/\w$/.test(fragment)) {
    const asked = { site: query.site, fragment }
    const found = await conversation.read<{ comment: string }>('/api/moved', asked).catch(() => null)
    if (found) return lead(conversation, found.comment)
    // It was not asked yet whether it is one of ours.
    const number = /^#comment-(\d+)$/.exec(fragment)?.[1]
    if (number) return lead(conversation, number)
  }
  if (!fragment.startsWith('#comment-')) return
  const style = { marginBlockEnd: 'calc(4 * var(--space))' }
  conversation.change({
    notice: (
      <p role="status" style={style}>
        {pieceWords(element, 'moved', words).gone}
      </p>
    ),
  })
}

import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'
import { lead } from '../present/permalink.tsx'

const ENGLISH = { gone: 'The comment that this link leads to is no longer here.' }
const PERSIAN: typeof ENGLISH = { gone: 'دیدگاهی که این پیوند به آن می‌رسد دیگر اینجا نیست.' }

/**
 * Leads to the comment that an address of another system named, if it came here; else says of an address that named one of
 * ours that it is gone.
 */
export async function moved(conversation: Conversation, fragment = '#comment-'): Promise<void> {
  const { element, query } = conversation.place
  if (/\w$/.test(fragment)) {
    const asked = { site: query.site, fragment }
    const found = await conversation.read<{ comment: string }>('/api/moved', asked).catch(() => null)
    if (found) return lead(conversation, found.comment)
  }
  if (!fragment.startsWith('#comment-')) return
  const style = { marginBlockEnd: 'calc(4 * var(--space))' }
  conversation.change({
    notice: (
      <p role="status" style={style}>
        {(isPersian(element) ? PERSIAN : ENGLISH).gone}
      </p>
    ),
  })
}

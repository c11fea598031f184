import type { Shown } from '../../embed/branches.ts'
import type { Scene } from '../../embed/scene.ts'
import { writingWords } from './refusal-words.ts'

/** What happens next with a comment of the reader's own. */
export function Standing({ comment, scene }: { comment: Shown; scene: Scene }) {
  const { waiting, refused, reasons, notKept } = writingWords(scene)
  const isWaiting = comment.status === 'pending'
  const { isKept } = scene.conversation.state
  if (comment.status === 'published' && isKept) return null
  return (
    <p class="standing">
      {comment.status !== 'published' && (
        <>
          <strong>{isWaiting ? waiting.label : refused}</strong>{' '}
          {isWaiting ? waiting.detail : reasons[comment.reason ?? 'other']}{' '}
        </>
      )}
      {!isKept && notKept}
    </p>
  )
}

import type { Shown } from '../../embed/branches.ts'
import type { Scene } from '../../embed/scene.ts'
import { Lazy } from './Lazy.tsx'
import { writingWords } from './refusal-words.ts'

/** What happens next with a comment of the reader's own. */
export function Standing({ comment, scene }: { comment: Shown; scene: Scene }) {
  const { waiting, refused, reasons, notKept } = writingWords(scene)
  const isWaiting = comment.status === 'pending'
  const { isKept } = scene.conversation.state
  const hasAnswer = comment.told || scene.conversation.granted?.includes(comment.id)
  if (comment.status === 'published' && isKept && !hasAnswer) return null
  return (
    <div class="standing">
      {comment.status !== 'published' && (
        <>
          <strong>{isWaiting ? waiting.label : refused}</strong>{' '}
          {isWaiting ? waiting.detail : reasons[comment.reason ?? 'other']}{' '}
        </>
      )}
      {!isKept && notKept}
      {hasAnswer && <Lazy load={async () => (await import('../appeal/appeal.tsx')).Appeal} of={{ comment, scene }} />}
    </div>
  )
}

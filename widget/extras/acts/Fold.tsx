import type { ToolProps } from '../../embed/tools.ts'
import { digits, plural } from '../../shared/words.ts'
import { renew } from '../present/renew.ts'
import { actWords } from './words.ts'

/** Folds the replies of a root away, or out again. It is remembered while the page is open. */
export function Fold({ comment, scene }: ToolProps) {
  const { conversation, lang } = scene
  const { id, parent, replies } = comment
  if (parent !== null || replies === 0) return null
  const { hide, show } = actWords(conversation)
  const isFolded = conversation.folded.has(id)
  const toggle = () => {
    if (isFolded) conversation.folded.delete(id)
    else conversation.folded.add(id)
    renew(conversation, each => each.id === id, id)
  }
  return (
    <button
      type="button"
      part="button"
      aria-expanded={!isFolded}
      aria-label={plural(isFolded ? show : hide, replies, lang)}
      style={{ display: 'inline-flex', alignItems: 'center', gap: 'var(--space)' }}
      onClick={toggle}
    >
      <svg
        viewBox="0 0 16 16"
        width="1em"
        height="1em"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
      >
        <path d={isFolded ? 'M3 8h10M8 3v10' : 'M3 8h10'} />
      </svg>
      <span>{digits(replies, lang)}</span>
    </button>
  )
}

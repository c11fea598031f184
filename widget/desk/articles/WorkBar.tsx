import { words } from '../words.ts'
import type { Work } from './state.ts'
import { stopWork } from './working.ts'

/** How far work has come, with the way to stop it. What it says aloud comes from the desk's one live region. */
export function WorkBar({ work: { kind, moved, total, isStopping } }: { work: Work }) {
  const text = words.articles.progressIn(moved, total)
  return (
    <div class="work-bar">
      <div class="work-line">
        <p>{text}</p>
        <button type="button" class="button" aria-disabled={isStopping} onClick={stopWork}>
          {isStopping ? words.articles.stopping : words.articles.stop}
        </button>
      </div>
      <progress
        class="progress"
        aria-label={kind === 'move' ? words.articles.moving : words.articles.separating}
        aria-valuetext={text}
        {...(total !== null && { max: Math.max(total, moved, 1), value: moved })}
      />
      <p class="hint">{words.articles.leave}</p>
    </div>
  )
}

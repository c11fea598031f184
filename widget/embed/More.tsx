import type { Words } from '../shared/words.ts'
import type { Loading } from './branches.ts'

interface MoreProps {
  state: Loading
  words: Words
  label: string
  more(): void
}

/** The button that fetches more, and says so if it could not. */
export function More({ state, words, label, more }: MoreProps) {
  const isBusy = state === 'busy'
  const hasFailed = state === 'failed'
  return (
    <div class="more">
      {hasFailed && <p class="fault">{words.loadFailed}</p>}
      <button type="button" part="button" aria-disabled={isBusy} onClick={() => isBusy || more()}>
        {isBusy ? words.loading : hasFailed ? words.retry : label}
      </button>
    </div>
  )
}

import type { Desk } from './state.ts'

/** The last sentence for a screen reader. What lies behind an open dialog is not spoken, so that one has this, too. */
export function Said({ said }: Pick<Desk, 'said'>) {
  return (
    <p class="unseen" role="status" aria-live="polite" key="said">
      <span key={said.times}>{said.text}</span>
    </p>
  )
}

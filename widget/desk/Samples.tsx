import { removeSamples } from './samples.ts'
import type { Desk } from './state.ts'
import { words } from './words.ts'

/** At the foot of every queue of a demo site that holds samples: one click takes them away. */
export function Samples({ desk }: { desk: Desk }) {
  const site = desk.me?.sites.find(({ id }) => id === desk.site)
  if (!site?.isDemo || site.samples === 0) return null
  return (
    <div class="samples">
      <p>{words.samples.present(site.samples)}</p>
      <button
        type="button"
        class="text-button"
        aria-disabled={desk.samples === 'busy'}
        onClick={() => void removeSamples()}
      >
        {desk.samples === 'busy' ? words.samples.removing : words.samples.remove}
      </button>
      <p class="trouble" role="alert">
        {desk.samples === 'failed' && words.samples.failed}
      </p>
    </div>
  )
}

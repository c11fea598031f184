import { isFiltered, NO_FILTERS } from './filters.ts'
import { filterBy } from './going.ts'
import { Icon } from './icons.tsx'
import { loadSamples } from './samples.ts'
import type { Desk } from './state.ts'
import { words } from './words.ts'

/** What stands in an empty queue: that all is well, and on the demo site how to fill it. */
export function Empty({ desk }: { desk: Desk }) {
  const site = desk.me?.sites.find(({ id }) => id === desk.site)
  if (isFiltered(desk.filters)) return <NothingFits />
  const offersSamples = site?.isDemo && site.samples === 0 && desk.status === 'pending'
  return (
    <div class="empty">
      <span class="empty-mark">
        <Icon name="approve" />
      </span>
      <h2 class="list-words" tabIndex={-1}>
        {words.empty.heading[desk.status]}
      </h2>
      <p>{words.empty.hint[desk.status]}</p>
      {offersSamples && (
        <>
          <p>{words.empty.samples}</p>
          <button
            type="button"
            class="button filled"
            aria-disabled={desk.samples === 'busy'}
            onClick={() => void loadSamples()}
          >
            {desk.samples === 'busy' ? words.samples.loading : words.samples.load}
          </button>
          <p class="trouble" role="alert">
            {desk.samples === 'failed' && words.samples.failed}
          </p>
        </>
      )}
    </div>
  )
}

function NothingFits() {
  return (
    <div class="empty">
      <h2 class="list-words" tabIndex={-1}>
        {words.empty.nothingFits}
      </h2>
      <p>{words.empty.nothingFitsHint}</p>
      <button type="button" class="button" onClick={() => filterBy(NO_FILTERS)}>
        {words.queue.clear}
      </button>
    </div>
  )
}

import { words } from './words.ts'

/** What stands in place of rows until they come. */
export function Skeleton() {
  return (
    <div class="skeleton">
      <p class="unseen">{words.loading}</p>
      {[1, 2, 3, 4, 5].map(row => (
        <div key={row} class="skeleton-row" aria-hidden="true" />
      ))}
    </div>
  )
}

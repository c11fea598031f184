import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Skeleton } from './Skeleton.tsx'
import { change, type Desk } from './state.ts'
import { words } from './words.ts'

interface OfficeProps {
  /** Fetches the page; it takes the desk as it stands. */
  load(): Promise<ComponentType<{ desk: Desk }>>
  desk: Desk
}

/** A page of the desk that is fetched when it is opened. */
export function Office({ load, desk }: OfficeProps) {
  const [page, setPage] = useState<{ Page: ComponentType<{ desk: Desk }> } | 'failed' | null>(null)
  const fetch = () => {
    setPage(null)
    load().then(
      Page => setPage({ Page }),
      () => setPage('failed'),
    )
  }
  useEffect(fetch, [])
  // The focus that went with the page before finds its place on this one.
  useEffect(() => change({}), [page])
  if (page === null) return <Skeleton />
  if (page !== 'failed') return <page.Page desk={desk} />
  return (
    <main class="opening">
      <p>{words.undrawn}</p>
      <button type="button" class="button" onClick={fetch}>
        {words.retry}
      </button>
    </main>
  )
}

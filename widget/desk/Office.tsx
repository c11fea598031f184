import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Skeleton } from './Skeleton.tsx'
import { words } from './words.ts'

type Room = ComponentType<{ site: string }>

/** The owners' pages, each fetched when it is opened. */
const ROOMS = {
  keys: () => import('./keys/Keys.tsx').then(({ Keys }): Room => Keys),
  webhooks: () => import('./webhooks/Hooks.tsx').then(({ Hooks }): Room => Hooks),
}

/** A page of the desk that comes when it is wanted. */
export function Office({ room, site }: { room: keyof typeof ROOMS; site: string }) {
  const [Page, setPage] = useState<Room | 'failed' | null>(null)
  const load = () => {
    setPage(null)
    ROOMS[room]().then(
      found => setPage(() => found),
      () => setPage('failed'),
    )
  }
  useEffect(load, [room])
  return (
    <main class="work site-page" data-front="list">
      <section class="list">
        <div class="list-scroll" key={site}>
          <div class="site-body">
            {Page === null ? (
              <Skeleton />
            ) : Page === 'failed' ? (
              <p>
                {words.undrawn}{' '}
                <button type="button" class="text-button" onClick={load}>
                  {words.retry}
                </button>
              </p>
            ) : (
              <Page site={site} />
            )}
          </div>
        </div>
      </section>
    </main>
  )
}

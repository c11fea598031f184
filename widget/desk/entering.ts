import { type DeskMe, STATUSES, type Status } from '../../server/contract.ts'
import { ask, showsDoor } from './asking.ts'
import { listKey } from './lists.ts'
import { refresh } from './queue.ts'
import { change, desk, type List } from './state.ts'

const UNKNOWN: List = { cases: [], next: null, phase: 'loading', more: 'idle', cursor: null }

/** The place that the address names: `#site=daily&status=spam`. */
function placeInAddress(): { site: string | null; status: Status } {
  const place = new URLSearchParams(location.hash.slice(1))
  const status = STATUSES.find(name => name === place.get('status'))
  return { site: place.get('site'), status: status ?? 'pending' }
}

/** Asks who is signed in and opens the queue that the address names, else the first where somebody waits. */
export async function openDesk(): Promise<void> {
  change({ phase: 'opening' })
  try {
    enter(await ask<DeskMe>('GET', 'me'))
  } catch (error) {
    if (!showsDoor(error)) change({ phase: 'down' })
  }
}

/** Opens the desk for the person who signed in. */
export function enter(me: DeskMe): void {
  const place = placeInAddress()
  const site =
    me.sites.find(({ id }) => id === place.site) ?? me.sites.find(({ waiting }) => waiting > 0) ?? me.sites[0]
  change({ phase: 'desk', me, site: site?.id ?? null, status: place.status })
  if (site) showQueue(site.id, place.status)
}

/** Asks again who is signed in, for the sites and their samples. */
export async function refreshMe(): Promise<void> {
  change({ me: await ask<DeskMe>('GET', 'me') })
}

/** Puts a queue on screen: at once as it was last seen, then as it is. */
export function showQueue(site: string, status: Status): void {
  const key = listKey(site, status)
  const { lists } = desk()
  change({
    site,
    status,
    lists: lists[key] ? lists : { ...lists, [key]: UNKNOWN },
    chosen: new Set(),
    anchor: null,
    isAskingWhy: false,
    notices: {},
    samples: 'idle',
  })
  history.replaceState(history.state, '', `#${new URLSearchParams({ site, status })}`)
  void refresh()
}

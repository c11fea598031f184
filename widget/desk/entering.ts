import type { DeskMe } from '../../server/contract.ts'
import { keepAddress } from './address-bar.ts'
import { ask, showsDoor } from './asking.ts'
import { NO_FILTERS } from './filters.ts'
import { stand } from './going.ts'
import { followChoice } from './language.ts'
import { readPlace } from './place.ts'
import { change, type Door } from './state.ts'

/**
 * Asks who is signed in and opens the place that the address names, else the first queue where somebody waits.
 * @param why what is known of it should nobody be signed in
 */
export async function openDesk(why?: Door): Promise<void> {
  change({ phase: 'opening' })
  try {
    enter(await ask<DeskMe>('GET', 'me'))
  } catch (error) {
    if (!showsDoor(error, why)) change({ phase: 'down' })
  }
}

/** Opens the desk for the person who signed in. */
export function enter(me: DeskMe): void {
  const place = readPlace(location.hash)
  const known = me.sites.find(({ id }) => id === place.site)
  const site = known ?? me.sites.find(({ waiting }) => waiting > 0) ?? me.sites[0]
  change({ phase: 'desk', me, site: site?.id ?? null })
  void followChoice(me.person.language)
  if (!site) return
  stand(site.id, known ? place : { ...place, filters: NO_FILTERS, q: '', move: null })
  keepAddress('replace')
}

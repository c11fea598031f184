import type { DeskMe } from '../../server/contract.ts'
import { ask } from './asking.ts'
import { change, type Desk, desk } from './state.ts'

/** Asks again who is signed in, for the sites with what waits there. */
export async function refreshMe(): Promise<void> {
  const me = await ask<DeskMe>('GET', 'me')
  if (desk().phase === 'desk') change({ me })
}

/** The site on screen, with the role of who is at the desk. */
export const siteHere = ({ me, site }: Desk = desk()) => me?.sites.find(({ id }) => id === site)

/** Whether who is at the desk owns the site on screen. */
export const isOwner = (state?: Desk): boolean => siteHere(state)?.role === 'owner'

import type { Status } from '../../server/contract.ts'
import { change, desk } from './state.ts'

/** The server counts up to here; beyond it nothing is known but that there are more. */
const MORE = 101

/** Moves comments from one count to another until the server says how many there are. */
export function shiftCount(site: string, from: Status, to: Status, by: number): void {
  const counts = desk().counts[site]
  if (!counts || from === to) return
  const less = counts[from] >= MORE ? MORE : Math.max(0, counts[from] - by)
  const more = Math.min(MORE, counts[to] + by)
  change({ counts: { ...desk().counts, [site]: { ...counts, [from]: less, [to]: more } } })
}

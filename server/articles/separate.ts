import { newId } from '../comments/ids.ts'
import type { Deps } from '../deps.ts'
import type { LocationRow } from '../store/locations.ts'
import type { SiteRow } from '../store/sites.ts'

/** Roots moved in one write, each with everything below it. */
const STEP = 20

/**
 * Gives each page that wrote under another page's address a thread of its own: what was written on it moves there, whole
 * conversations with the page that began them. Canonical links are not followed from now on, or the next comment would
 * go to the shared thread again. Again is no change; ended half-way, the next call goes on.
 * @param until asked between steps whether to go on
 * @returns whether all is done
 */
export async function separatePages(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  site: SiteRow,
  locations: readonly LocationRow[],
  onProgress: (moved: number) => void = () => {},
  until: () => boolean = () => false,
): Promise<boolean> {
  await store.sites.change(site.id, { settings: { followsCanonical: false } })
  let moved = 0
  for (const { id, article_id, key, url, title } of locations) {
    const now = clock()
    await store.moves.make(site.id, { id: newId(now), key, url, title }, now)
    const own = (await store.moves.named(site.id, key))!
    const target = own.moved_to ?? own.id
    if (target === article_id) {
      // An owner has moved the page here: its claim is right.
      await store.locations.forget(id)
      continue
    }
    for (let step = 1; step > 0; onProgress(moved)) {
      step = await store.moves.step(article_id, target, STEP, id)
      moved += step
      if (step > 0 && until()) return false
    }
    await store.moves.part(article_id, target, id)
  }
  return true
}

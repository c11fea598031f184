import { type Place, placeNamed } from '../articles/key.ts'
import { pagesOf } from '../articles/open.ts'
import { cleanTitle } from '../comments/text.ts'
import { LIMITS } from '../contract.ts'
import type { SiteRow } from '../store/sites.ts'
import type { ForeignPage } from './foreign.ts'
import { decodedAgain } from './html-tree.ts'

/** Where the comments of a page go, or why they cannot go anywhere. */
export type ForeignPlace = (Place & { title: string | null }) | { refused: string }

/** Pages that are remembered: their comments mostly stand together. */
const REMEMBERED = 5_000

/** The host of an address that was refused; the scheme may be left out. */
const hostOf = (address: string) => new URL(address.startsWith('//') ? `https:${address}` : address).host

/** Finds the place of each page that a file names, by the rule by which the widget's pages are told apart. */
export function placesOn(site: SiteRow): (page: ForeignPage) => ForeignPlace {
  const pages = pagesOf(site)
  const known = new Map<string, ForeignPlace>()
  return page => {
    const name = JSON.stringify([page.url, page.identifier])
    const found = known.get(name)
    if (found) return found
    if (known.size >= REMEMBERED) known.clear()
    const place = placeOf(page)
    known.set(name, place)
    return place
  }

  function placeOf({ url, identifier, title }: ForeignPage): ForeignPlace {
    const named = cleanTitle(title === null ? undefined : decodedAgain(title))
    let refused: string | null = null
    let isElsewhere = false
    for (const each of [url, identifier]) {
      if (!each || !(each.startsWith('/') || URL.canParse(each))) continue
      // A bare path is one of the host that its address names: pages of two hosts are not one because their paths are.
      if (isElsewhere && /^\/(?!\/)/.test(each)) continue
      const place = placeNamed(each, pages)
      if (typeof place === 'object') return { ...place, title: named }
      isElsewhere ||= place !== 'bad_url'
      refused ??=
        place === 'bad_url'
          ? 'Its page has no address of the web.'
          : `Its page is on ${hostOf(each)}, which is not one of the site’s origins or aliases.`
    }
    if (refused) return { refused }
    const id = identifier?.normalize('NFC').trim() ?? ''
    if (id === '' || id.length > LIMITS.articleIdLength) return { refused: 'It is not known on which page it was.' }
    const origin = site.origins.find(each => each.includes('://')) ?? 'http://localhost'
    return { key: `=${id}`, url: `${origin}/`, title: named }
  }
}

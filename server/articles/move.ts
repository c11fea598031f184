import { newId } from '../comments/ids.ts'
import { LIMITS, type MovePreview, type MoveWay } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import type { MovableRow } from '../store/moves.ts'
import type { SiteRow } from '../store/sites.ts'
import { placeOn } from './open.ts'

type MoveDeps = Pick<Deps, 'store' | 'clock'>

/** What moves and how: found out before anything is changed. */
export interface MovePlan {
  way: MoveWay
  from: MovableRow
  /** Null where the key has no article yet; `url` null where an owner's id says nothing of an address. */
  to: { key: string; url: string | null; article: MovableRow | null }
  /** Whether the old key leads to the new place afterwards. */
  forward: boolean
}

/** Roots moved in one write, each with its replies, so that those who read and post find their turn in between. */
const STEP = 50

/**
 * Looks at what a move would do.
 * @param from a key, path or address of an article of the site
 * @param to likewise; need not have an article yet
 * @throws Problem `unknown_article`, `bad_url`, `origin_refused`, `moved_already` when `from` leads elsewhere by now
 */
export async function planMove(
  { store }: MoveDeps,
  site: SiteRow,
  from: string,
  to: string,
  forward: boolean,
): Promise<MovePlan> {
  const source = await articleNamed(store, site, from)
  if (!source) {
    throw new Problem('unknown_article', { detail: `Nobody has written under “${from}”; look at its address again.` })
  }
  const target = (await store.moves.named(site.id, to)) ?? addressOn(site, to, new URL(source.url).origin)
  const named = await store.moves.named(site.id, target.key)
  const article = named?.moved_to ? await store.moves.byId(named.moved_to) : named
  const place = { key: target.key, url: target.url, article }
  if (source.moved_to !== null) {
    const now = (await store.moves.byId(source.moved_to))!
    if (now.id !== article?.id) {
      throw new Problem('moved_already', {
        detail: `“${source.key}” leads to “${now.key}” already. To move that thread, name “${now.key}”.`,
      })
    }
    // Comments that were under way when an earlier move was ended from outside would still be here.
    return { way: countOf(source) > 0 ? 'merge' : 'none', from: source, to: place, forward }
  }
  if (article === null) return { way: forward ? 'rename' : 'merge', from: source, to: place, forward }
  if (article.id !== source.id) {
    return { way: forward || countOf(source) > 0 ? 'merge' : 'none', from: source, to: place, forward }
  }
  // The other key leads here: then it is the two keys that change places.
  return { way: target.key === source.key ? 'none' : 'swap', from: source, to: { ...place, article: named }, forward }
}

/**
 * Does what was planned. Ended from outside half-way, it has lost nothing, and the same move again does the rest.
 * @param onProgress told how many comments have moved so far
 * @param until asked between steps whether to go on; the rest is left for another call
 * @returns whether all is done
 * @throws Problem `move_under_way` when another move has taken one of the two threads
 */
export async function makeMove(
  { store, clock }: MoveDeps,
  site: SiteRow,
  plan: MovePlan,
  onProgress: (moved: number) => void = () => {},
  until: () => boolean = () => false,
): Promise<boolean> {
  const { way, from, to, forward } = plan
  const url = to.url ?? from.url
  if (way === 'none') return true
  if (way === 'swap') {
    await store.moves.swap(from, to.article!, forward)
    return true
  }
  const now = clock()
  if (way === 'rename') {
    if (await store.moves.rename(from, { key: to.key, url }, { id: newId(now), now })) return true
    return makeMove(
      { store, clock },
      site,
      await planMove({ store, clock }, site, from.key, to.key, forward),
      onProgress,
    )
  }
  // An article that was only seen so far has no title.
  if (!to.article?.title) {
    const key = to.article?.key ?? to.key
    await store.moves.make(site.id, { id: newId(now), key, url, title: from.title }, now)
  }
  const target = to.article ?? (await store.moves.named(site.id, to.key))!
  if (!(await store.moves.claim(from.id, target.id))) throw await underWay(store, from, target)
  let moved = 0
  do {
    for (let step = STEP; step > 0; onProgress(moved)) {
      step = await store.moves.step(from.id, target.id, STEP)
      moved += step
      if (step > 0 && until()) return false
    }
    if (!forward) {
      await store.moves.part(from.id, target.id, null)
      return true
    }
  } while (!(await store.moves.forward(from.id, target.id)))
  return true
}

/** The refusal of a move that would meet another one, with how to end that one. */
async function underWay(store: Deps['store'], from: MovableRow, to: MovableRow): Promise<Problem> {
  const other = await store.moves.underWay([from.id, to.id])
  if (!other) return new Problem('move_under_way')
  return new Problem('move_under_way', {
    detail: `The comments of “${other.from}” are on their way to “${other.to}”. If that move was ended half-way, make it again first.`,
  })
}

/** All comments of an article, whatever their status. */
export const countOf = ({ comments }: MovableRow) => Object.values(comments).reduce((sum, n) => sum + n, 0)

/** A plan in the words of the wire. */
export function previewOf({ way, from, to, forward }: MovePlan): MovePreview {
  const published = (row: MovableRow | null) => row?.comments.published ?? 0
  return {
    way,
    forward,
    from: { key: from.key, title: from.title, url: from.url, count: published(from) },
    to: {
      key: to.key,
      title: to.article?.title ?? null,
      url: to.article?.url ?? to.url ?? from.url,
      count: published(to.article),
    },
    comments: way === 'none' ? 0 : countOf(from),
    there: to.article && to.article.id !== from.id ? countOf(to.article) : 0,
  }
}

async function articleNamed(store: Deps['store'], site: SiteRow, text: string): Promise<MovableRow | null> {
  return (await store.moves.named(site.id, text)) ?? store.moves.named(site.id, addressOn(site, text).key)
}

/**
 * The place that an owner names by a key, a path or an address.
 * @param near the origin that a path is on, where the site has none of its own
 */
function addressOn(site: SiteRow, text: string, near = 'http://localhost'): { key: string; url: string | null } {
  const name = text.trim()
  const base = site.origins.find(origin => origin.includes('://')) ?? near
  const absolute = name.startsWith('//')
    ? `${new URL(base).protocol}${name}`
    : name.startsWith('/')
      ? base + name
      : name
  const id = name.startsWith('=') ? name.slice(1).normalize('NFC').trim() : null
  if (id !== null && id !== '' && id.length <= LIMITS.articleIdLength) return { key: `=${id}`, url: null }
  if (id !== null || !URL.canParse(absolute)) {
    throw new Problem('bad_url', {
      detail:
        `“${text}” is no address. Name the page by its address (https://…), by its path (/story), or by your own id ` +
        'of the article (=story-7).',
    })
  }
  return placeOn(site, { url: absolute })
}

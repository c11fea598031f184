import { readId, spellId } from '../comments/ids.ts'
import { LIMITS, type Order, orderOf, type Queue, type Tab, type TimeOrder } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Filters } from '../store/tabs.ts'
import { doubtOf, type RuleRecord } from './doubt.ts'

/** What a moderator wishes to see of the queue. */
export interface Wish {
  site: string
  tab: Tab
  filters: Filters
  order: Order
  after: string | null
}

/** One page of the queue, with the numbers on its tabs and the place in the log from which changes follow. */
export async function readQueue(
  deps: Deps,
  { site, tab, filters, order, after }: Wish,
): Promise<Omit<Queue, 'pressed'>> {
  // Read before the page, so that what is decided in between is told twice rather than never.
  const seq = await deps.store.queueChanges.head(site)
  const page =
    order === 'doubtful'
      ? await doubtfulFirst(deps, site, tab, filters, after)
      : await inTime(deps, site, tab, filters, order, after)
  return { ...page, counts: await deps.store.queue.counts(site), seq }
}

function inTime(deps: Deps, site: string, tab: Tab, filters: Filters, order: TimeOrder, after: string | null) {
  // A cursor of the other kind leads on from the block it stands in.
  const id = after === null ? null : readId(after.split('.')[0]!)
  return deps.store.queue.page(site, tab, LIMITS.queuePage, id, filters, order)
}

/** The place after a comment in a block that is put in order: the block's beginning, the doubt, and the comment. */
interface Place {
  block: number | null
  doubt: number
  id: number
}

const ALL_OF_IT = 1_001

function readPlace(after: string | null): Place {
  const [block, doubt = String(ALL_OF_IT), id = '0'] = (after ?? '').split('.')
  return { block: block ? readId(block) : null, doubt: Number(doubt), id: readId(id) ?? 0 }
}

const spellPlace = ({ block, doubt, id }: Place) => `${block === null ? '' : spellId(block)}.${doubt}.${spellId(id)}`

/**
 * One page of the next comments of a tab, put in order by how likely a moderator is to decide otherwise than they stand;
 * when all of them were shown, those that come after them in time follow.
 */
async function doubtfulFirst(deps: Deps, site: string, tab: Tab, filters: Filters, after: string | null) {
  const { queue, doubts } = deps.store
  const place = readPlace(after)
  const [{ evidence, end }, fates] = await Promise.all([
    doubts.block(site, tab, place.block, filters),
    doubts.fates(site),
  ])
  const records = recordsOf(fates)
  const direction = orderOf(tab) === 'oldest' ? 1 : -1
  const isAfter = (one: { doubt: number; id: number }, other: { doubt: number; id: number }) =>
    one.doubt < other.doubt || (one.doubt === other.doubt && direction * (one.id - other.id) > 0)
  const left = evidence
    .map(one => ({ id: one.id, doubt: doubtOf(one, records) }))
    .filter(one => isAfter(one, place))
    .sort((one, other) => (isAfter(one, other) ? 1 : -1))
  const shown = left.slice(0, LIMITS.queuePage)
  const last = shown.at(-1)
  const cases = await queue.cases(
    site,
    shown.map(({ id }) => id),
  )
  if (last && left.length > shown.length) return { cases, next: spellPlace({ block: place.block, ...last }) }
  return { cases, next: end === null ? null : spellPlace({ block: end, doubt: ALL_OF_IT, id: 0 }) }
}

function recordsOf(fates: readonly { rule: string; isApproved: number }[]): Map<string, RuleRecord> {
  const records = new Map<string, RuleRecord>()
  for (const { rule, isApproved } of fates) {
    const { decided, approved } = records.get(rule) ?? { decided: 0, approved: 0 }
    records.set(rule, { decided: decided + 1, approved: approved + isApproved })
  }
  return records
}

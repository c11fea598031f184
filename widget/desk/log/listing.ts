import { LIMITS, type LogFormat, type LogPage } from '../../../server/contract.ts'
import { Refusal } from '../../shared/call.ts'
import { keepAddress } from '../address-bar.ts'
import { ask, showsDoor } from '../asking.ts'
import { change, desk, say } from '../state.ts'
import { words } from '../words.ts'
import { type Filter, type Log, type LogFilters, NO_LOG, NO_LOG_FILTERS, queryOf } from './state.ts'

/** How many requests look for one screenful, where the filters leave little; then the moderator is asked. */
const TRIES = 10

function changeLog(part: Partial<Log>): void {
  change({ log: { ...desk().log, ...part } })
}

/** Rises with every question for the log, so that a late answer to an earlier one is known. */
let turn = 0

/** Puts the log of a site on screen: as it was last seen, then as it is. */
export function showLog(site: string, filters: LogFilters): void {
  const { log } = desk()
  const isKnown =
    log.site === site && Object.entries(filters).every(([name, value]) => log.filters[name as Filter] === value)
  change({
    log: isKnown
      ? log
      : { ...NO_LOG, site, filters, ...(log.site === site && { people: log.people, rules: log.rules }) },
  })
  void loadLog()
}

/** Loads the log anew; what is on screen stays until it has come. */
export async function loadLog(): Promise<void> {
  const mine = ++turn
  if (desk().log.phase === 'failed') changeLog({ phase: 'loading' })
  try {
    const page = await look(undefined, mine)
    if (!page) return
    const { entries, next, reached, people, rules } = page
    changeLog({ rows: entries, next, reached, people, rules, phase: 'ready', more: 'idle' })
    say(words.log.foundOf(entries.length, next !== null))
  } catch (error) {
    if (mine !== turn || showsDoor(error)) return
    // An address somebody wrote by hand names what there is not.
    if (error instanceof Refusal && error.problem?.code === 'bad_request') clearFilters()
    else changeLog({ phase: 'failed' })
  }
}

/** Loads the next page. */
export async function loadMoreLog(): Promise<void> {
  const { next, more } = desk().log
  if (next === null || more === 'loading') return
  const mine = turn
  changeLog({ more: 'loading' })
  try {
    const page = await look(next, mine)
    if (page)
      changeLog({ rows: [...desk().log.rows, ...page.entries], next: page.next, reached: page.reached, more: 'idle' })
  } catch (error) {
    if (!showsDoor(error) && mine === turn) changeLog({ more: 'failed' })
  }
}

/** Pages until a screenful is there, or enough was looked through; null when something else is asked for meanwhile. */
async function look(after: string | undefined, mine: number): Promise<LogPage | null> {
  const { site, filters } = desk().log
  if (site === null) return null
  let all: LogPage | undefined
  for (let tries = TRIES, next = after; tries > 0; tries--) {
    const query = { site, ...queryOf(filters), ...(next !== undefined && { after: next }) }
    const page: LogPage = await ask<LogPage>('GET', 'log', { query })
    if (mine !== turn) return null
    all = all
      ? { ...all, entries: [...all.entries, ...page.entries], next: page.next, reached: page.reached ?? all.reached }
      : page
    if (page.next === null || all.entries.length >= LIMITS.logPage / 2) break
    next = page.next
  }
  return all ?? null
}

/** LogFilters by something, or by everything of it again. */
export function setFilter(name: Filter, value: string): void {
  const { site, filters } = desk().log
  if (site === null || filters[name] === value) return
  showLog(site, { ...filters, [name]: value })
  keepAddress('replace')
}

export function clearFilters(): void {
  const { site } = desk().log
  if (site === null) return
  showLog(site, NO_LOG_FILTERS)
  keepAddress('replace')
}

/** Where the whole log of a site is had as a file. */
export const exportAddress = (site: string, format: LogFormat): string =>
  `api/desk/log/export?${new URLSearchParams({ site, format })}`

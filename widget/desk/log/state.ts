import type { LogEntry, LogPage } from '../../../server/contract.ts'

/** What the log is filtered by, as the fields have it; empty for everything. */
export const FILTERS = ['person', 'ruling', 'reason', 'rule', 'from', 'to'] as const
export type Filter = (typeof FILTERS)[number]
export type LogFilters = Readonly<Record<Filter, string>>

export const NO_LOG_FILTERS: LogFilters = { person: '', ruling: '', reason: '', rule: '', from: '', to: '' }

/** The log of the site as it stands on screen. */
export interface Log {
  /** Of which site it is; null before any is known. */
  site: string | null
  filters: LogFilters
  rows: readonly LogEntry[]
  next: string | null
  /** How far back it was looked through. */
  reached: number | null
  phase: 'loading' | 'ready' | 'failed'
  more: 'idle' | 'loading' | 'failed'
  people: LogPage['people']
  rules: readonly string[]
}

export const NO_LOG: Log = {
  site: null,
  filters: NO_LOG_FILTERS,
  rows: [],
  next: null,
  reached: null,
  phase: 'loading',
  more: 'idle',
  people: [],
  rules: [],
}

/** The filters that an address names. */
export function readLogFilters(fragment: string): LogFilters {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''))
  return Object.fromEntries(FILTERS.map(name => [name, parts.get(name) ?? ''])) as LogFilters
}

/** The filters at the end of an address. */
export const spellLogFilters = (filters: LogFilters): string =>
  FILTERS.map(name => filters[name] && `&${new URLSearchParams({ [name]: filters[name] })}`).join('')

/** A day of a field, `2026-11-22`, as the moment at which it begins or ends where the moderator is. */
function momentOf(day: string, isEnd: boolean): string {
  const at = new Date(`${day}T${isEnd ? '23:59:59.999' : '00:00:00'}`).getTime()
  return Number.isNaN(at) ? '' : String(Math.max(0, at))
}

/** What the server is asked for these filters. */
export function queryOf(filters: LogFilters): Record<string, string> {
  const { from, to, ...codes } = filters
  const query = { ...codes, from: from && momentOf(from, false), to: to && momentOf(to, true) }
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}

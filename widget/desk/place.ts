import { TABS, type Tab } from '../../server/contract.ts'
import { type Filters, given, NO_FILTERS, readFilters } from './filters.ts'

export const PAGES = [
  'queue',
  'articles',
  'log',
  'policy',
  'site',
  'people',
  'you',
  'keys',
  'webhooks',
  'mail',
  'export',
  'imports',
  'privacy',
  'words',
] as const
export type Page = (typeof PAGES)[number]

/** Where somebody is at the desk, as the address keeps it. */
export interface Place {
  site: string | null
  page: Page
  status: Tab
  filters: Filters
  /** What was searched for among the articles; empty for nothing. */
  q: string
  /** The move that is looked at; `to` is empty until another address was named. */
  move: { from: string; to: string; isForward: boolean } | null
}

/** The place that a fragment names: `#site=daily&status=spam&language=fa`, `#site=daily&page=articles&q=ferry&move=/old&to=/new`. */
export function readPlace(fragment: string): Place {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''))
  const page = PAGES.find(name => name === parts.get('page')) ?? 'queue'
  const from = page === 'articles' ? parts.get('move') : null
  return {
    site: parts.get('site'),
    page,
    status: TABS.find(name => name === parts.get('status')) ?? 'pending',
    filters: page === 'queue' ? readFilters(parts) : NO_FILTERS,
    q: (page === 'articles' && parts.get('q')) || '',
    move: from ? { from, to: parts.get('to') ?? '', isForward: parts.get('forward') !== 'no' } : null,
  }
}

/** The fragment that names a place. */
export function spellPlace({ site, page, status, filters, q, move }: Place): string {
  const parts = new URLSearchParams({ ...(site !== null && { site }) })
  if (page === 'queue') {
    parts.set('status', status)
    for (const [name, value] of Object.entries(given(filters))) parts.set(name, value)
  } else parts.set('page', page)
  if (page === 'articles' && q) parts.set('q', q)
  if (page === 'articles' && move) {
    parts.set('move', move.from)
    if (move.to) parts.set('to', move.to)
    if (!move.isForward) parts.set('forward', 'no')
  }
  return `#${parts}`
}

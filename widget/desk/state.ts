import { useEffect, useReducer } from 'preact/hooks'
import type {
  AsksWork,
  AuthorRecord,
  Case,
  CaseDetail,
  CountedTab,
  Decision,
  DeskMe,
  Status,
  Tab,
} from '../../server/contract.ts'
import { type Acts, NO_ACTS } from './acts/state.ts'
import { type Articles, type Governing, type Move, NO_ARTICLES, type Work } from './articles/state.ts'
import { type Filters, NO_FILTERS } from './filters.ts'
import { type Log, NO_LOG } from './log/state.ts'
import type { Page } from './place.ts'
import { NO_POLICY, type PolicyDraft } from './policy/state.ts'

/** One queue as it stands on screen: what is loaded of it, and which case the moderator is at. */
export interface List {
  cases: Case[]
  next: string | null
  phase: 'loading' | 'ready' | 'failed'
  more: 'idle' | 'loading' | 'failed'
  cursor: string | null
  /** New cases that would push down what is being read; they wait until they are asked for. */
  held: number
  /** Whether the last look found nothing that fits, though there is more to look through. */
  isSparse: boolean
}

/** A decision over all comments of an author, from its preview on. */
export interface AuthorWork {
  name: string | null
  record: AuthorRecord | 'loading' | 'failed'
  /** How many were ruled on so far; null until it begins. */
  done: number | null
  isStopping: boolean
}

/** Why a case is not what its row said: someone else ruled, it changed, or it is gone. */
export type Notice = { kind: 'ruled'; decision: Decision; status: Status } | { kind: 'changed' } | { kind: 'vanished' }

export interface Toast {
  id: number
  tone: 'quiet' | 'trouble'
  text: string
  /** Single cases the text speaks of, with what is to be said of each. */
  lines?: { name: string | null; text: string }[]
  action?: { label: string; key?: string; run: () => void }
}

/** Why nobody is signed in. */
export type Door = 'invited' | 'none' | 'link' | 'spent' | 'ended' | 'dismissed' | 'left'

export interface Desk {
  phase: 'opening' | 'door' | 'desk' | 'down'
  door: { why: Door; link: string | null; isBusy: boolean; hasFailed: boolean }
  me: DeskMe | null
  site: string | null
  page: Page
  /** The tab of the queue. */
  status: Tab
  filters: Filters
  lists: Readonly<Record<string, List>>
  counts: Readonly<Record<string, Record<CountedTab, number>>>
  /** The newest number of each site's log that is known here. */
  seqs: Readonly<Record<string, number>>
  isFiltering: boolean
  authorWork: AuthorWork | null
  chosen: ReadonlySet<string>
  /** Where a range of selected rows begins. */
  anchor: string | null
  /** Whether the case is in front of the list; means something only on a narrow screen. */
  isCaseOpen: boolean
  /** Sites where much more is posted than is usual now, and whether they ask for work. */
  pressed: Readonly<Record<string, AsksWork | null>>
  /** Whether the last refresh failed. */
  isStale: boolean
  isHelpOpen: boolean
  /** Whether the ways to the other pages are listed over this one. */
  isMenuOpen: boolean
  isNotifying: boolean
  isAskingWhy: boolean
  samples: 'idle' | 'busy' | 'failed'
  notices: Readonly<Record<string, Notice>>
  details: Readonly<Record<string, CaseDetail | 'failed'>>
  articles: Articles
  acts: Acts
  log: Log
  policy: PolicyDraft
  /** The article whose switches are looked at, wherever on the desk one is. */
  governing: Governing | null
  /** The move that an owner looks at. */
  move: Move | null
  /** What is being done at the server, wherever on the desk one is. */
  work: Work | null
  toasts: readonly Toast[]
  /** The last sentence for a screen reader; the number makes a repeated sentence be spoken again. */
  said: { text: string; times: number }
  /** Rises when the keyboard's focus should go to the case at the cursor. */
  focus: number
}

const BEGINNING: Desk = {
  phase: 'opening',
  door: { why: 'none', link: null, isBusy: false, hasFailed: false },
  me: null,
  site: null,
  page: 'queue',
  status: 'pending',
  filters: NO_FILTERS,
  lists: {},
  counts: {},
  seqs: {},
  isFiltering: false,
  authorWork: null,
  chosen: new Set(),
  anchor: null,
  isCaseOpen: false,
  pressed: {},
  isStale: false,
  isHelpOpen: false,
  isMenuOpen: false,
  isNotifying: false,
  isAskingWhy: false,
  samples: 'idle',
  notices: {},
  details: {},
  articles: NO_ARTICLES,
  acts: NO_ACTS,
  log: NO_LOG,
  policy: NO_POLICY,
  governing: null,
  move: null,
  work: null,
  toasts: [],
  said: { text: '', times: 0 },
  focus: 0,
}

let state = BEGINNING
const watchers = new Set<() => void>()

/** The desk as it stands. */
export const desk = (): Desk => state

/** Changes parts of the desk and draws it again before the next frame. */
export function change(part: Partial<Desk>): void {
  state = { ...state, ...part }
  for (const watch of watchers) watch()
}

/** Forgets everything that belonged to a person, as at sign-out, also what was said last. */
export function forgetAll(part: Partial<Desk>): void {
  state = { ...BEGINNING, said: { text: '', times: state.said.times + 1 }, ...part }
  for (const watch of watchers) watch()
}

/** The desk as it stands, for a component that is drawn again whenever it changes. */
export function useDesk(): Desk {
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    const watch = () => redraw(undefined)
    watchers.add(watch)
    watch()
    return () => {
      watchers.delete(watch)
    }
  }, [])
  return state
}

/** Says a sentence to those who listen instead of look. An answer that comes when nobody is at the desk any more is not for them. */
export function say(text: string): void {
  if (state.phase === 'desk') change({ said: { text, times: state.said.times + 1 } })
}

/** Whether list and case stand one after the other. The style sheets hold the same width. */
export const isNarrow = (): boolean => matchMedia('(max-width: 899.98px)').matches

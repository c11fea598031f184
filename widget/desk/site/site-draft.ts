import { useEffect, useReducer } from 'preact/hooks'
import type { DeskSite, SiteChangeAnswer } from '../../../server/contract.ts'
import { POLICY_SETTINGS } from '../../../server/contract.ts'
import { Refusal } from '../../shared/call.ts'
import { troubleOf } from '../articles/trouble.ts'
import { ask, showsDoor } from '../asking.ts'
import { refreshMe } from '../me.ts'
import { desk, say } from '../state.ts'
import { tell } from '../toasts.ts'
import { inLabels, own } from './words.ts'

/** What is typed of a site and not saved. */
export interface Changes {
  name?: string
  origins?: string[]
  settings: Record<string, unknown>
}

/** A site as it stands on screen. */
export interface SiteDraft {
  phase: 'loading' | 'ready' | 'failed'
  saved: DeskSite | null
  changes: Changes
  isSaving: boolean
  /** How many threads a change would move, once that is known and to be said yes to. */
  would: number | null
  trouble: { text: string; lines: string[] } | null
}

const NONE: SiteDraft = {
  phase: 'loading',
  saved: null,
  changes: { settings: {} },
  isSaving: false,
  would: null,
  trouble: null,
}

/** What was typed stays while one looks at other pages of the desk. */
const drafts = new Map<string, SiteDraft>()
const watchers = new Set<() => void>()

/** Nobody finds what somebody else typed in the same browser. */
const keyOf = (site: string) => `${desk().me?.person.id} ${site}`

export const draftOf = (site: string): SiteDraft => drafts.get(keyOf(site)) ?? NONE

export function put(site: string, part: Partial<SiteDraft>): void {
  drafts.set(keyOf(site), { ...draftOf(site), ...part })
  for (const watch of watchers) watch()
}

/** The draft of a site, loaded anew with each visit, for a component that is drawn again whenever it changes. */
export function useDraft(site: string): SiteDraft {
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    const watch = () => redraw(undefined)
    watchers.add(watch)
    void load(site)
    return () => {
      watchers.delete(watch)
    }
  }, [site])
  return draftOf(site)
}

export async function load(site: string): Promise<void> {
  try {
    put(site, { saved: await ask<DeskSite>('GET', `sites/${site}`), phase: 'ready' })
  } catch (error) {
    if (!showsDoor(error) && !draftOf(site).saved) put(site, { phase: 'failed' })
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** A setting as it stands on screen. */
export const settingNow = ({ saved, changes }: SiteDraft, name: string): unknown =>
  name in changes.settings ? changes.settings[name] : saved!.settings[name]

/** Puts another value in place of one, not saved yet; the saved one takes the change back. */
export function setSetting(site: string, name: string, value: unknown): void {
  const { changes, saved } = draftOf(site)
  const { [name]: _, ...others } = changes.settings
  const settings = same(value, saved!.settings[name]) ? others : { ...others, [name]: value }
  put(site, { changes: { ...changes, settings }, would: null, trouble: null })
}

export function setName(site: string, name: string): void {
  const { changes, saved } = draftOf(site)
  const { name: _, ...others } = changes
  put(site, { changes: name === saved!.name ? others : { ...others, name }, trouble: null })
}

export function setOrigins(site: string, origins: string[]): void {
  const { changes, saved } = draftOf(site)
  const { origins: _, ...others } = changes
  put(site, { changes: same(origins, saved!.origins) ? others : { ...others, origins }, would: null, trouble: null })
}

export const countOf = ({ changes: { settings, ...others } }: SiteDraft): number =>
  Object.keys(settings).length + Object.keys(others).length

/** Settings that have a page of their own. */
export const isElsewhere = (name: string) => (POLICY_SETTINGS as readonly string[]).includes(name)

/** Forgets what was typed, with the way back. */
export function discard(site: string): void {
  const { changes } = draftOf(site)
  put(site, { changes: { settings: {} }, trouble: null, would: null })
  tell({ tone: 'quiet', text: own.discard, action: { label: own.undo, key: 'u', run: () => put(site, { changes }) } })
}

/** What decides which page is which article: a change of it may move threads. */
const MOVING = ['aliases', 'parameters', 'hashRoutes', 'indexFiles']

/** Saves what was typed. Where threads would move, it says so first and waits for a second word. */
export async function save(site: string): Promise<void> {
  const { changes, saved, isSaving, would } = draftOf(site)
  if (!saved || isSaving || countOf(draftOf(site)) === 0) return
  put(site, { isSaving: true, trouble: null })
  const mayMove = changes.origins !== undefined || MOVING.some(name => name in changes.settings)
  const body = { seen: saved.seen, ...changes }
  try {
    if (mayMove && would === null) {
      const { movedCount } = await ask<SiteChangeAnswer>('PATCH', `sites/${site}`, { body: { ...body, dryRun: true } })
      if (movedCount > 0) {
        say(own.would(movedCount))
        return put(site, { isSaving: false, would: movedCount })
      }
    }
    const before = takenBack(saved, changes)
    const { site: now } = await ask<SiteChangeAnswer>('PATCH', `sites/${site}`, { body })
    put(site, { saved: now, changes: { settings: {} }, isSaving: false, would: null })
    const undo = { label: own.undo, key: 'u', run: () => void takeBack(site, before) }
    tell({ tone: 'quiet', text: own.saved, ...(!would && { action: undo }) })
    if (changes.name !== undefined) refreshMe().catch(showsDoor)
  } catch (error) {
    fail(site, error)
  }
}

/** The change that takes changes back. */
const takenBack = (saved: DeskSite, { settings, ...others }: Changes): Changes => ({
  ...(others.name !== undefined && { name: saved.name }),
  ...(others.origins !== undefined && { origins: saved.origins }),
  settings: Object.fromEntries(Object.keys(settings).map(name => [name, saved.settings[name]])),
})

async function takeBack(site: string, changes: Changes): Promise<void> {
  try {
    const body = { seen: draftOf(site).saved!.seen, ...changes }
    put(site, { saved: (await ask<SiteChangeAnswer>('PATCH', `sites/${site}`, { body })).site })
    tell({ tone: 'quiet', text: own.undone })
  } catch (error) {
    fail(site, error)
  }
}

function fail(site: string, error: unknown): void {
  put(site, { isSaving: false })
  if (showsDoor(error)) return
  const problem = error instanceof Refusal ? error.problem : null
  const lines = problem?.errors?.map(({ message }) => inLabels(message)) ?? []
  const { text, command } = troubleOf(error)
  put(site, { trouble: { text, lines: command ? [...lines, command] : lines } })
  say([text, ...lines].join(' '))
  // What others have saved comes, and what was typed here stays beside it.
  if (problem?.code === 'site_changed') void load(site)
}

import { LIMITS, type Policy, type PolicySettings, type Trial } from '../../../server/contract.ts'
import { Refusal } from '../../shared/call.ts'
import { troubleOf } from '../articles/trouble.ts'
import { ask, showsDoor } from '../asking.ts'
import { change, desk, say } from '../state.ts'
import { tell } from '../toasts.ts'
import { words } from '../words.ts'
import {
  changedLists,
  changes,
  type ListName,
  listName,
  NO_POLICY,
  type PolicyDraft,
  type TrialState,
} from './state.ts'
import { policyWords } from './words.ts'

function changePolicy(part: Partial<PolicyDraft>): void {
  change({ policy: { ...desk().policy, ...part } })
}

/** Rises with every site that is shown, and with every dry run, so that late answers to earlier ones are known. */
let turn = 0
let trials = 0

/** Puts the policy of a site on screen; what was typed for it and not saved stays. */
export function showPolicy(site: string): void {
  if (desk().policy.site !== site) {
    trials++
    change({ policy: { ...NO_POLICY, site } })
  }
  void loadPolicy()
}

/** Loads the policy anew. */
export async function loadPolicy(): Promise<void> {
  const mine = ++turn
  const { site, phase } = desk().policy
  if (site === null) return
  if (phase === 'failed') changePolicy({ phase: 'loading' })
  try {
    const saved = await ask<Policy>('GET', 'policy', { query: { site } })
    if (mine === turn) changePolicy({ saved, phase: 'ready' })
  } catch (error) {
    if (!showsDoor(error) && mine === turn) changePolicy({ phase: 'failed' })
  }
}

/** Puts another value in place of a setting, not saved yet; the saved one takes the change back. */
export function setSetting<Name extends keyof PolicySettings>(name: Name, value: PolicySettings[Name]): void {
  const { settings, saved } = desk().policy
  const { [name]: _, ...others } = settings
  const isSaved = JSON.stringify(value) === JSON.stringify(saved?.settings[name])
  changePolicy({ settings: isSaved ? others : { ...others, [name]: value }, trouble: null })
}

/** Puts another text in place of a list, not saved yet. */
export function setList(name: ListName, entries: string): void {
  const { lists, saved } = desk().policy
  const { [name]: _, ...others } = lists
  const isSaved = entries === (saved?.lists.find(list => listName(list) === name)?.entries ?? '')
  changePolicy({ lists: isSaved ? others : { ...others, [name]: entries }, trouble: null })
}

/** Forgets what was typed and not saved, with the way back. */
export function discard(): void {
  const { settings, lists, site } = desk().policy
  changePolicy({ settings: {}, lists: {}, trouble: null, trial: null })
  trials++
  tell({
    tone: 'quiet',
    text: policyWords.discarded,
    action: {
      label: words.toast.undo,
      key: 'u',
      run: () => desk().policy.site === site && changePolicy({ settings, lists }),
    },
  })
}

/** Saves what was changed: the settings, then one list after the other, so that what fails names itself. */
export async function save(): Promise<void> {
  const { site, saved, settings, isSaving } = desk().policy
  if (site === null || !saved || isSaving) return
  changePolicy({ isSaving: true, trouble: null })
  let { seen } = saved
  const keep = (policy: Policy, part: Partial<PolicyDraft>) => {
    seen = policy.seen
    if (desk().policy.site === site) changePolicy({ saved: policy, ...part })
  }
  try {
    if (Object.keys(settings).length > 0)
      keep(await ask<Policy>('PUT', 'policy', { body: { site, seen, settings } }), { settings: {} })
    for (const list of changedLists(desk().policy)) {
      const policy = await ask<Policy>('PUT', 'lists', { body: { site, seen, list } })
      const { [listName(list)]: _, ...others } = desk().policy.lists
      keep(policy, { lists: others })
    }
    if (desk().policy.site === site) changePolicy({ isSaving: false, trial: null })
    tell({ tone: 'quiet', text: policyWords.saved })
  } catch (error) {
    if (desk().policy.site === site) changePolicy({ isSaving: false })
    fail(error)
  }
}

function fail(error: unknown): void {
  if (showsDoor(error)) return
  const problem = error instanceof Refusal ? error.problem : null
  const lines = problem?.errors?.map(({ path, message }) => policyWords.fault(path, message)) ?? []
  const { text } = troubleOf(error)
  changePolicy({ trouble: { text, lines } })
  say([text, ...lines].join(' '))
}

/** Asks what the changes would do to the site's last 1,000 comments; shows what was found as it comes. */
export async function tryOut(): Promise<void> {
  const { site, settings, trouble } = desk().policy
  const lists = changedLists(desk().policy)
  if (site === null || changes(desk().policy) === 0) return
  const mine = ++trials
  const found: TrialState = { phase: 'running', looked: 0, changed: [] }
  changePolicy({ trial: found, ...(trouble && { trouble: null }) })
  try {
    for (let after: string | null | undefined; after !== null && found.looked < LIMITS.trial; ) {
      const body: Record<string, unknown> = { site, settings, lists, ...(after && { after }) }
      const page: Trial = await ask<Trial>('POST', 'trials', { body })
      if (mine !== trials) return
      found.looked += page.looked
      // Those first on which moderators had decided otherwise; among them the newest.
      found.changed = [...found.changed, ...page.changed].sort(
        (a, b) => Number(b.isContrary) - Number(a.isContrary) || b.createdAt - a.createdAt,
      )
      after = page.next
      changePolicy({ trial: { ...found } })
    }
    changePolicy({ trial: { ...found, phase: 'done' } })
    say(policyWords.triedOf(found.looked, found.changed.length))
  } catch (error) {
    if (mine !== trials) return
    changePolicy({ trial: found.looked > 0 ? { ...found, phase: 'failed' } : null })
    fail(error)
  }
}

/** Ends a dry run; what it has found stays. */
export function stopTrial(): void {
  const { trial } = desk().policy
  trials++
  if (trial) changePolicy({ trial: { ...trial, phase: 'stopped' } })
}

export function closeTrial(): void {
  trials++
  changePolicy({ trial: null })
}

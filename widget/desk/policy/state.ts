import type { ListKind, Policy, PolicySettings, Trial, WrittenList } from '../../../server/contract.ts'

/** A list by its kind and language: `held_words.fa`. */
export type ListName = `${ListKind}.${string}`

export const listName = ({ kind, language }: Pick<WrittenList, 'kind' | 'language'>): ListName => `${kind}.${language}`

/** What a dry run has found so far. */
export interface TrialState {
  phase: 'running' | 'done' | 'failed' | 'stopped'
  looked: number
  changed: Trial['changed']
}

/** The policy of the site as it stands on screen: what is saved, and what was typed beside it. */
export interface PolicyDraft {
  /** Of which site it is; null before any is known. */
  site: string | null
  phase: 'loading' | 'ready' | 'failed'
  saved: Policy | null
  settings: Partial<PolicySettings>
  lists: Readonly<Record<ListName, string>>
  isSaving: boolean
  /** Why it was not saved or tried, with the lines or settings that are wrong. */
  trouble: { text: string; lines: string[] } | null
  trial: TrialState | null
}

export const NO_POLICY: PolicyDraft = {
  site: null,
  phase: 'loading',
  saved: null,
  settings: {},
  lists: {},
  isSaving: false,
  trouble: null,
  trial: null,
}

/** The text of a list as it stands on screen. */
export const entriesOf = ({ saved, lists }: PolicyDraft, name: ListName): string =>
  lists[name] ?? saved?.lists.find(list => listName(list) === name)?.entries ?? ''

/** A setting as it stands on screen. */
export const settingOf = <Name extends keyof PolicySettings>(
  { saved, settings }: PolicyDraft,
  name: Name,
): PolicySettings[Name] => settings[name] ?? saved!.settings[name]

/** The lists that were changed and not saved. */
export const changedLists = (draft: PolicyDraft): WrittenList[] =>
  (Object.entries(draft.lists) as [ListName, string][]).map(([name, entries]) => {
    const [kind, language] = name.split('.') as [ListKind, string]
    return { kind, language, entries }
  })

/** How many changes are not saved. */
export const changes = ({ settings, lists }: PolicyDraft): number =>
  Object.keys(settings).length + Object.keys(lists).length

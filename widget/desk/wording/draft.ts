import type { DeskSite, OwnPhrase, OwnWords, Phrase, Phrases, SiteChangeAnswer } from '../../../server/contract.ts'
import { ask } from '../asking.ts'

/** What was typed and is not saved: by language and key; null takes a phrase back to the usual one. */
export type Edits = Readonly<Record<string, Readonly<Record<string, OwnPhrase | null>>>>

export const countOf = (edits: Edits): number =>
  Object.values(edits).reduce((n, each) => n + Object.keys(each).length, 0)

/** The same with one phrase typed; what is as it was saved is no edit. */
export function typed(edits: Edits, language: string, { key, own }: Phrase, next: OwnPhrase | null): Edits {
  const { [key]: _, ...others } = edits[language] ?? {}
  const isAsSaved = JSON.stringify(next) === JSON.stringify(own)
  return { ...edits, [language]: isAsSaved ? others : { ...others, [key]: next } }
}

/** An owner's words with what was typed in its place. */
export function merged(words: OwnWords, edits: Edits): OwnWords {
  const languages = new Set([...Object.keys(words), ...Object.keys(edits)])
  return Object.fromEntries(
    [...languages].map(language => {
      const all = Object.entries({ ...words[language], ...edits[language] })
      return [language, Object.fromEntries(all.filter((each): each is [string, OwnPhrase] => each[1] !== null))]
    }),
  )
}

export const loadSite = (site: string) => ask<DeskSite>('GET', `sites/${site}`)
export const loadPhrases = (site: string, language: string) =>
  ask<Phrases>('GET', `sites/${site}/words`, { query: { language } })

export const saveSettings = async (site: string, seen: string, settings: Record<string, unknown>) =>
  (await ask<SiteChangeAnswer>('PATCH', `sites/${site}`, { body: { seen, settings } })).site

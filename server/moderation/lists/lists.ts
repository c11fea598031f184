import { DOMAIN_LISTS, type DomainListKind, WORD_LISTS, type WordListKind, type WrittenList } from '../../contract.ts'
import { type DomainList, readDomainList } from './domain-list.ts'
import type { Folded } from './folded-words.ts'
import { readWordList, type WordList } from './word-list.ts'

/** A site's lists, ready to be asked. */
export interface Lists {
  words: Record<WordListKind, ReadonlyMap<string, WordList>>
  domains: Record<DomainListKind, DomainList>
}

/** A site's lists as they are written; lines that are no entries are left out. */
export function readLists(written: readonly WrittenList[]): Lists {
  const words = Object.fromEntries(
    WORD_LISTS.map(kind => [
      kind,
      new Map(written.filter(list => list.kind === kind).map(list => [list.language, readWordList(list.entries).list])),
    ]),
  )
  const domains = Object.fromEntries(
    DOMAIN_LISTS.map(kind => [
      kind,
      readDomainList(
        written
          .filter(list => list.kind === kind)
          .map(list => list.entries)
          .join('\n'),
      ).list,
    ]),
  )
  return { words, domains } as unknown as Lists
}

/** What a list found: where in the text as it was typed, or only in what readers see of it, or in the name. */
export interface Listed {
  entry: string
  at: { start: number; end: number } | null
  isInName: boolean
}

/**
 * What the site's lists find of a comment: in its text as it was typed, in what readers see of it (marks may stand inside
 * a word), and in its author's name; by the list for all languages, and by that for the text's own. A text whose language
 * is not known is looked through with all of them.
 */
export function listedWords(
  { words }: Lists,
  kind: WordListKind,
  draft: { words: Folded; shown: Folded | null; name: Folded | null; lang: string | null },
): { listed: Listed[]; isWhole: boolean } {
  const listed: Listed[] = []
  let isWhole = true
  for (const [language, list] of words[kind]) {
    if (language !== '' && draft.lang !== null && language !== draft.lang) continue
    const look = (text: Folded | null) => {
      if (!text) return []
      const looked = list.find(text)
      isWhole &&= looked.isWhole
      return looked.found
    }
    const typed = look(draft.words)
    for (const { entry, start, end } of typed) listed.push({ entry, at: { start, end }, isInName: false })
    const known = new Set(typed.map(({ entry }) => entry))
    for (const entry of new Set(look(draft.shown).map(found => found.entry)))
      if (!known.has(entry)) listed.push({ entry, at: null, isInName: false })
    for (const entry of new Set(look(draft.name).map(found => found.entry)))
      listed.push({ entry, at: null, isInName: true })
  }
  return { listed, isWhole }
}

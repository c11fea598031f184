import { DOMAIN_LISTS, type DomainListKind, WORD_LISTS, type WordListKind, type WrittenList } from '../../contract.ts'
import { type DomainList, readDomainList } from './domain-list.ts'
import { type Folded, type Found, readWordList, type WordList } from './word-list.ts'

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

/**
 * Every place at which a list of the site's finds something in a text: the list for all languages, and that for the
 * text's own. A text whose language is not known is looked through with all of them.
 */
export function listedWords(
  { words }: Lists,
  kind: WordListKind,
  draft: { words: Folded; lang: string | null },
): Found[] {
  return [...words[kind]]
    .filter(([language]) => language === '' || draft.lang === null || language === draft.lang)
    .flatMap(([, list]) => list.find(draft.words))
}

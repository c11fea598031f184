import type { ThreadWords } from '../../../server/contract.ts'
import type { ParleyThread } from '../../embed/thread-element.tsx'
import type { Words } from '../../shared/words.ts'
import { own } from '../present/known.ts'

/** What each thread's site says in other words, by language. */
const said = new WeakMap<Element, ThreadWords>()

/** Draws a thread in the words of its site: whatever words come for it, those of the owner take their places. */
export function sayInOwnWords(thread: Element, words: ThreadWords): void {
  const element = thread as ParleyThread
  const isKnown = said.has(element)
  said.set(element, words)
  const inLanguage = (lang: string) => said.get(element)![lang.split('-')[0]!]
  if (!isKnown) {
    let usual = element.words
    own.set(element, () => inLanguage(usual?.lang ?? ''))
    let mixed: Words | null = null
    Object.defineProperty(element, 'words', {
      configurable: true,
      get: () => mixed,
      set(next: Words | null) {
        usual = next
        mixed = next && { ...next, ...(inLanguage(next.lang) as Partial<Words>) }
      },
    })
    element.words = usual
  }
  element.attributeChangedCallback('lang')
}

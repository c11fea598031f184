import type { Pieces } from '../../../locales/locale.ts'
import type { ThreadWords } from '../../../server/contract.ts'

/** The words that have come, by the element they are for; English words come with the pieces and stand in for others. */
const known = new WeakMap<Element, Partial<Pieces>>()
/** What a thread's site says in other words, in the language the thread is drawn in. */
export const own = new WeakMap<Element, () => ThreadWords[string] | undefined>()

/** From now on the pieces of a thread speak these words. */
export const teach = (element: Element, words: Partial<Pieces> | undefined) => known.set(element, words ?? {})

/** The words of a piece for a thread, by its element or by one that is in it. */
export function pieceWords<K extends keyof Pieces>(inside: Element, piece: K, english: Pieces[K]): Pieces[K] {
  const element = known.has(inside) ? inside : (inside.getRootNode() as ShadowRoot).host
  return Object.assign({}, english, known.get(element)?.[piece], own.get(element)?.()?.[piece])
}

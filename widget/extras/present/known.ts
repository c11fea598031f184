import type { Pieces } from '../../../locales/locale.ts'

/** The words that have come, by the element they are for; English words come with the pieces and stand in for others. */
const known = new WeakMap<Element, Partial<Pieces>>()

/** From now on the pieces of a thread speak these words. */
export const teach = (element: Element, words: Partial<Pieces> | undefined) => known.set(element, words ?? {})

/** The words of a piece for a thread, by its element or by one that is in it. */
export function pieceWords<K extends keyof Pieces>(element: Element, piece: K, english: Pieces[K]): Pieces[K] {
  const words = known.get(element) ?? known.get((element.getRootNode() as ShadowRoot).host)
  return { ...english, ...words?.[piece] }
}

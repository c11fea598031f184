import type { Pieces } from '../../../locales/locale.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { fetchWords, tagOf } from '../../embed/language.ts'

const localeOf = (element: Element) => tagOf(element)[2]!

/** What has come, by locale; English words come with the pieces and stand in for others. */
const learned: Record<string, Promise<void> | undefined> = {}
const known: Record<string, Partial<Pieces> | undefined> = {}
/** Threads that are drawn anew when words have come after them. */
const shown = new Set<Conversation>()

function learn(locale: string): Promise<void> | undefined {
  if (locale === 'en') return undefined
  learned[locale] ??= fetchWords<Pieces>(locale, 'pieces').then(
    pieces => {
      known[locale] = pieces
      for (const conversation of shown) conversation.change({})
    },
    () => {},
  )
  return learned[locale]
}

/** Waits for the words of all pieces in the language of a thread, and keeps the thread in that language. */
export async function speak(conversation: Conversation): Promise<void> {
  const { place, gone } = conversation
  if (gone.signal.aborted) return
  shown.add(conversation)
  gone.signal.addEventListener('abort', () => shown.delete(conversation))
  await learn(localeOf(place.element))
}

/** The language a thread is drawn in, as exactly as its page names it: for digits, dates and plural forms. */
export const langOf = ({ place }: Conversation) => place.element.shadowRoot!.querySelector<HTMLElement>('.root')!.lang

/** The words of a piece in the language that an element stands in. */
export function pieceWords<K extends keyof Pieces>(element: Element, piece: K, english: Pieces[K]): Pieces[K] {
  const locale = localeOf(element)
  learn(locale)
  return known[locale]?.[piece] ?? english
}

import type { Pieces } from '../../../locales/locale.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { fetchWords, tagOf } from '../../embed/language.ts'
import type { ParleyThread } from '../../embed/thread-element.tsx'
import { offerHead } from './head.tsx'
import { teach } from './known.ts'

const localeOf = (element: Element) => tagOf(element)[2]!
/** What a thread is drawn in. */
export const rootOf = ({ place }: Conversation) => place.element.shadowRoot!.querySelector<HTMLElement>('.root')!

const learn = async (locale: string) =>
  locale === 'en' ? undefined : fetchWords<Pieces>(locale, 'pieces').catch(() => undefined)

/** Waits for the words of all pieces in the language of a thread; when that changes, what is drawn is drawn anew. */
export async function speak(conversation: Conversation): Promise<void> {
  const { place, gone } = conversation
  if (gone.signal.aborted) return
  let spoken = localeOf(place.element)
  const watch = new MutationObserver(async () => {
    const locale = localeOf(place.element)
    if (locale === spoken) return
    spoken = locale
    teach(place.element, await learn(locale))
    offerHead(conversation)
    ;(place.element as ParleyThread).attributeChangedCallback('lang')
  })
  watch.observe(rootOf(conversation), { attributeFilter: ['lang'] })
  gone.signal.addEventListener('abort', () => watch.disconnect())
  teach(place.element, await learn(spoken))
}

/** The language a thread is drawn in, as exactly as its page names it: for digits, dates and plural forms. */
export const langOf = (conversation: Conversation) => rootOf(conversation).lang

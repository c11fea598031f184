import type { Pieces } from '../../../locales/locale.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { fetchWords, tagOf } from '../../embed/language.ts'
import type { ParleyThread } from '../../embed/thread-element.tsx'
import { offerHead } from './head.tsx'
import { teach } from './known.ts'

/** What a thread is drawn in. */
export const rootOf = ({ place }: Conversation) => place.element.shadowRoot!.querySelector<HTMLElement>('.root')!

const learn = async (locale: string) =>
  locale === 'en' ? undefined : fetchWords<Pieces>(locale, 'pieces').catch(() => undefined)

/**
 * Waits for the words of all pieces in the language of a thread. When that changes, on its element or on what it stands in,
 * what is drawn is drawn anew; what is being written stays.
 */
export async function speak(conversation: Conversation): Promise<void> {
  const { signal } = conversation.gone
  const element = conversation.place.element as ParleyThread
  if (signal.aborted) return
  let spoken = langOf(conversation)
  let locale: string | undefined
  const look = async () => {
    const [, tag, next] = tagOf(element)
    if (next !== locale) {
      locale = next
      const words = await learn(next!)
      // The page has changed its mind meanwhile.
      if (next !== locale) return
      teach(element, words)
      offerHead(conversation)
    }
    if (tag !== spoken) element.attributeChangedCallback('lang')
    spoken = tag!
  }
  const watch = new MutationObserver(look)
  watch.observe(document, { attributeFilter: ['lang'], subtree: true })
  signal.addEventListener('abort', () => watch.disconnect())
  await look()
}

/** The language a thread is drawn in, as exactly as its page names it: for digits, dates and plural forms. */
export const langOf = (conversation: Conversation) => rootOf(conversation).lang

import type { Translation } from '../../../server/contract.ts'
import { languageName } from '../queue-words.ts'
import './translation.css'
import { translationWords as words } from './words.ts'

/** What a machine has made of a text: plain text in its own direction, and whose work it is. */
export function Translated({ made }: { made: Translation }) {
  const { text, lang, dir, from, by } = made
  return (
    <div class="translated">
      <div class="translated-text" lang={lang} dir={dir}>
        {text}
      </div>
      <p class="faint">{from === null ? words.made(by) : words.madeFrom({ host: by, language: languageName(from) })}</p>
    </div>
  )
}

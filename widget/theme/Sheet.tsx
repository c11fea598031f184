import { useState } from 'preact/hooks'
import { sheetWords } from './knob-words.ts'

/** A text to copy. */
export function Sheet({ text }: { text: string }) {
  const [told, setTold] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setTold(sheetWords.copied)
    } catch {
      setTold(sheetWords.byHand)
    }
    setTimeout(() => setTold(''), 3_000)
  }
  return (
    <div class="sheet">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
      <pre tabIndex={0} dir="ltr">
        <code>{text}</code>
      </pre>
      <span>
        <button type="button" class="button filled" onClick={copy}>
          {sheetWords.copy}
        </button>{' '}
        <span class="told" role="status">
          {told}
        </span>
      </span>
    </div>
  )
}

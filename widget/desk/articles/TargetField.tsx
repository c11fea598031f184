import { useEffect, useState } from 'preact/hooks'
import type { DeskArticle } from '../../../server/contract.ts'
import { Readable } from '../Address.tsx'
import { words } from '../words.ts'
import { closeMove, pick, settle, typeTarget } from './moving.ts'
import type { Move } from './state.ts'

const optionId = (n: number) => `move-suggestion-${n}`

/**
 * The field for the other address, with the articles that its text finds below it: a combobox with a list, as the ARIA
 * Authoring Practices describe it (arrows choose, Enter takes, Escape closes).
 */
export function TargetField({ move: { text, suggestions } }: { move: Move }) {
  const [at, setAt] = useState(-1)
  const [isHidden, setHidden] = useState(true)
  const shown = isHidden ? [] : suggestions
  useEffect(() => setAt(-1), [suggestions])
  useEffect(() => document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' }), [at])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by && shown.length) {
      event.preventDefault()
      // One stop of the round is the field itself.
      const stops = shown.length + 1
      setAt(((at + 1 + by + stops) % stops) - 1)
    } else if (by) {
      setHidden(false)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const chosen = shown[at]
      setHidden(true)
      if (chosen) pick(chosen)
      else settle()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (shown.length) setHidden(true)
      else closeMove()
    }
  }

  return (
    <div class="field">
      <label for="move-to">{words.articles.to}</label>
      <div class="target">
        <input
          id="move-to"
          class="input"
          type="text"
          role="combobox"
          dir="auto"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={shown.length > 0}
          aria-controls="move-suggestions"
          aria-activedescendant={shown[at] ? optionId(at) : undefined}
          aria-describedby="move-to-hint"
          value={text}
          onInput={event => {
            setHidden(false)
            typeTarget(event.currentTarget.value)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setHidden(true)
            settle()
          }}
        />
        <div
          class="suggestions"
          id="move-suggestions"
          role="listbox"
          aria-label={words.articles.suggestions}
          hidden={!shown.length}
        >
          {shown.map((article, n) => (
            <Suggestion key={article.key} article={article} n={n} isAt={n === at} />
          ))}
        </div>
      </div>
      <p class="hint" id="move-to-hint">
        {words.articles.toHint}
      </p>
    </div>
  )
}

function Suggestion({ article, n, isAt }: { article: DeskArticle; n: number; isAt: boolean }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys of the whole list.
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field; aria-activedescendant says where it is.
    <div
      id={optionId(n)}
      role="option"
      class="suggestion"
      aria-selected={isAt}
      onPointerDown={event => event.preventDefault()}
      onClick={() => pick(article)}
    >
      {article.title !== null && <bdi class="suggestion-title">{article.title}</bdi>}
      <span class="article-place">
        <Readable address={article.key} />
      </span>
    </div>
  )
}

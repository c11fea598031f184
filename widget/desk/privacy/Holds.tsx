import { useState } from 'preact/hooks'
import type { LegalHolds } from '../../../server/contract.ts'
import { ask } from '../asking.ts'
import { whyNot } from '../keys/doing.ts'
import { privacyWords as words } from './words.ts'

/** The comments that a legal hold keeps, and the form for another one. */
export function Holds({ holds, changed }: { holds: LegalHolds['holds']; changed(): void }) {
  const [link, setLink] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [lifting, setLifting] = useState<string | null>(null)
  const set = async (comment: string, isHeld: boolean) => {
    setTrouble(null)
    try {
      await ask('PUT', `comments/${encodeURIComponent(comment)}/hold`, { body: { isHeld } })
      setLifting(null)
      if (isHeld) setLink('')
      changed()
    } catch (error) {
      setTrouble(whyNot(error))
    }
  }
  const hold = (event: Event) => {
    event.preventDefault()
    const comment = /^(?:\S*\/c\/)?([0-9a-z]{6,})$/i.exec(link.trim())?.[1]
    if (comment) void set(comment, true)
    else setTrouble(words.unknown)
  }
  return (
    <section class="office-part">
      <h3>{words.held}</h3>
      <p class="faint">{words.heldHint}</p>
      {holds.length === 0 ? (
        <p class="faint">{words.noHolds}</p>
      ) : (
        <ul class="office-list">
          {holds.map(({ comment, name, text, article }) => (
            <li key={comment} class="office-row">
              <p dir="auto">{text}</p>
              <p class="faint">
                <bdi>{name ?? words.guest}</bdi> · <bdi>{article}</bdi>
              </p>
              <p class="office-acts">
                <button
                  type="button"
                  class={lifting === comment ? 'button filled severe' : 'button quiet'}
                  onClick={() => (lifting === comment ? void set(comment, false) : setLifting(comment))}
                >
                  {lifting === comment ? words.really : words.lift}
                </button>
                {lifting === comment && (
                  <button type="button" class="button quiet" onClick={() => setLifting(null)}>
                    {words.keep}
                  </button>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <form class="office-form" onSubmit={hold}>
        <h3>{words.hold}</h3>
        <div class="field">
          <label for="hold-link">{words.holdLabel}</label>
          <input
            id="hold-link"
            class="input"
            dir="ltr"
            required
            value={link}
            aria-describedby="hold-link-hint"
            onInput={event => setLink(event.currentTarget.value)}
          />
          <p class="hint" id="hold-link-hint">
            {words.holdHint}
          </p>
        </div>
        {trouble && (
          <p class="trouble" role="alert">
            {trouble}
          </p>
        )}
        <button type="submit" class="button">
          {words.holdGo}
        </button>
      </form>
    </section>
  )
}

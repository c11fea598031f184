import { useId } from 'preact/hooks'
import type { DeskMe, DeskMeRequest } from '../../../server/contract.ts'
import { troubleOf } from '../articles/trouble.ts'
import { ask, showsDoor } from '../asking.ts'
import { followChoice } from '../language.ts'
import { change, desk, say } from '../state.ts'
import { dismiss, tell } from '../toasts.ts'
import { you } from './words.ts'

/** In which language one has the desk; each is called as its speakers call it. */
export function Language({ me }: { me: DeskMe['person'] }) {
  const id = useId()
  const choose = async (language: string | null) => {
    try {
      const body: DeskMeRequest = { language }
      change({ me: await ask<DeskMe>('PATCH', 'me', { body }) })
      // What still stands on the screen was said in the language before.
      for (const { id, tone } of desk().toasts) if (tone === 'quiet') dismiss(id)
      say('')
      await followChoice(language)
    } catch (error) {
      if (!showsDoor(error)) tell({ tone: 'trouble', text: troubleOf(error).text })
    }
  }
  return (
    <section class="policy-part">
      <h3>
        <label for={id}>{you.language}</label>
      </h3>
      <select
        id={id}
        class="input"
        aria-describedby={`${id}-hint`}
        value={me.language ?? ''}
        onChange={event => void choose(event.currentTarget.value || null)}
      >
        <option value="">{you.languageAuto}</option>
        {Object.entries(__DESK_NAMES__).map(([lang, name]) => (
          <option key={lang} value={lang} lang={lang} dir="auto">
            {name}
          </option>
        ))}
      </select>
      <p class="hint" id={`${id}-hint`}>
        {you.languageHint}
      </p>
    </section>
  )
}

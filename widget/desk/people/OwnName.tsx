import { useId, useState } from 'preact/hooks'
import type { DeskMe } from '../../../server/contract.ts'
import { troubleOf } from '../articles/trouble.ts'
import { ask, showsDoor } from '../asking.ts'
import { change } from '../state.ts'
import { tell } from '../toasts.ts'
import { own } from './words.ts'

/** By what name readers and the log call who is at the desk. */
export function OwnName({ me }: { me: DeskMe['person'] }) {
  const id = useId()
  const [trouble, setTrouble] = useState('')
  const save = async (typed: string) => {
    setTrouble('')
    try {
      change({ me: await ask<DeskMe>('PATCH', 'me', { body: { publicName: typed.trim() || null } }) })
      tell({ tone: 'quiet', text: own.saved })
    } catch (error) {
      if (!showsDoor(error)) setTrouble(troubleOf(error).text)
    }
  }
  return (
    <section class="policy-part">
      <form
        class="people-name"
        onSubmit={event => {
          event.preventDefault()
          void save(String(new FormData(event.currentTarget).get('name')))
        }}
      >
        <div class="field">
          <label for={id}>{own.name}</label>
          <input
            id={id}
            class="input"
            name="name"
            dir="auto"
            maxLength={60}
            autocomplete="off"
            defaultValue={me.publicName ?? ''}
            placeholder={me.name}
            aria-describedby={`${id}-hint`}
          />
          <p class="hint" id={`${id}-hint`}>
            {own.nameHint}
          </p>
        </div>
        <button type="submit" class="button">
          {own.save}
        </button>
        <p class="door-trouble" role="alert" dir="auto">
          {trouble}
        </p>
      </form>
    </section>
  )
}

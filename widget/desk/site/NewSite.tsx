import { useId, useState } from 'preact/hooks'
import type { DeskSite } from '../../../server/contract.ts'
import { Refusal } from '../../shared/call.ts'
import { troubleOf } from '../articles/trouble.ts'
import { ask, showsDoor } from '../asking.ts'
import { showPage } from '../going.ts'
import { refreshMe } from '../me.ts'
import { own } from './words.ts'

/** Adds a site, for who owns the installation, and goes to its page. */
export function NewSite() {
  const id = useId()
  const [trouble, setTrouble] = useState('')
  const [isBusy, setBusy] = useState(false)
  const add = async (form: HTMLFormElement) => {
    const read = (name: string) => String(new FormData(form).get(name)).trim()
    setBusy(true)
    setTrouble('')
    try {
      const origins = read('origins').split(/\s+/).filter(Boolean)
      const made = await ask<DeskSite>('POST', 'sites', { body: { id: read('id'), name: read('name'), origins } })
      await refreshMe()
      showPage('site', made.id)
    } catch (error) {
      if (showsDoor(error)) return
      const errors = (error instanceof Refusal && error.problem?.errors) || []
      setTrouble([...errors.map(({ message }) => message)].join(' ') || troubleOf(error).text)
      setBusy(false)
    }
  }
  const field = (name: string, label: string, hint?: string, placeholder?: string) => (
    <div class="field">
      <label for={id + name}>{label}</label>
      <input
        id={id + name}
        class="input"
        name={name}
        required
        dir={name === 'name' ? 'auto' : 'ltr'}
        autocomplete="off"
        placeholder={placeholder}
        aria-describedby={hint && `${id}${name}-hint`}
      />
      {hint && (
        <p class="hint" id={`${id}${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
  return (
    <section class="policy-part" aria-labelledby="new-site-heading">
      <h3 id="new-site-heading">{own.newSite}</h3>
      <p class="faint">{own.newSiteHint}</p>
      <form
        class="site-new"
        onSubmit={event => {
          event.preventDefault()
          if (!isBusy) void add(event.currentTarget)
        }}
      >
        {field('name', own.name)}
        {field('id', own.id, own.idHint, 'daily')}
        {field('origins', own.firstOrigin, undefined, 'https://www.example.org')}
        <p class="door-trouble" role="alert" dir="auto">
          {trouble}
        </p>
        <button type="submit" class="button" aria-disabled={isBusy}>
          {own.add}
        </button>
      </form>
    </section>
  )
}

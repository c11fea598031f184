import { useState } from 'preact/hooks'
import { WEBHOOK_EVENTS, WEBHOOK_SHAPES, type WebhookEvent, type WebhookShape } from '../../../server/contract.ts'
import { ask } from '../asking.ts'
import { whyNot } from '../keys/doing.ts'
import { hookWords as words } from './words.ts'

const EVENTS = Object.keys(WEBHOOK_EVENTS) as WebhookEvent[]

/** The form for another webhook. */
export function AddHook({ site, added }: { site: string; added(): void }) {
  const [name, setName] = useState('')
  const [shape, setShape] = useState<WebhookShape>('standard')
  const [url, setUrl] = useState('')
  const [token, setToken] = useState('')
  const [events, setEvents] = useState<ReadonlySet<WebhookEvent>>(new Set(['pending', 'report', 'appeal']))
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const toggle = (event: WebhookEvent) => {
    const chosen = new Set(events)
    if (!chosen.delete(event)) chosen.add(event)
    setEvents(chosen)
  }
  const add = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    setTrouble(null)
    try {
      const body = { site, name, shape, url: url.trim(), events: [...events], ...(shape === 'matrix' && { token }) }
      await ask('POST', 'webhooks', { body })
      setName('')
      setUrl('')
      setToken('')
      added()
    } catch (error) {
      setTrouble(whyNot(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form class="office-form" onSubmit={add}>
      <h3>{words.add}</h3>
      <div class="field">
        <label for="hook-shape">{words.shape}</label>
        <select
          id="hook-shape"
          class="input"
          value={shape}
          onChange={event => setShape(event.currentTarget.value as WebhookShape)}
        >
          {WEBHOOK_SHAPES.map(each => (
            <option key={each} value={each}>
              {words.shapes[each]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="hook-name">{words.name}</label>
        <input
          id="hook-name"
          class="input"
          dir="auto"
          required
          value={name}
          onInput={event => setName(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for="hook-url">{words.url}</label>
        <input
          id="hook-url"
          class="input"
          dir="ltr"
          type="url"
          required
          value={url}
          aria-describedby="hook-url-hint"
          onInput={event => setUrl(event.currentTarget.value)}
        />
        <p class="hint" id="hook-url-hint">
          {words.urls[shape]}
        </p>
      </div>
      {shape === 'matrix' && (
        <div class="field">
          <label for="hook-token">{words.token}</label>
          <input
            id="hook-token"
            class="input"
            dir="ltr"
            type="password"
            autocomplete="off"
            required
            value={token}
            onInput={event => setToken(event.currentTarget.value)}
          />
        </div>
      )}
      <fieldset>
        <legend>{words.events}</legend>
        {EVENTS.map(each => (
          <label key={each}>
            <input type="checkbox" checked={events.has(each)} onChange={() => toggle(each)} />
            {words.event[each]}
          </label>
        ))}
      </fieldset>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <button type="submit" class="button filled" aria-disabled={isBusy}>
        {isBusy ? words.adding : words.button}
      </button>
    </form>
  )
}

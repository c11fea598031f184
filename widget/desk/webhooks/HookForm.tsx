import { useState } from 'preact/hooks'
import {
  WEBHOOK_EVENTS,
  WEBHOOK_SHAPES,
  type Webhook,
  type WebhookEvent,
  type WebhookShape,
} from '../../../server/contract.ts'
import { ask } from '../asking.ts'
import { whyNot } from '../keys/doing.ts'
import { hookWords as words } from './words.ts'

/** Whether Parley is reached on this machine only; such a one may ask this machine. */
const IS_LOCAL = /^(localhost|127\.|\[::1\]$)/.test(location.hostname)

const EVENTS = Object.keys(WEBHOOK_EVENTS) as WebhookEvent[]

interface HookFormProps {
  site: string
  /** The one that is changed; none where another one is added. */
  hook?: Webhook
  done(): void
  cancel?(): void
}

/** The form for another webhook, or for what one is to be from now on. */
export function HookForm({ site, hook, done, cancel }: HookFormProps) {
  const [name, setName] = useState(hook?.name ?? '')
  const [shape, setShape] = useState<WebhookShape>(hook?.shape ?? 'standard')
  const [url, setUrl] = useState('')
  const [token, setToken] = useState('')
  const [events, setEvents] = useState<ReadonlySet<WebhookEvent>>(
    new Set(hook?.events ?? ['pending', 'report', 'appeal']),
  )
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
      const common = { site, name, events: [...events], ...(token && { token }) }
      if (hook) await ask('PATCH', `webhooks/${hook.id}`, { body: { ...common, ...(url && { url: url.trim() }) } })
      else await ask('POST', 'webhooks', { body: { ...common, shape, url: url.trim() } })
      setName('')
      setUrl('')
      setToken('')
      done()
    } catch (error) {
      setTrouble(whyNot(error))
    } finally {
      setBusy(false)
    }
  }
  const id = (part: string) => `hook-${part}-${hook?.id ?? 'new'}`
  return (
    <form class="office-form" onSubmit={add}>
      {!hook && <h3>{words.add}</h3>}
      {!hook && (
        <div class="field">
          <label for={id('shape')}>{words.shape}</label>
          <select
            id={id('shape')}
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
      )}
      <div class="field">
        <label for={id('name')}>{words.name}</label>
        <input
          id={id('name')}
          class="input"
          dir="auto"
          required
          value={name}
          onInput={event => setName(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={id('url')}>{words.url}</label>
        <input
          id={id('url')}
          class="input"
          dir="ltr"
          type="url"
          required={!hook}
          placeholder={hook?.url}
          value={url}
          aria-describedby={id('url-hint')}
          onInput={event => setUrl(event.currentTarget.value)}
        />
        <p class="hint" id={id('url-hint')}>
          {hook ? words.urlStays : words.urls[shape]}
          {IS_LOCAL && ` ${words.local}`}
        </p>
      </div>
      {shape === 'matrix' && (
        <div class="field">
          <label for={id('token')}>{words.token}</label>
          <input
            id={id('token')}
            class="input"
            dir="ltr"
            type="password"
            autocomplete="off"
            required={!hook}
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
      <p class="office-acts">
        <button type="submit" class="button filled" aria-disabled={isBusy}>
          {hook ? words.save : isBusy ? words.adding : words.button}
        </button>
        {cancel && (
          <button type="button" class="button" onClick={cancel}>
            {words.cancel}
          </button>
        )}
      </p>
    </form>
  )
}

import { useEffect, useState } from 'preact/hooks'
import { type ApiKey, type ApiKeys, KEY_SCOPES, type KeyScope, type MadeKey } from '../../../server/contract.ts'
import { Sheet } from '../../theme/Sheet.tsx'
import { ask } from '../asking.ts'
import { Skeleton } from '../Skeleton.tsx'
import { say } from '../state.ts'
import { words as all } from '../words.ts'
import { whyNot } from './doing.ts'
import './office.css'
import { keyWords as words } from './words.ts'

/** The page of a site's keys, for its owners. */
export function Keys({ site }: { site: string }) {
  const [keys, setKeys] = useState<ApiKey[] | 'failed' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const load = () =>
    ask<ApiKeys>('GET', 'keys', { query: { site } }).then(
      ({ keys }) => setKeys(keys),
      error => whyNot(error) && setKeys('failed'),
    )
  useEffect(() => void load(), [site])
  const revoke = async ({ id, name }: ApiKey) => {
    try {
      await ask('DELETE', `keys/${id}`, { query: { site } })
      say(words.revoked(name))
      await load()
    } catch (error) {
      setTrouble(whyNot(error))
    }
  }
  return (
    <>
      <header>
        <h2 class="log-heading" tabIndex={-1}>
          {words.heading}
        </h2>
        <p class="faint">
          {words.intro} <a href="api">{words.docs}</a>
        </p>
      </header>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {keys === null ? (
        <Skeleton />
      ) : keys === 'failed' ? (
        <p>
          {words.failed}{' '}
          <button type="button" class="text-button" onClick={load}>
            {all.retry}
          </button>
        </p>
      ) : keys.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="office-list">
          {keys.map(key => (
            <Row key={key.id} one={key} revoke={() => revoke(key)} />
          ))}
        </ul>
      )}
      <Make site={site} made={load} />
    </>
  )
}

function Row({ one, revoke }: { one: ApiKey; revoke(): void }) {
  const [isAsking, setAsking] = useState(false)
  return (
    <li class="office-row">
      <div class="office-head">
        <h3 dir="auto">{one.name}</h3>
        <div class="office-acts">
          {isAsking && (
            <button type="button" class="button quiet" onClick={() => setAsking(false)}>
              {words.keep}
            </button>
          )}
          <button
            type="button"
            class={isAsking ? 'button filled severe' : 'button'}
            onClick={() => (isAsking ? revoke() : setAsking(true))}
          >
            {isAsking ? words.really : words.revoke}
            <span class="unseen"> {one.name}</span>
          </button>
        </div>
      </div>
      <p class={one.ended ? 'trouble' : 'faint'} dir="auto">
        {words.about(one)}
      </p>
    </li>
  )
}

function Make({ site, made }: { site: string; made(): void }) {
  const [name, setName] = useState('')
  const [scope, setScope] = useState<KeyScope>('read')
  const [days, setDays] = useState<keyof typeof words.days>('90')
  const [token, setToken] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const make = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    setTrouble(null)
    try {
      const body = { site, name, scope, days: days === 'never' ? null : Number(days) }
      setToken((await ask<MadeKey>('POST', 'keys', { body })).token)
      setName('')
      made()
    } catch (error) {
      setTrouble(whyNot(error))
    } finally {
      setBusy(false)
    }
  }
  if (token !== null)
    return (
      <div class="office-once" role="status">
        <p>{words.once}</p>
        <Sheet text={token} />
        <p>
          <button type="button" class="button" onClick={() => setToken(null)}>
            {words.done}
          </button>
        </p>
      </div>
    )
  return (
    <form class="office-form" onSubmit={make}>
      <h3>{words.make}</h3>
      <div class="field">
        <label for="key-name">{words.name}</label>
        <input
          id="key-name"
          class="input"
          dir="auto"
          required
          value={name}
          aria-describedby="key-name-hint"
          onInput={event => setName(event.currentTarget.value)}
        />
        <p class="hint" id="key-name-hint">
          {words.nameHint}
        </p>
      </div>
      <fieldset>
        <legend>{words.scope}</legend>
        {KEY_SCOPES.map(each => (
          <label key={each}>
            <input type="radio" name="key-scope" checked={scope === each} onChange={() => setScope(each)} />
            {words.scopes[each]}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="key-days">{words.ends}</label>
        <select
          id="key-days"
          class="input"
          value={days}
          onChange={event => setDays(event.currentTarget.value as keyof typeof words.days)}
        >
          {Object.entries(words.days).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <button type="submit" class="button filled" aria-disabled={isBusy}>
        {isBusy ? words.making : words.button}
      </button>
    </form>
  )
}

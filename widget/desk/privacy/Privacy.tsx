import { useEffect, useState } from 'preact/hooks'
import type { Erasures, FoundPersons, LegalHolds } from '../../../server/contract.ts'
import { HERE } from '../../shared/here.ts'
import { ask } from '../asking.ts'
import { Erasing } from '../erasing/Erasing.tsx'
import { whyNot } from '../keys/doing.ts'
import { day } from '../keys/words.ts'
import '../keys/office.css'
import { Skeleton } from '../Skeleton.tsx'
import { words as all } from '../words.ts'
import { Holds } from './Holds.tsx'
import { privacyWords as words } from './words.ts'

type State = Erasures & LegalHolds

/** The page where an owner finds what is kept of somebody, takes it as a file, erases it, or holds what a court may ask for. */
export function Privacy({ site }: { site: string }) {
  const [state, setState] = useState<State | 'failed' | null>(null)
  const load = () =>
    Promise.all([
      ask<Erasures>('GET', 'erasures', { query: { site } }),
      ask<LegalHolds>('GET', 'holds', { query: { site } }),
    ]).then(
      ([erasures, holds]) => setState({ ...erasures, ...holds }),
      error => whyNot(error) && setState('failed'),
    )
  useEffect(() => void load(), [site])
  const isUnderWay = state !== null && state !== 'failed' && state.underWay.length > 0
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => void load(), 10_000)
    return () => clearInterval(timer)
  }, [isUnderWay, site])
  return (
    <>
      <header>
        <h2 class="log-heading" tabIndex={-1}>
          {words.heading}
        </h2>
        <p class="faint">
          {words.intro}{' '}
          <a href={`${HERE}/privacy?site=${encodeURIComponent(site)}`} target="_blank" rel="noreferrer">
            {words.page}
          </a>
        </p>
      </header>
      <Find site={site} changed={load} />
      {state === null ? (
        <Skeleton />
      ) : state === 'failed' ? (
        <p>
          {words.failed}{' '}
          <button type="button" class="text-button" onClick={load}>
            {all.retry}
          </button>
        </p>
      ) : (
        <>
          <Lists state={state} />
          <Holds holds={state.holds} changed={load} />
        </>
      )}
    </>
  )
}

function Lists({ state: { underWay, erasures } }: { state: State }) {
  return (
    <>
      {underWay.length > 0 && (
        <section class="office-part">
          <h3>{words.underWay}</h3>
          <p class="faint">{words.underWayHint}</p>
          <ul class="office-list">
            {underWay.map(({ author, left, name, begunAt }) => (
              <li key={author} class="office-row">
                <p>
                  {words.number(author)}: {words.left(left)}
                </p>
                <p class="faint">
                  {[day(begunAt), name === null ? null : words.asked(name)].filter(Boolean).join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="office-part">
        <h3>{words.erased}</h3>
        {erasures.length === 0 ? (
          <p class="faint">{words.none}</p>
        ) : (
          <ul class="office-list">
            {erasures.map(({ author, by, name, comments, at }) => (
              <li key={author} class="office-row">
                <p>
                  {words.number(author)}: {words.comments(comments)}
                </p>
                <p class="faint">
                  {day(at)} · <bdi>{words.whoErased(by, name)}</bdi>
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function Find({ site, changed }: { site: string; changed(): void }) {
  const [email, setEmail] = useState('')
  const [found, setFound] = useState<FoundPersons['persons'] | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [erasing, setErasing] = useState<string | null>(null)
  const [taking, setTaking] = useState<string | null>(null)
  const find = async (event?: Event) => {
    event?.preventDefault()
    setTrouble(null)
    setErasing(null)
    try {
      const body = { site, email: email.trim() }
      setFound((await ask<FoundPersons>('POST', 'persons', { body })).persons)
    } catch (error) {
      setFound(null)
      setTrouble(whyNot(error))
    }
  }
  const take = async (id: string) => {
    setTaking(id)
    setTrouble(null)
    try {
      const data = await ask<object>('GET', `authors/${id}/data`, { query: { site } })
      const file = new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(file)
      link.download = `parley-${id}.json`
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    } catch (error) {
      setTrouble(whyNot(error))
    } finally {
      setTaking(null)
    }
  }
  return (
    <form class="office-form" onSubmit={find}>
      <h3>{words.find}</h3>
      <div class="field">
        <label for="person-email">{words.email}</label>
        <input
          id="person-email"
          class="input"
          type="email"
          dir="ltr"
          autocomplete="off"
          required
          value={email}
          aria-describedby="person-email-hint"
          onInput={event => setEmail(event.currentTarget.value)}
        />
        <p class="hint" id="person-email-hint">
          {words.emailHint}
        </p>
      </div>
      <button type="submit" class="button filled">
        {words.go}
      </button>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {found?.length === 0 && <p role="status">{words.nobody}</p>}
      {found && found.length > 0 && (
        <ul class="office-list">
          {found.map(({ id, weight }) => (
            <li key={id} class="office-row">
              <p>
                <bdi>{weight.name ?? words.guest}</bdi>: {words.counts(weight.comments, weight.votes)}
              </p>
              {erasing === id ? (
                <Erasing
                  site={site}
                  author={id}
                  leave={isDone => {
                    setErasing(null)
                    if (isDone) setFound(null)
                    changed()
                  }}
                />
              ) : (
                <p class="office-acts">
                  <button type="button" class="button" aria-disabled={taking === id} onClick={() => void take(id)}>
                    {taking === id ? words.taking : words.take}
                  </button>
                  <button type="button" class="button quiet" onClick={() => setErasing(id)}>
                    {words.erase}
                  </button>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}

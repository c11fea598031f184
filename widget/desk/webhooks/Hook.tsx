import { useState } from 'preact/hooks'
import type { Deliveries, Delivery, Webhook } from '../../../server/contract.ts'
import { Sheet } from '../../theme/Sheet.tsx'
import { ask } from '../asking.ts'
import { whyNot } from '../keys/doing.ts'
import { listed } from '../phrases.ts'
import { say } from '../state.ts'
import { HookForm } from './HookForm.tsx'
import { time, hookWords as words } from './words.ts'

/** One webhook: how it does, what was sent, and what can be done about it. */
export function Hook({ hook, site, changed }: { hook: Webhook; site: string; changed(): void }) {
  const [deliveries, setDeliveries] = useState<Delivery[] | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [isChanging, setChanging] = useState(false)
  const at = `webhooks/${hook.id}`
  const query = { site }
  const look = async () => setDeliveries((await ask<Deliveries>('GET', `${at}/deliveries`, { query })).deliveries)
  const act = (work: () => Promise<unknown>) => async () => {
    setTrouble(null)
    try {
      await work()
    } catch (error) {
      setTrouble(whyNot(error))
    }
  }
  const test = act(async () => {
    await ask('POST', `${at}/test`, { query })
    say(words.tested)
    // By then it has been tried, where nothing hangs.
    setTimeout(() => void act(look)(), 1_500)
  })
  const allAgain = act(async () => {
    const { sent } = await ask<{ sent: number }>('POST', `${at}/again`, { query })
    say(words.sent(sent))
    setTimeout(() => void act(look)(), 1_500)
  })
  const turn = act(async () => {
    await ask('PATCH', at, { body: { site, state: hook.state === 'on' ? 'paused' : 'on' } })
    changed()
  })
  const rotate = act(async () => {
    await ask('POST', `${at}/secret`, { query })
    changed()
  })
  const remove = act(async () => {
    await ask('DELETE', at, { query })
    changed()
  })
  const again = (id: string) =>
    act(async () => {
      await ask('POST', `${at}/deliveries/${id}/again`, { query })
      setTimeout(() => void act(look)(), 1_500)
    })
  const about = words.about(hook)
  const isFailing = hook.state === 'on' && hook.failingSince !== null
  return (
    <li class="office-row">
      <div class="office-head">
        <h3 dir="auto">{hook.name}</h3>
        <div class="office-acts">
          <button type="button" class="button" onClick={test}>
            {words.test}
          </button>
          <button type="button" class="button" onClick={turn}>
            {hook.state === 'on' ? words.pause : hook.state === 'dead' ? words.catchUp : words.resume}
          </button>
          <button type="button" class="button" aria-expanded={isChanging} onClick={() => setChanging(!isChanging)}>
            {words.change}
          </button>
          {isAsking && (
            <button type="button" class="button quiet" onClick={() => setAsking(false)}>
              {words.keep}
            </button>
          )}
          <button
            type="button"
            class={isAsking ? 'button filled severe' : 'button quiet'}
            onClick={() => (isAsking ? void remove() : setAsking(true))}
          >
            {isAsking ? words.really : words.remove}
          </button>
        </div>
      </div>
      <p class="office-state" data-state={hook.state} data-failing={isFailing ? '' : undefined}>
        {isFailing ? words.failing : words.state[hook.state]}
        {about && ` · ${about}`}
      </p>
      {isFailing && <p class="faint">{words.failingNext}</p>}
      <p class="faint">
        {words.shapes[hook.shape]} · <bdi dir="ltr">{hook.url}</bdi>
      </p>
      <p class="faint">
        {words.events}: {listed(hook.events.map(event => words.event[event]))}
      </p>
      {isChanging && (
        <HookForm
          site={site}
          hook={hook}
          done={() => {
            setChanging(false)
            changed()
          }}
          cancel={() => setChanging(false)}
        />
      )}
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {hook.secrets.length > 0 && (
        <details>
          <summary>{words.secret}</summary>
          <Sheet text={hook.secrets.join('\n')} />
          <p class="faint">{hook.bothUntil !== null && words.both(time(hook.bothUntil))}</p>
          <button type="button" class="button" onClick={rotate}>
            {words.rotate}
          </button>
        </details>
      )}
      <details onToggle={event => event.currentTarget.open && void act(look)()} open={deliveries !== null}>
        <summary>{words.deliveries}</summary>
        {deliveries?.length === 0 && <p class="faint">{words.noDeliveries}</p>}
        {deliveries && deliveries.length > 0 && <Table deliveries={deliveries} again={again} />}
        <p class="office-acts">
          <button type="button" class="text-button" onClick={act(look)}>
            {words.refresh}
          </button>
          {deliveries?.some(({ outcome }) => outcome === 'failed' || outcome === 'ended') && (
            <button type="button" class="text-button" onClick={allAgain}>
              {words.allAgain}
            </button>
          )}
        </p>
      </details>
    </li>
  )
}

function Table({ deliveries, again }: { deliveries: Delivery[]; again(id: string): () => void }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section class="office-table" tabIndex={0} aria-label={words.deliveries}>
      <table>
        <thead>
          <tr>
            {[...words.columns, ''].map(column => (
              <th key={column} scope="col">
                {column || <span class="unseen">{words.again}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {deliveries.map(one => (
            <tr key={one.id}>
              <td>{time(one.at)}</td>
              <td>{words.event[one.event]}</td>
              <td>{words.wentOf(one)}</td>
              <td class="office-answer" dir="auto" title={one.answer ?? ''}>
                {one.answer}
              </td>
              <td>
                {one.nextAt === null && (
                  <button type="button" class="text-button" onClick={again(one.id)}>
                    {words.again}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

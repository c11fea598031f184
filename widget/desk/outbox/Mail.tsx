import { useEffect, useState } from 'preact/hooks'
import type { Outbox, OutboxDone, OutboxLetter } from '../../../server/contract.ts'
import { ask } from '../asking.ts'
import { whyNot } from '../keys/doing.ts'
import '../keys/office.css'
import { Skeleton } from '../Skeleton.tsx'
import { say } from '../state.ts'
import { words as all } from '../words.ts'
import { time, outboxWords as words } from './words.ts'

/** What becomes of a site's mail: how the mail server does, what waits, what was given up, and who gets none. */
export function Mail({ site }: { site: string }) {
  const [outbox, setOutbox] = useState<Outbox | 'failed' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const query = { site }
  const load = () =>
    ask<Outbox>('GET', 'outbox', { query }).then(setOutbox, error => whyNot(error) && setOutbox('failed'))
  useEffect(() => void load(), [site])

  const act = async (work: () => Promise<void>) => {
    setTrouble(null)
    try {
      await work()
      // By then it has gone, where nothing hangs.
      setTimeout(() => void load(), 1_500)
    } catch (error) {
      setTrouble(whyNot(error))
    }
  }
  const does = (what: 'again' | 'drop') => (letters: string[]) =>
    act(async () => {
      const { done, outbox: after } = await ask<OutboxDone>('POST', `outbox/${what}`, { body: { site, letters } })
      setOutbox(after)
      say(what === 'again' ? words.sent(done) : words.dropped(done))
    })
  const test = () =>
    act(async () => {
      setOutbox(await ask<Outbox>('POST', 'outbox/test', { query }))
      say(words.tested)
    })
  const lift = (id: string) =>
    act(async () => setOutbox(await ask<Outbox>('DELETE', `outbox/suppressed/${id}`, { query })))

  return (
    <>
      <header>
        <h2 class="log-heading" tabIndex={-1}>
          {words.heading}
        </h2>
        <p class="faint">{words.intro}</p>
      </header>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {outbox === null ? (
        <Skeleton />
      ) : outbox === 'failed' ? (
        <p>
          {words.failed}{' '}
          <button type="button" class="text-button" onClick={load}>
            {all.retry}
          </button>
        </p>
      ) : (
        <Told outbox={outbox} test={test} again={does('again')} drop={does('drop')} lift={lift} />
      )}
    </>
  )
}

interface ToldProps {
  outbox: Outbox
  test(): void
  again(letters: string[]): void
  drop(letters: string[]): void
  lift(id: string): void
}

function Told({ outbox, test, again, drop, lift }: ToldProps) {
  const { mail, server, letters, suppressed, testTo } = outbox
  const { sentAt, failedAt, fault, restsUntil } = server
  const isFailing = failedAt !== null && failedAt > (sentAt ?? 0)
  const waiting = letters.filter(({ nextAt }) => nextAt !== null)
  const dead = letters.filter(({ nextAt }) => nextAt === null)
  const isQuiet = letters.length === 0
  return (
    <>
      <section class="office-part" aria-labelledby="mail-server">
        <h3 id="mail-server">{words.server}</h3>
        {mail !== 'on' && <p class="office-state">{words.noMail}</p>}
        {sentAt === null && failedAt === null && mail === 'on' && <p class="faint">{words.never}</p>}
        {sentAt !== null && (
          <p class={isFailing ? 'faint' : 'office-state'} data-state="on">
            {words.works(time(sentAt))}
          </p>
        )}
        {failedAt !== null && fault && (
          <p class={isFailing ? 'office-state' : 'faint'}>
            {words.fails({ at: time(failedAt), why: words.trouble[fault.trouble] })} <code dir="ltr">{fault.code}</code>
          </p>
        )}
        {restsUntil !== null && <p class="faint">{words.rests(time(restsUntil))}</p>}
        {mail === 'on' && (
          <p class="office-acts">
            {testTo !== null && (
              <button type="button" class="button" onClick={test}>
                {words.test}
              </button>
            )}
            <span class="faint">{testTo === null ? words.noTest : words.testTo(testTo)}</span>
          </p>
        )}
      </section>
      {isQuiet ? (
        <p>{words.none}</p>
      ) : (
        <>
          <Letters name="waiting" letters={waiting} all={outbox.waiting} again={again} drop={drop} />
          <Letters name="dead" letters={dead} all={outbox.dead} again={again} drop={drop} />
        </>
      )}
      <section class="office-part" aria-labelledby="mail-suppressed">
        <h3 id="mail-suppressed">{words.suppressed}</h3>
        <p class="faint">{words.suppressedIntro}</p>
        {suppressed.length === 0 && <p>{words.noneSuppressed}</p>}
        {suppressed.length > 0 && (
          <ul class="office-list">
            {suppressed.map(({ id, to, at, fault: why }) => (
              <li key={id} class="office-row">
                <div class="office-head">
                  <p>
                    <bdi dir="ltr">{to}</bdi>{' '}
                    <span class="faint">
                      {words.since(time(at))}
                      {why && (
                        <>
                          {' · '}
                          {words.trouble[why.trouble]} <code dir="ltr">{why.code}</code>
                        </>
                      )}
                    </span>
                  </p>
                  <button type="button" class="button" onClick={() => lift(id)}>
                    {words.lift}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

interface LettersProps extends Pick<ToldProps, 'again' | 'drop'> {
  name: 'waiting' | 'dead'
  letters: OutboxLetter[]
  all: number
}

/** Letters of one sort, and what can be done about each and all of them. */
function Letters({ name, letters, all: count, again, drop }: LettersProps) {
  const ids = letters.map(({ id }) => id)
  const useful = letters.filter(({ isOfUse }) => isOfUse).map(({ id }) => id)
  return (
    <section class="office-part" aria-labelledby={`mail-${name}`}>
      <h3 id={`mail-${name}`}>
        {words[name]} ({words.many(count)})
      </h3>
      {letters.length === 0 && <p class="faint">{name === 'dead' ? words.noneDead : words.noneWaits}</p>}
      {letters.length > 0 && (
        <ul class="office-list">
          {letters.map(letter => (
            <Row key={letter.id} letter={letter} again={again} drop={drop} />
          ))}
        </ul>
      )}
      {count > letters.length && <p class="faint">{words.more({ shown: letters.length, all: words.many(count) })}</p>}
      {letters.length > 1 && (
        <p class="office-acts">
          {useful.length > 0 && (
            <button type="button" class="text-button" onClick={() => again(useful)}>
              {words.allAgain}
            </button>
          )}
          <button type="button" class="text-button" onClick={() => drop(ids)}>
            {words.allDrop}
          </button>
        </p>
      )}
    </section>
  )
}

function Row({ letter, again, drop }: { letter: OutboxLetter } & Pick<ToldProps, 'again' | 'drop'>) {
  const { id, kind, to, at, nextAt, isOfUse, fault } = letter
  const how = words.about(letter)
  return (
    <li class="office-row">
      <div class="office-head">
        <p>
          <bdi dir="ltr">{to}</bdi>: {words.kindOf(kind)} <span class="faint">{time(at)}</span>
        </p>
        <div class="office-acts">
          {isOfUse && (
            <button type="button" class="button" onClick={() => again([id])}>
              {nextAt === null ? words.again : words.now}
            </button>
          )}
          <button type="button" class="button quiet" onClick={() => drop([id])}>
            {words.drop}
          </button>
        </div>
      </div>
      {fault && (
        <p>
          {capital(words.trouble[fault.trouble])} <code dir="ltr">{fault.code}</code>
        </p>
      )}
      {how && <p class="faint">{how}</p>}
    </li>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

import { useId, useState } from 'preact/hooks'
import type { Passkey } from '../../../server/contract.ts'
import { ask, showsDoor } from '../asking.ts'
import { moment } from '../phrases.ts'
import { say } from '../state.ts'
import { inWords, knowsPasskeys, makePasskey } from './passkey.ts'
import { unnamed, ways, you } from './words.ts'
import type { PartProps } from './You.tsx'

/** One's passkeys, and the making of another. */
export function Passkeys({ account, isFresh, reload }: PartProps) {
  const { passkeys, codes, sessions } = account
  const [name, setName] = useState(sessions.find(({ isHere }) => isHere)?.browser ?? unnamed(Date.now()))
  const [isBusy, setBusy] = useState(false)
  const [told, setTold] = useState({ text: '', isTrouble: false })
  const id = useId()

  const does = async (work: () => Promise<unknown>, done: string) => {
    if (isBusy) return
    setBusy(true)
    setTold({ text: '', isTrouble: false })
    try {
      await work()
      setTold({ text: done, isTrouble: false })
      say(done)
      await reload()
    } catch (error) {
      if (!showsDoor(error)) setTold({ text: inWords(error), isTrouble: true })
    } finally {
      setBusy(false)
    }
  }
  const isLast = passkeys.filter(({ stoppedAt }) => stoppedAt === null).length === 1 && codes.left === 0

  return (
    <section class="policy-part" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{you.passkeys}</h3>
      <p class="faint">{you.passkeysIntro}</p>
      {passkeys.length === 0 && <p>{you.noPasskeys}</p>}
      {passkeys.length > 0 && (
        <ul class="you-list">
          {passkeys.map(each => (
            <Row
              key={each.id}
              passkey={each}
              isLast={isLast && each.stoppedAt === null}
              isFresh={isFresh}
              does={does}
            />
          ))}
        </ul>
      )}
      {!knowsPasskeys() && <p class="faint">{you.unable}</p>}
      {knowsPasskeys() && isFresh && (
        <form
          class="you-line"
          onSubmit={event => {
            event.preventDefault()
            void does(() => makePasskey(name.trim() || unnamed(Date.now())), you.added)
          }}
        >
          <label for={`${id}-name`}>{you.name}</label>
          <input
            id={`${id}-name`}
            class="input"
            dir="auto"
            maxLength={60}
            value={name}
            onInput={event => setName(event.currentTarget.value)}
          />
          <button type="submit" class="button filled" aria-disabled={isBusy}>
            {isBusy ? ways.waiting : you.make}
          </button>
        </form>
      )}
      <p class={told.isTrouble ? 'trouble' : 'faint'} role={told.isTrouble ? 'alert' : undefined}>
        {told.text}
      </p>
    </section>
  )
}

interface RowProps {
  passkey: Passkey
  isLast: boolean
  isFresh: boolean
  does(work: () => Promise<unknown>, done: string): Promise<void>
}

function Row({ passkey, isLast, isFresh, does }: RowProps) {
  const { id, name, isSynced, createdAt, usedAt, stoppedAt } = passkey
  const [mode, setMode] = useState<'rest' | 'renaming' | 'removing'>('rest')
  const [typed, setTyped] = useState(name)
  const facts = [
    you.made(moment(createdAt)),
    usedAt === null ? you.unused : you.used(moment(usedAt)),
    ...(isSynced ? [you.synced] : []),
  ]
  return (
    <li>
      <div class="you-what">
        <strong dir="auto">{name}</strong>
        <span class="faint">{facts.join(' · ')}</span>
        {stoppedAt !== null && <span class="trouble">{you.stopped}</span>}
      </div>
      {mode === 'rest' && (
        <div class="you-acts">
          <button type="button" class="text-button" onClick={() => setMode('renaming')}>
            {you.rename} <span class="unseen">{name}</span>
          </button>
          {isFresh && (
            <button
              type="button"
              class="text-button"
              aria-label={you.removeNamed(name)}
              onClick={() => setMode('removing')}
            >
              {you.remove}
            </button>
          )}
        </div>
      )}
      {mode === 'renaming' && (
        <form
          class="you-line"
          onSubmit={event => {
            event.preventDefault()
            setMode('rest')
            if (typed.trim())
              void does(
                () => ask('PATCH', `passkeys/${id}`, { body: { name: typed.trim() } }),
                `${you.newName(name)}: ${typed}`,
              )
          }}
        >
          <input
            class="input"
            dir="auto"
            maxLength={60}
            aria-label={you.newName(name)}
            value={typed}
            ref={input => input?.focus()}
            onInput={event => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            {you.save}
          </button>
        </form>
      )}
      {mode === 'removing' && (
        <div class="you-really" role="alert">
          <p>{isLast ? you.lastWay : you.reallyRemove}</p>
          <button
            type="button"
            class="button filled severe"
            onClick={() => void does(() => ask('DELETE', `passkeys/${id}`), you.removed)}
          >
            {you.remove}
          </button>
          <button type="button" class="button" onClick={() => setMode('rest')}>
            {you.keep}
          </button>
        </div>
      )}
    </li>
  )
}

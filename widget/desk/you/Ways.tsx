import { useEffect, useId, useState } from 'preact/hooks'
import type { DeskEntry } from '../../../server/contract.ts'
import { ask } from '../asking.ts'
import { arrive } from '../session.ts'
import { enterByPasskey, inWords, knowsPasskeys, offersPasskeys } from './passkey.ts'
import { ways } from './words.ts'
import './you.css'

/** A question waits so long for its answer before the browser is asked anew, in ms; the server's lasts five minutes. */
const ASKED_ANEW = 4 * 60_000

/** The ways in that need nobody else: a passkey, and a recovery code for the day when it is out of reach. */
export function Ways({ isOffering }: { isOffering: boolean }) {
  const [isTyping, setTyping] = useState(!knowsPasskeys())
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState<'passkey' | 'code' | null>(null)
  const [trouble, setTrouble] = useState('')
  const [providers, setProviders] = useState<string[]>([])
  const id = useId()
  // Where nothing comes back, the other ways are there.
  useEffect(() => {
    ask<{ providers: string[] }>('GET', 'session/providers').then(
      said => setProviders(said.providers),
      () => {},
    )
  }, [])

  const enter = async (way: 'passkey' | 'code', by: () => Promise<DeskEntry>) => {
    if (busy) return
    setBusy(way)
    setTrouble('')
    try {
      arrive(await by())
    } catch (error) {
      setTrouble(inWords(error))
    } finally {
      setBusy(null)
    }
  }

  // Where the browser can, it offers passkeys by itself. Whatever comes of that but somebody who is let in is not told: nobody
  // has asked for anything yet.
  useEffect(() => {
    if (!isOffering) return
    let isGone = false
    const offer = async () => {
      if (isGone || !(await offersPasskeys())) return
      await enterByPasskey(true).then(
        entry => isGone || arrive(entry),
        () => {},
      )
    }
    void offer()
    const timer = setInterval(offer, ASKED_ANEW)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [isOffering])

  return (
    <div class="you-ways">
      {knowsPasskeys() && (
        <button
          type="button"
          class="button filled"
          aria-disabled={busy !== null}
          onClick={() => void enter('passkey', enterByPasskey)}
        >
          {busy === 'passkey' ? ways.waiting : ways.passkey}
        </button>
      )}
      {providers.map(name => (
        <a key={name} class="button" href={`desk/sign-in/${name}`}>
          {ways.openid(name)}
        </a>
      ))}
      {!isTyping && (
        <button type="button" class="text-button" onClick={() => setTyping(true)}>
          {ways.orCode}
        </button>
      )}
      {isTyping && (
        <form
          class="you-ways-code"
          onSubmit={event => {
            event.preventDefault()
            if (code.trim()) void enter('code', () => ask<DeskEntry>('POST', 'session/code', { body: { code } }))
          }}
        >
          <label for={`${id}-code`}>{ways.code}</label>
          <input
            id={`${id}-code`}
            class="input"
            dir="ltr"
            autocomplete="off webauthn"
            autocapitalize="off"
            spellcheck={false}
            maxLength={100}
            aria-describedby={`${id}-hint`}
            value={code}
            onInput={event => setCode(event.currentTarget.value)}
          />
          <p class="faint" id={`${id}-hint`}>
            {ways.codeHint}
          </p>
          <button type="submit" class="button" aria-disabled={busy !== null}>
            {ways.enter}
          </button>
        </form>
      )}
      <p class="trouble" role="alert">
        {trouble}
      </p>
    </div>
  )
}

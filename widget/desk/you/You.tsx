import { useCallback, useEffect, useState } from 'preact/hooks'
import type { DeskAccount } from '../../../server/contract.ts'
import { ask, showsDoor } from '../asking.ts'
import type { Desk } from '../state.ts'
import { words } from '../words.ts'
import { Codes } from './Codes.tsx'
import { Language } from './Language.tsx'
import { Passkeys } from './Passkeys.tsx'
import { Sessions } from './Sessions.tsx'
import { Ways } from './Ways.tsx'
import { you } from './words.ts'
import './you.css'

/** What the parts of the page are given. */
export interface PartProps {
  account: DeskAccount
  /** Whether the ways in can be changed now. */
  isFresh: boolean
  /** Asks the server again how things stand. */
  reload(): Promise<void>
}

/** One's own page at the desk: how one comes in, and where one is in. */
export function You({ desk: { me } }: { desk: Desk }) {
  const [account, setAccount] = useState<DeskAccount | 'failed' | null>(null)
  const [isFresh, setFresh] = useState(false)
  const reload = useCallback(
    () => ask<DeskAccount>('GET', 'account').then(setAccount, error => void (showsDoor(error) || setAccount('failed'))),
    [],
  )
  // Whoever signs in once more from here is somebody whom the desk opens for anew.
  useEffect(() => void reload(), [me])
  useEffect(() => {
    if (account === null || account === 'failed') return
    const left = account.freshUntil - Date.now()
    setFresh(left > 0)
    const timer = left > 0 ? setTimeout(setFresh, left, false) : undefined
    return () => clearTimeout(timer)
  }, [account])

  return (
    <main class="work you-page" data-front="list">
      <section class="list" aria-label={you.heading}>
        <div class="list-scroll">
          <div class="you-body">
            <header>
              <h2 class="log-heading" tabIndex={-1}>
                {you.heading}
              </h2>
              <p class="faint">
                {you.signedInAs} <bdi>{me?.person.name}</bdi>
              </p>
            </header>
            {account === null && <p class="faint">{words.loading}</p>}
            {account === 'failed' && (
              <p>
                {you.unreachable}{' '}
                <button type="button" class="text-button" onClick={() => void reload()}>
                  {words.retry}
                </button>
              </p>
            )}
            {account !== null && account !== 'failed' && (
              <>
                {!isFresh && (
                  <section class="you-stale">
                    <p>{you.stale}</p>
                    <Ways isOffering={false} />
                    <p class="faint">{you.noWay}</p>
                  </section>
                )}
                <Passkeys account={account} isFresh={isFresh} reload={reload} />
                <Codes account={account} isFresh={isFresh} reload={reload} />
                <Sessions account={account} isFresh={isFresh} reload={reload} />
              </>
            )}
            {me && <Language me={me.person} />}
          </div>
        </div>
      </section>
    </main>
  )
}

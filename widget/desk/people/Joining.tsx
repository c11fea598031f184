import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { DeskMe, Invitation } from '../../../server/contract.ts'
import { Refusal } from '../../shared/call.ts'
import { troubleOf } from '../articles/trouble.ts'
import { ask } from '../asking.ts'
import { enter } from '../entering.ts'
import { clearLedger } from '../ledger.ts'
import { type Desk, forgetAll } from '../state.ts'
import { own } from './words.ts'

/** The page that an invitation opens: who invites to what, and one button. Looking at it spends nothing. */
export function Joining({ desk }: { desk: Desk }) {
  const id = useId()
  const invitation = desk.door.link!
  const [told, setTold] = useState<Invitation | 'spent' | 'silent' | null>(null)
  const [isOther, setOther] = useState(false)
  const [trouble, setTrouble] = useState('')
  const [isBusy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const faultOf = (error: unknown) => (error instanceof Refusal && error.problem ? 'spent' : 'silent')
  const look = () => {
    setTold(null)
    ask<Invitation>('POST', 'invitation', { body: { invitation } }).then(setTold, error => setTold(faultOf(error)))
  }
  useEffect(look, [invitation])
  useEffect(() => heading.current?.focus(), [])
  const join = async (name?: string) => {
    setBusy(true)
    setTrouble('')
    try {
      const me = await ask<DeskMe>('POST', 'invitation/acceptance', { body: { invitation, ...(name && { name }) } })
      clearLedger()
      forgetAll({ phase: 'opening' })
      enter(me)
    } catch (error) {
      setBusy(false)
      setTrouble(faultOf(error) === 'silent' ? own.silent : troubleOf(error).text)
    }
  }
  return (
    <main class="door">
      <p class="brand">Parley</p>
      <h1 ref={heading} tabIndex={-1}>
        {own.join}
      </h1>
      {told === null && <p>{own.loading}</p>}
      {told === 'spent' && <p>{own.spent}</p>}
      {told === 'silent' && (
        <>
          <p>{own.silent}</p>
          <button type="button" class="button" onClick={look}>
            {own.retry}
          </button>
        </>
      )}
      {told && typeof told === 'object' && (
        <>
          <p>{own.joinAs[told.role]({ name: told.invitedBy, site: told.siteName })}</p>
          {told.me !== null && !isOther ? (
            <>
              <button type="button" class="button filled" aria-disabled={isBusy} onClick={() => !isBusy && void join()}>
                {own.joinMe(told.me)}
              </button>
              <button type="button" class="button quiet" onClick={() => setOther(true)}>
                {own.joinOther}
              </button>
            </>
          ) : (
            <form
              class="people-join"
              onSubmit={event => {
                event.preventDefault()
                if (!isBusy) void join(String(new FormData(event.currentTarget).get('name')))
              }}
            >
              <div class="field">
                <label for={id}>{own.yourName}</label>
                <input
                  id={id}
                  class="input"
                  name="name"
                  dir="auto"
                  required
                  maxLength={60}
                  autocomplete="name"
                  aria-describedby={`${id}-hint`}
                />
                <p class="hint" id={`${id}-hint`}>
                  {own.yourNameHint}
                </p>
              </div>
              <button type="submit" class="button filled" aria-disabled={isBusy}>
                {own.joinNow}
              </button>
            </form>
          )}
          <p class="door-trouble" role="alert" dir="auto">
            {trouble}
          </p>
        </>
      )}
    </main>
  )
}

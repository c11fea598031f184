import { useEffect, useState } from 'preact/hooks'
import type { Notifications as Wishes } from '../../../server/contract.ts'
import { Refusal } from '../../shared/call.ts'
import { ask, showsDoor } from '../asking.ts'
import { wantFocus } from '../cursor.ts'
import { Dialog } from '../Dialog.tsx'
import { signOut } from '../session.ts'
import { change, say } from '../state.ts'
import { words } from '../words.ts'

const OFF_COMMAND = 'PARLEY_SMTP_URL="smtp://user:password@mail.example.org:587?from=parley@example.org"'

function close(): void {
  change({ isNotifying: false })
  wantFocus()
}

/** Where somebody at the desk is told by mail, and of which sites. */
export function Notifications() {
  const [wishes, setWishes] = useState<Wishes | 'failed' | null>(null)
  const load = () => {
    setWishes(null)
    ask<Wishes>('GET', 'notifications').then(setWishes, error => showsDoor(error) || setWishes('failed'))
  }
  useEffect(load, [])
  return (
    <Dialog name="notifications" class="notifications" heading={words.notifications.heading} leave={close}>
      <p>{words.notifications.intro}</p>
      {wishes === null && <p class="faint">{words.loading}</p>}
      {wishes === 'failed' && (
        <p>
          {words.notifications.unreachable}{' '}
          <button type="button" class="text-button" onClick={load}>
            {words.retry}
          </button>
        </p>
      )}
      {wishes !== null && wishes !== 'failed' && <Form wishes={wishes} />}
      <p class="notifications-everywhere faint">
        <button type="button" class="text-button" onClick={() => void signOut(true)}>
          {words.frame.signOutEverywhere}
        </button>{' '}
        {words.frame.everywhereHint}
      </p>
    </Dialog>
  )
}

function Form({ wishes }: { wishes: Wishes }) {
  const [email, setEmail] = useState(wishes.email ?? '')
  // Who gives an address here for the first time means the one site there is.
  const isMeant = wishes.email === null && wishes.sites.length === 1
  const [digests, setDigests] = useState(
    new Set(wishes.sites.filter(({ digest }) => digest || isMeant).map(({ id }) => id)),
  )
  const [told, setTold] = useState<{ text: string; isTrouble: boolean } | null>(null)
  const [isBusy, setBusy] = useState(false)

  const tell = (text: string, isTrouble: boolean) => setTold({ text, isTrouble })
  const save = async (event: Event) => {
    event.preventDefault()
    const address = email.trim() || null
    if (isBusy) return
    if (digests.size > 0 && address === null) return tell(words.notifications.noAddress, true)
    setBusy(true)
    try {
      await ask<Wishes>('PUT', 'notifications', { body: { email: address, digests: [...digests] } })
      const { saved, savedNone, savedTo } = words.notifications
      const isTold = address !== null && wishes.mail === 'on'
      const text = address !== null && !digests.size ? savedNone : isTold ? savedTo(address) : saved
      tell(text, false)
      say(text)
    } catch (error) {
      if (showsDoor(error)) return
      const isWrong = error instanceof Refusal && error.problem?.code === 'bad_request'
      tell(isWrong ? words.notifications.wrong : words.notifications.failed, true)
    } finally {
      setBusy(false)
    }
  }
  const toggle = (id: string) => {
    const chosen = new Set(digests)
    if (!chosen.delete(id)) chosen.add(id)
    setDigests(chosen)
    setTold(null)
  }

  return (
    <form class="notifications-form" noValidate onSubmit={save}>
      {wishes.mail === 'off' && (
        <div class="notifications-off">
          <p>{words.notifications.off}</p>
          <code class="command">{OFF_COMMAND}</code>
        </div>
      )}
      {wishes.mail === 'unavailable' && <p class="notifications-off">{words.notifications.unavailable}</p>}
      <div class="field">
        <label for="notifications-email">{words.notifications.email}</label>
        <input
          id="notifications-email"
          class="input"
          type="email"
          dir="ltr"
          autocomplete="email"
          aria-describedby="notifications-hint"
          value={email}
          onInput={event => {
            setEmail(event.currentTarget.value)
            setTold(null)
          }}
        />
        <p class="hint" id="notifications-hint">
          {words.notifications.hint}
        </p>
      </div>
      <fieldset class="afterwards">
        <legend>{words.notifications.sites}</legend>
        {wishes.sites.map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" checked={digests.has(id)} onChange={() => toggle(id)} />
            <bdi>{name}</bdi>
          </label>
        ))}
      </fieldset>
      <div class="notifications-end">
        <button type="submit" class="button filled" aria-disabled={isBusy}>
          {isBusy ? words.notifications.saving : words.notifications.save}
        </button>
        <p class={told?.isTrouble ? 'trouble' : 'faint'} role={told?.isTrouble ? 'alert' : undefined}>
          {told?.text}
        </p>
      </div>
    </form>
  )
}

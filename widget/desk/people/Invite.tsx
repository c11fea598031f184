import { useId, useState } from 'preact/hooks'
import type { NewInvitation, Team } from '../../../server/contract.ts'
import { Sheet } from '../../theme/Sheet.tsx'
import { troubleOf } from '../articles/trouble.ts'
import { ask, showsDoor } from '../asking.ts'
import { own } from './words.ts'

interface InviteProps {
  site: string
  team: Team
  settle(team: Team): void
}

/** Makes an invitation, and shows its link this one time. */
export function Invite({ site, team, settle }: InviteProps) {
  const id = useId()
  const [made, setMade] = useState<NewInvitation | null>(null)
  const [trouble, setTrouble] = useState('')
  const [isBusy, setBusy] = useState(false)
  const make = async (form: HTMLFormElement) => {
    const read = (name: string) => String(new FormData(form).get(name) ?? '').trim()
    setBusy(true)
    setTrouble('')
    try {
      const email = read('email')
      const body = { role: read('role'), label: read('label'), days: Number(read('days')), ...(email && { email }) }
      const answer = await ask<NewInvitation>('POST', `sites/${site}/invitations`, { body })
      setMade(answer)
      settle(answer.team)
      form.reset()
    } catch (error) {
      if (!showsDoor(error)) setTrouble(troubleOf(error).text)
    }
    setBusy(false)
  }
  return (
    <section class="policy-part" aria-labelledby="invite-heading">
      <h3 id="invite-heading">{own.invite}</h3>
      <p class="faint">{own.inviteHint}</p>
      <form
        class="people-invite"
        onSubmit={event => {
          event.preventDefault()
          if (!isBusy) void make(event.currentTarget)
        }}
      >
        <div class="field">
          <label for={`${id}role`}>{own.as}</label>
          <select id={`${id}role`} class="input" name="role">
            <option value="moderator">{own.roles.moderator}</option>
            <option value="owner">{own.roles.owner}</option>
          </select>
        </div>
        <div class="field">
          <label for={`${id}days`}>{own.days}</label>
          <input id={`${id}days`} class="input" name="days" type="number" min={1} max={30} value="7" required />
        </div>
        <div class="field">
          <label for={`${id}label`}>{own.for}</label>
          <input
            id={`${id}label`}
            class="input"
            name="label"
            dir="auto"
            maxLength={100}
            autocomplete="off"
            aria-describedby={`${id}label-hint`}
          />
          <p class="hint" id={`${id}label-hint`}>
            {own.forHint}
          </p>
        </div>
        {team.hasMail && (
          <div class="field">
            <label for={`${id}email`}>{own.email}</label>
            <input
              id={`${id}email`}
              class="input"
              name="email"
              type="email"
              dir="ltr"
              autocomplete="off"
              aria-describedby={`${id}email-hint`}
            />
            <p class="hint" id={`${id}email-hint`}>
              {own.emailHint}
            </p>
          </div>
        )}
        <button type="submit" class="button filled" aria-disabled={isBusy}>
          {isBusy ? own.making : own.make}
        </button>
        <p class="door-trouble" role="alert" dir="auto">
          {trouble}
        </p>
      </form>
      {made && (
        <div class="people-link" role="status">
          <p>
            {own.once} {made.isSent === null ? '' : made.isSent ? own.sent : own.notSent}
          </p>
          <Sheet text={made.link} />
        </div>
      )}
    </section>
  )
}

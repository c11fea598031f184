import { useEffect, useState } from 'preact/hooks'
import type { Team } from '../../../server/contract.ts'
import { troubleOf } from '../articles/trouble.ts'
import { ask, showsDoor } from '../asking.ts'
import { isOwner, refreshMe } from '../me.ts'
import { moment } from '../phrases.ts'
import { Skeleton } from '../Skeleton.tsx'
import { type Desk, desk as deskNow } from '../state.ts'
import { tell } from '../toasts.ts'
import { Invite } from './Invite.tsx'
import { Member } from './Member.tsx'
import { Organised } from './Organised.tsx'
import { OwnName } from './OwnName.tsx'
import '../../theme/knobs.css'
import './people.css'
import { own } from './words.ts'

const fail = (error: unknown) => {
  if (!showsDoor(error)) tell({ tone: 'trouble', text: troubleOf(error).text })
}

/** The people of a site: who is here in which role, who is invited, and by what name one is seen oneself. */
export function PeoplePage({ desk }: { desk: Desk }) {
  const site = desk.site!
  const mayChange = isOwner(desk)
  const [team, setTeam] = useState<Team | 'failed' | null>(null)
  const load = () => {
    ask<Team>('GET', `sites/${site}/people`).then(setTeam, error => !showsDoor(error) && setTeam('failed'))
  }
  useEffect(() => {
    setTeam(null)
    if (mayChange) load()
  }, [site, mayChange])
  /** Does something about the people, and shows what stands then, whatever came of it. */
  const act = async (method: string, path: string, done: string, body?: unknown) => {
    try {
      await ask(method, `sites/${site}/${path}`, body === undefined ? {} : { body })
      tell({ tone: 'quiet', text: done })
      // Who has put out themselves has another desk now.
      if (deskNow().phase === 'desk') await refreshMe()
    } catch (error) {
      fail(error)
    }
    if (isOwner()) load()
  }
  return (
    <main class="work people-page" data-front="list">
      <section class="list" aria-label={own.label}>
        <div class="list-scroll" key={site}>
          <div class="people-body">
            <header>
              <h2 class="log-heading" tabIndex={-1}>
                {own.heading}
              </h2>
              <p class="faint">{own.intro}</p>
              {!mayChange && <p class="faint">{own.readOnly}</p>}
            </header>
            {mayChange && team === null && <Skeleton />}
            {team === 'failed' && (
              <p>
                {own.failed}{' '}
                <button type="button" class="button" onClick={load}>
                  {own.retry}
                </button>
              </p>
            )}
            {team && team !== 'failed' && mayChange && (
              <>
                <ul class="people-list">
                  {team.people.map(person => (
                    <Member key={person.id} person={person} act={act} />
                  ))}
                </ul>
                <Invite site={site} team={team} settle={setTeam} />
                <Waiting team={team} act={act} />
                <Organised site={site} />
              </>
            )}
            <OwnName me={desk.me!.person} />
            {!mayChange && (
              <Leave leave={() => act('DELETE', `people/${desk.me!.person.id}`, own.removed(desk.me!.person.name))} />
            )}
          </div>
        </div>
      </section>
    </main>
  )
}

function Leave({ leave }: { leave(): void }) {
  const [isAsked, ask] = useState(false)
  return (
    <section class="policy-part people-sure">
      {isAsked ? (
        <>
          <p role="alert">{own.sureLeave}</p>
          <button type="button" class="button" onClick={leave}>
            {own.yesLeave}
          </button>
          <button type="button" class="button quiet" onClick={() => ask(false)}>
            {own.no}
          </button>
        </>
      ) : (
        <button type="button" class="button" onClick={() => ask(true)}>
          {own.leave}
        </button>
      )}
    </section>
  )
}

export type Act = (method: string, path: string, done: string, body?: unknown) => Promise<void>

function Waiting({ team, act }: { team: Team; act: Act }) {
  if (team.invitations.length === 0) return null
  return (
    <section class="policy-part" aria-labelledby="waiting-heading">
      <h3 id="waiting-heading">{own.waiting}</h3>
      <ul class="people-list">
        {team.invitations.map(({ id, role, label, invitedBy, expiresAt }) => (
          <li key={id}>
            <span class="people-who">
              <b dir="auto">{label || own.roles[role]}</b>
              <span class="faint">
                {own.roles[role]} · {own.by} <bdi>{invitedBy}</bdi> · {own.until}{' '}
                <time dateTime={new Date(expiresAt).toISOString()}>{moment(expiresAt)}</time>
              </span>
            </span>
            <button
              type="button"
              class="button quiet"
              aria-label={label ? own.takeBackWho(label) : own.takeBack}
              onClick={() => void act('DELETE', `invitations/${id}`, own.takenBack)}
            >
              {own.takeBack}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

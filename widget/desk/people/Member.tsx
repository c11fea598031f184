import { useState } from 'preact/hooks'
import type { Role, Team } from '../../../server/contract.ts'
import { Time } from '../../shared/Time.tsx'
import { listed } from '../phrases.ts'
import { LANG } from '../words.ts'
import type { Act } from './PeoplePage.tsx'
import { own } from './words.ts'

interface MemberProps {
  person: Team['people'][number]
  act: Act
}

/** One of the people of a site: who they are, their role, and the way out. */
export function Member({ person, act }: MemberProps) {
  const [isAsked, ask] = useState(false)
  const { id, name, publicName, role, isMe, isInstaller, seenAt } = person
  const facts = [...(isMe ? [own.me] : []), ...(isInstaller ? [own.installer] : [])]
  return (
    <li>
      <span class="people-who">
        <span>
          <b dir="auto">{name}</b> {facts.length > 0 && <span class="faint">({listed(facts)})</span>}
        </span>
        <span class="faint">
          {publicName !== null && (
            <>
              <span>{own.called(publicName)}</span>
              {' · '}
            </>
          )}
          {seenAt === null ? (
            own.notSignedIn
          ) : (
            <>
              {own.seen} <Time at={seenAt} lang={LANG} />
            </>
          )}
        </span>
      </span>
      {isInstaller ? (
        <span class="faint">{own.roles[role]}</span>
      ) : isAsked ? (
        <span class="people-sure">
          <span role="alert">{isMe ? own.sureLeave : own.sure(name)}</span>
          <button type="button" class="button" onClick={() => void act('DELETE', `people/${id}`, own.removed(name))}>
            {isMe ? own.yesLeave : own.yes}
          </button>
          <button type="button" class="button quiet" onClick={() => ask(false)}>
            {own.no}
          </button>
        </span>
      ) : (
        <span class="people-acts">
          <select
            class="input"
            aria-label={`${own.role}: ${name}`}
            value={role}
            onChange={event => {
              const next = event.currentTarget.value as Role
              event.currentTarget.value = role
              void act('PUT', `people/${id}`, own.changed[next](name), { role: next })
            }}
          >
            <option value="moderator">{own.roles.moderator}</option>
            <option value="owner">{own.roles.owner}</option>
          </select>
          <button
            type="button"
            class="button quiet"
            aria-label={isMe ? own.leave : own.removeWho(name)}
            onClick={() => ask(true)}
          >
            {isMe ? own.leave : own.remove}
          </button>
        </span>
      )}
    </li>
  )
}

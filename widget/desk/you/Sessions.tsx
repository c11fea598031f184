import { useId, useState } from 'preact/hooks'
import { ask, showsDoor } from '../asking.ts'
import { moment } from '../phrases.ts'
import { signOut } from '../session.ts'
import { say } from '../state.ts'
import { words } from '../words.ts'
import { inWords } from './passkey.ts'
import { hourOf, you } from './words.ts'
import type { PartProps } from './You.tsx'

/** Where one is signed in, and the ways out. */
export function Sessions({ account: { sessions }, reload }: PartProps) {
  const [trouble, setTrouble] = useState('')
  const id = useId()
  const end = async (session: string) => {
    setTrouble('')
    try {
      await ask('DELETE', `sessions/${session}`)
      say(you.ended)
      await reload()
    } catch (error) {
      if (!showsDoor(error)) setTrouble(inWords(error))
    }
  }
  return (
    <section class="policy-part" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{you.sessions}</h3>
      <p class="faint">{you.sessionsIntro}</p>
      <ul class="you-list">
        {sessions.map(each => {
          const name = each.browser ?? you.unknownBrowser
          return (
            <li key={each.id}>
              <div class="you-what">
                <strong>
                  {name}
                  {each.isHere && ` (${you.here})`}
                </strong>
                <span class="faint">
                  {each.way ? you.beganBy[each.way](moment(each.createdAt)) : you.began(moment(each.createdAt))} ·{' '}
                  {you.seen(hourOf(each.seenAt))}
                </span>
              </div>
              {!each.isHere && (
                <div class="you-acts">
                  <button
                    type="button"
                    class="text-button"
                    aria-label={you.endNamed(name)}
                    onClick={() => void end(each.id)}
                  >
                    {you.end}
                  </button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <p class="trouble" role="alert">
        {trouble}
      </p>
      <div class="you-line">
        <button type="button" class="button" onClick={() => void signOut(true)}>
          {words.frame.signOutEverywhere}
        </button>
        <span class="faint">{words.frame.everywhereHint}</span>
      </div>
    </section>
  )
}

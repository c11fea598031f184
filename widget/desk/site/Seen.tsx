import { useEffect, useState } from 'preact/hooks'
import type { Sighting, Sightings } from '../../../server/contract.ts'
import { HERE } from '../../shared/here.ts'
import { Time } from '../../shared/Time.tsx'
import { ask, showsDoor } from '../asking.ts'
import { showPage } from '../going.ts'
import { LANG } from '../words.ts'
import { type SiteDraft, setOrigins } from './site-draft.ts'
import { own } from './words.ts'

/** How often is asked whether the widget was seen, as long as it was not. */
const SOON = 5_000

interface SeenProps {
  site: string
  draft: SiteDraft
  mayChange: boolean
}

const HOUR = 3_600_000

/** When it was, of which only the hour is kept: “this hour” until that is over. */
function Hour({ at }: { at: number }) {
  if (Date.now() - at >= HOUR) return <Time at={at} lang={LANG} />
  return <span>{own.seen.thisHour}</span>
}

/** Whether what was pasted does its work: where the widget was seen, where it was refused, and what to do about it. */
export function Seen({ site, draft, mayChange }: SeenProps) {
  const { saved, changes } = draft
  const sightings = useSightings(site, saved!.seen)
  if (!sightings) return null
  const [origins, typed] = [saved!.origins, changes.origins ?? saved!.origins]
  const seen = sightings.filter(({ seenAt }) => seenAt !== null)
  const refused = sightings.filter(({ origin, refusedAt }) => refusedAt !== null && !origins.includes(origin))
  const unseen =
    seen.length > 0 ? origins.filter(origin => /^http/.test(origin) && !seen.some(one => one.origin === origin)) : []
  return (
    <div class="site-seen">
      <div role="status">
        <ul>
          {seen.map(({ origin, seenAt }) => (
            <li key={origin} class="site-seen-on">
              <span>{own.seen.at(origin)}</span> <Hour at={seenAt!} />.
            </li>
          ))}
          {unseen.map(origin => (
            <li key={origin} class="faint">
              {own.seen.notYet(origin)}
            </li>
          ))}
          {refused.map(({ origin, refusedAt }) => (
            <li key={origin} class="site-seen-refused">
              <span>{origin === 'null' ? own.seen.refusedFile : own.seen.refused(origin)}</span>{' '}
              <Hour at={refusedAt!} />.{' '}
              {mayChange && origin !== 'null' && !typed.includes(origin) && (
                <button type="button" class="text-button" onClick={() => setOrigins(site, [...typed, origin])}>
                  {own.seen.add(origin)}
                </button>
              )}
            </li>
          ))}
          {seen.length === 0 && <li>{own.seen.none}</li>}
        </ul>
      </div>
      {seen.length === 0 && (
        <details>
          <summary>{own.seen.notSeen.heading}</summary>
          <ul>
            {own.seen.notSeen.lines.map((line, at) => (
              <li key={line}>
                {line} {at === 1 && <code dir="ltr">{new URL(HERE).origin}</code>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayChange && (
        <p>
          {own.seen.next}{' '}
          {(['people', 'policy'] as const).map(page => (
            <button key={page} type="button" class="text-button" onClick={() => showPage(page, site)}>
              {page === 'people' ? own.seen.invite : own.seen.policy}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}

/** The sightings of a site; asked again while there are none and somebody looks. */
function useSightings(site: string, seen: string): readonly Sighting[] | null {
  const [sightings, setSightings] = useState<readonly Sighting[] | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const look = async () => {
      try {
        const found = (await ask<Sightings>('GET', `sites/${site}/sightings`)).sightings
        if (isOver) return
        setSightings(found)
        if (found.some(({ seenAt }) => seenAt !== null)) return
      } catch (error) {
        if (isOver || showsDoor(error)) return
      }
      wait()
    }
    const wait = () => {
      timer = setTimeout(() => (document.visibilityState === 'visible' ? void look() : wait()), SOON)
    }
    void look()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [site, seen])
  return sightings
}

import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { REJECT_REASONS } from '../../server/contract.ts'
import { rejectFor, rejectInWords } from './acts/rejecting.ts'
import { Key } from './Key.tsx'
import { stopAsking } from './keys.ts'
import { change } from './state.ts'
import { words } from './words.ts'

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }

/** The reasons for a rejection: one press of a digit, a click, or the arrows and Enter. */
export function ReasonMenu({ bar }: { bar: RefObject<HTMLDivElement | null> }) {
  const menu = useRef<HTMLDivElement>(null)
  const items = () => [...(menu.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]

  // Before the next key arrives, so that `r` and Enter can be typed in one go.
  useLayoutEffect(() => items()[0]?.focus(), [])
  useEffect(() => {
    const onDown = (event: Event) => {
      if (!(event.target instanceof Node && bar.current?.contains(event.target))) change({ isAskingWhy: false })
    }
    document.addEventListener('pointerdown', onDown)
    return () => document.removeEventListener('pointerdown', onDown)
  }, [bar])

  const onKeyDown = (event: KeyboardEvent) => {
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    const by = STEPS[event.key]
    if (event.key === 'Tab') return stopAsking()
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : by && (at + by + all.length) % all.length
    if (to === undefined) return
    event.preventDefault()
    all[to]?.focus()
  }

  return (
    <div class="menu" role="menu" aria-label={words.whyReject} ref={menu} tabIndex={-1} onKeyDown={onKeyDown}>
      <p class="menu-title" aria-hidden="true">
        {words.whyReject}
      </p>
      {REJECT_REASONS.map((reason, at) => (
        <button
          key={reason}
          type="button"
          role="menuitem"
          class="menu-item"
          tabIndex={-1}
          onClick={() => rejectFor(reason)}
        >
          <Key name={words.number(at + 1)} />
          <span>{words.reason[reason]}</span>
        </button>
      ))}
      <button type="button" role="menuitem" class="menu-item" tabIndex={-1} onClick={rejectInWords}>
        <Key name="w" />
        <span>{words.withWords}</span>
      </button>
    </div>
  )
}

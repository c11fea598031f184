import type { ComponentChildren } from 'preact'
import { Time } from '../../shared/Time.tsx'
import { LANG } from '../words.ts'

/** A part of a case's file under a heading; an urgent one waits for an answer. */
export function Part({
  title,
  children,
  isUrgent,
}: {
  title: string
  children: ComponentChildren
  isUrgent?: boolean
}) {
  return (
    <section class={isUrgent ? 'part wide acts-urgent' : 'part wide'}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** What somebody wrote, as it was written. */
export const Said = ({ text }: { text: string }) => (
  <p class="acts-said" dir="auto">
    {text}
  </p>
)

/** A time that follows other words. */
export const At = ({ at }: { at: number }) => (
  <>
    {' · '}
    <Time at={at} lang={LANG} />
  </>
)

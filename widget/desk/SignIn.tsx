import { useEffect, useRef, useState } from 'preact/hooks'
import { withWords } from './language.ts'
import { signIn } from './session.ts'
import type { Desk } from './state.ts'
import { words } from './words.ts'

/** The page before the desk: the one-time link's button, or how to come by a link. */
export function SignIn({ door }: { door: Desk['door'] }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [door.why])
  return (
    <main class="door">
      <p class="brand">{words.brand}</p>
      <h1 ref={heading} tabIndex={-1} aria-describedby="door-why">
        {words.signIn.heading}
      </h1>
      {door.link !== null ? <WithLink door={door} /> : <WithoutLink why={door.why} />}
    </main>
  )
}

function WithLink({ door }: { door: Desk['door'] }) {
  return (
    <>
      <p id="door-why">{words.signIn.withLink}</p>
      <button type="button" class="button filled" aria-disabled={door.isBusy} onClick={() => void signIn()}>
        {door.isBusy ? words.signIn.busy : words.signIn.button}
      </button>
      <p class="door-trouble" role="alert">
        {door.hasFailed && words.signIn.unreachable}
      </p>
    </>
  )
}

function WithoutLink({ why }: { why: Desk['door']['why'] }) {
  const [ways, setWays] = useState<typeof import('./you/Ways.tsx') | null>(null)
  // Without them there is the link.
  useEffect(() => void withWords('office', import('./you/Ways.tsx')).then(setWays, () => {}), [])
  const reason = why === 'link' || why === 'invited' ? 'none' : why
  return (
    <>
      {ways && <ways.Ways isOffering={why !== 'left'} />}
      <p id="door-why">{words.signIn[reason]}</p>
      <p>
        <code class="command">npm run parley -- link --name NAME</code>
      </p>
      <p class="faint">
        {words.signIn.installed} <code>parley link --name NAME</code>
      </p>
      <p>{words.signIn.afterwards}</p>
    </>
  )
}

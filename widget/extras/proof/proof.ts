import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Work } from '../../../server/contract.ts'
import { isPersian } from '../../embed/language.ts'

/** After so long at work on one challenge, in ms, a device is too slow for it. */
const TOO_LONG = 40_000
/** How long a reader who presses Post waits for it at the most, in ms, and after how long that is said. */
const PATIENCE = 2_000
const SAID = 250
/** For so long, in ms, keys are derived in a row; then the page has its turn. */
const SLICE = 12

const ENGLISH = 'One moment: your browser is finishing a small calculation that keeps floods of programs out.'
const PERSIAN = 'یک لحظه: مرورگر شما محاسبهٔ کوچکی را که سیل برنامه‌ها را دور نگه می‌دارد به پایان می‌رساند.'

/** The work on a proof, while its reader types. */
export interface Solving {
  /**
   * The reader wishes to post: the proof, if it is there soon.
   * @param say is given words for a reader who has to wait, and none when that is over
   */
  soon(say: (words: string) => void): Promise<string | undefined>
  /** It is no longer wanted. */
  end(): void
}

/**
 * Solves a challenge on the main thread, where every page allows it, in slices: once something is typed, as long as the
 * reader is at the box and looks at the page. The derivations themselves are the browser's, on a thread of its own.
 */
export function solve(work: Work, form: HTMLFormElement): Solving {
  const controller = new AbortController()
  const { signal } = controller
  const field = form.querySelector('textarea')!
  let isHurried = false
  let wake = () => {}
  let worked = 0
  let slice = performance.now()

  const mayWork = () => isHurried || (field.value !== '' && !document.hidden && form.matches(':focus-within'))
  for (const [target, type] of [
    [form, 'input'],
    [form, 'focusin'],
    [document, 'visibilitychange'],
  ] as const)
    target.addEventListener(type, () => wake(), { signal })

  const turn = async () => {
    const now = performance.now()
    if (now - slice >= SLICE) {
      worked += now - slice
      if (worked > TOO_LONG) controller.abort()
      await new Promise(resolve => setTimeout(resolve))
      slice = performance.now()
    }
    if (mayWork() || signal.aborted) return
    while (!mayWork() && !signal.aborted) {
      await new Promise<void>(resolve => {
        wake = resolve
      })
    }
    slice = performance.now()
  }
  const solved = solveChallenge({
    challenge: work,
    controller,
    timeout: 0,
    async deriveKey(...given) {
      await turn()
      return deriveKey(...given)
    },
  }).then(
    solution => (solution ? btoa(JSON.stringify({ challenge: work, solution })) : undefined),
    // It is posted without, as from a browser that cannot do this at all.
    () => undefined,
  )

  return {
    async soon(say) {
      isHurried = true
      wake()
      const late = setTimeout(() => say(isPersian(form) ? PERSIAN : ENGLISH), SAID)
      let enough: ReturnType<typeof setTimeout> | undefined
      const proof = await Promise.race([
        solved,
        new Promise<undefined>(resolve => {
          enough = setTimeout(resolve, PATIENCE, undefined)
        }),
      ])
      clearTimeout(late)
      clearTimeout(enough)
      say('')
      isHurried = false
      return proof
    },
    end() {
      controller.abort()
      wake()
    },
  }
}

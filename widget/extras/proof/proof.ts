import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { PostRequest, Stamp } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import type { Asking } from '../captcha/captcha.ts'
import { pieceWords } from '../present/known.ts'
import { proof as words } from './words.ts'

/** After so long at work on one challenge, in ms, a device is too slow for it. */
const TOO_LONG = 40_000
/** And after so long its reader is offered a captcha, if there is one to offer; the work goes on. */
const SLOW = 6_000
/** How long a reader who presses Post waits for it at the most, in ms, and after how long that is said. */
const PATIENCE = 2_000
const SAID = 250
/** For so long, in ms, keys are derived in a row; then the page has its turn. */
const SLICE = 12

type Proofs = Pick<PostRequest, 'proof' | 'captcha'>

/** The work on a proof, while its reader types. */
export interface Solving {
  /**
   * The reader wishes to post: a proof, if there is one soon.
   * @param say is given words for a reader who has to wait, and none when that is over
   */
  soon(say: (words: string) => void): Promise<Proofs>
  /** It is no longer wanted. */
  end(): void
}

/** What waits anyway, and who is known, has nothing of a captcha. */
function wantsCaptcha({ me, policy, state }: Conversation): boolean {
  return !me?.author?.badge && (policy.holds === 'none' || (policy.holds === 'first' && state.identity !== null))
}

/** The first of these that is there; nothing where none of them is. */
const firstOf = (ways: Promise<Proofs>[]): Promise<Proofs> => {
  const found = ways.map(async way => {
    const proofs = await way
    return proofs.proof || proofs.captcha ? proofs : Promise.reject()
  })
  return Promise.any(found).catch(() => ({}))
}

/**
 * Solves a challenge on the main thread, where every page allows it, in slices: once something is typed, as long as the
 * reader is at the box and looks at the page. The derivations themselves are the browser's, on a thread of its own. Where a
 * browser cannot do it, or is too slow, a captcha is asked for instead, if the stamp names one.
 */
export function solve({ work, captcha }: Partial<Stamp>, form: HTMLFormElement, conversation: Conversation): Solving {
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
      if (worked > SLOW) ask()
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
  let asking: Promise<Asking | undefined> | undefined
  const ask = () => {
    if (!captcha || signal.aborted || !wantsCaptcha(conversation)) return
    asking ??= import('../captcha/captcha.ts').then(
      piece => (signal.aborted ? undefined : piece.ask(captcha, form)),
      () => undefined,
    )
  }

  const challenge = crypto.subtle && work
  let isAtWork = !!challenge
  const solved: Promise<string | undefined> = (
    challenge
      ? solveChallenge({
          challenge,
          controller,
          timeout: 0,
          async deriveKey(...given) {
            await turn()
            return deriveKey(...given)
          },
        }).then(solution => (solution ? btoa(JSON.stringify({ challenge, solution })) : undefined))
      : turn().then(() => undefined)
  ).catch(
    // It is posted without, as from a browser that cannot do this at all.
    () => undefined,
  )
  solved.then(async proof => {
    isAtWork = false
    if (!proof) ask()
    else (await asking)?.end()
  })

  return {
    async soon(say) {
      isHurried = true
      wake()
      const late = setTimeout(() => isAtWork && say(pieceWords(form, 'proof', words).wait), SAID)
      // Who has had the captcha before their eyes, and posts, may post without it.
      const isShown = asking !== undefined
      const answered = async (isDue?: boolean) => ({ captcha: await (await asking)?.answer(isDue) })
      let enough: ReturnType<typeof setTimeout> | undefined
      let proofs = await Promise.race([
        firstOf([solved.then(proof => ({ proof })), ...(asking ? [answered()] : [])]),
        new Promise<Proofs>(resolve => {
          enough = setTimeout(() => resolve({}), PATIENCE)
        }),
      ])
      clearTimeout(late)
      clearTimeout(enough)
      say('')
      if (!isShown && !proofs.proof) {
        ask()
        const proved = solved.then(proof => (proof ? { proof } : new Promise<never>(() => {})))
        if (asking) proofs = await Promise.race([proved, answered(true)])
      }
      isHurried = false
      return proofs
    },
    end() {
      controller.abort()
      wake()
      asking?.then(asked => asked?.end())
    },
  }
}

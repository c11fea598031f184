import type { CaptchaProvider, Stamp } from '../../../server/contract.ts'
import { format } from '../../shared/words.ts'
import { loadProvider } from './provider.ts'
import { captchaWords } from './words.ts'

/** Readers are told whose it is: it is not this page's. */
const NAMES: Record<CaptchaProvider, string> = { turnstile: 'Cloudflare', hcaptcha: 'hCaptcha' }

/** Below this width of the composer, in px, the small form of a captcha is drawn. */
const NARROW = 330
/** So high is the large form of them at least, in px, so that nothing jumps when it comes. */
const HIGH = 66

const BOX = {
  padding: 'calc(3 * var(--space))',
  borderBlockStart: '1px solid var(--line)',
}
const TOLD = { marginBlockEnd: 'calc(2 * var(--space))', fontSize: '0.875em', color: 'var(--muted)' }
const WITHOUT = {
  display: 'none',
  marginBlockStart: 'var(--space)',
  marginInlineStart: 'calc(-2 * var(--space))',
  textDecoration: 'underline',
}

/** What a page's boxes are told apart by. */
let boxes = 0

/** A captcha beneath a composer. */
export interface Asking {
  /**
   * What the reader has answered, or will; undefined where the provider's script does not come.
   * @param isDue whether the comment waits for it: then the reader is also asked whether to post without, and may answer undefined
   */
  answer(isDue?: boolean): Promise<string | undefined>
  /** It is no longer wanted. */
  end(): void
}

const make = <K extends keyof HTMLElementTagNameMap>(name: K, style: Partial<CSSStyleDeclaration> = {}) => {
  const element = document.createElement(name)
  Object.assign(element.style, style)
  return element
}

/**
 * Asks a reader for a provider's captcha, at the end of the form. The captcha itself stands in the page, in a slot, because
 * what providers draw does not find itself in a shadow root.
 */
export function ask({ provider, key }: NonNullable<Stamp['captcha']>, form: HTMLFormElement): Asking {
  const words = captchaWords(form)
  const { host } = form.getRootNode() as ShadowRoot
  const name = `parley-captcha-${++boxes}`
  const box = make('div', BOX)
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', words.label)
  const told = make('p', TOLD)
  told.setAttribute('role', 'status')
  const slot = make('slot')
  slot.name = name
  const without = make('button', WITHOUT)
  without.type = 'button'
  without.setAttribute('part', 'button')
  without.textContent = words.without
  box.append(told, slot, without)

  const place = make('div', { minBlockSize: `${HIGH}px` })
  place.slot = name
  let answer: string | undefined
  let isOver = false
  let remove = () => {}
  let settle: (answer: string | undefined) => void = () => {}

  const take = (given: string | undefined) => {
    answer = given
    told.textContent = given ? words.thanks : format(words.asked, NAMES[provider])
    if (given) settle(given)
  }
  const end = () => {
    if (isOver) return
    isOver = true
    remove()
    box.remove()
    place.remove()
    settle(undefined)
  }
  const offer = (isOffered: boolean) => {
    without.style.display = isOffered ? '' : 'none'
  }
  without.onclick = () => {
    offer(false)
    settle(undefined)
  }

  // Of a form that was closed meanwhile nothing is to stay in the page.
  for (const left of host.querySelectorAll<HTMLElement>(':scope > [slot^=parley-captcha-]')) {
    if (!left.assignedSlot) left.remove()
  }
  host.append(place)
  form.append(box)
  // What is said in a place that was there before is read out.
  setTimeout(() => answer ?? take(undefined))
  loadProvider(provider, words.lang)
    .then(api => {
      if (isOver) return
      const id = api.render(place, {
        sitekey: key,
        theme: form.closest<HTMLElement>('.root')?.dataset['theme'] ?? 'light',
        size: box.clientWidth < NARROW ? 'compact' : 'normal',
        callback: take,
        'expired-callback': () => take(undefined),
        // A provider tries again by itself, and says in its own words what is wrong.
        'error-callback': () => true,
        ...ALSO[provider](words.lang),
      })
      remove = () => api.remove(id)
    })
    .catch(end)

  return {
    answer(isDue = false) {
      if (answer || isOver) return Promise.resolve(answer)
      offer(isDue)
      if (isDue) box.scrollIntoView({ block: 'nearest' })
      return new Promise(resolve => {
        settle = given => {
          offer(false)
          resolve(given)
        }
      })
    },
    end,
  }
}

/** What each provider takes beside what both take. */
const ALSO: Record<CaptchaProvider, (lang: string) => object> = {
  turnstile: language => ({ language, 'response-field': false }),
  hcaptcha: hl => ({ hl }),
}

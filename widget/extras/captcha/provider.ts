import type { CaptchaProvider } from '../../../server/contract.ts'

/** Where the scripts of the providers are, without the language. */
const SCRIPTS: Record<CaptchaProvider, string> = {
  turnstile: 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit',
  // It would else stand in for reCAPTCHA, which the page may have for something of its own.
  hcaptcha: 'https://js.hcaptcha.com/1/api.js?render=explicit&recaptchacompat=off',
}

/** For so long, in ms, a script is waited for. */
const PATIENCE = 10_000

/** What both providers' scripts put into the page. */
export interface Provider {
  render(element: HTMLElement, options: object): string
  remove(id: string): void
}

let loading: Promise<Provider> | undefined

/** A provider's script, once for the page; rejects where it does not come: the page or the network may not let it. */
export function loadProvider(name: CaptchaProvider, lang: string): Promise<Provider> {
  loading ??= load(name, lang).catch(error => {
    loading = undefined
    throw error
  })
  return loading
}

async function load(name: CaptchaProvider, lang: string): Promise<Provider> {
  const found = () => (window as never as Record<CaptchaProvider, Provider | undefined>)[name]
  // The page may have it for something of its own.
  if (!found()) {
    const script = document.createElement('script')
    script.async = true
    script.src = SCRIPTS[name] + (name === 'hcaptcha' ? `&hl=${lang}` : '')
    await new Promise((resolve, reject) => {
      script.onload = resolve
      script.onerror = reject
      setTimeout(reject, PATIENCE)
      document.head.append(script)
    }).catch(error => {
      script.remove()
      throw error
    })
  }
  const api = found()
  if (!api) throw new Error(`${name} is not there`)
  return api
}

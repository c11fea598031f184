import { CAPTCHA_PROVIDERS, type CaptchaProvider } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { digest } from '../people/secrets.ts'
import { isLoopbackHost, LOOPBACK } from '../sites/origins.ts'
import type { SiteRow } from '../store/sites.ts'
import type { Proof } from './proof-of-work.ts'

/** Where each provider says whether it gave an answer, and for which page. */
const SITEVERIFY: Record<CaptchaProvider, string> = {
  turnstile: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
  hcaptcha: 'https://api.hcaptcha.com/siteverify',
}

/** Longer texts are no provider's: Turnstile's have 2,048 characters at the most, hCaptcha's have grown past that. */
const LONGEST = 8_192

/** An answer ends with its provider after five minutes; one that was taken is remembered for longer, in ms. */
const KEPT = 20 * 60_000
/** Answers that are remembered in this process, by whom they were brought. */
const REMEMBERED = 2_000
/** The operator is told at most so often, in ms, of a provider that says nothing of use. */
const TOLD_EVERY = 60_000

/** An account with a provider: `key` is public, `secret` is not. */
export interface Captcha {
  provider: CaptchaProvider
  key: string
  secret: string
}

/** What `PARLEY_CAPTCHA` names; null where it names nothing, undefined where there is no setting. */
export function readCaptcha(text: string | undefined): Captcha | null | undefined {
  if (text === undefined) return undefined
  const [name, key = '', secret, ...more] = text.split(/\s+/)
  const provider = CAPTCHA_PROVIDERS.find(known => known === name)
  return provider && /^[\w-]{1,100}$/.test(key) && secret && more.length === 0 ? { provider, key, secret } : null
}

type Told = { success?: unknown; hostname?: unknown; 'error-codes'?: unknown }

/**
 * What a provider's captcha proves, where the owner of the installation names one. The provider learns nothing of the
 * reader from here, and whatever it says or does not say, nobody is refused.
 */
export class Captchas {
  readonly #deps: Pick<Deps, 'config' | 'fetch' | 'log'>
  readonly #budgets: Budgets
  /** A provider takes each answer once, so that one post that comes twice at the same moment asks once. */
  readonly #asked = new Map<string, { by: string | null; proof: Promise<Proof | null> }>()
  #told = Number.NEGATIVE_INFINITY

  constructor(deps: Pick<Deps, 'config' | 'fetch' | 'log'>, budgets: Budgets) {
    this.#deps = deps
    this.#budgets = budgets
  }

  /** What readers' browsers are told of it. */
  get offered(): Omit<Captcha, 'secret'> | undefined {
    const { captcha } = this.#deps.config
    return captcha && { provider: captcha.provider, key: captcha.key }
  }

  /**
   * Asks the provider about an answer, unless that was brought before, or too much is asked already.
   * @param by names the post, so that it can be sent again; null where two cannot be told apart
   * @returns what it proves; null where that is nothing
   */
  async proofIn(
    text: string,
    by: string | null,
    site: SiteRow,
    client: string | null,
    now: number,
  ): Promise<Proof | null> {
    const { captcha } = this.#deps.config
    if (!captcha || text === '' || text.length > LONGEST) return null
    const name = digest(`captcha ${captcha.provider} ${text}`)
    const known = this.#asked.get(name)
    if (known) return by !== null && known.by === by ? known.proof : null
    try {
      this.#budgets.spend('captcha', { client, site: site.id }, now)
    } catch {
      return null
    }
    const proof = this.#ask(captcha, text, site, now).then(isGood =>
      isGood ? { digest: name, expiresAt: now + KEPT } : null,
    )
    this.#asked.set(name, { by, proof })
    if (this.#asked.size > REMEMBERED) this.#asked.delete(this.#asked.keys().next().value!)
    return proof
  }

  async #ask({ provider, secret }: Captcha, response: string, site: SiteRow, now: number): Promise<boolean> {
    try {
      // No `remoteip`: readers' addresses are not given away.
      const body = new URLSearchParams({ secret, response })
      const answer = await this.#deps.fetch(SITEVERIFY[provider], { method: 'POST', body })
      const told: Told | null = await answer.json()
      if (answer.ok && told?.success === true) return isFrom(site, told.hostname)
      this.#tell(provider, oursIn(told?.['error-codes']) ?? (answer.ok ? null : `status ${answer.status}`), now)
    } catch (error) {
      // What the error says can carry what was sent.
      this.#tell(provider, error instanceof Error ? error.name : 'Error', now)
    }
    return false
  }

  #tell(provider: CaptchaProvider, why: string | null, now: number): void {
    if (why === null || now - this.#told < TOLD_EVERY) return
    this.#told = now
    this.#deps.log({ event: 'captcha_not_checked', provider, why })
  }
}

/** The first of a provider's codes that speaks of the account, not of what a reader brought. */
function oursIn(codes: unknown): string | null {
  if (!Array.isArray(codes)) return null
  return codes.find(code => typeof code === 'string' && /^[\w-]*(secret|sitekey)[\w-]*$/.test(code)) ?? null
}

/** Whether the page on which it was solved is one of the site's; a provider may not say. */
function isFrom({ origins }: Pick<SiteRow, 'origins'>, hostname: unknown): boolean {
  if (hostname === undefined || hostname === null || hostname === '' || hostname === 'not-provided') return true
  if (typeof hostname !== 'string') return false
  return origins.some(origin =>
    origin === LOOPBACK ? isLoopbackHost(hostname) : new URL(origin).hostname === hostname.toLowerCase(),
  )
}

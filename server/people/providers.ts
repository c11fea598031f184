import type { Deps } from '../deps.ts'
import { siteSettings } from '../sites/settings.ts'
import type { SiteRow } from '../store/sites.ts'

/** An OAuth or OpenID provider that the installation has an account with. */
export interface Provider {
  /** What ways are called by: `github`, `google`, or the owner's name for an issuer. */
  name: string
  /** The address of the OpenID issuer; null for GitHub, which is none. */
  issuer: string | null
  clientId: string
  clientSecret: string
}

const GOOGLE = 'https://accounts.google.com'
const NAME = /^[a-z][a-z0-9-]{0,30}$/
/** Names that mean another way. */
const TAKEN = ['email', 'host', 'github', 'google']

/**
 * The providers that the installation's settings name.
 * @returns them, and what is wrong with the settings, each in a sentence
 */
export function readProviders(settings: {
  github: string | undefined
  google: string | undefined
  openid: string | undefined
}): { providers: Provider[]; faults: string[] } {
  const providers: Provider[] = []
  const faults: string[] = []
  for (const [name, text, issuer] of [
    ['github', settings.github, null],
    ['google', settings.google, GOOGLE],
  ] as const) {
    if (text === undefined) continue
    const [, clientId, clientSecret] = /^([^:\s]+):(\S+)$/.exec(text) ?? []
    if (clientId && clientSecret) providers.push({ name, issuer, clientId, clientSecret })
    else faults.push(`PARLEY_${name.toUpperCase()} must be ID:SECRET, as ${name} gave them.`)
  }
  for (const entry of (settings.openid ?? '').split(';').filter(text => text.trim() !== '')) {
    const [name = '', issuer = '', clientId, clientSecret, ...more] = entry.trim().split(/\s+/)
    const fits = NAME.test(name) && !TAKEN.includes(name) && isIssuer(issuer) && clientId && clientSecret
    if (!fits || more.length > 0 || providers.some(other => other.name === name)) {
      faults.push('PARLEY_OPENID must be NAME https://issuer ID SECRET, several with ; between, each name once.')
    } else providers.push({ name, issuer, clientId, clientSecret })
  }
  return { providers, faults }
}

const isIssuer = (text: string) =>
  URL.canParse(text) && /^https:|^http:\/\/(localhost|127\.|\[::1\])/.test(text) && !/[?#]/.test(text)

/** All the ways that the installation has in which readers can prove who they are. */
export const waysKnown = ({ config, mail }: Pick<Deps, 'config' | 'mail'>): string[] => [
  ...(mail ? ['email'] : []),
  ...(config.providers ?? []).map(({ name }) => name),
]

/** The ways in which readers of a site can prove who they are, in the order in which they are offered. */
export function waysOf(deps: Pick<Deps, 'config' | 'mail'>, settings: SiteRow['settings']): string[] {
  const all = waysKnown(deps)
  const { signIn } = siteSettings(settings)
  return signIn.length === 0 ? all : all.filter(way => signIn.includes(way))
}

import type { Deps } from '../deps.ts'
import type { Profile } from '../store/claims.ts'
import type { Identity } from '../store/identities.ts'
import { readAddress } from './email-address.ts'
import type { Provider } from './providers.ts'
import { remoteKeys } from './remote-keys.ts'

/** What became of a sign-in elsewhere, when it came to nothing. */
export const ENDS = ['denied', 'stale', 'unverified', 'failed'] as const
export type End = (typeof ENDS)[number]

/** Thrown where a provider's answer cannot be used. */
export class NotSignedIn extends Error {
  override name = 'NotSignedIn'
  readonly end: End
  constructor(end: End, why: string) {
    super(why)
    this.end = end
  }
}

/** Where a provider's pages and services are. */
interface Endpoints {
  authorize: string
  token: string
  keys: string
}

const GITHUB: Endpoints = {
  authorize: 'https://github.com/login/oauth/authorize',
  token: 'https://github.com/login/oauth/access_token',
  keys: '',
}

const HOUR = 3_600_000
const KNOWN = new WeakMap<Deps['store'], Map<string, { endpoints: Endpoints; at: number }>>()
/** A subject as it can be kept whole: text without control characters, at which a database may cut it short. */
export const SUBJECT = /^[^\p{Cc}\p{Cs}]{1,300}$/u
/** How an id token may be signed; each is of a public key. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA', 'Ed25519']

/**
 * Where a provider wants people and requests to go: its own document says so (OpenID Connect Discovery).
 * @throws NotSignedIn `failed`, and what the door to other servers throws
 */
export async function endpointsOf(deps: Deps, { issuer }: Provider): Promise<Endpoints> {
  if (issuer === null) return GITHUB
  const known = KNOWN.get(deps.store) ?? new Map<string, { endpoints: Endpoints; at: number }>()
  KNOWN.set(deps.store, known)
  const found = known.get(issuer)
  if (found && deps.clock() - found.at < HOUR) return found.endpoints
  const answer = await deps.fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  const said = (await answer.json()) as Record<string, unknown>
  if (!answer.ok || said['issuer'] !== issuer) throw new NotSignedIn('failed', 'its document names another issuer')
  const at = (name: string) => {
    const address = said[name]
    if (typeof address === 'string' && URL.canParse(address) && /^https?:/.test(address)) return address
    throw new NotSignedIn('failed', `its document has no ${name}`)
  }
  const endpoints = { authorize: at('authorization_endpoint'), token: at('token_endpoint'), keys: at('jwks_uri') }
  known.set(issuer, { endpoints, at: deps.clock() })
  return endpoints
}

/** What a claim takes along to a provider and back. */
export interface Errand {
  verifier: string
  nonce: string
  /** Where the provider sends people back to. */
  redirect: string
}

/** The provider's page on which somebody says yes, with PKCE (RFC 7636), state and nonce. */
export async function addressOf(deps: Deps, provider: Provider, state: string, errand: Errand): Promise<URL> {
  const { CodeChallengeMethod, OAuth2Client } = await import('arctic')
  const { authorize } = await endpointsOf(deps, provider)
  const client = new OAuth2Client(provider.clientId, provider.clientSecret, errand.redirect)
  const scopes = provider.issuer === null ? ['read:user', 'user:email'] : ['openid', 'profile', 'email']
  const url = client.createAuthorizationURLWithPKCE(authorize, state, CodeChallengeMethod.S256, errand.verifier, scopes)
  if (provider.issuer !== null) url.searchParams.set('nonce', errand.nonce)
  return url
}

/**
 * Who the provider says has come back with this code.
 * @throws NotSignedIn, and what the door to other servers throws
 */
export async function whoCame(
  deps: Deps,
  provider: Provider,
  code: string,
  errand: Errand,
): Promise<Identity & { profile: Profile; groups?: string[] }> {
  const { OAuth2Tokens } = await import('arctic')
  const { token, keys } = await endpointsOf(deps, provider)
  const answer = await deps.fetch(token, {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/x-www-form-urlencoded',
      Authorization: `Basic ${btoa(`${encodeURIComponent(provider.clientId)}:${encodeURIComponent(provider.clientSecret)}`)}`,
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: errand.redirect,
      code_verifier: errand.verifier,
    }).toString(),
  })
  const said: unknown = await answer.json().catch(() => null)
  // GitHub answers 200 with an `error`.
  if (!answer.ok || typeof said !== 'object' || said === null || 'error' in said) {
    throw new NotSignedIn('failed', 'it gave no token for the code')
  }
  const tokens = new OAuth2Tokens(said)
  return provider.issuer === null
    ? gitHubUser(deps, tokens.accessToken())
    : openIdUser(deps, provider, keys, tokens.idToken(), errand.nonce)
}

async function openIdUser(deps: Deps, provider: Provider, keys: string, idToken: string, nonce: string) {
  const { jwtVerify } = await import('jose')
  const { payload } = await jwtVerify(idToken, await remoteKeys(deps, keys), {
    issuer: provider.issuer!,
    audience: provider.clientId,
    algorithms: ALGORITHMS,
    requiredClaims: ['sub', 'exp'],
    clockTolerance: 60,
    currentDate: new Date(deps.clock()),
  })
  if (payload['nonce'] !== nonce) throw new NotSignedIn('failed', 'its nonce is another one')
  // Where a token is for several, the one that asked for it is named (OpenID Connect Core 3.1.3.7).
  if (payload['azp'] !== undefined && payload['azp'] !== provider.clientId)
    throw new NotSignedIn('failed', 'it is for another')
  const { sub, name, email, email_verified } = payload
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw new NotSignedIn('failed', 'its subject does not fit')
  const address = typeof email === 'string' ? readAddress(email) : null
  // Some issuers spell it as a string.
  if (address && email_verified !== true && email_verified !== 'true')
    throw new NotSignedIn('unverified', 'the address is not confirmed')
  const profile = { name: typeof name === 'string' ? name : null, email: address?.subject ?? null }
  // GitHub and Google are called by what readers call them; an issuer by its address, whatever an owner names it.
  const issuer = provider.name === 'google' ? 'google' : provider.issuer!
  const groups = [payload['groups']].flat().filter(group => typeof group === 'string')
  return { issuer, subject: sub, profile, groups }
}

async function gitHubUser(deps: Deps, accessToken: string) {
  const ask = async (path: string): Promise<unknown> => {
    const answer = await deps.fetch(`https://api.github.com${path}`, {
      headers: {
        Authorization: `Bearer ${accessToken}`,
        Accept: 'application/vnd.github+json',
        'User-Agent': 'Parley',
      },
    })
    if (!answer.ok) throw new NotSignedIn('failed', `GitHub answered ${answer.status}`)
    return answer.json()
  }
  const [user, emails] = await Promise.all([ask('/user'), ask('/user/emails')])
  const { id, name, login } = user as { id?: unknown; name?: unknown; login?: unknown }
  if (typeof id !== 'number') throw new NotSignedIn('failed', 'GitHub told nobody')
  const primary = (Array.isArray(emails) ? emails : []).find(each => each?.primary === true && each?.verified === true)
  const address = typeof primary?.email === 'string' ? readAddress(primary.email) : null
  if (!address) throw new NotSignedIn('unverified', 'no confirmed address')
  const called = [name, login].find(each => typeof each === 'string' && each !== '')
  return {
    issuer: 'github',
    subject: String(id),
    profile: { name: (called as string) ?? null, email: address.subject },
  }
}

import type { JWTPayload, JWTVerifyGetKey } from 'jose'
import { fromPageOf, placeOn, siteNamed } from '../articles/open.ts'
import { parley } from '../called.ts'
import { newId } from '../comments/ids.ts'
import type { HostLoginRequest, SignedIn } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Problem } from '../problems.ts'
import { siteSettings } from '../sites/settings.ts'
import type { SiteRow } from '../store/sites.ts'
import { readAddress } from './email-address.ts'
import { hostKey } from './host-keys.ts'
import { SUBJECT } from './openid-issuer.ts'
import { type Asker, readerOn } from './reader.ts'
import { remoteKeys } from './remote-keys.ts'
import { randomToken, secretsOf } from './secrets.ts'
import { signIn } from './sign-in.ts'

/** Clocks may differ by so many seconds; a token is good for a day at the most, and for ten minutes as a fresh proof. */
const SKEW = 60
const LONGEST = 86_400
const FRESH = 600
/** What a public key may sign with. HS256 is not among them: a public key is no secret. */
const PUBLIC_ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA', 'Ed25519']

/**
 * A reader comes with a token of the site's own login: a JWT that names the site as its audience, and whoever is signed in
 * there as its subject. What the site says of its people holds: their name, their groups, and of which article somebody is
 * the author.
 * @throws Problem `login_refused` with what does not fit, `email_unverified`, `unknown_site`, `origin_refused`,
 *   `issuer_failed`, `too_many_requests`, and what `signIn` throws
 */
export async function signInByHost(
  deps: Deps,
  budgets: Budgets,
  { site: id, token: jwt, purpose = 'sign_in' }: HostLoginRequest,
  { token, origin, client }: Asker,
): Promise<SignedIn> {
  const site = await siteNamed(deps, id)
  fromPageOf(site, origin)
  const tokenHash = readerOn(site.id, token)
  const now = deps.clock()
  budgets.spend('prove', { client, author: tokenHash }, now)
  const said = await verified(deps, site, jwt, now)
  if (purpose !== 'sign_in' && !isFresh(said, now)) {
    throw refused('For this its `iat` must be less than ten minutes ago: load the page again.')
  }
  const email = confirmedEmail(said)
  const groups = mapped(said, siteSettings(site.settings).badges)
  const identity = { issuer: 'host', subject: said.sub! }
  const claim = randomToken()
  const about = { site: site.id, tokenHash, way: 'host', purpose, ...identity }
  if (purpose !== 'sign_in') await deps.store.claims.addProved({ id: claim, ...about, origin: origin ?? '', at: now })
  // What the site says of somebody holds for as long as its token does.
  const endsAt = (said.exp! + SKEW) * 1000
  const profile = { name: typeof said['name'] === 'string' ? said['name'] : null, email }
  const signedIn = await signIn(deps, { claim, ...about, profile, vouched: { isStaff: groups.isStaff, endsAt } })
  if (!groups.mayAuthor || !said['author']) return signedIn
  return (await becameAuthor(deps, site, said, tokenHash))
    ? { ...signedIn, author: { ...signedIn.author, badge: 'author' } }
    : signedIn
}

/** The claims of a token that holds. @throws Problem `login_refused`, `issuer_failed` */
async function verified(deps: Deps, site: SiteRow, jwt: string, now: number): Promise<JWTPayload> {
  const { decodeProtectedHeader, errors, jwtVerify } = await import('jose')
  const { loginKeys, loginIssuer } = siteSettings(site.settings)
  const options = {
    audience: site.id,
    ...(loginIssuer && { issuer: loginIssuer }),
    clockTolerance: SKEW,
    currentDate: new Date(now),
    requiredClaims: ['sub', 'exp'],
  }
  const check = async (key: Uint8Array | JWTVerifyGetKey, algorithms: string[]) =>
    typeof key === 'function'
      ? (await jwtVerify(jwt, key, { ...options, algorithms })).payload
      : (await jwtVerify(jwt, key, { ...options, algorithms })).payload
  try {
    const { alg = '', kid } = decodeProtectedHeader(jwt)
    let said: JWTPayload | null = null
    if (alg === 'HS256') {
      const living = await deps.store.siteKeys.living(site.id, now)
      const tried = kid === undefined ? living : living.filter(id => id === kid)
      const keys = secretsOf(deps.config).flatMap(secret => tried.map(id => hostKey(secret, site.id, id)))
      for (const text of keys) {
        const key = new TextEncoder().encode(text)
        said = await check(key, ['HS256']).catch(error => {
          if (error instanceof errors.JWSSignatureVerificationFailed) return null
          throw error
        })
        if (said) break
      }
      if (!said) throw refused(`It is signed with no key of this site: “${parley()} site key” shows those that count.`)
    } else if (PUBLIC_ALGORITHMS.includes(alg) && loginKeys) {
      said = await check(await remoteKeys(deps, loginKeys), [alg])
    } else throw refused('Its `alg` must be HS256, or that of a public key of `loginKeys`.')
    if (said.exp! > now / 1000 + LONGEST + SKEW) throw refused('Its `exp` may be a day ahead at the most.')
    if (typeof said.sub !== 'string' || !SUBJECT.test(said.sub)) throw refused('Its `sub` must be 1 to 300 characters.')
    return said
  } catch (error) {
    if (error instanceof Problem) throw error
    if (error instanceof errors.JWTExpired) throw refused('It has expired.')
    if (error instanceof errors.JWTClaimValidationFailed) throw refused(`Its \`${error.claim}\` does not fit.`)
    if (error instanceof errors.JWKSTimeout) throw new Problem('issuer_failed')
    if (error instanceof errors.JOSEError) throw refused('It is not a JWT that one of the site’s keys has signed.')
    if (error instanceof TypeError && /token|header|JWT/i.test(error.message)) throw refused('It is not a JWT.')
    deps.log({ event: 'keys_failed', site: site.id, error: (error as Error)?.name ?? 'unknown' })
    throw new Problem('issuer_failed')
  }
}

const refused = (detail: string) =>
  new Problem('login_refused', { detail: `The token of the site’s login does not hold. ${detail}` })

const isFresh = ({ iat }: JWTPayload, now: number) => iat !== undefined && Math.abs(now / 1000 - iat) < FRESH

/** The address that the login has confirmed; one that it has not would lead to whoever has proved it. @throws Problem */
function confirmedEmail({ email, email_verified }: JWTPayload): string | null {
  if (email === undefined || email === null || email === '') return null
  if (email_verified !== true) throw new Problem('email_unverified')
  return typeof email === 'string' ? (readAddress(email)?.subject ?? null) : null
}

/** What the groups that a token names mean here. */
function mapped({ groups }: JWTPayload, badges: readonly string[]): { isStaff: boolean; mayAuthor: boolean } {
  const mine = new Set(Array.isArray(groups) ? groups.map(String) : [])
  const meanings = badges.map(each => {
    const at = each.lastIndexOf(':')
    return { group: each.slice(0, at), badge: each.slice(at + 1) }
  })
  const has = (badge: string) => meanings.some(each => each.badge === badge && mine.has(each.group))
  const isLimited = meanings.some(({ badge }) => badge === 'author')
  return { isStaff: has('staff'), mayAuthor: !isLimited || has('author') }
}

/** Whoever the token stands for wrote the article that the login names, by the owner's id or by its address. */
async function becameAuthor(deps: Deps, site: SiteRow, said: JWTPayload, tokenHash: string): Promise<boolean> {
  const [article, url] = [said['article'], said['url']]
  const hasId = typeof article === 'string' && article !== '' && article.length <= 512
  if (!hasId && typeof url !== 'string') throw refused('With `author` it must name the article, by `article` or `url`.')
  const first = site.origins.find(each => URL.canParse(each)) ?? deps.config.origin
  const sight = { url: typeof url === 'string' ? url : `${first}/`, ...(hasId && { article }) }
  const place = placeOn(site, sight)
  const author = await deps.store.posting.author(site.id, tokenHash)
  if (!author) return false
  const now = deps.clock()
  await deps.store.identities.makeAuthorOf(site.id, author.id, { id: newId(now), key: place.key, url: place.url }, now)
  return true
}

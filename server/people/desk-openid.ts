import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Organisation, type OrganisationTrial, type OrganisationTried, ROLES, type Role } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { ownCookieName, ownCookieOptions } from '../http/own-pages.ts'
import { Problem } from '../problems.ts'
import type { ClaimedRole } from '../store/desk-identities.ts'
import type { PersonRow } from '../store/people.ts'
import { openSession } from './desk-session.ts'
import { addressOf, NotSignedIn, whoCame } from './openid-issuer.ts'
import type { Provider } from './providers.ts'
import { randomToken } from './secrets.ts'

/** For so long an issuer's word holds: then its people sign in anew, and whoever has lost the group is out. */
export const OPENID_MS = 12 * 3_600_000
/** Somebody may take so long at the issuer's, in ms. */
const AWAY_MS = 900_000

/** Whom an issuer's word makes what: `work groups=editors moderator daily`. */
export interface DeskRule {
  provider: string
  claim: 'groups' | 'domain' | 'email'
  value: string
  role: Role
  /** The sites; null for all. */
  sites: string[] | null
}

/**
 * The rules that `PARLEY_DESK_OPENID` names, `NAME CLAIM=VALUE ROLE SITES` with `;` between.
 * @returns them, and what is wrong, each in a sentence
 */
export function readDeskRules(text: string | undefined, providers: readonly Provider[]) {
  const rules: DeskRule[] = []
  const faults: string[] = []
  for (const entry of (text ?? '').split(';').filter(each => each.trim() !== '')) {
    const [provider = '', claimed = '', role, sites = '', ...more] = entry.trim().split(/\s+/)
    const [, claim, value] = /^(groups|domain|email)=(.+)$/.exec(claimed) ?? []
    const isRole = ROLES.some(each => each === role)
    const isKnown = providers.some(each => each.name === provider && each.issuer !== null)
    if (!claim || !value || !isRole || !isKnown || !/^(\*|[\w-]+(,[\w-]+)*)$/.test(sites) || more.length > 0) {
      faults.push(
        'PARLEY_DESK_OPENID must be NAME groups=GROUP moderator SITE,SITE, several with ; between; NAME is google or one of ' +
          'PARLEY_OPENID, domain=example.org and email=a@example.org stand for groups=, owner for moderator, * for all sites.',
      )
    } else {
      const said = claim === 'groups' ? value : value.toLowerCase()
      const all = sites === '*' ? null : sites.split(',')
      rules.push({ provider, claim: claim as DeskRule['claim'], value: said, role: role as Role, sites: all })
    }
  }
  return { rules, faults: faults.slice(0, 1) }
}

/** The issuers that open the desk, by name. */
export const deskProviders = ({ config }: Deps): string[] => [
  ...new Set((config.deskRules ?? []).map(({ provider }) => provider)),
]

/** What somebody takes along to the issuer and back, in a cookie of the browser: nothing of it is stored. */
interface Kept {
  provider: string
  state: string
  verifier: string
  nonce: string
}

/**
 * Where the browser goes to sign in at an issuer's.
 * @throws Problem `way_not_offered`, `issuer_failed`
 */
export async function goToIssuer(deps: Deps, c: Context, name: string): Promise<URL> {
  const provider = providerNamed(deps, name)
  const kept: Kept = { provider: name, state: randomToken(), verifier: randomToken(), nonce: randomToken() }
  const url = await calmly(deps, () => addressOf(deps, provider, kept.state, errandOf(deps, kept)))
  const value = [deps.clock() + AWAY_MS, name, kept.state, kept.verifier, kept.nonce].join('.')
  setCookie(c, cookieName(deps), value, ownCookieOptions(deps.config, AWAY_MS / 1000))
  return url
}

/**
 * Somebody comes back from an issuer's with a code, in the browser that went there.
 * @throws Problem `way_not_offered`, `claim_spent`, `email_unverified`, `issuer_failed`, `forbidden` (no rule means them)
 */
export async function comeBackToDesk(
  deps: Deps,
  c: Context,
  name: string,
  query: { state?: string | undefined; code?: string | undefined; iss?: string | undefined },
): Promise<PersonRow> {
  const provider = providerNamed(deps, name)
  const kept = takeKept(deps, c)
  if (!kept || kept.provider !== name || kept.state !== query.state || !query.code) throw new Problem('claim_spent')
  // An issuer that says who it is (RFC 9207) must be the one that was gone to.
  if (query.iss !== undefined && query.iss !== provider.issuer) throw new Problem('claim_spent')
  const { issuer, subject, profile, groups } = await calmly(deps, () =>
    whoCame(deps, provider, query.code!, errandOf(deps, kept)),
  )
  const roles = await rolesFor(deps, name, { email: profile.email, groups: groups ?? [] })
  const called =
    (profile.name ?? profile.email ?? '')
      .replace(/\p{C}+/gu, '')
      .trim()
      .slice(0, 60) || name
  const { deskIdentities } = deps.store
  const isKnown = roles.length > 0 || (await deskIdentities.known(issuer, subject))
  const now = deps.clock()
  // Who is meant by no rule is no person of ours; who was one before loses what the rules gave.
  const entered = isKnown
    ? await deskIdentities
        .ensure(issuer, subject, called, now)
        .then(person =>
          openSession(deps, c, session =>
            deskIdentities.enter(person, roles, { ...session, expiresAt: now + OPENID_MS }, now),
          ),
        )
    : null
  if (entered) return entered
  throw new Problem('forbidden', {
    detail:
      'You are signed in there, but nothing that is said of you there is a role here. Whoever runs this Parley can change that.',
  })
}

/**
 * The roles that the rules mean by what an issuer says, an owner's before a moderator's; an address is one that the issuer has
 * confirmed.
 */
async function rolesFor(
  { config, store }: Deps,
  name: string,
  said: { email: string | null; groups: string[] },
): Promise<ClaimedRole[]> {
  const rules = (config.deskRules ?? []).filter(rule => rule.provider === name && isMeant(rule, said))
  const all = rules.some(({ sites }) => sites === null) ? (await store.sites.list()).map(({ id }) => id) : []
  const roles = new Map<string, Role>()
  for (const { role, sites } of rules) {
    for (const site of sites ?? all) if (roles.get(site) !== 'owner') roles.set(site, role)
  }
  return [...roles].map(([site, role]) => ({ site, role }))
}

/** Whether a rule means somebody of whom its issuer says this. */
function isMeant(
  { claim, value }: DeskRule,
  { email, groups }: { email: string | null; groups: readonly string[] },
): boolean {
  if (claim === 'groups') return groups.includes(value)
  return value === (claim === 'email' ? email : email?.slice(email.lastIndexOf('@') + 1))
}

/** The rules that give somebody a role on this site; of the other sites that they mean nothing is said. */
export function organisationOf({ config }: Deps, site: string): Organisation {
  const rules = (config.deskRules ?? []).filter(({ sites }) => sites === null || sites.includes(site))
  return {
    issuers: [...new Set(rules.map(({ provider }) => provider))].map(name => ({
      name,
      issuer: config.providers?.find(each => each.name === name)?.issuer ?? '',
    })),
    rules: rules.map(({ provider, claim, value, role, sites }) => ({
      provider,
      claim,
      value,
      role,
      isForAll: sites === null,
    })),
  }
}

/** What somebody would be on a site of whom an issuer said this, and by which of its rules. */
export function tryOrganisation(
  deps: Deps,
  site: string,
  { issuer, email, groups = [] }: OrganisationTrial,
): OrganisationTried {
  const said = { email: email?.trim().toLowerCase() || null, groups: groups.map(group => group.trim()) }
  const met = organisationOf(deps, site).rules.map(
    rule => rule.provider === issuer && isMeant({ ...rule, sites: null }, said),
  )
  const roles = organisationOf(deps, site).rules.flatMap(({ role }, at) => (met[at] ? [role] : []))
  return { role: roles.includes('owner') ? 'owner' : (roles[0] ?? null), met }
}

function providerNamed(deps: Deps, name: string): Provider {
  const provider = deskProviders(deps).includes(name) && deps.config.providers?.find(each => each.name === name)
  if (!provider) throw new Problem('way_not_offered')
  return provider
}

const errandOf = ({ config }: Deps, { provider, verifier, nonce }: Kept) => ({
  ...{ verifier, nonce },
  redirect: `${config.origin}/desk/back/${provider}`,
})

function takeKept(deps: Deps, c: Context): Kept | null {
  const [end, provider, state, verifier, nonce] = (getCookie(c, cookieName(deps)) ?? '').split('.')
  deleteCookie(c, cookieName(deps), ownCookieOptions(deps.config))
  if (!provider || !state || !verifier || !nonce || !(Number(end) > deps.clock())) return null
  return { provider, state, verifier, nonce }
}

const cookieName = ({ config }: Deps) => ownCookieName(config, 'parley-desk-openid')

/** What goes wrong at the issuer's ends in words; the log has the kind of it, which names nobody. */
async function calmly<T>(deps: Deps, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NotSignedIn && error.end === 'unverified') throw new Problem('email_unverified')
    deps.log({ event: 'sign_in_failed', why: error instanceof NotSignedIn ? error.message : (error as Error)?.name })
    throw new Problem('issuer_failed')
  }
}

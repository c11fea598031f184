import { fromPageOf, siteNamed } from '../articles/open.ts'
import type { Claim, OpenIdClaimRequest, SignedIn, TicketRequest } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Problem } from '../problems.ts'
import type { SiteRow } from '../store/sites.ts'
import { digestOf } from './code-letter.ts'
import { signInBy, sixDigits } from './email-code.ts'
import { addressOf, type Errand, NotSignedIn, whoCame } from './openid-issuer.ts'
import { type Provider, waysOf } from './providers.ts'
import { type Asker, readerOn } from './reader.ts'
import { digest, randomToken } from './secrets.ts'

/** How long somebody may take at the provider's, in ms, and how long the ticket that comes of it is good for. */
const CLAIM_MS = 900_000
const TICKET_MS = 120_000

/**
 * A page of the site begins to sign somebody in with a provider, in a window of its own.
 * @throws Problem `unknown_site`, `origin_refused`, `way_not_offered`, `too_many_requests`
 */
export async function claimByOpenId(
  deps: Deps,
  budgets: Budgets,
  { site: id, provider, purpose = 'sign_in', lang }: OpenIdClaimRequest,
  { token, origin, client }: Asker,
): Promise<Claim> {
  const site = await siteNamed(deps, id)
  fromPageOf(site, origin)
  if (!providerNamed(deps, provider) || !waysOf(deps, site.settings).includes(provider)) {
    throw new Problem('way_not_offered')
  }
  const tokenHash = readerOn(site.id, token)
  const now = deps.clock()
  budgets.spend('prove', { client, author: tokenHash }, now)
  const claim = randomToken()
  const expiresAt = now + CLAIM_MS
  const about = { id: claim, site: site.id, tokenHash, way: provider, purpose, at: now, expiresAt }
  await deps.store.claims.addOpenId({ ...about, origin: origin ?? '' })
  const query = lang === undefined ? '' : `?${new URLSearchParams({ lang })}`
  return { claim, expiresAt, url: `${deps.config.origin}/sign-in/${claim}${query}` }
}

const providerNamed = ({ config }: Deps, name: string): Provider | undefined =>
  config.providers?.find(each => each.name === name)

const redirectOf = ({ config }: Deps, { name }: Provider) => `${config.origin}/sign-in/back/${name}`

/**
 * The window goes on to the provider. The state that it takes along is to stay in this browser, too.
 * @returns where to go, and the state
 * @throws NotSignedIn
 */
export async function goToProvider(deps: Deps, claim: string): Promise<{ url: URL; state: string }> {
  const state = randomToken()
  const errand = { verifier: randomToken(), nonce: randomToken() }
  const row = await deps.store.claims.leave(claim, { stateHash: digest(state), ...errand }, deps.clock())
  const provider = row && providerNamed(deps, row.way)
  if (!provider) throw new NotSignedIn('stale', 'the claim has ended')
  const url = await calmly(deps, () =>
    addressOf(deps, provider, state, { ...errand, redirect: redirectOf(deps, provider) }),
  )
  return { url, state }
}

/** What the window hands over to the page that opened it. */
export interface HandedOver {
  claim: string
  /** The origin of that page; empty where it is not known. */
  origin: string
  /** The name of the site, for the person. */
  site: string
  settings: SiteRow['settings']
  /** For the page, where it can be reached; else the code is to be typed there. */
  ticket: string
  code: string
}

/**
 * The window comes back from the provider. The state must be that which this browser took along, and counts once.
 * @param kept the state that this browser has kept
 * @throws NotSignedIn
 */
export async function comeBack(
  deps: Deps,
  name: string,
  query: { state?: string | undefined; code?: string | undefined; error?: string | undefined },
  kept: string | undefined,
): Promise<HandedOver> {
  const now = deps.clock()
  const provider = providerNamed(deps, name)
  if (!provider || !query.state || query.state !== kept) throw new NotSignedIn('stale', 'not the state of this browser')
  const row = await deps.store.claims.comeBack(digest(query.state), name, now)
  if (!row?.verifier || !row.nonce) throw new NotSignedIn('stale', 'the state was used, or the claim has ended')
  if (!query.code) {
    await deps.store.claims.end(row.id, now)
    throw new NotSignedIn(query.error === 'access_denied' ? 'denied' : 'failed', query.error ?? 'no code')
  }
  const errand: Errand = { verifier: row.verifier, nonce: row.nonce, redirect: redirectOf(deps, provider) }
  const who = await calmly(deps, () => whoCame(deps, provider, query.code!, errand))
  const [ticket, code] = [randomToken(), sixDigits()]
  const told = {
    ...who,
    ticketHash: ticketDigest(row.id, ticket),
    codeHash: digestOf(deps.config.secret, row.id, code),
  }
  if (!(await deps.store.claims.answer(row.id, told, deps.clock()))) throw new NotSignedIn('stale', 'answered already')
  const site = await siteNamed(deps, row.site_id)
  return { claim: row.id, origin: row.origin, site: site.name, settings: site.settings, ticket, code }
}

const ticketDigest = (claim: string, ticket: string) => digest(`${claim} ${ticket}`)

/** Whatever goes wrong at the provider's ends in words; the log has the kind of it, which names nobody. */
async function calmly<T>(deps: Deps, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const failure =
      error instanceof NotSignedIn ? error : new NotSignedIn('failed', (error as Error)?.name ?? 'unknown')
    if (failure.end === 'failed') deps.log({ event: 'sign_in_failed', why: failure.message })
    throw failure
  }
}

/**
 * The page shows the ticket that the window has handed over.
 * @throws Problem `claim_spent`, `unknown_site`, `origin_refused`, `too_many_requests`, and what `signIn` throws
 */
export async function showTicket(
  deps: Deps,
  budgets: Budgets,
  { site: id, claim, ticket }: TicketRequest,
  { token, origin, client }: Asker,
): Promise<SignedIn> {
  const site = await siteNamed(deps, id)
  fromPageOf(site, origin)
  const tokenHash = readerOn(site.id, token)
  const now = deps.clock()
  budgets.spend('prove', { client, author: tokenHash }, now)
  const about = { id: claim, site: site.id, tokenHash }
  const row = await deps.store.claims.hand(about, ticketDigest(claim, ticket), now - TICKET_MS, now)
  if (!row) throw new Problem('claim_spent')
  return signInBy(deps, row)
}

import { fromPageOf, siteNamed } from '../articles/open.ts'
import type { Claim, CodeRequest, EmailClaimRequest, SignedIn } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { type Budgets, INSTALLATION } from '../http/budgets.ts'
import { Problem } from '../problems.ts'
import { type ClaimRow, type Profile, TRIES } from '../store/claims.ts'
import { codeOf, digestOf } from './code-letter.ts'
import { type EmailAddress, mailboxOf, readAddress, readCode } from './email-address.ts'
import { waysOf } from './providers.ts'
import { type Asker, readerOn } from './reader.ts'
import { randomToken, secretsOf } from './secrets.ts'
import { signIn } from './sign-in.ts'

/** How long a code is good for, in ms. */
const CODE_MS = 600_000

/**
 * Sends a six-digit code to an address. The answer is the same whoever's it is, and whether or not the mail goes: nothing is
 * looked up, and the letter waits in the outbox for as long as the code is good.
 * @throws Problem `unknown_site`, `origin_refused`, `way_not_offered`, `email_wrong`, `proof_needed`, `too_many_requests`
 */
export async function claimByEmail(
  deps: Deps,
  budgets: Budgets,
  { site: id, email, purpose = 'sign_in', lang }: EmailClaimRequest,
  { token, origin, client }: Asker,
): Promise<Claim> {
  const site = await siteNamed(deps, id)
  fromPageOf(site, origin)
  if (!deps.mail || !waysOf(deps, site.settings).includes('email')) throw new Problem('way_not_offered')
  const tokenHash = readerOn(site.id, token)
  const now = deps.clock()
  if (email === undefined && purpose === 'sign_in') throw new Problem('email_wrong')
  const address = email === undefined ? await provedAddress(deps, site.id, tokenHash) : readAddress(email)
  if (!address) throw new Problem('email_wrong')
  const paying = { client, mailbox: mailboxOf(address), site: site.id, installation: INSTALLATION }
  budgets.spend('code', paying, now)
  const claim = randomToken()
  const expiresAt = now + CODE_MS
  const isAdded = await deps.store.claims.addEmail({
    ...{ id: claim, site: site.id, tokenHash, purpose, origin: origin ?? '', at: now, expiresAt },
    subject: address.subject,
    codeHash: digestOf(deps.config.secret, claim, codeOf(deps.config.secret, claim)),
    letter: {
      ...{ site: site.id, kind: 'code', to: address, payload: { claim }, isUrgent: true, at: now, endsAt: expiresAt },
      ...(lang !== undefined && { lang }),
    },
  })
  if (!isAdded) throw new Problem('too_many_requests', { retryAfter: 1_800 })
  deps.store.outbox.stir()
  return { claim, expiresAt }
}

/** The address that whom the token stands for has proved last. @throws Problem `proof_needed` */
async function provedAddress(deps: Deps, site: string, tokenHash: string): Promise<EmailAddress> {
  const author = await deps.store.posting.author(site, tokenHash)
  const identities = author ? await deps.store.identities.of(author.id) : []
  const own = identities.findLast(({ issuer }) => issuer === 'email')
  if (!own) throw new Problem('proof_needed', { detail: 'You have proved no e-mail address here; choose another way.' })
  return { to: own.subject, subject: own.subject }
}

/** A code that anybody could guess once in a million times. */
export function sixDigits(): string {
  const most = 4_294_000_000
  for (;;) {
    const [number] = crypto.getRandomValues(new Uint32Array(1))
    if (number! < most) return String(number! % 1_000_000).padStart(6, '0')
  }
}

/**
 * A reader types the code that came by mail, or that a provider's window showed: five times at the most, and once with
 * success.
 * @throws Problem `code_wrong` with the tries that are left; `claim_spent` for whatever else does not fit;
 *   `unknown_site`, `origin_refused`, `too_many_requests`, and what `signIn` throws
 */
export async function typeCode(
  deps: Deps,
  budgets: Budgets,
  { site: id, claim, code: typed }: CodeRequest,
  { token, origin, client }: Asker,
): Promise<SignedIn> {
  const site = await siteNamed(deps, id)
  fromPageOf(site, origin)
  const tokenHash = readerOn(site.id, token)
  const now = deps.clock()
  budgets.spend('prove', { client, author: tokenHash }, now)
  const code = readCode(typed)
  // What is no code at all is no try.
  if (code === null) throw new Problem('code_wrong')
  const digests = secretsOf(deps.config).map(secret => digestOf(secret, claim, code))
  const row = await deps.store.claims.type({ id: claim, site: site.id, tokenHash }, digests, now)
  if (!row) throw new Problem('claim_spent')
  if (row.proved_at === null) {
    const triesLeft = TRIES - row.tries
    if (triesLeft === 0) throw new Problem('claim_spent')
    throw new Problem('code_wrong', { triesLeft })
  }
  return signInBy(deps, row)
}

/** Signs in with a claim that was just proved. */
export async function signInBy(deps: Deps, row: ClaimRow): Promise<SignedIn> {
  if (row.way === 'email') await deps.store.claims.outdo(row, deps.clock())
  const profile = row.profile ? (JSON.parse(row.profile) as Profile) : { name: null, email: null }
  return signIn(deps, {
    claim: row.id,
    site: row.site_id,
    tokenHash: row.token_hash,
    way: row.way,
    purpose: row.purpose,
    issuer: row.issuer!,
    subject: row.subject!,
    profile,
  })
}

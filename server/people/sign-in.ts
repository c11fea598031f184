import { newId } from '../comments/ids.ts'
import { nameSkeleton } from '../comments/name-skeleton.ts'
import { cleanName } from '../comments/text.ts'
import type { Purpose, SignedIn } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import type { Profile } from '../store/claims.ts'
import { hitsUnique } from '../store/engine.ts'
import type { Binding, BindingFacts, Identity } from '../store/identities.ts'
import { marksOf } from './erasing.ts'
import { isTaken } from './own-name.ts'

/** What was proved: by which token on which site, who somebody is, and what for. */
export interface Proved extends Identity {
  /** The claim that was proved. */
  claim: string
  site: string
  /** The reader's token as it is kept. */
  tokenHash: string
  way: string
  purpose: Purpose
  profile: Profile
  /** What the site's own login says of its people beside. */
  vouched?: { isStaff: boolean; endsAt: number }
}

/** How often a binding is tried anew when another request changed what it stands on. */
const TRIES = 5

/**
 * A reader has proved who they are, and the token stands for that person from now on. A guest whom nobody knew becomes a
 * verified author in place; where the person is known already, the token goes over, with all that the guest has written
 * and done, unless the guest is at home on another device as well. Who is somebody already leaves that person's things
 * where they are. An address that an issuer has confirmed leads to whoever has proved it here.
 * For other purposes than `sign_in` nothing changes hands: the proof is kept for what it was made for.
 * @returns who the token stands for
 * @throws Problem `proof_needed`, `identity_taken`, `busy`
 */
export async function signIn(deps: Deps, proved: Proved): Promise<SignedIn> {
  const { site, tokenHash, way, purpose, claim } = proved
  for (let tries = TRIES; tries > 0; tries--) {
    const facts = await deps.store.identities.facts(site, tokenHash, proved, proved.profile.email)
    const binding = await bindingOf(deps, proved, facts)
    if (binding !== 'stays' && !(await bound(deps, binding))) continue
    const isGuest = facts.me?.kind === 'guest' && facts.me.identities === 0
    const came = binding !== 'stays' && (binding.brings || binding.author === facts.me?.id)
    const author = await deps.store.posting.author(site, tokenHash)
    if (!author) continue
    const badge = author.kind === 'guest' ? null : author.kind
    return {
      author: { name: author.name, badge },
      ...{ way, purpose, proof: purpose === 'sign_in' ? null : claim },
      guest: isGuest ? (came ? 'came' : 'stayed') : null,
    }
  }
  throw new Problem('busy', { retryAfter: 1 })
}

async function bound(deps: Deps, binding: Binding): Promise<boolean> {
  try {
    return await deps.store.identities.bind(binding)
  } catch (error) {
    if (hitsUnique(error, 'authors.id')) return false
    throw error
  }
}

/** What is to be written; `stays` where the proof alone was wanted. */
async function bindingOf(deps: Deps, proved: Proved, facts: BindingFacts): Promise<Binding | 'stays'> {
  const { site, tokenHash, purpose, profile, vouched } = proved
  const { me, owner, byEmail } = facts
  const isSomebody = me !== null && me.identities > 0
  if (purpose === 'link' && isSomebody) {
    if (owner === me.id) return 'stays'
    if (owner !== null || (byEmail !== null && byEmail !== me.id)) throw new Problem('identity_taken')
    const about = { site, tokenHash, author: me.id, purpose }
    if (byEmail === null && !(await deps.store.claims.isFresh(about, null, deps.clock()))) {
      throw new Problem('proof_needed')
    }
  } else if (purpose !== 'sign_in' && purpose !== 'link') {
    if (me !== null && owner === me.id) return 'stays'
    throw new Problem('proof_needed', { detail: 'Prove it in a way that you have used for this profile before.' })
  }
  const at = deps.clock()
  const known = owner ?? byEmail ?? (me && (!isSomebody || purpose === 'link') ? me.id : null)
  const author = known ?? newId(at)
  const isNew = known === null
  return {
    ...{ site, tokenHash, owner, author, isNew, at },
    me: me?.id ?? null,
    brings: me !== null && me.id !== author && me.kind === 'guest' && !isSomebody && me.sessions === 1,
    identities: [
      { issuer: proved.issuer, subject: proved.subject },
      ...(profile.email !== null && (byEmail === null || byEmail === author)
        ? [{ issuer: 'email', subject: profile.email }]
        : []),
    ],
    ...(await nameFor(deps, proved, author, isNew ? null : author === me?.id ? me.name : undefined)),
    isVouched: vouched !== undefined,
    kind: vouched ? (vouched.isStaff ? 'staff' : 'verified') : null,
    endsAt: vouched?.endsAt ?? null,
    marks: marksOf(deps, site, [
      proved,
      ...(profile.email === null ? [] : [{ issuer: 'email', subject: profile.email }]),
    ]),
  }
}

/**
 * What somebody is called from now on, and what of it others may not imitate. A name that belongs to somebody else here is
 * not taken over from a provider, where everybody is called what they like; what the site's own login says holds.
 * @param own the name the author has; undefined where the author is known, and called as ever
 */
async function nameFor(
  deps: Deps,
  { site, profile, vouched }: Proved,
  author: number,
  own: string | null | undefined,
): Promise<{ name: string | null; skeleton: string | null }> {
  const theirs = tidy(profile.name)
  const name = vouched ? (theirs ?? own ?? null) : own === undefined ? null : (own ?? theirs)
  if (name === null) return { name: null, skeleton: null }
  const skeleton = nameSkeleton(name)
  const taken = isTaken(await deps.store.identities.namesakes(site, skeleton, author), skeleton)
  if (taken === null) return { name, skeleton }
  const isStaffs = taken === 'staff' && vouched?.isStaff
  return { name: vouched || own ? name : null, skeleton: isStaffs ? skeleton : null }
}

/** A name from elsewhere as it is kept here; none where it does not fit. */
function tidy(name: string | null): string | null {
  try {
    return cleanName(name ?? undefined)
  } catch {
    return null
  }
}

import { fromPageOf, siteNamed } from '../articles/open.ts'
import type { Account, EraseProgress, EraseRequest, Purpose } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Problem } from '../problems.ts'
import type { AuthorRow } from '../store/posting.ts'
import type { SiteRow } from '../store/sites.ts'
import { eraseStep } from './erasing.ts'
import { type Asker, readerOn } from './reader.ts'
import { shownAddress } from './told/by-mail.ts'

/** Comments erased in one step, and steps in one request. */
const STEP = 200
const STEPS = 5

interface Me {
  site: SiteRow
  tokenHash: string
  author: AuthorRow | null
}

async function whoAsks(deps: Deps, budgets: Budgets, id: string, { token, origin, client }: Asker): Promise<Me> {
  const site = await siteNamed(deps, id)
  fromPageOf(site, origin)
  const tokenHash = readerOn(site.id, token)
  budgets.spend('account', { client, author: tokenHash }, deps.clock())
  return { site, tokenHash, author: await deps.store.posting.author(site.id, tokenHash) }
}

/**
 * A token alone may be stolen: what it must not do, it does only with a proof made for it in the last ten minutes. Who has
 * proved nothing has nothing but the token.
 * @throws Problem `proof_needed`
 */
async function mustBeFresh(deps: Deps, me: Me, purpose: Purpose, proof: string | undefined): Promise<void> {
  if (me.author === null || (await deps.store.identities.of(me.author.id)).length === 0) return
  const about = { site: me.site.id, tokenHash: me.tokenHash, author: me.author.id, purpose }
  if (proof !== undefined && (await deps.store.claims.isFresh(about, proof, deps.clock()))) return
  throw new Problem('proof_needed')
}

/** What the site knows of me; neither addresses nor names elsewhere. */
export async function accountOf(deps: Deps, budgets: Budgets, site: string, asker: Asker): Promise<Account> {
  const { author } = await whoAsks(deps, budgets, site, asker)
  if (!author) return { author: null, ways: [], counts: NOTHING }
  const { since, counts } = await deps.store.account.counts(author.id)
  const badge = author.kind === 'guest' ? null : author.kind
  return { author: { name: author.name, badge, since }, ways: await waysIn(deps, author.id), counts }
}

const NOTHING = { pending: 0, published: 0, rejected: 0, withdrawn: 0, votes: 0, reports: 0, follows: 0, mutes: 0 }

/** How somebody has proved who they are, each way once. */
async function waysIn(deps: Deps, author: number): Promise<Account['ways']> {
  const ways = new Map<string, number>()
  for (const { issuer, created_at } of await deps.store.identities.of(author)) {
    const way = deps.config.providers?.find(each => each.issuer === issuer)?.name ?? issuer
    if (!ways.has(way)) ways.set(way, created_at)
  }
  return [...ways].map(([way, since]) => ({ way, since }))
}

/**
 * Everything of mine, to take along. Addresses are in it only with a proof made for that.
 * @throws Problem `proof_needed` for a proof that does not hold
 */
export async function exportOf(
  deps: Deps,
  budgets: Budgets,
  { site: id, proof }: { site: string; proof?: string | undefined },
  asker: Asker,
): Promise<Record<string, unknown>> {
  const me = await whoAsks(deps, budgets, id, asker)
  const { site, author } = me
  if (proof !== undefined) await mustBeFresh(deps, me, 'export', proof)
  const at = new Date(deps.clock()).toISOString()
  const file = { parley: 1, site: { id: site.id, name: site.name }, exportedAt: at }
  if (!author) return { ...file, author: null }
  const { identities, ...everything } = await exportAuthor(deps.store, author.id, deps.clock())
  return {
    ...file,
    author: { name: author.name, kind: author.kind, since: everything.since },
    standing: everything.standing,
    ways: await waysIn(deps, author.id),
    ...(proof !== undefined && { identities }),
    ...everything.all,
    ...(proof === undefined && { mails: withoutAddresses(everything.all['mails']) }),
  }
}

const withoutAddresses = (mails: unknown) =>
  (mails as { address: string }[]).map(each => ({ ...each, address: shownAddress(each.address) }))

/** Everything of an author, with the addresses. */
export async function exportAuthor(store: Deps['store'], author: number, now: number) {
  const { since } = await store.account.counts(author)
  return {
    since,
    standing: await store.standing.of(author, now),
    identities: await store.identities.of(author),
    all: await store.account.everything(author),
  }
}

/**
 * Erases everything of mine: texts and names of comments, which stay as stubs where others have answered; votes, reports,
 * follows, mutes, ways of proof, sessions. The log of decisions stays, which holds none of them. Some of it at a time.
 * @throws Problem `proof_needed`, `busy`
 */
export async function eraseAll(
  deps: Deps,
  budgets: Budgets,
  { site: id, proof }: EraseRequest,
  asker: Asker,
): Promise<EraseProgress> {
  const me = await whoAsks(deps, budgets, id, asker)
  const { site, author, tokenHash } = me
  if (!author) return { isDone: true, erased: 0 }
  await mustBeFresh(deps, me, 'erase', proof)
  let erased = 0
  for (let steps = STEPS; steps > 0; steps--) {
    const step = await eraseStep(deps, { site: site.id, author: author.id, tokenHash, by: 'reader' }, STEP)
    erased += step.erased
    if (step.isDone) return { isDone: true, erased }
  }
  return { isDone: false, erased }
}

/**
 * The token stands for nobody any more; with `everywhere` none of the author's does.
 * @throws Problem `proof_needed`
 */
export async function signOutOf(
  deps: Deps,
  budgets: Budgets,
  { site: id, everywhere, proof }: { site: string; everywhere: 'yes' | 'no'; proof?: string | undefined },
  asker: Asker,
): Promise<void> {
  const me = await whoAsks(deps, budgets, id, asker)
  if (!me.author) return
  if (everywhere === 'no') return deps.store.account.signOut(me.site.id, me.tokenHash)
  await mustBeFresh(deps, me, 'sign_out', proof)
  await deps.store.account.signOutEverywhere(me.author.id)
}

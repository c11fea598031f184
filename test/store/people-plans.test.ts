import { afterAll, test } from 'vitest'
import { openPlans } from './plan-stage.ts'

/** What signing in and one's own account ask of the database: no scan of a table, no sorting aside. */
const { store, walksIndexes } = await openPlans()
afterAll(() => store.close())

const about = { id: 'c', site: 'daily', tokenHash: 'h' }
const email = { issuer: 'email', subject: 'ada@mail.example' }
const row = { ...email, id: 'c', site_id: 'daily', token_hash: 'h', way: 'email', purpose: 'sign_in' as const }
const binding = {
  ...{ site: 'daily', tokenHash: 'h', owner: null, identities: [email], at: 1 },
  ...{ name: 'Ada', skeleton: 'ada', isVouched: true, kind: null, endsAt: 1, marks: ['m'] },
}

const HOT: [string, () => Promise<unknown>][] = [
  [
    'a claim to an address',
    () =>
      store.claims.addEmail({
        ...about,
        ...{ purpose: 'sign_in', origin: '', subject: email.subject, codeHash: 'x', at: 1, expiresAt: 2 },
      }),
  ],
  ['a code that is typed', () => store.claims.type(about, ['x'], 1)],
  ['a ticket that is shown', () => store.claims.hand(about, 'x', 0, 1)],
  ['going to a provider', () => store.claims.leave('c', { stateHash: 's', verifier: 'v', nonce: 'n' }, 1)],
  ['coming back', () => store.claims.comeBack('s', 'google', 1)],
  [
    'older claims that end',
    () =>
      store.claims.outdo({ ...row, origin: '', profile: null, verifier: null, nonce: null, tries: 0, proved_at: 1 }, 1),
  ],
  [
    'whether a proof is fresh',
    () => store.claims.isFresh({ site: 'daily', tokenHash: 'h', author: 1, purpose: 'erase' }, null, 1),
  ],
  ['claims that are forgotten', () => store.claims.forget(1)],
  ['proofs that are forgotten', () => store.proofs.forget(1)],
  ['who somebody is', () => store.identities.facts('daily', 'h', email, 'ada@mail.example')],
  ['namesakes', () => store.identities.namesakes('daily', 'ada', 1)],
  [
    'a guest who becomes somebody',
    () => store.identities.bind({ ...binding, me: 1, author: 1, isNew: false, brings: false }),
  ],
  [
    'a guest who was somebody already',
    () => store.identities.bind({ ...binding, me: 1, author: 2, isNew: false, brings: true }),
  ],
  ['somebody new', () => store.identities.bind({ ...binding, me: null, author: 2, isNew: true, brings: false })],
  ['the keys of a site’s login', () => store.siteKeys.living('daily', 1)],
  ['ending what is past', () => store.account.endPast(1)],
  ['an account', () => store.account.counts(1).catch(() => null)],
  ['everything of somebody', () => store.account.everything(1)],
  ['what is left to be erased', () => store.account.unerased(1, 200)],
  ['emptying comments', () => store.account.empty(1, [1, 2])],
  ['erasing an author', () => store.account.erase(1, { tokenHash: 'h', marks: ['m'], by: 'reader', now: 1 })],
  ['taking back votes', () => store.account.unvote(1, 200)],
  [
    'signing in to the desk',
    () => store.people.redeem('l', { hash: 's', expiresAt: 2, idleSince: 0 }, 'before', 1).catch(() => null),
  ],
  ['that a session was used', () => store.people.seen('s', 1)],
  ['signing out everywhere', () => store.people.signOutEverywhere(1)],
  ['somebody’s roles', () => store.people.heldBy(1)],
  ['taking a role', () => store.people.dismiss(1, 'daily')],
  ['whether somebody wrote an article', () => store.posting.wrote(1, 1)],
]

test.each(HOT)('%s walks indexes', (_, ask) => walksIndexes(ask))

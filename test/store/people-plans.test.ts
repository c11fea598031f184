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

const session = { hash: 's', expiresAt: 2, browser: 'Firefox on Linux', replaced: 'before' }
const spent = { digest: 'd', expiresAt: 2 }
const passkey = {
  ...{ id: 1, person_id: 1, name: 'Phone', credential: 'c', public_key: 'k', counter: 0, is_synced: 0, created_at: 1 },
}

const HOT: [string, () => Promise<unknown>][] = [
  [
    'a claim to an address',
    () =>
      store.claims.addEmail({
        ...about,
        ...{ purpose: 'sign_in', origin: '', subject: email.subject, codeHash: 'x', at: 1, expiresAt: 2 },
        letter: {
          ...{ site: 'daily', kind: 'code', to: { to: email.subject, subject: email.subject }, payload: {}, at: 1 },
        },
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
  ['what is left to be erased', () => store.account.unerased(1, 200, 9e15)],
  ['emptying comments', () => store.account.empty(1, [1, 2])],
  ['erasing an author', () => store.account.erase(1, { tokenHash: 'h', marks: ['m'], by: 'reader', now: 1 })],
  ['taking back votes', () => store.account.unvote(1, 200)],
  ['signing in to the desk', () => store.people.redeem('l', { ...session, idleSince: 0 }, 1).catch(() => null)],
  ['a new account', () => store.people.ensure(1, 'Mona', 1)],
  ['the account of a name', () => store.people.named('Mona')],
  ['who owns the installation', () => store.people.owner()],
  ['who is behind a session', () => store.people.behind('s', 0, 1)],
  ['what somebody is on a site', () => store.people.roleOn(1, 'daily')],
  ['the sites of somebody', () => store.people.rolesOf(1)],
  ['the people on a site', () => store.people.on('daily')],
  ['giving a role', () => store.people.grant(1, ['daily'], 'moderator')],
  [
    'a new link',
    () => store.people.addLink({ tokenHash: 'l', personId: 1, createdAt: 1, expiresAt: 2 }).catch(() => null),
  ],
  ['signing out', () => store.people.signOut('s')],
  ['a passkey', () => store.deskWays.passkey('c')],
  ['somebody’s passkeys', () => store.deskWays.passkeysOf(1)],
  ['a new passkey', () => store.deskWays.addPasskey(passkey, spent, 20)],
  ['another name for a passkey', () => store.deskWays.renamePasskey(1, 1, 'Phone')],
  ['to remove a passkey', () => store.deskWays.removePasskey(1, 1)],
  ['to stop a passkey', () => store.deskWays.stopPasskey(1, 1)],
  ['coming in by a passkey', () => store.deskWays.enterByPasskey({ id: 1 }, 1, spent, session, 1)],
  ['whose names must differ', () => store.team.colleagues(1)],
  ['coming in by a recovery code', () => store.deskWays.enterByCode('c', session, 1)],
  ['new recovery codes', () => store.deskWays.setCodes(1, ['a', 'b'], 1)],
  ['somebody’s recovery codes', () => store.deskWays.codesOf(1)],
  ['telling of recovery codes', () => store.deskWays.tellCodes(1, true, null, 1)],
  ['recovery codes that are forgotten', () => store.deskWays.forgetCodes(1)],
  ['somebody’s sessions', () => store.deskWays.sessionsOf(1, 0, 1)],
  ['somebody new whom an issuer knows', () => store.deskIdentities.ensure('https://i.example', 'new', 'Ivo', 1)],
  ['whether an issuer knows somebody', () => store.deskIdentities.known('https://i.example', 's')],
  [
    'coming in by an issuer',
    () =>
      store.deskIdentities
        .enter({ id: 1, name: 'Iris' }, [{ site: 'daily', role: 'owner' }], session, 1)
        .catch(() => null),
  ],
  ['roles that an issuer no longer means', () => store.deskIdentities.endRoles(1)],
  ['that a session was used', () => store.people.seen('s', 1)],
  ['signing out everywhere', () => store.people.signOutEverywhere(1)],
  ['somebody’s roles', () => store.people.heldBy(1)],
  ['taking a role', () => store.people.dismiss(1, 'daily')],
  ['whether somebody wrote an article', () => store.posting.wrote(1, 1)],
]

test.each(HOT)('%s walks indexes', (_, ask) => walksIndexes(ask))

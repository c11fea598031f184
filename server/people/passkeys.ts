import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Context } from 'hono'
import { newId, spellId } from '../comments/ids.ts'
import type { Passkey, PasskeyAnswer } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import { readOrigin } from '../sites/origins.ts'
import type { PasskeyRow } from '../store/desk-ways.ts'
import type { PersonRow } from '../store/people.ts'
import { openSession } from './desk-session.ts'
import { CHALLENGE_MS, makeChallenge, takeChallenge } from './passkey-challenge.ts'
import { base64url } from './secrets.ts'

/** So many passkeys a person may have. */
export const PASSKEYS = 20
/** EdDSA, ES256, RS256 (COSE): between them every authenticator knows one. */
const ALGORITHMS = [-8, -7, -257]
/** A counter that every other one is above: whether a passkey counts backwards is judged here, not by the library. */
const BEFORE_ALL = -1

/** The host that passkeys belong to: `PARLEY_ORIGIN`'s. They open no other, nor one that is an IP address. */
const relyingParty = ({ config }: Deps): string => new URL(config.origin).hostname

/** What an authenticator knows a person by: our id, which says nothing of them. */
const handleOf = (person: number) => base64url(new TextEncoder().encode(spellId(person)))

const binary = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0))

/** The passkey's part of an answer at the desk. */
export const passkeyOnWire = (row: PasskeyRow): Passkey => ({
  id: spellId(row.id),
  name: row.name,
  isSynced: row.is_synced === 1,
  createdAt: row.created_at,
  usedAt: row.used_at,
  stoppedAt: row.stopped_at,
})

/**
 * What a browser needs to make a passkey for somebody (WebAuthn's `PublicKeyCredentialCreationOptions` in JSON), with a
 * challenge that is bound to this browser and this person.
 */
export async function creationOptions(deps: Deps, c: Context, person: PersonRow): Promise<Record<string, unknown>> {
  const known = await deps.store.deskWays.passkeysOf(person.id)
  const host = relyingParty(deps)
  return {
    challenge: makeChallenge(deps, c, `make ${person.id}`),
    rp: { id: host, name: `Parley · ${host}` },
    user: { id: handleOf(person.id), name: person.name, displayName: person.name },
    pubKeyCredParams: ALGORITHMS.map(alg => ({ type: 'public-key', alg })),
    timeout: CHALLENGE_MS,
    attestation: 'none',
    excludeCredentials: known.map(({ credential }) => ({ type: 'public-key', id: credential })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'preferred' },
  }
}

/**
 * What a browser needs to sign in with whichever passkey its person chooses (`PublicKeyCredentialRequestOptions` in JSON): nobody
 * is named before, so that nobody learns who has one.
 */
export const requestOptions = (deps: Deps, c: Context): Record<string, unknown> => ({
  challenge: makeChallenge(deps, c, 'enter'),
  rpId: relyingParty(deps),
  timeout: CHALLENGE_MS,
  userVerification: 'preferred',
})

/**
 * Keeps a passkey that the browser has made for this person.
 * @throws Problem `claim_spent`, `passkey_refused` (it answers another challenge, origin or host, or cannot be read),
 *   `passkey_known`, `list_full`
 */
export async function addPasskey(
  deps: Deps,
  c: Context,
  person: PersonRow,
  name: string,
  answer: PasskeyAnswer,
): Promise<Passkey> {
  const { deskWays } = deps.store
  const { challenges, spent } = takeChallenge(deps, c, `make ${person.id}`)
  const made = await verifyMade(deps, answer, challenges)
  if (!made)
    throw new Problem('passkey_refused', {
      detail: 'What the browser sent cannot be a passkey for this desk. Begin again.',
    })
  const now = deps.clock()
  const row = {
    id: newId(now),
    person_id: person.id,
    name,
    credential: made.credential.id,
    public_key: base64url(made.credential.publicKey),
    counter: made.credential.counter,
    is_synced: made.credentialDeviceType === 'multiDevice' ? 1 : 0,
    created_at: now,
  }
  if (!(await deskWays.addPasskey(row, spent, PASSKEYS))) {
    if (await deskWays.passkey(row.credential)) throw new Problem('passkey_known')
    throw new Problem((await deskWays.passkeysOf(person.id)).length < PASSKEYS ? 'claim_spent' : 'list_full')
  }
  return passkeyOnWire({ ...row, used_at: null, stopped_at: null })
}

/**
 * Lets somebody in by a passkey's answer.
 * @throws Problem `claim_spent`, `passkey_refused`, `passkey_stopped`
 */
export async function enterByPasskey(deps: Deps, c: Context, answer: PasskeyAnswer): Promise<PersonRow> {
  const { deskWays } = deps.store
  const { challenges, spent } = takeChallenge(deps, c, 'enter')
  const row = await deskWays.passkey(answer.id)
  const counter = row && (await verifySigned(deps, answer, challenges, row))
  if (!row || counter === null) throw new Problem('passkey_refused')
  const isBackwards = (row.counter > 0 || counter > 0) && counter <= row.counter
  if (row.stopped_at === null && isBackwards) {
    await deskWays.stopPasskey(row.id, deps.clock())
    deps.log({ event: 'passkey_stopped' })
  }
  if (row.stopped_at !== null || isBackwards) throw new Problem('passkey_stopped')
  const person = await openSession(deps, c, (session, now) =>
    deskWays.enterByPasskey(row, counter, spent, session, now),
  )
  if (!person) throw new Problem('passkey_refused')
  return person
}

/**
 * The credential in an answer; null for whatever does not hold. What an authenticator says of its own make (the attestation) was
 * not asked for and is taken out before anybody looks at it: certificates in it would be a stranger's, and the library asks
 * the servers they name whether they were revoked.
 */
async function verifyMade(deps: Deps, answer: PasskeyAnswer, challenges: string[]) {
  const [{ verifyRegistrationResponse }, { decodeAttestationObject, isoCBOR }] = await library()
  try {
    const said = answer.response['attestationObject'] as string
    const authData = decodeAttestationObject(binary(said)).get('authData')
    const bare = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]) as never,
    )
    const response = {
      ...{ id: answer.id, rawId: answer.rawId, type: answer.type, clientExtensionResults: {} },
      response: { clientDataJSON: answer.response['clientDataJSON'], attestationObject: base64url(bare) },
    } as unknown as RegistrationResponseJSON
    if (!isFromHere(answer)) return null
    const { registrationInfo } = await verifyRegistrationResponse({
      ...{ response, ...expected(deps, challenges), requireUserVerification: false },
      supportedAlgorithmIDs: ALGORITHMS,
    })
    return registrationInfo?.credential.id === answer.id ? registrationInfo : null
  } catch {
    return null
  }
}

/** How often the passkey says that it has signed; null where its signature does not hold. */
async function verifySigned(
  deps: Deps,
  answer: PasskeyAnswer,
  challenges: string[],
  row: PasskeyRow,
): Promise<number | null> {
  const handle = answer.response['userHandle']
  if (handle !== undefined && handle !== handleOf(row.person_id)) return null
  const [{ verifyAuthenticationResponse }] = await library()
  try {
    if (!isFromHere(answer)) return null
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {} } as unknown as AuthenticationResponseJSON,
      ...{ ...expected(deps, challenges), requireUserVerification: false },
      credential: { id: row.credential, publicKey: binary(row.public_key), counter: BEFORE_ALL },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}

const expected = (deps: Deps, challenges: string[]) => ({
  expectedChallenge: (challenge: string) => challenges.includes(challenge),
  expectedOrigin: readOrigin(deps.config.origin)!,
  expectedRPID: relyingParty(deps),
})

/** Whether a browser says that it signed on a page of its own, in nobody's frame. */
function isFromHere(answer: PasskeyAnswer): boolean {
  const said = JSON.parse(new TextDecoder().decode(binary(answer.response['clientDataJSON'] as string)))
  return said.crossOrigin !== true && said.topOrigin === undefined
}

/** Fetched at the first passkey: most processes start without needing it, and it is large. */
const library = () => Promise.all([import('@simplewebauthn/server'), import('@simplewebauthn/server/helpers')])

import * as v from 'valibot'
import { DESK_WAYS } from '../contract.ts'
import { count, DeskMe, time } from './wire.ts'

/** The wire of the ways in to the desk. */

const base64url = (most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(/^[\w-]+$/, 'base64url'))
/** A credential id has at most 1,023 bytes. */
const credential = base64url(1_364)

/** Browsers add to this with time; what is not named here is not looked at. */
const common = { id: credential, rawId: credential, type: v.literal('public-key') }
const clientDataJSON = base64url(4_000)

export const PasskeyEntryRequest = v.object({
  ...common,
  response: v.object({
    clientDataJSON,
    authenticatorData: base64url(4_000),
    signature: base64url(2_000),
    userHandle: v.optional(base64url(100)),
  }),
})

/** Spaces at the ends go; a name that is empty then is none. */
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))

export const PasskeyRequest = v.object({
  name,
  passkey: v.object({
    ...common,
    response: v.object({ clientDataJSON, attestationObject: base64url(20_000) }),
  }),
})
export const PasskeyName = v.object({ name })
export const PasskeyChallenge = v.object({ options: v.record(v.string(), v.unknown()) })
/** The names of the issuers that open the desk. */
export const DeskProviders = v.object({ providers: v.array(v.string()) })
export const CodeEntryRequest = v.object({ code: v.pipe(v.string(), v.maxLength(100)) })
export const RecoveryCodes = v.object({ codes: v.array(v.string()) })

export const DeskEntry = v.object({ ...DeskMe.entries, passkeys: count, codesUsed: v.array(time) })

export const Passkey = v.object({
  id: v.string(),
  name: v.string(),
  isSynced: v.boolean(),
  createdAt: time,
  usedAt: v.nullable(time),
  stoppedAt: v.nullable(time),
})
export const DeskAccount = v.object({
  passkeys: v.array(Passkey),
  codes: v.object({ left: count, createdAt: v.nullable(time), usedAt: v.array(time) }),
  sessions: v.array(
    v.object({
      id: v.string(),
      browser: v.nullable(v.string()),
      way: v.nullable(v.picklist(DESK_WAYS)),
      createdAt: time,
      seenAt: time,
      isHere: v.boolean(),
    }),
  ),
  freshUntil: time,
})

export const SessionParams = v.object({ id: v.pipe(v.string(), v.regex(/^[\w-]{43}$/, 'a session')) })

import { base64url } from '../server/people/secrets.ts'

/**
 * An authenticator in software (WebAuthn Level 3, ES256), so that tests can make it lie: about its counter, the page it is on,
 * the host it answers, and whose credential it holds.
 */

type Bytes = Uint8Array<ArrayBuffer>

const utf8 = (text: string): Bytes => new TextEncoder().encode(text)

const joined = (...parts: Uint8Array[]): Bytes => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** CBOR (RFC 8949) of what authenticators say: numbers, texts, bytes and maps. */
function cbor(value: number | string | Uint8Array | Map<unknown, unknown>): Bytes {
  const head = (major: number, n: number) =>
    n < 24 ? [(major << 5) | n] : n < 256 ? [(major << 5) | 24, n] : [(major << 5) | 25, n >> 8, n & 255]
  if (typeof value === 'number') return Uint8Array.from(value < 0 ? head(1, -1 - value) : head(0, value))
  if (typeof value === 'string') return joined(Uint8Array.from(head(3, utf8(value).length)), utf8(value))
  if (value instanceof Uint8Array) return joined(Uint8Array.from(head(2, value.length)), value)
  const pairs = [...value].map(([key, each]) => joined(cbor(key as number), cbor(each as number)))
  return joined(Uint8Array.from(head(5, value.size)), ...pairs)
}

const sha256 = async (bytes: Bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

/** An ECDSA signature as ASN.1 spells it, which is how authenticators give it. */
function der(signature: Uint8Array): Bytes {
  const integer = (bytes: Uint8Array) => {
    const bare = bytes.subarray(bytes.findIndex(byte => byte !== 0))
    const value = bare[0]! & 0x80 ? joined(Uint8Array.of(0), bare) : bare
    return joined(Uint8Array.of(2, value.length), value)
  }
  const both = joined(integer(signature.subarray(0, 32)), integer(signature.subarray(32)))
  return joined(Uint8Array.of(0x30, both.length), both)
}

/** What a page asks of its authenticator; which of these depends on whether a passkey is made or used. */
export interface Options {
  challenge: string
  rpId: string
  rp: { id: string }
  user: { id: string }
}

/** What a page and its authenticator say; what is left out is the truth. */
export interface Lies {
  origin?: string
  host?: string
  crossOrigin?: boolean
  counter?: number
  type?: string
  userHandle?: string | undefined
  /** What the authenticator says of its own make. */
  attestation?: { fmt: string; statement: Map<unknown, unknown> }
}

/** One passkey, on a page of Parley's. */
export async function authenticator(page: string, counter = 0) {
  const keys = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const credential = crypto.getRandomValues(new Uint8Array(32))
  const point = new Uint8Array((await crypto.subtle.exportKey('raw', keys.publicKey)) as ArrayBuffer)
  const id = base64url(credential)
  let count = counter
  let handle: string | undefined

  const clientData = (type: string, challenge: string, lies: Lies) =>
    utf8(
      JSON.stringify({
        type: lies.type ?? type,
        challenge,
        origin: lies.origin ?? page,
        crossOrigin: lies.crossOrigin ?? false,
      }),
    )
  const authData = async (host: string, flags: number, signs: number, more = new Uint8Array()) => {
    const counted = new Uint8Array(4)
    new DataView(counted.buffer).setUint32(0, signs)
    return joined(await sha256(utf8(host)), Uint8Array.of(flags), counted, more)
  }

  return {
    id,
    /** Makes the credential, as `navigator.credentials.create` does. */
    async makes(options: Options, lies: Lies = {}) {
      handle = options.user.id
      const key = new Map<unknown, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point.subarray(1, 33)],
        [-3, point.subarray(33)],
      ])
      const attested = joined(new Uint8Array(16), Uint8Array.of(0, credential.length), credential, cbor(key))
      const data = await authData(lies.host ?? options.rp.id, 0x45, count, attested)
      const { fmt, statement } = lies.attestation ?? { fmt: 'none', statement: new Map() }
      const object = cbor(
        new Map<unknown, unknown>([
          ['fmt', fmt],
          ['attStmt', statement],
          ['authData', data],
        ]),
      )
      const response = {
        clientDataJSON: base64url(clientData('webauthn.create', options.challenge, lies)),
        attestationObject: base64url(object),
      }
      return { id, rawId: id, type: 'public-key' as const, response }
    },
    /** Signs a challenge, as `navigator.credentials.get` does. */
    async signs(options: Options, lies: Lies = {}) {
      if (count > 0) count += 1
      const data = await authData(lies.host ?? options.rpId, 0x05, lies.counter ?? count)
      const client = clientData('webauthn.get', options.challenge, lies)
      const signature = new Uint8Array(
        await crypto.subtle.sign(
          { name: 'ECDSA', hash: 'SHA-256' },
          keys.privateKey,
          joined(data, await sha256(client)),
        ),
      )
      const userHandle = 'userHandle' in lies ? lies.userHandle : handle
      const response = {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(der(signature)),
        ...(userHandle !== undefined && { userHandle }),
      }
      return { id, rawId: id, type: 'public-key' as const, response }
    },
  }
}

export type Authenticator = Awaited<ReturnType<typeof authenticator>>

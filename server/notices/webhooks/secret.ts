import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Deps } from '../../deps.ts'
import { secretsOf } from '../../people/secrets.ts'
import type { WebhookRow } from '../../store/webhooks.ts'

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))

type Signer = Pick<WebhookRow, 'id' | 'secrets' | 'both_until'>

/** The bytes that sign, the newest first. They are made from the installation's secret, so that none is kept. */
function keysOf(config: Deps['config'], { id, secrets, both_until }: Signer, now: number): Uint8Array[] {
  const numbers = both_until > now && secrets > 1 ? [secrets, secrets - 1] : [secrets]
  return secretsOf(config).flatMap(secret =>
    numbers.map(number => hmac(sha256, utf8ToBytes(secret), utf8ToBytes(JSON.stringify(['webhook', id, number])))),
  )
}

/** The signing secrets of a webhook as its owner gives them to the receiver: `whsec_…`, the newest first. */
export const signingSecrets = (config: Deps['config'], hook: Signer, now: number): string[] =>
  keysOf(config, hook, now).map(key => `whsec_${base64(key)}`)

/**
 * The headers of a message by Standard Webhooks 1.0: signed with every secret that counts, so that a receiver may go from one
 * to the next while both do.
 */
export function signedHeaders(config: Deps['config'], hook: Signer, message: string, body: string, now: number) {
  const at = Math.floor(now / 1000)
  const signatures = keysOf(config, hook, now).map(
    key => `v1,${base64(hmac(sha256, key, utf8ToBytes(`${message}.${at}.${body}`)))}`,
  )
  return { 'webhook-id': message, 'webhook-timestamp': String(at), 'webhook-signature': signatures.join(' ') }
}

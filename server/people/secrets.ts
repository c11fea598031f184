import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Deps } from '../deps.ts'

/**
 * Random tokens and the digests that are kept in their place. The digests are synchronous: on Node each one of
 * WebCrypto's takes a turn of the thread pool, which costs a post more than all its hashing.
 */

/** Bytes as base64url without padding (RFC 4648 section 5). */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** A token of 256 random bits: the prefix and 43 base64url characters. */
export function randomToken(prefix = ''): string {
  return prefix + base64url(crypto.getRandomValues(new Uint8Array(32)))
}

/** SHA-256 (FIPS 180-4) of a text as 43 base64url characters: what is stored in a token's place. */
export function digest(text: string): string {
  return base64url(sha256(utf8ToBytes(text)))
}

/**
 * The installation's secrets, the one in use first. What is signed is signed with that one; what was signed before it was
 * changed is still known by the others.
 */
export const secretsOf = ({
  secret,
  secretsBefore = [],
}: Pick<Deps['config'], 'secret' | 'secretsBefore'>): string[] => [secret, ...secretsBefore]

/** HMAC-SHA-256 (RFC 2104) of a text under the installation's secret. */
const keyed = (secret: string, text: string) => hmac(sha256, utf8ToBytes(secret), utf8ToBytes(text))

/** 32 bits of a keyed digest; stands for something without naming it. */
export function keyed32(secret: string, text: string): number {
  const mac = keyed(secret, text)
  return new DataView(mac.buffer, mac.byteOffset).getUint32(0)
}

/** 64 bits of a keyed digest. */
export function keyed64(secret: string, text: string): bigint {
  const mac = keyed(secret, text)
  return new DataView(mac.buffer, mac.byteOffset).getBigUint64(0)
}

/** A keyed digest as 43 base64url characters: a signature that only this installation can make. */
export function signed(secret: string, text: string): string {
  return base64url(keyed(secret, text))
}

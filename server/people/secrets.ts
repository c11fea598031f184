/** Random tokens and the digests that are kept in their place; WebCrypto only, so that both runtimes have it. */

const encoder = new TextEncoder()

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

/** SHA-256 of a text as 43 base64url characters: what is stored in a token's place. */
export async function digest(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))))
}

const keys = new Map<string, Promise<CryptoKey>>()

/** 32 bits of HMAC-SHA-256 of a text under the installation's secret; stands for something without naming it. */
export async function keyed32(secret: string, text: string): Promise<number> {
  let key = keys.get(secret)
  if (!key) {
    key = crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    keys.set(secret, key)
  }
  const mac = await crypto.subtle.sign('HMAC', await key, encoder.encode(text))
  return new DataView(mac).getUint32(0)
}

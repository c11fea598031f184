import { isLoopbackHost } from '../sites/origins.ts'

/** How long another server may take, in ms, and how many bytes of its answer are read. */
const PATIENCE = 5_000
const MOST_BYTES = 262_144

/** Thrown for an address that Parley does not ask, and for an answer that is too long. */
export class NotAsked extends Error {
  override name = 'NotAsked'
}

/**
 * Asks other servers, those of an owner's choice: over https, except on this machine where Parley is tried out; never an
 * address of a private network, never where a redirect leads. The answer is whole when it comes.
 * @param isLocal whether Parley is reached on this machine only, which may then be asked as well
 * @throws NotAsked; a TimeoutError after 5 s; what `fetch` throws
 */
export function outward(isLocal: boolean): (url: string, init?: RequestInit) => Promise<Response> {
  return async (url, init = {}) => {
    const { protocol, hostname } = new URL(url)
    const isHere = isLoopbackHost(hostname)
    if (!(isHere && isLocal) && (protocol !== 'https:' || isHere || isPrivateHost(hostname))) {
      throw new NotAsked(`${protocol}//${hostname} is not asked`)
    }
    const signal = AbortSignal.timeout(PATIENCE)
    const answer = await fetch(url, { ...init, redirect: 'manual', signal })
    // Workers know no `redirect: 'error'`; a browser's opaque answer is status 0.
    if (answer.status === 0 || (answer.status >= 300 && answer.status < 400)) {
      await answer.body?.cancel()
      throw new NotAsked(`${hostname} leads elsewhere`)
    }
    return new Response(await bytesOf(answer), { status: answer.status, headers: answer.headers })
  }
}

async function bytesOf(answer: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = answer.body?.getReader()
  if (!reader) return null
  const bytes = new Uint8Array(MOST_BYTES)
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return bytes.slice(0, size)
    if (size + value.byteLength > MOST_BYTES) {
      await reader.cancel()
      throw new NotAsked('the answer is too long')
    }
    bytes.set(value, size)
    size += value.byteLength
  }
}

/**
 * Whether a host of a URL is written as an address of a private, shared, link-local or otherwise special network (RFC
 * 6890), in IPv4 or in a form of IPv6 that leads to it. URL has made `0x7f.1` and the like plain by then.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '').toLowerCase()
  if (isLoopbackHost(host) || /(^|\.)(local|internal|home\.arpa)$/.test(host)) return true
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isPrivateV4(host.split('.').map(Number))
  if (!host.startsWith('[')) return false
  // No public server needs its address written in IPv6, and those that hide an IPv4 address are many.
  return !/^\[[23][0-9a-f]{3}:/.test(host) || /^\[(2001:0?:|2001:db8:|2002:)/.test(host)
}

function isPrivateV4([a = 0, b = 0]: number[]): boolean {
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && (b === 168 || b === 0)) ||
    (a === 198 && (b === 18 || b === 19))
  )
}

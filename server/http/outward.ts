import { isLoopbackHost } from '../sites/origins.ts'
import { isPublic, readAddress } from './addresses.ts'

/** How long another server may take, in ms, from the look-up of its name to the last byte of its answer. */
const PATIENCE = 5_000
/** How many bytes of an answer are read. */
const MOST_BYTES = 262_144

/** Thrown for an address that Parley does not ask, and for an answer that it does not take. */
export class NotAsked extends Error {
  override name = 'NotAsked'
  /** What was answered, with its status and headers, where only the rest of it was not taken. */
  readonly answer: Response | undefined
  constructor(words: string, answer?: Response) {
    super(words)
    this.answer = answer
  }
}

/** How a request goes out once its address was looked at: `fetch`, or what sees through names as well. */
export type Dial = (url: URL, init: RequestInit & { signal: AbortSignal }) => Promise<Response>

/** On Workers nobody can look names up, and the platform reaches no private network. */
const byFetch: Dial = (url, init) => fetch(url, { ...init, redirect: 'manual' })

/**
 * The one door to other servers, those of an owner's choice: over https, except on this machine where Parley is tried out;
 * never an address of a private network, never where a redirect leads. The answer is whole when it comes.
 * @param isLocal whether Parley is reached on this machine only, which may then be asked as well
 * @param dial how the request goes out; follows no redirect
 * @throws NotAsked; a TimeoutError after 5 s; what `dial` throws
 */
export function outward(isLocal: boolean, dial = byFetch): (url: string, init?: RequestInit) => Promise<Response> {
  return async (text, init = {}) => {
    const url = new URL(text)
    if (!mayBeAsked(url, isLocal)) {
      throw new NotAsked(`${url.protocol}//${url.hostname} is not asked`)
    }
    const signal = AbortSignal.timeout(PATIENCE)
    const late = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    // A name server is not told that nobody waits any more.
    return Promise.race([answerOf(url, init, dial, signal), late])
  }
}

async function answerOf(url: URL, init: RequestInit, dial: Dial, signal: AbortSignal): Promise<Response> {
  const answer = await dial(url, { ...init, signal })
  // Workers know no `redirect: 'error'`; a browser's opaque answer is status 0.
  if (answer.status === 0 || (answer.status >= 300 && answer.status < 400)) {
    await answer.body?.cancel()
    throw new NotAsked(`${url.hostname} leads elsewhere`)
  }
  return new Response(await bytesOf(answer), { status: answer.status, headers: answer.headers })
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
      throw new NotAsked('the answer is too long', new Response(null, answer))
    }
    bytes.set(value, size)
    size += value.byteLength
  }
}

/** Whether the door would let a request to this address through; where its name leads is looked at when it is asked. */
export function mayBeAsked(url: URL, isLocal: boolean): boolean {
  const isHere = isLocal && isLoopbackHost(url.hostname)
  const isSafe = url.protocol === 'https:' && !isPrivateHost(url.hostname) && isUsualPort(url.port)
  const isMine = isHere && /^https?:$/.test(url.protocol)
  return (isSafe || isMine) && url.username === '' && url.password === ''
}

/** Below 1024 other things than https listen, which are not to be spoken to in a strange tongue. */
const isUsualPort = (port: string) => port === '' || Number(port) >= 1_024

/**
 * Whether a host of a URL is written as an address of a private or otherwise special network (RFC 6890), or as a name that
 * is known in one only. URL has made `0x7f.1` and the like plain by then.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/\.+$/, '').toLowerCase()
  const address = readAddress(host)
  if (address !== null) return !isPublic(address)
  if (isLoopbackHost(host) || !host.includes('.')) return true
  return /\.(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|onion)$/.test(host)
}

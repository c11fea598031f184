import type { Config } from '../config.ts'
import type { Deps } from '../deps.ts'
import { isLoopbackHost } from '../sites/origins.ts'
import { isLoopback, isPrivate, readAddress } from './addresses.ts'
import type { Arrival, Proxies, ProxyHeader } from './client.ts'

const SPELT: Record<ProxyHeader, string> = { 'x-forwarded-for': 'X-Forwarded-For', forwarded: 'Forwarded' }

/** What the settings alone show to be missing of the proxies: lines for the owner. */
export function adviceOn({ isLocal, trustedProxies, host, socket }: Config): string[] {
  if (isLocal || trustedProxies.length > 0) return []
  if (socket) return [`PARLEY_TRUSTED_PROXIES is not set: ${UNTOLD} Set it to unix.`]
  if (host !== '::1' && !host.startsWith('127.')) return []
  return [`PARLEY_TRUSTED_PROXIES is not set, and Parley listens on this machine only: ${UNTOLD} Set it to 127.0.0.1.`]
}

const UNTOLD = 'whoever comes through the proxy cannot be told from others.'

/**
 * Watches how requests come, and says once for each fault what is missing of the settings of proxies. No address is named:
 * it could be a reader's.
 * @param has whether the request has a header
 * @param host what the request calls Parley (`Host`): who asks `localhost` is at the machine itself, and no proxy
 */
export function proxyAdvice(log: Deps['log'], { header, isTrusted, unix }: Proxies) {
  const said = new Set<string>()
  const say = (event: string, words: string) => {
    if (said.has(event)) return
    said.add(event)
    log({ event, words })
  }
  return ({ connection, isUnix, forwarded }: Arrival, has: (header: ProxyHeader) => boolean, host = ''): void => {
    const other: ProxyHeader = header === 'forwarded' ? 'x-forwarded-for' : 'forwarded'
    if (isUnix ? unix : connection !== undefined && isTrusted(connection)) {
      if (forwarded !== undefined || (!has(other) && isOwn(connection, host))) return
      const remedy = has(other) ? `It writes ${SPELT[other]}: set PARLEY_PROXY_HEADER to that.` : 'Let it write that.'
      say('proxy_silent', `A proxy does not say in ${SPELT[header]} for whom it asks. ${remedy}`)
    } else if (forwarded !== undefined || has(other)) {
      const [event, words] = unnamed(isUnix, connection === undefined ? null : readAddress(connection))
      say(event, words)
    }
  }
}

/** Whether somebody at this machine asks it by its own name, as with curl or for a health check. */
function isOwn(connection: string | undefined, host: string): boolean {
  const address = connection === undefined ? null : readAddress(connection)
  return address !== null && isLoopback(address) && isLoopbackHost(host.replace(/:\d+$/, ''))
}

/** What is said of a proxy that the owner has not named, or of somebody who acts as one. */
function unnamed(isUnix: boolean, address: bigint | null): [event: string, words: string] {
  const set = (proxies: string) => `Set PARLEY_TRUSTED_PROXIES to ${proxies}.`
  if (!isUnix && (address === null || !isPrivate(address))) {
    const words =
      'Somebody at a public address says to ask for others, and is not believed. If that is a proxy of yours:'
    return ['proxy_perhaps', `${words} ${set('its network')}`]
  }
  const [who, what] = isUnix
    ? ['A proxy at PARLEY_SOCKET', 'unix']
    : isLoopback(address!)
      ? ['A proxy on this machine', '127.0.0.1,::1']
      : ['A proxy in a private network', 'its address']
  return ['proxy_not_named', `${who} asks for others: ${UNTOLD} ${set(what)}`]
}

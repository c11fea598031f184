import { householdOf, isPrivate, readAddress, v4Within } from './addresses.ts'

/** Headers in which a proxy says for whom it asks; the first is the usual one. */
export const PROXY_HEADERS = ['x-forwarded-for', 'forwarded'] as const
export type ProxyHeader = (typeof PROXY_HEADERS)[number]

/**
 * A client's address as budgets count it: an IPv4 address whole, an IPv6 address by its /64, because one household has
 * 2^64 of the latter. IPv6 forms of IPv4 count as IPv4. Null for what is no address.
 */
export function clientOf(address: string | undefined): string | null {
  const read = address === undefined ? null : readAddress(withoutPort(address.trim()))
  return read === null ? null : householdOf(read)
}

/** The same, but null for an address of a private network as well: behind it may be anybody. */
export function publicClientOf(address: string | undefined): string | null {
  const read = address === undefined ? null : readAddress(withoutPort(address.trim()))
  return read === null || isPrivate(v4Within(read) ?? read) ? null : householdOf(read)
}

const withoutPort = (text: string) => text.replace(/^(\[[^\]]*\]|[\d.]+):\d{1,5}$/, '$1')

/** How a request came. */
export interface Arrival {
  /** The address at the other end of the connection; undefined when there is none any more, or on a Unix socket. */
  connection: string | undefined
  /** Whether it came through the Unix socket that Parley listens on. */
  isUnix: boolean
  /** What the header that proxies are believed by says, with all its lines joined. */
  forwarded: string | undefined
}

/** Whom the owner has named as proxies. */
export interface Proxies {
  header: ProxyHeader
  isTrusted(address: string): boolean
  /** Whether who speaks through the Unix socket is one. */
  unix: boolean
}

/**
 * Who asks. Hops are read from the right, past every proxy that is trusted, and not at all when the connection itself
 * does not come from one: what stands further to the left was written by who knows whom.
 *
 * Null where nobody can be told from others: a proxy that does not say for whom it asks, or names no address (`unknown`,
 * `_hidden`), and any address of a private network, which is a proxy's that the owner has not named.
 * @param isLocal whether Parley is reached on this machine only, whose addresses then stand for themselves
 */
export function whoAsks(
  { connection, isUnix, forwarded }: Arrival,
  { header, isTrusted, unix }: Proxies,
  isLocal = false,
): string | null {
  const hops = fromTheRight(forwarded ?? '')
  let nearest = isUnix ? undefined : connection
  if (isUnix ? !unix : nearest === undefined) return null
  while (nearest === undefined || isTrusted(nearest)) {
    const { value: hop } = hops.next()
    if (hop === undefined) return nearest !== undefined && isLocal ? clientOf(nearest) : null
    nearest = withoutPort(header === 'forwarded' ? forOf(hop) : hop)
  }
  return isLocal ? clientOf(nearest) : publicClientOf(nearest)
}

/**
 * The members of a list (RFC 9110), from its end. A comma between quotes parts nothing; read from the right, the quotes that
 * a proxy has written are whole, whatever a client wrote before them.
 */
function* fromTheRight(list: string): Generator<string, undefined> {
  let end = list.length
  let isQuoted = false
  for (let at = end - 1; at >= 0; at--) {
    if (list[at] === '"' && !isEscaped(list, at)) isQuoted = !isQuoted
    if (list[at] !== ',' || isQuoted) continue
    const member = list.slice(at + 1, end).trim()
    end = at
    if (member !== '') yield member
  }
  const first = list.slice(0, end).trim()
  if (first !== '') yield first
}

/** Whether a character is written with a backslash before it, and that one is not itself. */
function isEscaped(text: string, at: number): boolean {
  let before = at
  while (text[before - 1] === '\\') before -= 1
  return (at - before) % 2 === 1
}

/** One `name=value` of RFC 7239, and what parts it from the next. */
const PAIR = /\s*([\w!#$%&'*+.^`|~-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s";,=]*))\s*(?:;|$)/y

/** Whom a hop of `Forwarded` asks for; empty where it says so not, or not as it should. */
function forOf(hop: string): string {
  let found: string | undefined
  PAIR.lastIndex = 0
  while (PAIR.lastIndex < hop.length) {
    const [, name, quoted, bare] = PAIR.exec(hop) ?? []
    if (name === undefined) return ''
    if (name.toLowerCase() !== 'for') continue
    if (found !== undefined) return ''
    found = quoted?.replace(/\\(.)/g, '$1') ?? bare
  }
  return found ?? ''
}

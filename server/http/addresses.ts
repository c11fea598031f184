/**
 * IP addresses as numbers of 128 bits; an IPv4 address stands as `::ffff:a.b.c.d`, so that however it was written it is
 * one and the same.
 */

/** So many leading bits of an address. */
export type Network = readonly [address: bigint, bits: number]

/**
 * An address as it is written (RFC 4291, RFC 6943), in brackets or not, with a zone or not. An octet with a leading zero
 * is not read: to some it is octal. Null for what is no address.
 */
export function readAddress(text: string): bigint | null {
  const bare = text.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '')
  if (/^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(bare)) {
    return bare.split('.').reduce((sum, part) => (sum << 8n) | BigInt(part), 0xffffn)
  }
  if (bare.length > 45 || !/^[\da-f:.]*:[\da-f:.]*$/i.test(bare) || !URL.canParse(`http://[${bare}]`)) return null
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const [front, back] = [groups(head), groups(tail)]
  const whole = [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back]
  return whole.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n)
}

/** A network in CIDR (RFC 4632), or one address; null for what is neither. */
export function readNetwork(text: string): Network | null {
  const [, written = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const address = readAddress(written)
  if (address === null) return null
  const before = written.includes(':') ? 0 : 96
  const bits = length === undefined ? 128 : before + Number(length)
  return bits > 128 ? null : [address, bits]
}

/** Whether an address is in one of these networks. */
export const isIn = (address: bigint, networks: readonly Network[]): boolean =>
  networks.some(([base, bits]) => (address ^ base) >> BigInt(128 - bits) === 0n)

const networks = (...texts: string[]) => texts.map(text => readNetwork(text)!)

const V4 = networks('::ffff:0:0/96')
/** This machine, private networks, those of a provider, of a link and of a site (RFC 1122, 1918, 6598, 3927, 4193, 3879). */
const PRIVATE = networks(
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
  ...['::/127', 'fc00::/7', 'fe80::/10', 'fec0::/10'],
)
const LOOPBACK = networks('127.0.0.0/8', '::1')
/** What else of IPv4 leads to no public server: protocols, examples, relays, benchmarks, multicast, the rest (RFC 6890). */
const SPECIAL_V4 = networks(
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
)
/** Public servers have addresses of the one part of IPv6 that is given out, without protocols, examples and 6to4. */
const GLOBAL_V6 = networks('2000::/3')
const SPECIAL_V6 = networks('2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20')
/** Where IPv4 is reached from networks that have IPv6 only (RFC 6052); the other one (RFC 8215) is a private matter. */
const NAT64 = networks('64:ff9b::/96')
const LOCAL_NAT64 = networks('64:ff9b:1::/96')
const SIX_TO_FOUR = networks('2002::/16')
const TEREDO = networks('2001::/32')

const asV4 = (bits: bigint) => (0xffffn << 32n) | (bits & 0xffff_ffffn)

export const isLoopback = (address: bigint): boolean => isIn(address, LOOPBACK)

/** Whether an address says nothing of who is behind it to the rest of the world. */
export const isPrivate = (address: bigint): boolean => isIn(address, PRIVATE)

/** Whether a server at this address is as public as any: the address is not special (RFC 6890), nor leads to one that is. */
export function isPublic(address: bigint): boolean {
  if (isIn(address, V4)) return !isIn(address, PRIVATE) && !isIn(address, SPECIAL_V4)
  if (isIn(address, NAT64)) return isPublic(asV4(address))
  return isIn(address, GLOBAL_V6) && !isIn(address, SPECIAL_V6)
}

/**
 * The network that one household or machine has: an IPv4 address, or the first 64 bits of one of IPv6. Who comes from
 * IPv4 through a gateway counts by IPv4, because all such strangers share 64 bits.
 * @returns as text: `203.0.113.7`, `2001:db8:1:2::/64`
 */
export function householdOf(address: bigint): string {
  const v4 = v4Within(address)
  if (v4 !== null) return [24n, 16n, 8n, 0n].map(by => (v4 >> by) & 0xffn).join('.')
  return `${[112n, 96n, 80n, 64n].map(by => ((address >> by) & 0xffffn).toString(16)).join(':')}::/64`
}

/** The IPv4 address that an address is or carries, also as RFC 3056 and RFC 4380 hide it. */
export function v4Within(address: bigint): bigint | null {
  if (isIn(address, V4) || isIn(address, NAT64) || isIn(address, LOCAL_NAT64)) return asV4(address)
  if (isIn(address, SIX_TO_FOUR)) return asV4(address >> 80n)
  if (isIn(address, TEREDO)) return asV4(~address)
  return null
}

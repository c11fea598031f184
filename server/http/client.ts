/**
 * A client's address as budgets count it: an IPv4 address whole, an IPv6 address by its /64, because one household has
 * 2^64 of the latter. IPv6 forms of IPv4 count as IPv4. Null for what is no address.
 */
export function clientOf(address: string | undefined): string | null {
  if (!address) return null
  const bare = address
    .trim()
    .replace(/^\[|\](:\d+)?$/g, '')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/%.*$/, '')
    .toLowerCase()
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(bare)) return bare.split('.').every(part => Number(part) < 256) ? bare : null
  if (!bare.includes(':') || !URL.canParse(`http://[${bare}]`)) return null
  const groups = new URL(`http://[${bare}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(groups)
  if (mapped) {
    const [high, low] = [Number.parseInt(mapped[1]!, 16), Number.parseInt(mapped[2]!, 16)]
    return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.')
  }
  const [head = '', tail] = groups.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = !tail ? [] : tail.split(':')
  const whole = tail === undefined ? front : [...front, ...Array(8 - front.length - back.length).fill('0'), ...back]
  return `${whole.slice(0, 4).join(':')}::/64`
}

/**
 * The client behind trusted proxies: `X-Forwarded-For` is read from the right, past every proxy that is trusted, and not
 * at all when the connection itself does not come from one.
 * @param isTrusted whether an address is one of the owner's proxies
 */
export function behindProxies(
  connection: string | undefined,
  forwarded: string | undefined,
  isTrusted: (address: string) => boolean,
): string | null {
  let nearest = connection
  const hops = (forwarded ?? '')
    .split(',')
    .map(hop => hop.trim())
    .filter(Boolean)
  while (nearest !== undefined && hops.length > 0 && isTrusted(nearest.replace(/^::ffff:/, ''))) nearest = hops.pop()
  return clientOf(nearest)
}

/** Which pages belong to a site. A site's origins are `scheme://host[:port]`, or the word `loopback`. */

/** Stands for every page on this machine: localhost, 127.0.0.0/8 and [::1] on any port. */
export const LOOPBACK = 'loopback'

/** Whether a host name means this machine. */
export function isLoopbackHost(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
  )
}

/**
 * An origin as browsers send it (RFC 6454): scheme, host and port, the default port left out. Null for anything that
 * is not the origin of an http or https page, such as `null`.
 */
export function readOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, origin } = new URL(text)
  return protocol === 'http:' || protocol === 'https:' ? origin : null
}

/** The path below which Parley is reached, without a slash at its end; '' where it has a host of its own. */
export const basePath = (address: string): string => new URL(address).pathname.replace(/\/$/, '')

/** A path, or what begins with one, as Parley's routes know it: without the base, which a proxy may have taken off or not. */
export const belowBase = (path: string, base: string): string =>
  path.startsWith(base) && path[base.length] === '/' ? path.slice(base.length) : path

/** Whether a page of this origin is one of the site's. */
export function isOneOf(origins: readonly string[], origin: string): boolean {
  if (origins.includes(origin)) return true
  if (!origins.includes(LOOPBACK)) return false
  const read = readOrigin(origin)
  return read !== null && isLoopbackHost(new URL(read).hostname)
}

import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import { basePath, isLoopbackHost, readOrigin } from '../sites/origins.ts'

/**
 * Whether a request's Origin is Parley's own. On this machine any of its names will do, as long as the page and the
 * request name the same one.
 */
export function comesFromHere({ config }: Pick<Deps, 'config'>, c: Context): boolean {
  const origin = c.req.header('origin')
  if (origin === readOrigin(config.origin)) return true
  if (!config.isLocal || origin === undefined || !URL.canParse(origin)) return false
  const { host, hostname } = new URL(origin)
  return host === c.req.header('host') && isLoopbackHost(hostname)
}

/**
 * `__Host-` binds a cookie to this host and to https; plain http exists on this machine only. Below a path it has that in
 * its name and not as its `Path`, which `__Host-` forbids and which keeps no script of the same host out.
 */
export const ownCookieName = ({ origin }: Pick<Deps['config'], 'origin'>, name: string) =>
  (origin.startsWith('https:') ? '__Host-' : '') + name + basePath(origin).replaceAll('/', '-')

/** A cookie of Parley's own pages, for so many seconds. */
export const ownCookieOptions = ({ origin }: Deps['config'], maxAge?: number) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: origin.startsWith('https:'),
    ...(maxAge !== undefined && { maxAge }),
  }) as const

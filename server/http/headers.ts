import type { MiddlewareHandler } from 'hono'
import { basePath } from '../sites/origins.ts'

/** What every answer says of itself. */
export const EVERYWHERE = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' } as const

/**
 * Where Parley is reached over https, browsers shall not come otherwise for a year. It says nothing of the hosts below its
 * own, which may be another's, and nothing of a host that it shares: that is for whoever serves the rest of it.
 */
const HTTPS_ONLY = { 'Strict-Transport-Security': 'max-age=31536000' } as const

/** Set before the handler runs: to touch a finished answer would cost more than making it. */
export function everywhere(origin: string): MiddlewareHandler {
  const isAllOfHost = origin.startsWith('https:') && basePath(origin) === ''
  const headers = Object.entries(isAllOfHost ? { ...EVERYWHERE, ...HTTPS_ONLY } : EVERYWHERE)
  return (c, next) => {
    for (const [name, value] of headers) c.header(name, value)
    return next()
  }
}

/** What the desk asks for is no page: opened as one it runs nothing and stands in nobody's frame. */
export const DESK_ANSWERS = {
  'Content-Security-Policy':
    "default-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'private, no-store',
} as const

/** Set before the door, so that its refusals carry them, too. */
export const deskAnswers: MiddlewareHandler = (c, next) => {
  for (const [name, value] of Object.entries(DESK_ANSWERS)) c.header(name, value)
  return next()
}

/**
 * The readers' API may be read from any page: it never looks at cookies, and writes check the Origin themselves. The
 * headers stand before the handler runs, so that a refusal carries them, too.
 */
export const fromAnyPage: MiddlewareHandler = async (c, next) => {
  if (c.req.path.startsWith('/api/desk/')) return next()
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Access-Control-Expose-Headers', 'Retry-After')
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  if (c.req.method !== 'OPTIONS') return next()
  c.header('Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH, DELETE')
  c.header('Access-Control-Allow-Headers', 'Authorization, Content-Type, Idempotency-Key')
  c.header('Access-Control-Max-Age', '86400')
  return c.body(null, 204)
}

/** The desk runs only its own files, makes no HTML from strings, and stands in nobody's frame. */
export const DESK_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; " +
    "frame-src 'self'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const

/** The gallery runs only its own files; the desk shows it in a frame. */
export const THEME_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; " +
    "form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
} as const

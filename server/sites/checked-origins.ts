import { LIMITS } from '../contract.ts'
import { isLoopbackHost, LOOPBACK, readOrigin } from './origins.ts'

/** What is wrong with an origin as somebody typed it, in a sentence that says what to type; null where it is one. */
export function originFault(typed: string): string | null {
  const text = typed.trim()
  if (text === LOOPBACK) return null
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return `“${text}” needs its scheme: https://${text}`
  const origin = readOrigin(text)
  if (!origin) return `“${text}” is no origin; write one such as https://www.example.org.`
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text)
  if (username || password) return `Leave out the name and password: ${origin}`
  if (pathname !== '/' || search || hash) return `An origin ends after the host, without a path: ${origin}`
  if (protocol === 'http:' && !isLoopbackHost(hostname))
    return `Pages over http can be changed on their way, and browsers may keep them from Parley: https://${new URL(text).host}`
  return null
}

/**
 * Origins as they are stored: each once, in the order they were typed; the first one's host is the site's own edition.
 * Those that the site has already stay what they are.
 * @returns them, and what is wrong, by the place in the list
 */
export function checkedOrigins(typed: readonly string[], standing: readonly string[] = []) {
  const errors = typed.flatMap((text, at) => {
    const message = standing.includes(text) ? null : originFault(text)
    return message === null ? [] : [{ path: `body.origins.${at}`, message }]
  })
  if (typed.length === 0)
    errors.push({ path: 'body.origins', message: 'A site needs an origin, such as https://www.example.org.' })
  if (typed.length > LIMITS.origins)
    errors.push({ path: 'body.origins', message: `A site has at most ${LIMITS.origins} origins.` })
  const origins = [
    ...new Set(typed.map(text => (text.trim() === LOOPBACK ? LOOPBACK : (readOrigin(text.trim()) ?? text)))),
  ]
  return { origins, errors }
}

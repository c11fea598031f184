import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import { ownCookieName, ownCookieOptions } from '../http/own-pages.ts'
import { Problem } from '../problems.ts'
import type { Spent } from '../store/desk-ways.ts'
import { digest, randomToken, secretsOf, signed } from './secrets.ts'

/** For so long a challenge can be answered. */
export const CHALLENGE_MS = 5 * 60_000

/** What is asked of a passkey: to open the desk, or to be made for this person. */
export type Purpose = 'enter' | `make ${number}`

/**
 * A challenge is what the installation signs of random bytes, their end and the purpose; the bytes and the end stand in a cookie of
 * the browser that asked, and nothing is stored. Another browser, another purpose, another person and a later moment give
 * another challenge.
 */
const challengeOf = (secret: string, token: string, expiresAt: number, purpose: Purpose) =>
  signed(secret, `passkey challenge\n${purpose}\n${expiresAt}\n${token}`)

/** Makes a challenge of 256 bits, base64url, and binds it to this browser. */
export function makeChallenge(deps: Deps, c: Context, purpose: Purpose): string {
  const token = randomToken()
  const expiresAt = deps.clock() + CHALLENGE_MS
  setCookie(c, cookieName(deps), `${expiresAt}.${token}`, {
    ...ownCookieOptions(deps.config, CHALLENGE_MS / 1000),
    sameSite: 'Strict',
  })
  return challengeOf(deps.config.secret, token, expiresAt, purpose)
}

/**
 * The challenges that this browser may answer, one for each secret of the installation that still counts, and takes the cookie
 * back: an answer is looked at once.
 * @throws Problem `claim_spent` where the browser was asked nothing, or too long ago
 */
export function takeChallenge(deps: Deps, c: Context, purpose: Purpose): { challenges: string[]; spent: Spent } {
  const [, end = '', token = ''] = /^(\d{13})\.([\w-]{43})$/.exec(getCookie(c, cookieName(deps)) ?? '') ?? []
  deleteCookie(c, cookieName(deps), ownCookieOptions(deps.config))
  const expiresAt = Number(end)
  const now = deps.clock()
  if (!token || expiresAt <= now || expiresAt > now + CHALLENGE_MS) throw new Problem('claim_spent')
  const challenges = secretsOf(deps.config).map(secret => challengeOf(secret, token, expiresAt, purpose))
  return { challenges, spent: { digest: digest(`passkey challenge\n${token}`), expiresAt } }
}

const cookieName = ({ config }: Deps) => ownCookieName(config, 'parley-passkey')

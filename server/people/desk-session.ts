import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { LINK_TOKEN } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { comesFromHere, ownCookieName, ownCookieOptions } from '../http/own-pages.ts'
import { Problem } from '../problems.ts'
import type { NewSession } from '../store/desk-ways.ts'
import type { PersonRow, SessionPerson } from '../store/people.ts'
import { browserName } from './browser-name.ts'
import { digest, randomToken } from './secrets.ts'

const MINUTE = 60_000
/** A desk link works once, for 15 minutes. */
const LINK_MS = 15 * MINUTE
/** A desk session ends 30 days after signing in, whatever is done with it, */
const SESSION_MS = 30 * 24 * 60 * MINUTE
/** and when nobody has used it for a week. A desk that is open asks what is new, and thereby uses it. */
export const IDLE_MS = 7 * 24 * 60 * MINUTE
/** A session that is so young is a fresh proof of who one is: what opens the desk later on is changed only with one. */
const FRESH_MS = 15 * MINUTE
/** How exactly is kept when it was used. */
const SEEN_MS = 60 * MINUTE

/**
 * A one-time link to the desk for a person. The token stands in the fragment, which no server and no log ever sees.
 * @returns the absolute address
 */
export async function makeDeskLink(
  deps: Pick<Deps, 'store' | 'clock'> & { config: Pick<Deps['config'], 'origin'> },
  person: number,
): Promise<string> {
  const token = randomToken('prd_')
  const now = deps.clock()
  await deps.store.people.addLink({
    tokenHash: digest(token),
    personId: person,
    createdAt: now,
    expiresAt: now + LINK_MS,
  })
  return `${deps.config.origin}/desk#link=${token}`
}

/**
 * Signs a person in with a one-time link.
 * @throws Problem `link_spent`, `too_many_requests`
 */
export async function signIn(deps: Deps, budgets: Budgets, link: string, c: Context): Promise<PersonRow> {
  budgets.spend('signIn', { client: deps.client(c) }, deps.clock())
  const { people } = deps.store
  const person = LINK_TOKEN.test(link)
    ? await openSession(deps, c, (session, now) =>
        people.redeem(digest(link), { ...session, idleSince: now - IDLE_MS }, now),
      )
    : null
  if (!person) throw new Problem('link_spent')
  return person
}

/** The person at the desk in this browser, if anybody is. */
export async function somebodyAtDesk(deps: Deps, c: Context): Promise<PersonRow | null> {
  const token = getCookie(c, cookieName(deps))
  return token ? behind(deps, token) : null
}

/**
 * Opens a session and sets its cookie, if `enter` lets somebody in by it. The session is always a new one, and the one that
 * this browser had before ends, whoever's it was.
 */
export async function openSession(
  deps: Deps,
  c: Context,
  enter: (session: NewSession, now: number) => Promise<PersonRow | null>,
): Promise<PersonRow | null> {
  const now = deps.clock()
  const token = randomToken()
  const before = getCookie(c, cookieName(deps))
  const session = {
    hash: digest(token),
    expiresAt: now + SESSION_MS,
    browser: browserName(c.req.header('user-agent')),
    replaced: before ? digest(before) : null,
  }
  const person = await enter(session, now)
  if (person) setCookie(c, cookieName(deps), token, cookieOptions(deps, SESSION_MS / 1000))
  return person
}

/** Until when a session is a fresh proof of who is behind it, in ms UTC. */
export const freshUntil = ({ created_at }: Pick<SessionPerson, 'created_at'>): number => created_at + FRESH_MS

/** The digest of the session that the cookie names; null without one. */
export function sessionHere(deps: Deps, c: Context): string | null {
  const token = getCookie(c, cookieName(deps))
  return token ? digest(token) : null
}

/**
 * Ends the session that the cookie names, or with `everywhere` all of its person's, and takes the cookie back. The links
 * that person has not used yet end with the sessions.
 */
export async function signOut(deps: Deps, c: Context, everywhere: boolean): Promise<void> {
  const token = getCookie(c, cookieName(deps))
  const person = token && everywhere ? await behind(deps, token) : null
  if (person) await deps.store.people.signOutEverywhere(person.id)
  else if (token) await deps.store.people.signOut(digest(token))
  deleteCookie(c, cookieName(deps), cookieOptions(deps))
}

/**
 * The person at the desk.
 * @throws Problem `sign_in_needed`
 */
export async function personAtDesk(deps: Deps, c: Context): Promise<SessionPerson> {
  const token = getCookie(c, cookieName(deps))
  const found = token ? await behind(deps, token) : null
  if (!token || !found) throw new Problem('sign_in_needed')
  const now = deps.clock()
  // Afterwards, so that a desk can still be read where nothing can be written.
  if (found.seen_at < now - SEEN_MS) deps.later(c, 0, () => deps.store.people.seen(digest(token), now))
  return found
}

const behind = ({ store, clock }: Deps, token: string) => store.people.behind(digest(token), clock() - IDLE_MS, clock())

/**
 * A write at the desk comes from the desk's own pages: the Origin must be Parley's. On this machine any of its names
 * will do, as long as the page and the request name the same one.
 * @throws Problem `origin_missing` or `origin_refused`
 */
export function fromTheDesk(deps: Deps, c: Context): void {
  if (c.req.header('origin') === undefined) throw new Problem('origin_missing')
  if (!comesFromHere(deps, c)) {
    throw new Problem('origin_refused', { detail: `The desk is at ${deps.config.origin}/desk; open it there.` })
  }
}

const cookieName = ({ config }: Deps) => ownCookieName(config, 'parley')

const cookieOptions = ({ config }: Deps, maxAge?: number) => ownCookieOptions(config, maxAge)

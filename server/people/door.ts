import type { Context, MiddlewareHandler } from 'hono'
import { KEY_SCOPES, type KeyScope, type Role } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { neededScope, type RouteSpec, Slice, takesKeys } from '../http/slice.ts'
import { Problem } from '../problems.ts'
import type { SessionPerson } from '../store/people.ts'
import { keyAtDesk, keyStands } from './api-keys.ts'
import { fromTheDesk, personAtDesk, somebodyAtDesk } from './desk-session.ts'

/** Whom the door let in, to which site, as what. */
interface Entry {
  person: SessionPerson
  /** What the key may that was shown in the place of a session. */
  scope?: KeyScope
  site?: string
  role?: Role
}

/** A key is no session: nothing that asks for a fresh one is done by it. */
const NO_SESSION = { created_at: 0, seen_at: 0 }

const ENTRIES = new WeakMap<Request, Entry>()

/**
 * The desk's one door: nobody passes without a session or a key, and no write by a session that does not come from the desk
 * itself. A key is sent by programs, which no page makes do so: it needs no Origin.
 */
export function moderatorsOnly(deps: Deps, budgets: Budgets): MiddlewareHandler {
  return async (c, next) => {
    const key = await keyAtDesk(deps, budgets, c)
    if (key) {
      ENTRIES.set(c.req.raw, { person: { id: key.person_id, name: key.name, ...NO_SESSION }, scope: key.scope })
      return next()
    }
    ENTRIES.set(c.req.raw, { person: await personAtDesk(deps, c) })
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') fromTheDesk(deps, c)
    await next()
  }
}

/**
 * Routes behind the desk's door, each open to whom its `who` says. The role is looked up for every request, so that who
 * has lost it is out at once. A site one has no role on is answered like one that does not exist, and so is its comment.
 */
export function deskSlice(deps: Deps): Slice {
  return new Slice(async (spec, { params, query, body }, c) => {
    const { who, about } = spec
    const entry = entryOf(c)
    if (entry.scope) holdToScope(spec, entry.scope)
    if (who === 'anyone' || who === 'reader') throw new Error('the desk is open to nobody without a session')
    if (who === 'person') return
    const named = await siteAskedFor(deps, about, { params, query, body })
    const role = named ? await deps.store.people.roleOn(entry.person.id, named) : null
    if (!named || !role) throw new Problem(about === 'comment' ? 'unknown_comment' : 'forbidden')
    const as = entry.scope === 'manage' ? 'owner' : role
    if (who === 'owner' && as !== 'owner') {
      throw new Problem('forbidden', { detail: 'This is for an owner of the site; you are one of its moderators.' })
    }
    Object.assign(entry, { site: named, role: as })
  })
}

async function siteAskedFor(deps: Deps, about: RouteSpec['about'], { params, query, body }: Record<string, unknown>) {
  if (about === 'comment') return siteOfComment(deps, params)
  return about === 'site' ? (params as { id: string }).id : (siteIn(query) ?? siteIn(body))
}

/** What a key may: on which site is told by its role there, as of anybody. */
function holdToScope(spec: RouteSpec, scope: KeyScope): void {
  if (!takesKeys(spec)) throw new Problem('session_only')
  const needed = neededScope(spec)
  const rank: readonly KeyScope[] = KEY_SCOPES
  if (rank.indexOf(scope) < rank.indexOf(needed)) {
    throw new Problem('forbidden', { detail: `This key may ${scope}; for this it needs the scope ${needed}.` })
  }
}

function siteIn(input: unknown): string | undefined {
  const site = (input as { site?: unknown } | undefined)?.site
  return typeof site === 'string' ? site : undefined
}

const siteOfComment = ({ store }: Deps, params: unknown) => store.queue.siteOf((params as { id: number }).id)

function entryOf(c: Context): Entry {
  const entry = ENTRIES.get(c.req.raw)
  if (!entry) throw new Problem('sign_in_needed')
  return entry
}

/** The person whom the door let in. */
export const personOf = (c: Context): SessionPerson => entryOf(c).person

/** The site that the door let somebody in to. */
export const siteOf = (c: Context): string => entryOf(c).site!

/** What the key may that came in the place of a session; null where somebody has signed in. */
export const scopeOf = (c: Context): KeyScope | null => entryOf(c).scope ?? null

/** As what the door let somebody in. */
export const roleOf = (c: Context): Role => entryOf(c).role!

/**
 * For an answer that takes its time, such as an export: asks again whether whoever was let in may still be there, in the same
 * role. Who was put out meanwhile gets no more of it.
 * @returns what is called between its parts; it throws Problem `sign_in_needed`, `key_refused` or `forbidden`
 */
export function staysIn(deps: Deps, c: Context): () => Promise<void> {
  const { person, scope, site, role } = entryOf(c)
  return async () => {
    if (scope) await keyStands(deps, c)
    else if ((await somebodyAtDesk(deps, c))?.id !== person.id) throw new Problem('sign_in_needed')
    if (!site) return
    const now = await deps.store.people.roleOn(person.id, site)
    if (!now || (now !== role && scope !== 'manage')) throw new Problem('forbidden')
  }
}

import type { Context, MiddlewareHandler } from 'hono'
import type { Role } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { type RouteSpec, Slice } from '../http/slice.ts'
import { Problem } from '../problems.ts'
import type { SessionPerson } from '../store/people.ts'
import { fromTheDesk, personAtDesk } from './desk-session.ts'

/** Whom the door let in, to which site, as what. */
interface Entry {
  person: SessionPerson
  site?: string
  role?: Role
}

const ENTRIES = new WeakMap<Request, Entry>()

/** The desk's one door: nobody passes without a session, and no write that does not come from the desk itself. */
export function moderatorsOnly(deps: Deps): MiddlewareHandler {
  return async (c, next) => {
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
  return new Slice(async ({ who, about }, { params, query, body }, c) => {
    const entry = entryOf(c)
    if (who === 'anyone' || who === 'reader') throw new Error('the desk is open to nobody without a session')
    if (who === 'person') return
    const named = await siteAskedFor(deps, about, { params, query, body })
    const role = named ? await deps.store.people.roleOn(entry.person.id, named) : null
    if (!named || !role) throw new Problem(about === 'comment' ? 'unknown_comment' : 'forbidden')
    if (who === 'owner' && role !== 'owner') {
      throw new Problem('forbidden', { detail: 'This is for an owner of the site; you are one of its moderators.' })
    }
    Object.assign(entry, { site: named, role })
  })
}

async function siteAskedFor(deps: Deps, about: RouteSpec['about'], { params, query, body }: Record<string, unknown>) {
  if (about === 'comment') return siteOfComment(deps, params)
  return about === 'site' ? (params as { id: string }).id : (siteIn(query) ?? siteIn(body))
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

/** As what the door let somebody in. */
export const roleOf = (c: Context): Role => entryOf(c).role!

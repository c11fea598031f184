import * as v from 'valibot'
import { BADGES, PURPOSES } from '../contract.ts'
import { count, siteId, time } from './wire.ts'

/** The wire of how readers prove who they are, and of what they can ask about themselves. */

const purpose = v.optional(v.picklist(PURPOSES))
const lang = v.optional(v.pipe(v.string(), v.maxLength(35)))
const claim = v.pipe(v.string(), v.regex(/^[\w-]{43}$/, 'a claim'))
/** An address that is none is refused in words of its own, not by its place in the request. */
const typed = v.pipe(v.string(), v.maxLength(1_000))

export const EmailClaimRequest = v.object({ site: siteId, email: v.optional(typed), purpose, lang })
export const OpenIdClaimRequest = v.object({
  site: siteId,
  provider: v.pipe(v.string(), v.maxLength(40)),
  purpose,
  lang,
})
export const Claim = v.object({ claim: v.string(), expiresAt: time, url: v.optional(v.string()) })
export const CodeRequest = v.object({ site: siteId, claim, code: v.pipe(v.string(), v.maxLength(100)) })
export const TicketRequest = v.object({ site: siteId, claim, ticket: v.pipe(v.string(), v.maxLength(100)) })
export const HostLoginRequest = v.object({ site: siteId, token: v.pipe(v.string(), v.maxLength(8_000)), purpose })

const named = { name: v.nullable(v.string()), badge: v.nullable(v.picklist(BADGES)) }
export const SignedIn = v.object({
  author: v.object(named),
  way: v.string(),
  purpose: v.picklist(PURPOSES),
  proof: v.nullable(v.string()),
  guest: v.nullable(v.picklist(['came', 'stayed'])),
})

export const SignOutQuery = v.object({
  site: siteId,
  everywhere: v.optional(v.picklist(['yes', 'no']), 'no'),
  proof: v.optional(claim),
})

export const AccountQuery = v.object({ site: siteId })
export const Account = v.object({
  author: v.nullable(v.object({ ...named, since: time })),
  ways: v.array(v.object({ way: v.string(), since: time })),
  counts: v.object({
    pending: count,
    published: count,
    rejected: count,
    withdrawn: count,
    votes: count,
    reports: count,
    follows: count,
    mutes: count,
  }),
})
export const ExportQuery = v.object({ site: siteId, proof: v.optional(claim) })
export const EraseRequest = v.object({ site: siteId, proof: v.optional(claim) })
export const EraseProgress = v.object({ isDone: v.boolean(), erased: count })

export const AuthorWeight = v.object({
  name: v.nullable(v.string()),
  kind: v.picklist(['guest', 'verified', 'staff']),
  comments: count,
  held: count,
  editions: count,
  votes: count,
  reports: count,
  follows: count,
  mutes: count,
  notes: count,
  appeals: count,
  identities: count,
  sessions: count,
  mailings: count,
  mentions: count,
  boundUntil: v.nullable(count),
})

export const FoundPersons = v.object({
  persons: v.array(v.object({ id: v.string(), weight: AuthorWeight })),
  mailings: count,
})
export const UnmailAnswer = v.object({ removed: count })
const name = v.nullable(v.string())
export const Erasures = v.object({
  erasures: v.array(
    v.object({ author: v.string(), by: v.picklist(['reader', 'owner', 'command']), name, comments: count, at: count }),
  ),
  underWay: v.array(v.object({ author: v.string(), name, left: count, begunAt: count })),
  told: count,
})
export const Holds = v.object({
  holds: v.array(v.object({ comment: v.string(), name, text: v.string(), article: v.string() })),
})
/** Everything of somebody, as a file; its parts are those of the reader's own export. */
export const AuthorData = v.record(v.string(), v.unknown())

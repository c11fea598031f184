import * as v from 'valibot'
import { INVITATION_TOKEN, LIMITS, ROLES, SETTING_KINDS, SITE_CHANGES } from '../contract.ts'
import { count, siteId, time, wireId } from './wire.ts'

/** The wire of what owners do with their sites and the people of these. */

const role = v.picklist(ROLES)
const named = v.pipe(v.string(), v.maxLength(2_000))
const origins = v.pipe(v.array(named), v.maxLength(LIMITS.origins))
const settings = v.record(v.pipe(v.string(), v.maxLength(60)), v.unknown())
const invitation = v.pipe(v.string(), v.regex(INVITATION_TOKEN, 'an invitation'))

export const SiteParams = v.object({ id: siteId })

export const SettingRow = v.object({
  name: v.string(),
  kind: v.picklist(SETTING_KINDS),
  words: v.string(),
  default: v.unknown(),
  values: v.optional(v.array(v.string())),
  least: v.optional(v.number()),
  most: v.optional(v.number()),
})
export const DeskSite = v.object({
  id: v.string(),
  name: v.string(),
  origins: v.array(v.string()),
  isDemo: v.boolean(),
  createdAt: time,
  seen: v.string(),
  settings: v.record(v.string(), v.unknown()),
  table: v.array(SettingRow),
  advice: v.array(v.string()),
})
export const SiteChangeRequest = v.object({
  seen: v.pipe(
    v.string(),
    v.description('“seen” of the answer that was looked at; what was changed meanwhile is not overwritten'),
  ),
  name: v.optional(named),
  origins: v.optional(origins),
  settings: v.optional(settings),
  dryRun: v.optional(v.boolean()),
})
export const SiteChangeAnswer = v.object({
  site: DeskSite,
  moved: v.array(v.object({ from: v.string(), to: v.string() })),
  movedCount: count,
})
export const NewSiteRequest = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, '1 to 40 small letters, digits and hyphens')),
  name: named,
  origins,
})
export const ExamplesRequest = v.object({
  origins: v.optional(origins),
  settings: v.optional(settings),
  urls: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LIMITS.urlLength))), v.maxLength(LIMITS.examples)),
})
export const Examples = v.object({ keys: v.array(v.nullable(v.string())) })

export const Organisation = v.object({
  issuers: v.array(v.object({ name: v.string(), issuer: v.string() })),
  rules: v.array(
    v.object({
      provider: v.string(),
      claim: v.picklist(['groups', 'domain', 'email']),
      value: v.string(),
      role,
      isForAll: v.boolean(),
    }),
  ),
})
const said = v.pipe(v.string(), v.maxLength(320))
export const OrganisationTrial = v.object({
  issuer: said,
  email: v.optional(said),
  groups: v.optional(v.pipe(v.array(said), v.maxLength(100))),
})
export const OrganisationTried = v.object({ role: v.nullable(role), met: v.array(v.boolean()) })

export const PhrasesQuery = v.object({ language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'a language such as en')) })
const phrase = v.union([v.string(), v.record(v.string(), v.string())])
export const Phrases = v.object({
  language: v.string(),
  dir: v.picklist(['ltr', 'rtl']),
  forms: v.array(v.string()),
  phrases: v.array(v.object({ key: v.string(), usual: phrase, own: v.nullable(phrase) })),
})

export const Sightings = v.object({
  sightings: v.array(v.object({ origin: v.string(), seenAt: v.nullable(time), refusedAt: v.nullable(time) })),
})

export const SiteChangesQuery = v.object({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'not a cursor of Parley’s'), v.transform(Number))),
})
export const SiteChangeList = v.object({
  changes: v.array(
    v.object({
      seq: count,
      at: time,
      by: v.nullable(v.object({ id: v.string(), name: v.string() })),
      kind: v.picklist(SITE_CHANGES),
      name: v.nullable(v.string()),
      about: v.nullable(v.string()),
      before: v.unknown(),
      after: v.unknown(),
    }),
  ),
  next: v.nullable(v.string()),
})

export const Team = v.object({
  people: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      publicName: v.nullable(v.string()),
      role,
      isMe: v.boolean(),
      isInstaller: v.boolean(),
      seenAt: v.nullable(time),
    }),
  ),
  invitations: v.array(
    v.object({
      id: v.string(),
      role,
      label: v.string(),
      invitedBy: v.string(),
      createdAt: time,
      expiresAt: time,
    }),
  ),
  hasMail: v.boolean(),
})
/** Somebody, or something, of a site. */
export const OfSiteParams = v.object({ id: siteId, of: wireId })
export const RoleRequest = v.object({ role })
export const InvitationRequest = v.object({
  role,
  label: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.invitationLabel))),
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.invitationDays))),
  email: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
})
export const NewInvitation = v.object({
  link: v.string(),
  expiresAt: time,
  isSent: v.nullable(v.boolean()),
  team: Team,
})
export const InvitationToken = v.object({ invitation })
export const Invitation = v.object({
  site: v.string(),
  siteName: v.string(),
  role,
  invitedBy: v.string(),
  expiresAt: time,
  me: v.nullable(v.string()),
})
export const AcceptanceRequest = v.object({ invitation, name: v.optional(named) })
export const DeskMeRequest = v.object({
  publicName: v.optional(v.nullable(named)),
  language: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)))),
})

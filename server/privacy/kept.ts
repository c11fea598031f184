import type { WebhookShape } from '../contract.ts'
import type { SiteSettings } from '../sites/settings.ts'
import { ASIDE_DAYS } from '../store/retention.ts'
import type { privacy } from './words.ts'

/** For how many days a mail that was sent is remembered, unless the installation says otherwise. */
export const KEEPS_MAIL_DAYS = 7

/** What of the real settings tells what is kept, and for how long. */
export interface KeepingFacts {
  settings: Pick<SiteSettings, 'keepsRefusedDays' | 'keepsEvidenceDays' | 'views' | 'showsEditions' | 'tellsByMail'>
  /** Ways in which readers can prove who they are. */
  ways: readonly string[]
  /** Whose captcha is asked under pressure. */
  captcha: string | null
  /** Whether there is a server that mail goes by. */
  hasMail: boolean
  /** Whether readers can be told of others' comments by mail. */
  mailsReaders: boolean
  /** For how many days a mail that was sent is remembered. */
  keepsMailDays?: number
  /** The host of the service that translates, where the owner names one. */
  translator?: string
  /** What the site's webhooks that are on speak to; none where that was not asked. */
  told?: readonly WebhookShape[]
  /** Whether one of them hears of comments that are not public. */
  tellsEarly?: boolean
  /** Whether the database may keep for a time what was deleted: one that is not a file of Parley's own. */
  lingers?: boolean
}

/** How long something is kept: a time after it has ended, or until somebody does something. */
export type Keeping =
  | { days: number; after: 'decision' | 'answer' | 'edit' | 'post' | 'use' | 'import' | 'mail' }
  | { hours: number }
  | { minutes: number }
  | 'erased'
  | 'withdrawn'
  | 'takenBack'
  | 'lifted'
  | 'forGood'
  | 'account'
  | 'day'

/** One kind of data: where it stands, and how long. Its words are in `words.ts` by the same name. */
export interface KeptKind {
  name: keyof typeof privacy.kinds
  /** Its tables with those columns that hold it; `*` for all of them that no other kind has. */
  tables: Record<string, '*' | readonly string[]>
  keeping(facts: KeepingFacts): Keeping
  /** Whether it is kept at all, as things are set. */
  applies?(facts: KeepingFacts): boolean
}

/**
 * All that is kept of people. A house test holds the tables against the schema, so that nothing is kept that is not told;
 * the chores hold the times.
 */
export const KEPT: readonly KeptKind[] = [
  {
    name: 'comments',
    tables: {
      ...{ comments: '*', mentions: '*', link_domains: '*', search: '*', search_due: '*' },
      // What came from another system.
      ...{ imported: '*' },
      ...{ translations: '*' },
    },
    keeping: () => 'withdrawn',
  },
  { name: 'coming', tables: { imports_waiting: '*' }, keeping: () => ({ days: ASIDE_DAYS, after: 'import' }) },
  {
    name: 'refused',
    tables: { comments: ['status', 'legal_hold'] },
    keeping: ({ settings }) => ({ days: settings.keepsRefusedDays, after: 'decision' }),
  },
  {
    name: 'editions',
    tables: { editions: '*', comments: ['edited_at', 'edited_by'] },
    keeping: ({ settings }) => ({ days: settings.keepsEvidenceDays, after: 'edit' }),
  },
  {
    name: 'person',
    tables: { authors: '*', sessions: ['token_hash', 'site_id', 'author_id', 'created_at', 'seen_at', 'expires_at'] },
    keeping: () => 'erased',
  },
  {
    name: 'proof',
    tables: { identities: '*', article_authors: '*', imported_authors: '*' },
    keeping: () => 'erased',
  },
  { name: 'claims', tables: { claims: '*' }, keeping: () => ({ hours: 24 }) },
  {
    name: 'letters',
    tables: { outbox: '*', suppressed: '*' },
    keeping: ({ keepsMailDays }) => ({ days: keepsMailDays ?? KEEPS_MAIL_DAYS, after: 'mail' }),
    applies: ({ hasMail }) => hasMail,
  },
  { name: 'choices', tables: { votes: '*', follows: '*', mutes: '*' }, keeping: () => 'takenBack' },
  {
    name: 'mailings',
    tables: { mailings: '*', tellings: '*', mailboxes: '*' },
    keeping: () => 'takenBack',
    applies: ({ hasMail, settings }) => hasMail && settings.tellsByMail,
  },
  {
    name: 'reports',
    tables: { reports: '*', appeals: '*' },
    keeping: ({ settings }) => ({ days: settings.keepsEvidenceDays, after: 'answer' }),
  },
  {
    name: 'evidence',
    tables: { findings: '*', ruling_words: '*', notes: '*' },
    keeping: ({ settings }) => ({ days: settings.keepsEvidenceDays, after: 'decision' }),
  },
  {
    name: 'standing',
    tables: {
      authors: ['banned_until', 'muted_until', 'warned_at', 'warning', 'acknowledged_at', 'banned_for', 'ban_words'],
      kept_bans: '*',
    },
    keeping: () => 'lifted',
  },
  {
    name: 'network',
    tables: { comments: ['network'], salts: '*', held_networks: '*' },
    keeping: () => ({ days: 3, after: 'post' }),
  },
  { name: 'work', tables: { spent_proofs: '*' }, keeping: () => ({ minutes: 20 }) },
  {
    name: 'views',
    tables: { articles: ['view_count'] },
    keeping: () => 'day',
    applies: ({ settings }) => settings.views,
  },
  {
    name: 'log',
    tables: { rulings: '*', rulings_due: '*', seals: '*', erasures: '*', erasures_due: '*' },
    keeping: () => 'forGood',
  },
  {
    name: 'desk',
    tables: {
      ...{ people: '*', roles: '*', links: '*', invitations: '*', site_changes: '*', api_keys: '*' },
      ...{ passkeys: '*', recovery_codes: '*', desk_identities: '*', sessions: ['person_id', 'browser', 'way'] },
    },
    keeping: () => 'account',
  },
]

/** Tables that hold nothing of people, and why. */
export const IMPERSONAL: Record<string, string> = {
  sites: 'what the owner has set',
  articles: 'addresses and titles of pages, and counts',
  locations: 'addresses of pages that share a thread',
  sightings: 'at which of the site’s origins the widget was seen, to the hour',
  lists: 'words and domains that the owner has listed',
  saved_replies: 'texts that moderators use again and again',
  site_keys: 'the numbers of keys, never the keys',
  translators: 'the key of the service that translates',
  mail_server: 'when the mail server last took a mail, and when it last did not',
  retention: 'how far the chores came',
  mailing_walks: 'how far the log was walked for those who are told by mail',
  webhooks: 'where programs of the owner are told',
  deliveries: 'which of them was told of what, by number; an answer’s first words for a week',
}

/** The kinds that are kept as things are set. */
export const keptNow = (facts: KeepingFacts): readonly KeptKind[] => KEPT.filter(kind => kind.applies?.(facts) ?? true)

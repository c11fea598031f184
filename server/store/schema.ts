import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type {
  Badge,
  DELIVERY_OUTCOMES,
  DESK_WAYS,
  KEY_SCOPES,
  LETTER_OUTCOMES,
  REASONS,
  ROLES,
  Ruler,
  Ruling,
  SiteChangeKind,
  STATUSES,
  VERDICTS,
  WEBHOOK_SHAPES,
  WEBHOOK_STATES,
} from '../contract.ts'
import type { SiteSettings } from '../sites/settings.ts'

/**
 * The tables as drizzle sees them; `migrations/` makes them, with their indexes and triggers, and a test holds the two
 * together. Times are integer milliseconds UTC, ids integers below 2^53, JSON columns hold what the type says.
 */

type Status = (typeof STATUSES)[number]

export const sites = sqliteTable('sites', {
  id: text().primaryKey(),
  name: text().notNull(),
  origins: text({ mode: 'json' }).$type<string[]>().notNull(),
  settings: text({ mode: 'json' }).$type<Partial<SiteSettings>>().notNull(),
  isDemo: integer('is_demo', { mode: 'boolean' }).notNull(),
  revision: integer().notNull().default(1),
  policyRevision: integer('policy_revision').notNull().default(0),
  createdAt: integer('created_at').notNull(),
})

export const articles = sqliteTable('articles', {
  id: integer().primaryKey(),
  siteId: text('site_id').notNull(),
  key: text().notNull(),
  url: text().notNull(),
  title: text(),
  isClosed: integer('is_closed', { mode: 'boolean' }).notNull().default(false),
  revision: integer().notNull().default(0),
  commentCount: integer('comment_count').notNull().default(0),
  viewCount: integer('view_count').notNull().default(0),
  movedTo: integer('moved_to'),
  movingTo: integer('moving_to'),
  anewIn: integer('anew_in').notNull().default(0),
  voteCount: integer('vote_count').notNull().default(0),
  locationCount: integer('location_count').notNull().default(0),
  locationsAccepted: integer('locations_accepted').notNull().default(0),
  isHeld: integer('is_held', { mode: 'boolean' }).notNull().default(false),
  slowSeconds: integer('slow_seconds').notNull().default(0),
  closesAt: integer('closes_at'),
  createdAt: integer('created_at').notNull(),
})

export const locations = sqliteTable('locations', {
  id: integer().primaryKey(),
  articleId: integer('article_id').notNull(),
  key: text().notNull(),
  url: text().notNull(),
  title: text(),
  createdAt: integer('created_at').notNull(),
})

export const people = sqliteTable('people', {
  id: integer().primaryKey(),
  name: text().notNull(),
  publicName: text('public_name'),
  email: text(),
  createdAt: integer('created_at').notNull(),
  isImported: integer('is_imported', { mode: 'boolean' }).notNull().default(false),
  isKey: integer('is_key', { mode: 'boolean' }).notNull().default(false),
  language: text(),
})

export const roles = sqliteTable(
  'roles',
  {
    personId: integer('person_id').notNull(),
    siteId: text('site_id').notNull(),
    role: text().$type<(typeof ROLES)[number]>().notNull(),
    wantsDigest: integer('wants_digest', { mode: 'boolean' }).notNull().default(false),
    digestAt: integer('digest_at'),
    openidAt: integer('openid_at'),
  },
  table => [primaryKey({ columns: [table.personId, table.siteId] })],
)

export const authors = sqliteTable('authors', {
  id: integer().primaryKey(),
  siteId: text('site_id').notNull(),
  kind: text().$type<'guest' | 'verified' | 'staff'>().notNull(),
  name: text(),
  personId: integer('person_id'),
  bannedUntil: integer('banned_until'),
  mutedUntil: integer('muted_until'),
  warnedAt: integer('warned_at'),
  warning: text(),
  acknowledgedAt: integer('acknowledged_at'),
  bannedFor: text('banned_for').$type<(typeof REASONS)[number]>(),
  banWords: text('ban_words'),
  nameSkeleton: text('name_skeleton'),
  pendingCount: integer('pending_count').notNull().default(0),
  publishedCount: integer('published_count').notNull().default(0),
  rejectedCount: integer('rejected_count').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  newsSeenAt: integer('news_seen_at').notNull().default(0),
})

export const sessions = sqliteTable('sessions', {
  tokenHash: text('token_hash').primaryKey(),
  siteId: text('site_id'),
  authorId: integer('author_id'),
  personId: integer('person_id'),
  createdAt: integer('created_at').notNull(),
  seenAt: integer('seen_at').notNull(),
  expiresAt: integer('expires_at'),
  browser: text(),
  way: text().$type<(typeof DESK_WAYS)[number]>(),
})

export const passkeys = sqliteTable('passkeys', {
  id: integer().primaryKey(),
  personId: integer('person_id').notNull(),
  name: text().notNull(),
  credential: text().notNull(),
  publicKey: text('public_key').notNull(),
  counter: integer().notNull(),
  isSynced: integer('is_synced', { mode: 'boolean' }).notNull(),
  createdAt: integer('created_at').notNull(),
  usedAt: integer('used_at'),
  stoppedAt: integer('stopped_at'),
})

export const deskIdentities = sqliteTable(
  'desk_identities',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    personId: integer('person_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  table => [primaryKey({ columns: [table.issuer, table.subject] })],
)

export const recoveryCodes = sqliteTable('recovery_codes', {
  codeHash: text('code_hash').primaryKey(),
  personId: integer('person_id').notNull(),
  createdAt: integer('created_at').notNull(),
  usedAt: integer('used_at'),
  toldAt: integer('told_at'),
})

export const links = sqliteTable('links', {
  tokenHash: text('token_hash').primaryKey(),
  personId: integer('person_id').notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at'),
  sessionHash: text('session_hash'),
})

export const comments = sqliteTable('comments', {
  id: integer().primaryKey(),
  siteId: text('site_id').notNull(),
  articleId: integer('article_id').notNull(),
  parentId: integer('parent_id'),
  rootId: integer('root_id').notNull(),
  authorId: integer('author_id').notNull(),
  name: text(),
  badge: text().$type<Badge>(),
  avatar: integer().notNull(),
  status: text().$type<Status>().notNull(),
  isShown: integer('is_shown', { mode: 'boolean' }).notNull(),
  version: integer().notNull().default(1),
  changedIn: integer('changed_in').notNull().default(0),
  replyCount: integer('reply_count').notNull().default(0),
  upVotes: integer('up_votes').notNull().default(0),
  downVotes: integer('down_votes').notNull().default(0),
  helpfulness: integer().notNull().default(0),
  upBefore: integer('up_before').notNull().default(0),
  downBefore: integer('down_before').notNull().default(0),
  text: text().notNull(),
  tree: text().notNull(),
  likeness: text(),
  salt: text(),
  textDigest: text('text_digest').notNull(),
  idempotencyKey: text('idempotency_key'),
  requestDigest: text('request_digest'),
  source: text(),
  locationId: integer('location_id'),
  lang: text(),
  isReviewed: integer('is_reviewed', { mode: 'boolean' }).notNull().default(false),
  wasReviewed: integer('was_reviewed', { mode: 'boolean' }).notNull().default(false),
  openReports: integer('open_reports').notNull().default(0),
  hasAppeal: integer('has_appeal', { mode: 'boolean' }).notNull().default(false),
  isPinned: integer('is_pinned', { mode: 'boolean' }).notNull().default(false),
  isFeatured: integer('is_featured', { mode: 'boolean' }).notNull().default(false),
  isLocked: integer('is_locked', { mode: 'boolean' }).notNull().default(false),
  legalHold: integer('legal_hold', { mode: 'boolean' }).notNull().default(false),
  network: text(),
  editedBy: text('edited_by').$type<'author' | 'moderator'>(),
  createdAt: integer('created_at').notNull(),
  editedAt: integer('edited_at'),
})

export const votes = sqliteTable(
  'votes',
  {
    commentId: integer('comment_id').notNull(),
    authorId: integer('author_id').notNull(),
    value: integer().$type<1 | -1>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  table => [primaryKey({ columns: [table.commentId, table.authorId] })],
)

export const findings = sqliteTable('findings', {
  id: integer().primaryKey(),
  commentId: integer('comment_id').notNull(),
  version: integer().notNull(),
  rule: text().notNull(),
  verdict: text().$type<(typeof VERDICTS)[number]>().notNull(),
  reason: text().$type<(typeof REASONS)[number]>().notNull(),
  detail: text(),
  start: integer('start_offset'),
  end: integer('end_offset'),
})

export const rulings = sqliteTable(
  'rulings',
  {
    siteId: text('site_id').notNull(),
    seq: integer().notNull(),
    commentId: integer('comment_id').notNull(),
    version: integer().notNull(),
    ruling: text().$type<Ruling>().notNull(),
    from: text('from_status').$type<Status | 'none'>().notNull(),
    to: text('to_status').$type<Status>().notNull(),
    reason: text().$type<(typeof REASONS)[number]>(),
    ruler: text().$type<Ruler>().notNull(),
    personId: integer('person_id'),
    textDigest: text('text_digest').notNull(),
    rule: text(),
    at: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.siteId, table.seq] })],
)

export const rulingWords = sqliteTable(
  'ruling_words',
  {
    commentId: integer('comment_id').notNull(),
    version: integer().notNull(),
    note: text(),
    words: text(),
    until: integer(),
  },
  table => [primaryKey({ columns: [table.commentId, table.version] })],
)

export const rulingsDue = sqliteTable('rulings_due', {
  n: integer().primaryKey(),
  siteId: text('site_id').notNull(),
  afterSeq: integer('after_seq').notNull(),
  commentId: integer('comment_id').notNull(),
  version: integer().notNull(),
  ruling: text().$type<Ruling>().notNull(),
  from: text('from_status').$type<Status>().notNull(),
  to: text('to_status').$type<Status>().notNull(),
  reason: text().$type<(typeof REASONS)[number]>(),
  ruler: text().$type<Ruler>().notNull(),
  personId: integer('person_id'),
  textDigest: text('text_digest').notNull(),
  at: integer().notNull(),
  note: text(),
  words: text(),
  stirs: integer({ mode: 'boolean' }).notNull(),
})

export const seals = sqliteTable(
  'seals',
  {
    siteId: text('site_id').notNull(),
    to: integer('to_seq').notNull(),
    from: integer('from_seq').notNull(),
    previous: text().notNull(),
    hash: text().notNull(),
    sealedAt: integer('sealed_at').notNull(),
    marks: text().notNull().default(''),
  },
  table => [primaryKey({ columns: [table.siteId, table.to] })],
)

export const lists = sqliteTable(
  'lists',
  {
    siteId: text('site_id').notNull(),
    kind: text().notNull(),
    language: text().notNull(),
    entries: text().notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  table => [primaryKey({ columns: [table.siteId, table.kind, table.language] })],
)

export const salts = sqliteTable('salts', { day: integer().primaryKey(), salt: text().notNull() })

export const heldNetworks = sqliteTable(
  'held_networks',
  {
    siteId: text('site_id').notNull(),
    network: text().notNull(),
    until: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.siteId, table.network] })],
)

export const linkDomains = sqliteTable(
  'link_domains',
  {
    siteId: text('site_id').notNull(),
    domain: text().notNull(),
    commentId: integer('comment_id').notNull(),
  },
  table => [primaryKey({ columns: [table.siteId, table.domain, table.commentId] })],
)

export const reports = sqliteTable('reports', {
  id: integer().primaryKey(),
  commentId: integer('comment_id').notNull(),
  authorId: integer('author_id').notNull(),
  reason: text().notNull(),
  words: text(),
  createdAt: integer('created_at').notNull(),
  settledAt: integer('settled_at'),
  outcome: text().$type<'fine' | 'upheld'>(),
})

export const appeals = sqliteTable('appeals', {
  commentId: integer('comment_id').primaryKey(),
  authorId: integer('author_id').notNull(),
  version: integer().notNull(),
  ruledBy: integer('ruled_by'),
  text: text().notNull(),
  createdAt: integer('created_at').notNull(),
  outcome: text().$type<'granted' | 'declined'>(),
  decidedBy: integer('decided_by'),
  decidedAt: integer('decided_at'),
  words: text(),
})

export const notes = sqliteTable('notes', {
  id: integer().primaryKey(),
  siteId: text('site_id').notNull(),
  commentId: integer('comment_id'),
  authorId: integer('author_id'),
  personId: integer('person_id').notNull(),
  text: text().notNull(),
  createdAt: integer('created_at').notNull(),
})

export const editions = sqliteTable(
  'editions',
  {
    commentId: integer('comment_id').notNull(),
    version: integer().notNull(),
    personId: integer('person_id'),
    text: text().notNull(),
    endedAt: integer('ended_at').notNull(),
  },
  table => [primaryKey({ columns: [table.commentId, table.version] })],
)

export const savedReplies = sqliteTable('saved_replies', {
  id: integer().primaryKey(),
  siteId: text('site_id').notNull(),
  name: text().notNull(),
  text: text().notNull(),
  changedAt: integer('changed_at').notNull(),
})

export const identities = sqliteTable(
  'identities',
  {
    siteId: text('site_id').notNull(),
    issuer: text().notNull(),
    subject: text().notNull(),
    authorId: integer('author_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  table => [primaryKey({ columns: [table.siteId, table.issuer, table.subject] })],
)

export const claims = sqliteTable('claims', {
  id: text().primaryKey(),
  siteId: text('site_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  way: text().notNull(),
  purpose: text().notNull().default('sign_in'),
  origin: text().notNull(),
  issuer: text(),
  subject: text(),
  profile: text(),
  codeHash: text('code_hash'),
  ticketHash: text('ticket_hash'),
  stateHash: text('state_hash'),
  verifier: text(),
  nonce: text(),
  tries: integer().notNull().default(0),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  answeredAt: integer('answered_at'),
  provedAt: integer('proved_at'),
  endedAt: integer('ended_at'),
})

export const siteKeys = sqliteTable(
  'site_keys',
  {
    siteId: text('site_id').notNull(),
    id: text().notNull(),
    createdAt: integer('created_at').notNull(),
    endsAt: integer('ends_at'),
  },
  table => [primaryKey({ columns: [table.siteId, table.id] })],
)

export const articleAuthors = sqliteTable(
  'article_authors',
  { articleId: integer('article_id').notNull(), authorId: integer('author_id').notNull() },
  table => [primaryKey({ columns: [table.articleId, table.authorId] })],
)

export const follows = sqliteTable(
  'follows',
  {
    authorId: integer('author_id').notNull(),
    articleId: integer('article_id').notNull(),
    rootId: integer('root_id').notNull().default(0),
    seenIn: integer('seen_in').notNull().default(0),
    seenAt: integer('seen_at').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    isUnmailed: integer('is_unmailed', { mode: 'boolean' }).notNull().default(false),
  },
  table => [primaryKey({ columns: [table.authorId, table.articleId, table.rootId] })],
)

export const mailings = sqliteTable('mailings', {
  id: integer().primaryKey(),
  siteId: text('site_id').notNull(),
  authorId: integer('author_id').notNull(),
  address: text().notNull(),
  addressKey: text('address_key').notNull(),
  mark: text().notNull(),
  lang: text().notNull().default(''),
  repliesSince: integer('replies_since'),
  followsSince: integer('follows_since'),
  askedAt: integer('asked_at').notNull(),
  confirmedAt: integer('confirmed_at'),
  sentAt: integer('sent_at'),
  dueAt: integer('due_at'),
})

export const tellings = sqliteTable(
  'tellings',
  { mailingId: integer('mailing_id').notNull(), commentId: integer('comment_id').notNull() },
  table => [primaryKey({ columns: [table.mailingId, table.commentId] })],
)

export const mailingWalks = sqliteTable('mailing_walks', {
  siteId: text('site_id').primaryKey(),
  seq: integer().notNull(),
  walk: text().notNull().default(''),
})

export const mailboxes = sqliteTable(
  'mailboxes',
  {
    siteId: text('site_id').notNull(),
    mark: text().notNull(),
    askedAt: integer('asked_at').notNull().default(0),
    leftAt: integer('left_at'),
    neverAt: integer('never_at'),
  },
  table => [primaryKey({ columns: [table.siteId, table.mark] })],
)

export const mutes = sqliteTable(
  'mutes',
  {
    authorId: integer('author_id').notNull(),
    mutedId: integer('muted_id').notNull(),
    commentId: integer('comment_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  table => [primaryKey({ columns: [table.authorId, table.mutedId] })],
)

export const mentions = sqliteTable(
  'mentions',
  { commentId: integer('comment_id').notNull(), authorId: integer('author_id').notNull() },
  table => [primaryKey({ columns: [table.commentId, table.authorId] })],
)

export const spentProofs = sqliteTable('spent_proofs', {
  digest: text().primaryKey(),
  expiresAt: integer('expires_at').notNull(),
})

export const imported = sqliteTable(
  'imported',
  {
    siteId: text('site_id').notNull(),
    format: text().notNull(),
    foreignId: text('foreign_id').notNull(),
    commentId: integer('comment_id').notNull(),
  },
  table => [primaryKey({ columns: [table.siteId, table.format, table.foreignId] })],
)

export const importedAuthors = sqliteTable(
  'imported_authors',
  {
    siteId: text('site_id').notNull(),
    format: text().notNull(),
    digest: text().notNull(),
    authorId: integer('author_id').notNull(),
  },
  table => [primaryKey({ columns: [table.siteId, table.format, table.digest] })],
)

export const importsWaiting = sqliteTable(
  'imports_waiting',
  {
    siteId: text('site_id').notNull(),
    format: text().notNull(),
    foreignId: text('foreign_id').notNull(),
    parent: text().notNull(),
    comment: text().notNull(),
    author: text().notNull().default(''),
    putAt: integer('put_at').notNull().default(0),
  },
  table => [primaryKey({ columns: [table.siteId, table.format, table.foreignId] })],
)

export const invitations = sqliteTable('invitations', {
  id: integer().primaryKey(),
  siteId: text('site_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  role: text().$type<(typeof ROLES)[number]>().notNull(),
  label: text().notNull().default(''),
  invitedBy: integer('invited_by').notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  usedBy: integer('used_by'),
})

export const sightings = sqliteTable(
  'sightings',
  {
    siteId: text('site_id').notNull(),
    origin: text().notNull(),
    seenAt: integer('seen_at'),
    refusedAt: integer('refused_at'),
  },
  table => [primaryKey({ columns: [table.siteId, table.origin] })],
)

export const siteChanges = sqliteTable(
  'site_changes',
  {
    siteId: text('site_id').notNull(),
    seq: integer().notNull(),
    at: integer().notNull(),
    personId: integer('person_id'),
    kind: text().$type<SiteChangeKind>().notNull(),
    name: text(),
    aboutId: integer('about_id'),
    before: text(),
    after: text(),
  },
  table => [primaryKey({ columns: [table.siteId, table.seq] })],
)
export const erasures = sqliteTable('erasures', {
  authorId: integer('author_id').primaryKey(),
  siteId: text('site_id').notNull(),
  askedBy: text('asked_by').$type<'reader' | 'owner' | 'command'>().notNull(),
  personId: integer('person_id'),
  comments: integer().notNull(),
  at: integer().notNull(),
})

export const erasuresDue = sqliteTable('erasures_due', {
  authorId: integer('author_id').primaryKey(),
  siteId: text('site_id').notNull(),
  personId: integer('person_id'),
  begunAt: integer('begun_at').notNull(),
  leasedUntil: integer('leased_until').notNull().default(0),
})

export const keptBans = sqliteTable(
  'kept_bans',
  {
    siteId: text('site_id').notNull(),
    digest: text().notNull(),
    authorId: integer('author_id').notNull(),
  },
  table => [primaryKey({ columns: [table.siteId, table.digest] })],
)

export const retention = sqliteTable('retention', {
  kind: text().primaryKey(),
  position: integer().notNull().default(0),
  leaseUntil: integer('lease_until').notNull().default(0),
  nextAt: integer('next_at').notNull().default(0),
  doneAt: integer('done_at'),
  taken: integer().notNull().default(0),
})

export const apiKeys = sqliteTable('api_keys', {
  id: text().primaryKey(),
  siteId: text('site_id').notNull(),
  personId: integer('person_id').notNull(),
  madeBy: integer('made_by').notNull(),
  name: text().notNull(),
  scope: text().$type<(typeof KEY_SCOPES)[number]>().notNull(),
  digest: text().notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at'),
  usedAt: integer('used_at'),
})

export const webhooks = sqliteTable('webhooks', {
  id: text().primaryKey(),
  siteId: text('site_id').notNull(),
  name: text().notNull(),
  shape: text().$type<(typeof WEBHOOK_SHAPES)[number]>().notNull(),
  url: text().notNull(),
  token: text(),
  events: text().notNull(),
  secrets: integer().notNull().default(1),
  bothUntil: integer('both_until').notNull().default(0),
  state: text().$type<(typeof WEBHOOK_STATES)[number]>().notNull().default('on'),
  failingSince: integer('failing_since'),
  waiting: integer().notNull().default(0),
  dropped: integer().notNull().default(0),
  nextAt: integer('next_at'),
  leasedUntil: integer('leased_until').notNull().default(0),
  createdAt: integer('created_at').notNull(),
})

export const deliveries = sqliteTable('deliveries', {
  id: integer().primaryKey(),
  webhookId: text('webhook_id').notNull(),
  message: text().notNull(),
  event: text().notNull(),
  commentId: integer('comment_id'),
  version: integer(),
  at: integer().notNull(),
  tries: integer().notNull().default(0),
  nextAt: integer('next_at'),
  outcome: text().$type<(typeof DELIVERY_OUTCOMES)[number]>(),
  status: integer(),
  tookMs: integer('took_ms'),
  answer: text(),
  error: text(),
  triedAt: integer('tried_at'),
})

export const outbox = sqliteTable('outbox', {
  id: integer().primaryKey(),
  siteId: text('site_id'),
  kind: text().notNull(),
  address: text().notNull(),
  addressKey: text('address_key').notNull(),
  mailbox: text().notNull(),
  payload: text().notNull(),
  lang: text().notNull(),
  isUrgent: integer('is_urgent').notNull().default(0),
  at: integer().notNull(),
  endsAt: integer('ends_at'),
  nextAt: integer('next_at'),
  tries: integer().notNull().default(0),
  triedAt: integer('tried_at'),
  outcome: text().$type<(typeof LETTER_OUTCOMES)[number]>(),
  error: text(),
  doneAt: integer('done_at'),
  messageId: text('message_id').notNull(),
  leasedUntil: integer('leased_until').notNull().default(0),
})

export const suppressed = sqliteTable('suppressed', {
  digest: text().primaryKey(),
  siteId: text('site_id'),
  shown: text().notNull(),
  reason: text().notNull(),
  error: text(),
  at: integer().notNull(),
})

export const mailServer = sqliteTable('mail_server', {
  id: integer().primaryKey(),
  sentAt: integer('sent_at'),
  failedAt: integer('failed_at'),
  error: text(),
  failures: integer().notNull().default(0),
  restsUntil: integer('rests_until').notNull().default(0),
})

export const translators = sqliteTable('translators', {
  siteId: text('site_id').primaryKey(),
  origin: text().notNull(),
  key: text().notNull(),
})

export const translations = sqliteTable(
  'translations',
  {
    commentId: integer('comment_id').notNull(),
    target: text().notNull(),
    textDigest: text('text_digest').notNull(),
    text: text().notNull(),
    source: text(),
    host: text().notNull(),
    madeAt: integer('made_at').notNull(),
  },
  table => [primaryKey({ columns: [table.commentId, table.target] })],
)

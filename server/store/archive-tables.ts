/**
 * What an archive carries of each table, and what it leaves out and why. A test holds this to the migrated database, so
 * that a new table or column cannot be forgotten. The format is in `exchange/ARCHIVE.md`.
 */
export interface CarriedTable {
  /** The columns in the archive, in their order there. */
  columns: readonly string[]
  /** Columns that are not, and where they come from instead, or why they are not needed. */
  left?: Readonly<Record<string, string>>
  /** The primary key, where it is carried: by it a row is known to be there. */
  key: readonly string[]
  /** What else must be the same where a row of this key is there, or it is another one. */
  same: readonly string[]
  /** Columns that lead to rows of other tables; a row whose rows are missing is left out, and told. */
  refers: Readonly<Record<string, string>>
  /** Columns that name people, who go before the row. */
  people?: readonly string[]
}

const TRIGGERS = 'counted by triggers as the rows come'

/** The tables that are carried, each behind those that its rows refer to. */
export const CARRIED = {
  sites: {
    columns: ['id', 'name', 'origins', 'settings', 'is_demo', 'revision', 'created_at'],
    left: { policy_revision: 'only compared with itself; it grows as the lists come' },
    key: ['id'],
    same: ['created_at'],
    refers: {},
  },
  people: {
    columns: ['id', 'name', 'public_name', 'email', 'created_at', 'is_key'],
    left: { is_imported: 'set where they come in', language: 'chosen anew at the desk they come to' },
    key: ['id'],
    same: ['created_at'],
    refers: {},
  },
  lists: {
    columns: ['site_id', 'kind', 'language', 'entries', 'changed_at'],
    key: ['site_id', 'kind', 'language'],
    same: [],
    refers: { site_id: 'sites' },
  },
  saved_replies: {
    columns: ['id', 'site_id', 'name', 'text', 'changed_at'],
    key: ['id'],
    same: ['site_id'],
    refers: { site_id: 'sites' },
  },
  site_keys: {
    columns: ['site_id', 'id', 'created_at', 'ends_at'],
    key: ['site_id', 'id'],
    same: [],
    refers: { site_id: 'sites' },
  },
  articles: {
    columns: [
      ...['id', 'site_id', 'key', 'url', 'title', 'is_closed', 'view_count', 'locations_accepted', 'is_held'],
      ...['slow_seconds', 'closes_at', 'created_at'],
    ],
    left: {
      comment_count: TRIGGERS,
      vote_count: TRIGGERS,
      location_count: TRIGGERS,
      revision: 'in articles_after',
      anew_in: 'in articles_after',
      moved_to: 'in articles_after',
      moving_to: 'in articles_after',
    },
    key: ['id'],
    same: ['site_id', 'created_at'],
    refers: { site_id: 'sites' },
  },
  locations: {
    columns: ['id', 'article_id', 'key', 'url', 'title', 'created_at'],
    key: ['id'],
    same: ['created_at'],
    refers: { article_id: 'articles' },
  },
  authors: {
    columns: [
      ...['id', 'site_id', 'kind', 'name', 'person_id', 'banned_until', 'muted_until', 'warned_at', 'warning'],
      ...['acknowledged_at', 'banned_for', 'ban_words', 'name_skeleton', 'created_at'],
    ],
    left: {
      ...{ pending_count: TRIGGERS, published_count: TRIGGERS, rejected_count: TRIGGERS },
      news_seen_at: 'what is new to somebody is so for a month at the most',
    },
    key: ['id'],
    same: ['site_id', 'created_at'],
    refers: { site_id: 'sites', person_id: 'people' },
    people: ['person_id'],
  },
  sessions: {
    columns: ['token_hash', 'site_id', 'author_id', 'created_at', 'seen_at'],
    left: {
      person_id: 'sessions of the desk are not carried',
      browser: 'it is of sessions of the desk',
      way: 'it is of sessions of the desk',
      expires_at: 'sessions that end with a token of the site’s own login are not carried',
    },
    key: ['token_hash'],
    same: ['site_id', 'author_id'],
    refers: { site_id: 'sites', author_id: 'authors' },
  },
  identities: {
    columns: ['site_id', 'issuer', 'subject', 'author_id', 'created_at'],
    key: ['site_id', 'issuer', 'subject'],
    same: [],
    refers: { site_id: 'sites', author_id: 'authors' },
  },
  article_authors: {
    columns: ['article_id', 'author_id'],
    key: ['article_id', 'author_id'],
    same: [],
    refers: { article_id: 'articles', author_id: 'authors' },
  },
  imported_authors: {
    columns: ['site_id', 'format', 'digest', 'author_id'],
    key: ['site_id', 'format', 'digest'],
    same: ['author_id'],
    refers: { site_id: 'sites', author_id: 'authors' },
  },
  erasures: {
    columns: ['author_id', 'site_id', 'asked_by', 'person_id', 'comments', 'at'],
    key: ['author_id'],
    same: ['at'],
    refers: { site_id: 'sites', author_id: 'authors' },
    people: ['person_id'],
  },
  follows: {
    columns: ['author_id', 'article_id', 'root_id', 'seen_in', 'seen_at', 'created_at'],
    left: { is_unmailed: 'whoever is told by mail asks for it anew' },
    key: ['author_id', 'article_id', 'root_id'],
    same: [],
    refers: { author_id: 'authors', article_id: 'articles' },
  },
  comments: {
    columns: [
      ...['id', 'site_id', 'article_id', 'parent_id', 'root_id', 'author_id', 'name', 'badge', 'avatar', 'status'],
      ...['is_shown', 'version', 'changed_in', 'helpfulness', 'text', 'tree', 'likeness', 'salt', 'text_digest'],
      ...['idempotency_key', 'request_digest', 'source', 'location_id', 'lang', 'is_reviewed', 'was_reviewed'],
      ...['is_pinned', 'is_featured', 'is_locked', 'edited_by', 'created_at', 'edited_at'],
      ...['up_before', 'down_before', 'legal_hold'],
    ],
    left: {
      reply_count: TRIGGERS,
      up_votes: TRIGGERS,
      down_votes: TRIGGERS,
      open_reports: TRIGGERS,
      has_appeal: TRIGGERS,
      network: 'it means nothing without the salts',
    },
    key: ['id'],
    same: ['site_id', 'created_at'],
    refers: {
      site_id: 'sites',
      article_id: 'articles',
      author_id: 'authors',
      parent_id: 'comments',
      location_id: 'locations',
    },
  },
  imported: {
    columns: ['site_id', 'format', 'foreign_id', 'comment_id'],
    key: ['site_id', 'format', 'foreign_id'],
    same: ['comment_id'],
    refers: { site_id: 'sites', comment_id: 'comments' },
  },
  votes: {
    columns: ['comment_id', 'author_id', 'value', 'created_at'],
    key: ['comment_id', 'author_id'],
    same: [],
    refers: { comment_id: 'comments', author_id: 'authors' },
  },
  findings: {
    columns: ['comment_id', 'version', 'rule', 'verdict', 'reason', 'detail', 'start_offset', 'end_offset'],
    left: { id: 'nothing refers to it' },
    key: [],
    same: [],
    refers: { comment_id: 'comments' },
  },
  reports: {
    columns: ['id', 'comment_id', 'author_id', 'reason', 'words', 'created_at', 'settled_at', 'outcome'],
    key: ['id'],
    same: ['comment_id', 'author_id'],
    refers: { comment_id: 'comments', author_id: 'authors' },
  },
  appeals: {
    columns: [
      ...['comment_id', 'author_id', 'version', 'ruled_by', 'text', 'created_at', 'outcome', 'decided_by'],
      ...['decided_at', 'words'],
    ],
    key: ['comment_id'],
    same: ['author_id'],
    refers: { comment_id: 'comments', author_id: 'authors', ruled_by: 'people', decided_by: 'people' },
    people: ['ruled_by', 'decided_by'],
  },
  notes: {
    columns: ['id', 'site_id', 'comment_id', 'author_id', 'person_id', 'text', 'created_at'],
    key: ['id'],
    same: ['site_id', 'created_at'],
    refers: { site_id: 'sites', comment_id: 'comments', author_id: 'authors', person_id: 'people' },
    people: ['person_id'],
  },
  editions: {
    columns: ['comment_id', 'version', 'person_id', 'text', 'ended_at'],
    key: ['comment_id', 'version'],
    same: [],
    refers: { comment_id: 'comments', person_id: 'people' },
    people: ['person_id'],
  },
  link_domains: {
    columns: ['site_id', 'domain', 'comment_id'],
    key: ['site_id', 'domain', 'comment_id'],
    same: [],
    refers: { site_id: 'sites', comment_id: 'comments' },
  },
  mutes: {
    columns: ['author_id', 'muted_id', 'comment_id', 'created_at'],
    key: ['author_id', 'muted_id'],
    same: [],
    refers: { author_id: 'authors', muted_id: 'authors', comment_id: 'comments' },
  },
  mentions: {
    columns: ['comment_id', 'author_id'],
    key: ['comment_id', 'author_id'],
    same: [],
    refers: { comment_id: 'comments', author_id: 'authors' },
  },
  rulings: {
    columns: [
      ...['site_id', 'seq', 'comment_id', 'version', 'ruling', 'from_status', 'to_status', 'reason', 'ruler'],
      ...['person_id', 'text_digest', 'rule', 'at'],
    ],
    key: ['site_id', 'seq'],
    same: ['comment_id', 'version', 'at'],
    refers: { site_id: 'sites' },
    people: ['person_id'],
  },
  ruling_words: {
    columns: ['comment_id', 'version', 'note', 'words', 'until'],
    key: ['comment_id', 'version'],
    same: [],
    refers: {},
  },
  seals: {
    columns: ['site_id', 'to_seq', 'from_seq', 'previous', 'hash', 'sealed_at', 'marks'],
    key: ['site_id', 'to_seq'],
    same: ['hash'],
    refers: { site_id: 'sites' },
  },
  site_changes: {
    columns: ['site_id', 'seq', 'at', 'person_id', 'kind', 'name', 'about_id', 'before', 'after'],
    key: ['site_id', 'seq'],
    same: ['at'],
    refers: { site_id: 'sites' },
    people: ['person_id', 'about_id'],
  },
  roles: {
    // A role by the word of an issuer ends elsewhere as well, unless that issuer says so again.
    columns: ['person_id', 'site_id', 'role', 'wants_digest', 'digest_at', 'openid_at'],
    key: ['person_id', 'site_id'],
    same: [],
    refers: { person_id: 'people', site_id: 'sites' },
    people: ['person_id'],
  },
} as const satisfies Record<string, CarriedTable>

export type CarriedName = keyof typeof CARRIED

/** The tables by name, as they are looked through. */
export const carried = (name: CarriedName): CarriedTable => CARRIED[name]

/** What is set of an article once all its comments are there. */
export const AFTER_COLUMNS = ['id', 'revision', 'anew_in', 'moved_to', 'moving_to'] as const

/** The tables that no archive carries, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  invitations: 'they open the desk of one installation, for days',
  passkeys: 'they are of one installation’s address',
  recovery_codes: 'they open the desk of one installation',
  desk_identities: 'whoever an issuer vouches for is known again at the first sign-in',
  api_keys: 'what opens the desk of one installation opens no other',
  sightings: 'where the widget is seen is seen anew',
  webhooks: 'their secrets are of one installation, and what they tell would be told twice',
  deliveries: 'they go with their webhooks',
  outbox: 'what waits is sent from where it was put, and would be sent twice',
  suppressed: 'its digests are of one installation’s secret',
  mail_server: 'how it does is seen anew',
  translators: 'the key of a service is for one installation',
  translations: 'they are made anew where somebody asks',
  erasures_due: 'one that is under way is done where it was begun, before or after',
  imports_waiting: 'an import that is under way is begun anew, and brings nothing twice',
  kept_bans: 'their digests are of one installation’s secret',
  mailings: 'whoever is told by mail has agreed to this installation’s mails, and no other’s',
  tellings: 'they go with their mailings',
  mailing_walks: 'they go with their mailings',
  mailboxes: 'their digests are of one installation’s secret',
  retention: 'the chores begin anew',
  links: 'one-time links open the desk of one installation, for minutes',
  claims: 'a proof that is under way ends within minutes, and is asked for anew',
  salts: 'what they hash means nothing once they are gone, and that is so from the beginning elsewhere',
  held_networks: 'they mean nothing without the salts, and end within a day',
  spent_proofs: 'they are of one installation’s secret, and end within minutes',
  search: 'made anew from the texts',
  search_due: 'made anew from the texts',
  rulings_due: 'empty but while a ruling is made',
  d1_migrations: 'the first line of an archive names the newest one',
}

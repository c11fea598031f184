import type { CarriedName } from './archive-tables.ts'

/** What a column takes. */
export interface ColumnFacts {
  type: 'text' | 'integer' | 'flag'
  /** Whether null is refused. */
  isNotNull: boolean
  /** Whether a row must bring it: it is not null and nothing stands in its place. */
  isNeeded: boolean
}

const words = (text: string): readonly string[] => text.split(' ')

/** The columns that hold text wherever they stand; all others hold whole numbers. A test holds these lists to the database. */
const TEXTS = new Set([
  ...words(
    'name origins settings public_name email site_id kind language entries text key url title warning banned_for',
  ),
  ...words('ban_words name_skeleton token_hash issuer subject format digest asked_by badge status tree likeness salt'),
  ...words(
    'text_digest idempotency_key request_digest source lang edited_by foreign_id rule verdict reason detail words',
  ),
  ...words('outcome domain ruling from_status to_status ruler note previous hash marks before after role'),
  ...words('sites.id site_keys.id'),
])

/** The columns that are 0 or 1, beside those whose names say so. */
const FLAGS = new Set(words('legal_hold wants_digest'))

const NULLABLE: Partial<Record<CarriedName | 'articles_after', readonly string[]>> = {
  people: words('public_name email'),
  site_keys: words('ends_at'),
  articles: words('title closes_at'),
  articles_after: words('moved_to moving_to'),
  locations: words('title'),
  authors: words(
    'name person_id banned_until muted_until warned_at warning acknowledged_at banned_for ban_words name_skeleton',
  ),
  sessions: words('site_id author_id'),
  erasures: words('person_id'),
  comments: words(
    'parent_id name badge likeness salt idempotency_key request_digest source location_id lang edited_by edited_at',
  ),
  findings: words('detail start_offset end_offset'),
  reports: words('words settled_at outcome'),
  appeals: words('ruled_by outcome decided_by decided_at words'),
  notes: words('comment_id author_id'),
  editions: words('person_id'),
  rulings: words('reason person_id rule'),
  ruling_words: words('note words until'),
  site_changes: words('person_id name about_id before after'),
  roles: words('digest_at openid_at'),
}

/** The columns that are not null and that a row may lack: an archive of an older Parley does. */
const DEFAULTED: Partial<Record<CarriedName | 'articles_after', readonly string[]>> = {
  sites: words('origins settings is_demo revision'),
  people: words('is_key'),
  articles: words('is_closed view_count locations_accepted is_held slow_seconds'),
  articles_after: words('anew_in'),
  follows: words('root_id seen_in seen_at'),
  comments: [
    ...words('version changed_in helpfulness is_reviewed was_reviewed is_pinned is_featured is_locked'),
    ...words('up_before down_before legal_hold'),
  ],
  seals: words('marks'),
  roles: words('wants_digest'),
}

/** What a column of a table takes that is carried. */
export function factsOf(kind: CarriedName | 'articles_after', name: string): ColumnFacts {
  const isText = TEXTS.has(name) || TEXTS.has(`${kind}.${name}`)
  const isNotNull = !NULLABLE[kind]?.includes(name)
  return {
    type: isText ? 'text' : FLAGS.has(name) || /^(?:is|was)_/.test(name) ? 'flag' : 'integer',
    isNotNull,
    isNeeded: isNotNull && !DEFAULTED[kind]?.includes(name),
  }
}

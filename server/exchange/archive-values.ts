import {
  BADGES,
  FOR_GOOD,
  LIMITS,
  LISTS,
  OUTCOMES,
  REASONS,
  ROLES,
  RULINGS,
  SITE_CHANGES,
  STATUSES,
  utf8Length,
  VERDICTS,
} from '../contract.ts'
import { factsOf } from '../store/archive-columns.ts'
import { AFTER_COLUMNS, type CarriedName, carried } from '../store/archive-tables.ts'
import type { Row } from '../store/engine.ts'

/** What columns may hold that hold one of a few words. */
const CHOICES: Partial<Record<CarriedName, Readonly<Record<string, readonly (string | number)[]>>>> = {
  lists: { kind: LISTS },
  authors: { kind: ['guest', 'verified', 'staff'], banned_for: REASONS },
  erasures: { asked_by: ['reader', 'owner', 'command'] },
  comments: { status: STATUSES, badge: BADGES, edited_by: ['author', 'moderator'] },
  votes: { value: [1, -1] },
  findings: { verdict: VERDICTS, reason: REASONS },
  reports: { reason: REASONS, outcome: ['fine', 'upheld'] },
  appeals: { outcome: OUTCOMES },
  rulings: {
    ruling: Object.keys(RULINGS),
    from_status: [...STATUSES, 'none'],
    to_status: STATUSES,
    reason: REASONS,
    ruler: ['rules', 'author', 'moderator'],
  },
  site_changes: { kind: SITE_CHANGES },
  roles: { role: ROLES },
}

/** Bytes of UTF-8 that a text may have, by its column; what stands under no name may have as many as a comment. */
const NAME = 2 * LIMITS.nameBytes
const BYTES: Readonly<Record<string, number>> = {
  name: NAME,
  public_name: NAME,
  email: NAME,
  title: 16 * LIMITS.titleGraphemes,
  'sites.name': 16 * LIMITS.titleGraphemes,
  key: 4 * LIMITS.urlLength,
  url: 4 * LIMITS.urlLength,
  'lists.entries': LIMITS.listBytes,
  origins: LIMITS.deskBodyBytes,
  settings: LIMITS.deskBodyBytes,
  before: LIMITS.deskBodyBytes,
  after: LIMITS.deskBodyBytes,
  // One that is too long is made anew.
  tree: Number.POSITIVE_INFINITY,
}

/** Whole numbers that may be below nothing; ids of people from before there were ids are, too. */
const SIGNED = new Set(['helpfulness', 'value', 'person_id', 'about_id', 'ruled_by', 'decided_by', 'people.id'])

const IS_TIME = /^(?:at|until)$|_(?:at|until)$/

/** A text that ends where a NUL stands, or that no UTF-8 can hold, is none that was ever read from a database. */
const isText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

/**
 * What is wrong with a row of an archive, in words; null where it may be written. Whether it fits to others is asked
 * elsewhere.
 */
export function faultOf(kind: CarriedName | 'articles_after', row: Row): string | null {
  const isAfter = kind === 'articles_after'
  const columns: readonly string[] = isAfter ? AFTER_COLUMNS : carried(kind).columns
  for (const [name, value] of Object.entries(row)) {
    if (!columns.includes(name)) return `${kind} have no “${name.slice(0, 40)}”`
    const { type, isNotNull } = factsOf(kind, name)
    if (value === null) {
      if (isNotNull) return `${kind}.${name} is missing`
      continue
    }
    const choices = isAfter ? undefined : CHOICES[kind]?.[name]
    if (choices && !choices.includes(value as string | number))
      return `${kind}.${name} is none of ${choices.join(', ')}`
    if (type === 'text') {
      if (typeof value !== 'string') return `${kind}.${name} is no text`
      if (!isText(value)) return `${kind}.${name} holds what is no text`
      const most = BYTES[`${kind}.${name}`] ?? BYTES[name] ?? LIMITS.textBytes
      if (value.length * 3 > most && utf8Length(value) > most) return `${kind}.${name} is longer than it may be`
      continue
    }
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return `${kind}.${name} is no whole number`
    if (type === 'flag' && value !== 0 && value !== 1) return `${kind}.${name} is neither 0 nor 1`
    if (IS_TIME.test(name) && Math.abs(value) > FOR_GOOD) return `${kind}.${name} is no time`
    if (value < 0 && !IS_TIME.test(name) && !SIGNED.has(name) && !SIGNED.has(`${kind}.${name}`)) {
      return `${kind}.${name} is less than 0`
    }
  }
  const key: readonly string[] = isAfter ? ['id'] : [...carried(kind).key, ...carried(kind).same]
  const lacking = columns.find(name => row[name] === undefined && (key.includes(name) || factsOf(kind, name).isNeeded))
  if (lacking) return `a row of ${kind} lacks ${lacking}`
  if (kind === 'comments') return faultOfPlace(row)
  if (kind === 'sessions') return faultOfSession(row)
  const isOfBoth = kind === 'notes' && ((row['comment_id'] ?? null) === null) === ((row['author_id'] ?? null) === null)
  return isOfBoth ? 'a note is of a comment or of an author' : null
}

/** A reply is younger than what it answers: so nothing is its own ancestor. */
function faultOfPlace(row: Row): string | null {
  const [id, parent, root] = [Number(row['id']), row['parent_id'] ?? null, Number(row['root_id'])]
  if (parent === null) return root === id ? null : 'a comment that answers none is not its own root'
  if (Number(parent) >= id) return 'a comment answers itself, or a younger one'
  return root <= Number(parent) ? null : 'the root of a reply is younger than what it answers'
}

const faultOfSession = (row: Row): string | null =>
  /^[\w-]{43}$/.test(String(row['token_hash'])) && row['author_id'] !== null ? null : 'a session is of no reader'

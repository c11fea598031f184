import { readable } from '../../comments/readable.ts'
import {
  DOMAIN_LISTS,
  LIMITS,
  type ListKind,
  POLICY_SETTINGS,
  type Policy,
  type PolicySettings,
  type WrittenList,
  type WrongLine,
} from '../../contract.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../problems.ts'
import { seenOf } from '../../sites/desk-site.ts'
import { SITE_SETTINGS, type SiteSettings, siteSettings, tidied } from '../../sites/settings.ts'
import type { SiteRow } from '../../store/sites.ts'
import { readDomainList } from '../lists/domain-list.ts'
import { readWordList } from '../lists/word-list.ts'

export { seenOf }

/** A site's policy as its owner sees it: the settings of the rules, and the lists as they are written. */
export async function policyOf({ store }: Deps, site: SiteRow): Promise<Policy> {
  return {
    seen: seenOf(site),
    settings: policySettings(siteSettings(site.settings)),
    lists: (await store.lists.of(site.id)).map(list => ({ ...list, size: readList(list).list.size })),
  }
}

const policySettings = (settings: SiteSettings): PolicySettings =>
  Object.fromEntries(POLICY_SETTINGS.map(name => [name, settings[name]])) as unknown as PolicySettings

/**
 * Changed settings of a policy, checked; beside those that stand on the site.
 * @throws Problem `bad_request` with what does not fit, by name
 */
export function checkedSettings(change: Readonly<Record<string, unknown>>, site?: SiteRow): Partial<PolicySettings> {
  const errors = Object.entries(change).flatMap(([name, value]) => {
    if (!(POLICY_SETTINGS as readonly string[]).includes(name))
      return [{ path: `body.settings.${name}`, message: 'no setting of the policy' }]
    const { reads, words } = SITE_SETTINGS[name as keyof PolicySettings]
    return reads(value) ? [] : [{ path: `body.settings.${name}`, message: words.replaceAll('`', '') }]
  })
  const { heldFrom, heldUntil } = siteSettings({ ...site?.settings, ...change })
  if (heldFrom !== null && heldUntil !== null && heldFrom >= heldUntil)
    errors.push({
      path: 'body.settings.heldUntil',
      message: 'The time until which all wait must be after its beginning.',
    })
  if (errors.length > 0) throw new Problem('bad_request', { errors })
  return tidied(change) as Partial<PolicySettings>
}

/**
 * A list that may be saved, without what nobody can read: a NUL would end it.
 * @throws Problem `list_too_long`, or `list_wrong` with the lines that are no entries
 */
export function checkedList(typed: WrittenList): WrittenList {
  const written = { ...typed, entries: readable(typed.entries) }
  const lines = written.entries.split(/\r\n?|\n/).length
  const bytes = new TextEncoder().encode(written.entries).length
  if (lines > LIMITS.listLines || bytes > LIMITS.listBytes) throw new Problem('list_too_long')
  const { wrong } = readList(written)
  if (wrong.length > 0) {
    const errors = wrong.slice(0, SHOWN).map(line => ({
      path: `${written.kind}${written.language && ` ${written.language}`} line ${line.line}`,
      message: faultWords(line),
    }))
    const more = wrong.length - errors.length
    if (more > 0) errors.push({ path: '', message: `and ${more} more` })
    throw new Problem('list_wrong', { errors })
  }
  return written
}

/** Wrong lines in one answer. */
const SHOWN = 20

const FAULTS: Record<WrongLine['fault'], string> = {
  too_long: 'it is longer than 100 characters',
  too_many_words: 'it has more than ten words',
  too_short: 'with a * it needs three letters at least',
  star_inside: 'a * can only stand at the beginning or the end of a word, or alone for any word',
  no_letters: 'it has no letter and no digit',
  no_domain: 'it is no domain, such as example.org',
}

const faultWords = ({ text, fault }: WrongLine) => `“${text}”: ${FAULTS[fault]}`

const isOfDomains = (kind: ListKind) => (DOMAIN_LISTS as readonly string[]).includes(kind)

const readList = ({ kind, entries }: WrittenList) =>
  isOfDomains(kind) ? readDomainList(entries) : readWordList(entries)

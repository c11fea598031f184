import { placeOf } from '../articles/key.ts'
import { pagesOf, siteNamed } from '../articles/open.ts'
import { type Rekeyed, rekeyArticles } from '../articles/rekey.ts'
import { cleanTitle } from '../comments/text.ts'
import {
  type DeskSite,
  type Examples,
  type ExamplesRequest,
  LIMITS,
  type NewSiteRequest,
  type OwnWords,
  type Phrases,
  type SettingRow,
  type SiteChangeAnswer,
  type SiteChangeRequest,
} from '../contract.ts'
import type { Deps } from '../deps.ts'
import { localeFor } from '../locales.ts'
import { waysKnown } from '../people/providers.ts'
import { Problem } from '../problems.ts'
import type { SiteRow } from '../store/sites.ts'
import { checkedOrigins } from './checked-origins.ts'
import { faultsOfOwnWords, phrasesOn } from './own-words.ts'
import { contradictions, SITE_SETTINGS, type SiteSetting, siteSettings, tidied } from './settings.ts'

/** The table of settings as the desk draws it. */
const TABLE: SettingRow[] = Object.entries<SiteSetting<unknown>>(SITE_SETTINGS).map(([name, setting]) => {
  const { kind, words, default: fallback, values, least, most } = setting
  return {
    ...{ name, kind, words: words.replaceAll('`', ''), default: fallback },
    ...(values && { values: [...values] }),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
  }
})

/** What changes whenever the site or its policy does. */
export const seenOf = ({ revision, policyRevision }: SiteRow): string => `${revision}.${policyRevision}`

/** A site as its owners see it: everything that can be set, and what it may be. */
export function deskSite(deps: Deps, site: SiteRow): DeskSite {
  const { id, name, origins, isDemo, createdAt } = site
  const settings: Record<string, unknown> = { ...siteSettings(site.settings) }
  return {
    id,
    name,
    origins,
    isDemo,
    createdAt,
    seen: seenOf(site),
    settings,
    table: TABLE,
    advice: adviceOn(deps, site),
  }
}

/** What is set on a site and can do nothing here, each in a sentence. */
export function adviceOn(deps: Pick<Deps, 'config' | 'mail'>, { settings, origins }: SiteRow): string[] {
  const { signIn, aliases } = siteSettings(settings)
  const known = waysKnown(deps)
  const strange = signIn.filter(way => way !== '-' && !known.includes(way))
  const hosts = new Set(
    origins.filter(origin => URL.canParse(origin)).map(origin => new URL(origin).hostname.replace(/^www\./, '')),
  )
  const unreached = aliases.filter(alias => !hosts.has(alias.replace(/^www\./, '')))
  return [
    ...strange.map(
      way =>
        `signIn names “${way}”, which this installation does not have; it has ${known.join(', ') || 'none'}. Readers are not offered it.`,
    ),
    ...unreached.map(alias => `“${alias}” is an alias, but none of the site’s origins: its pages are refused.`),
  ]
}

/**
 * Changed settings of a site, checked.
 * @throws Problem `bad_request` with what does not fit, by name
 */
function checkedSiteSettings(site: SiteRow | null, change: Readonly<Record<string, unknown>>) {
  const errors = Object.entries(change).flatMap(([name, value]) => {
    const path = `body.settings.${name}`
    if (!Object.hasOwn(SITE_SETTINGS, name)) return [{ path, message: 'There is no such setting.' }]
    const { reads, words } = SITE_SETTINGS[name as keyof typeof SITE_SETTINGS]
    return reads(value) ? [] : [{ path, message: words.replaceAll('`', '') }]
  })
  if (errors.length === 0) {
    const asked = siteSettings({ ...site?.settings, ...change })
    const { heldFrom, heldUntil } = asked
    if (heldFrom !== null && heldUntil !== null && heldFrom >= heldUntil)
      errors.push({
        path: 'body.settings.heldUntil',
        message: 'The time until which all wait must be after its beginning.',
      })
    for (const { name, words } of contradictions(asked)) errors.push({ path: `body.settings.${name}`, message: words })
  }
  return { settings: tidied(errors.length > 0 ? {} : change) as SiteRow['settings'], errors }
}

/**
 * Changes a site; what is not given stays. Where its addresses are read otherwise from then on, its threads go along.
 * @param hand the owner who does it
 * @throws Problem `bad_request`, `site_changed`, `too_many_to_move`
 */
export async function changeSite(
  deps: Deps,
  id: string,
  { seen, dryRun = false, ...change }: SiteChangeRequest,
  hand: { person: number; at: number },
): Promise<SiteChangeAnswer> {
  const site = await siteNamed(deps, id)
  const name = change.name === undefined ? undefined : cleanTitle(change.name)
  const origins = change.origins && checkedOrigins(change.origins, site.origins)
  const settings = change.settings && checkedSiteSettings(site, change.settings)
  const errors = [
    ...(name === null ? [{ path: 'body.name', message: 'Give the site a name.' }] : []),
    ...(origins?.errors ?? []),
    ...(settings?.errors ?? []),
    ...(settings?.errors.length === 0 ? await faultsInWords(settings.settings) : []),
  ]
  if (errors.length > 0) throw new Problem('bad_request', { errors: errors.slice(0, 20) })
  if (seenOf(site) !== seen) throw new Problem('site_changed')
  const made = {
    ...(name && { name }),
    ...(origins && { origins: origins.origins }),
    ...(settings && { settings: settings.settings }),
  }
  const after = { origins: made.origins ?? site.origins, settings: { ...site.settings, ...made.settings } }
  const would = await rekeyArticles(deps, site, after, true)
  if (!dryRun) {
    if (would.length > LIMITS.rekeyed)
      throw new Problem('too_many_to_move', { command: `npm run parley -- site set ${id} …` })
    // The threads go first, and those that were begun meanwhile go afterwards.
    await rekeyArticles(deps, site, after, false)
    if (!(await deps.store.sites.resettle(site, made, hand))) {
      await rekeyArticles(deps, { ...site, ...after }, await siteNamed(deps, id), false)
      throw new Problem('site_changed')
    }
    await rekeyArticles(deps, site, after, false)
  }
  return answerOf(deskSite(deps, await siteNamed(deps, id)), would)
}

/** What of an owner's words does not fit, by where it stands in the request. */
async function faultsInWords({ words }: { words?: unknown }): Promise<{ path: string; message: string }[]> {
  const faults = words === undefined ? [] : await faultsOfOwnWords(words as OwnWords)
  return faults.map(({ path, message }) => ({ path: `body.settings.words.${path}`, message }))
}

const answerOf = (site: DeskSite, moved: Rekeyed[]): SiteChangeAnswer => ({
  site,
  moved: moved.slice(0, LIMITS.examples),
  movedCount: moved.length,
})

/**
 * Adds a site, which belongs to who adds it. Only the installation's owner may: sites share its database and its ids, and
 * the owner of one of them may be its guest.
 * @throws Problem `forbidden`, `bad_request`, `site_taken`
 */
export async function addSite(deps: Deps, { id, name, origins }: NewSiteRequest, person: number): Promise<DeskSite> {
  const owner = await deps.store.people.owner()
  if (owner?.id !== person)
    throw new Problem('forbidden', { detail: 'Only who owns the installation adds sites to it.' })
  const title = cleanTitle(name)
  const checked = checkedOrigins(origins)
  const errors = [
    ...(title === null ? [{ path: 'body.name', message: 'Give the site a name.' }] : []),
    ...checked.errors,
  ]
  if (title === null || errors.length > 0) throw new Problem('bad_request', { errors })
  const site = { id, name: title, origins: checked.origins, settings: {}, isDemo: false, createdAt: deps.clock() }
  if (!(await deps.store.sites.add(site, person))) throw new Problem('site_taken')
  return deskSite(deps, await siteNamed(deps, id))
}

/**
 * Which thread each address would have, with the site as it stands or with other origins and settings.
 * @throws Problem `bad_request`
 */
export async function exampleKeys(deps: Deps, id: string, asked: ExamplesRequest): Promise<Examples> {
  const site = await siteNamed(deps, id)
  const { settings, errors } = checkedSiteSettings(site, asked.settings ?? {})
  const checked = asked.origins && checkedOrigins(asked.origins, site.origins)
  const wrong = [...errors, ...(checked?.errors ?? [])]
  if (wrong.length > 0) throw new Problem('bad_request', { errors: wrong.slice(0, 20) })
  const pages = pagesOf({ origins: checked?.origins ?? site.origins, settings: { ...site.settings, ...settings } })
  return {
    keys: asked.urls.map(url => {
      const place = placeOf({ url }, pages)
      return typeof place === 'string' ? null : place.key
    }),
  }
}

/**
 * All that a site's readers read of Parley in a language, with what its owner says instead.
 * @throws Problem `bad_request` where there are no words in the language
 */
export async function deskPhrases(deps: Deps, id: string, language: string): Promise<Phrases> {
  const site = await siteNamed(deps, id)
  const { about } = await localeFor(language)
  if (about.lang !== language)
    throw new Problem('bad_request', { errors: [{ path: 'query.language', message: 'Parley has no words in it.' }] })
  return {
    language,
    dir: about.dir,
    forms: new Intl.PluralRules(language).resolvedOptions().pluralCategories,
    phrases: await phrasesOn(site, language),
  }
}

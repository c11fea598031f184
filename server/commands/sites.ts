import { strangeAliases } from '../articles/key.ts'
import { pagesOf } from '../articles/open.ts'
import { rekeyArticles } from '../articles/rekey.ts'
import { parley } from '../called.ts'
import { cleanTitle } from '../comments/text.ts'
import type { Config } from '../config.ts'
import { ensureOwner } from '../people/owner.ts'
import { LOOPBACK, readOrigin } from '../sites/origins.ts'
import {
  contradictions,
  SITE_SETTINGS,
  type SiteSettings,
  siteSettings,
  spellSetting,
  tidied,
} from '../sites/settings.ts'
import { snippetOf } from '../sites/welcome.ts'
import type { SiteRow } from '../store/sites.ts'
import type { Store } from '../store/store.ts'
import { type Command, Failed, type Say, Usage } from './command.ts'
import { meant } from './manual.ts'
import { requireFitting, requireReadable, spelledWords, wordsIn } from './site-words.ts'

export async function listSites(store: Store, say: Say) {
  const sites = await store.sites.list()
  say(
    sites.length === 0
      ? `There is no site yet: ${parley()} site add ID --name NAME --origin ORIGIN`
      : sites.map(({ id, name, origins }) => `${id}  ${name}  ${origins.join(' ')}`),
    { sites: sites.map(({ id, name, origins }) => ({ id, name, origins })) },
  )
}

export async function addSite(
  config: Config,
  store: Store,
  id: string | undefined,
  { name, origin = [] }: Command['flags'],
  say: Say,
) {
  if (!id || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(id)) {
    throw new Usage(
      `A site’s id has 1 to 40 small letters, digits and hyphens: ${parley()} site add ID --name NAME --origin ORIGIN`,
    )
  }
  const title = cleanTitle(name)
  if (title === null) throw new Usage('Give the site a name: --name "The Daily"')
  if (origin.length === 0) throw new Usage('Name where its pages are: --origin https://www.example.org')
  const origins = [...new Set(origin.map(originIn))]
  const isNew = await store.sites.add({
    id,
    name: title,
    origins,
    settings: {},
    isDemo: false,
    createdAt: Date.now(),
  })
  if (!isNew) throw new Usage(`There is a site “${id}” already; change it with: ${parley()} site set ${id}`)
  await ensureOwner(store, [id])
  const snippet = snippetOf(config.origin, id)
  say(
    [`Added ${id}. It takes pages from ${origins.join(', ')}. Paste into them:`, ...snippet.map(line => `  ${line}`)],
    { id, name: title, origins, snippet: snippet.join('\n') },
  )
}

export async function removeSite(store: Store, id: string | undefined, say: Say) {
  if (!id || !(await store.sites.find(id))) throw new Usage(unknownSite(id))
  if (!(await store.sites.remove(id)))
    throw new Failed(`The site “${id}” has articles or readers, so it stays with what they have written.`)
  say(`Removed ${id}.`, { id })
}

export const unknownSite = (id: string | undefined) =>
  id === undefined
    ? `Name the site by its id; ${parley()} site list shows them.`
    : `There is no site “${id}”; ${parley()} site list shows them.`

/** The site that `--site` names. @throws Usage */
export async function siteAsked(store: Store, { site: id }: Command['flags']): Promise<SiteRow> {
  if (id === undefined) throw new Usage(`Say on which site: --site ID (${parley()} site list shows them).`)
  const site = await store.sites.find(id)
  if (!site) throw new Usage(unknownSite(id))
  return site
}

/** @param ways in which readers of this installation can prove who they are, where that is known */
export async function setSite(
  store: Store,
  id: string | undefined,
  flags: Command['flags'],
  say: Say,
  ways: readonly string[] | null = null,
) {
  const site = id && (await store.sites.find(id))
  if (!site) throw new Usage(unknownSite(id))
  const removed = new Set((flags['remove-origin'] ?? []).map(originIn))
  const origins = [...new Set([...site.origins, ...(flags.origin ?? []).map(originIn)])].filter(
    each => !removed.has(each),
  )
  if (origins.length === 0) throw new Usage('A site needs an origin; add another before you remove the last one.')
  const name = cleanTitle(flags.name) ?? site.name
  const isDryRun = flags['dry-run'] ?? false
  const given = [
    ...(flags.setting ?? []),
    ...(flags.words === undefined ? [] : [`words=${await wordsIn(flags.words)}`]),
  ]
  const asked = settingsIn(given)
  if (asked.words) await requireFitting(asked.words)
  const changed = { ...site.settings, ...asked }
  const [contradiction] = contradictions(siteSettings(changed))
  if (contradiction) throw new Usage(contradiction.words)
  const rekey = () => rekeyArticles({ store, clock: Date.now }, site, { origins, settings: changed }, isDryRun)
  // The threads go first, so that the same command again does what one that was killed left; then those begun meanwhile.
  const rekeyed = await rekey()
  if (!isDryRun) {
    const hand = { person: null, at: Date.now() }
    // Who changes the site at the desk meanwhile is not overwritten in what this command does not name.
    for (let now = site; !(await store.sites.resettle(now, { name, origins, settings: changed }, hand)); )
      now = (await store.sites.find(site.id))!
    const known = new Set(rekeyed.map(({ from }) => from))
    rekeyed.push(...(await rekey()).filter(({ from }) => !known.has(from)))
  }
  const settings = siteSettings(changed)
  const before = siteSettings(site.settings)
  // All of them are told where nothing was asked for; else what was named, and what came of it.
  const isAsking = Object.values(flags).every(flag => flag === undefined || typeof flag === 'boolean')
  const named = new Set(given.map(pair => pair.split('=')[0]!))
  const spelt = (Object.keys(settings) as (keyof SiteSettings)[]).flatMap(setting => {
    if (setting === 'words') return spelledWords(settings.words, before.words, isAsking || named.has(setting))
    const [is, was] = [settings, before].map(each => spellSetting(each[setting]))
    if (is !== was) return [`  ${setting}=${is}   (was ${was || 'empty'})`]
    return isAsking || named.has(setting) ? [`  ${setting}=${is}${isAsking ? '' : '   (as before)'}`] : []
  })
  const moves = rekeyed.map(({ from, to }) => `${isDryRun ? 'would go' : 'went'} from ${from} to ${to}`)
  if (moves.length > 0)
    moves.push('Threads that meet under one key become one, and stay one when the setting is changed back.')
  const added = origins.filter(each => !site.origins.includes(each))
  const taken = site.origins.filter(each => !origins.includes(each))
  const lines = isAsking
    ? [`${site.id} (${name}) takes pages from ${origins.join(', ')}.`, ...spelt]
    : [
        ...(name === site.name ? [] : [`  name=${name}   (was ${site.name})`]),
        ...added.map(origin => `  takes pages from ${origin} now`),
        ...taken.map(origin => `  takes no pages from ${origin} any more`),
        ...spelt,
      ]
  if (!isAsking) lines.unshift(lines.length > 0 ? `${site.id}:` : `${site.id} is as it was.`)
  const strange = ways === null ? [] : settings.signIn.filter(way => way !== '-' && !ways.includes(way))
  const advice = strange.map(
    way => `signIn names “${way}”, which this installation does not have; it has ${ways!.join(', ') || 'none'}.`,
  )
  const aliases = strangeAliases(pagesOf({ origins, settings: changed }))
  advice.push(...aliases.map(alias => aliasAdvice(site.id, alias)))
  say([...(isDryRun ? ['Nothing was changed; this is how it would be:'] : []), ...lines, ...moves, ...advice], {
    ...{ id: site.id, name, origins },
    // As above: all of them where nothing was asked for.
    settings: Object.fromEntries(
      Object.entries(settings).filter(
        ([setting, is]) =>
          isAsking || named.has(setting) || spellSetting(is) !== spellSetting(before[setting as keyof SiteSettings]),
      ),
    ),
    rekeyed,
    isDryRun,
    advice,
  })
}

/** What to do about an alias that is no origin of its site. */
export const aliasAdvice = (site: string, alias: string): string =>
  `aliases names “${alias}”, from which ${site} takes no pages, so that no thread shows there. If it has pages yet: ${parley()} site set ${site} --origin https://${alias}`

/** What `--setting NAME=VALUE` asks for. */
function settingsIn(pairs: string[]): Partial<SiteSettings> {
  const entries = pairs.map(pair => {
    const [name = '', text = ''] = pair.split(/=(.*)/s)
    if (!Object.hasOwn(SITE_SETTINGS, name)) {
      const guess = meant(name, Object.keys(SITE_SETTINGS))
      const asked = guess ? ` Did you mean “${guess}”?` : ''
      throw new Usage(
        `There is no site setting “${name}”.${asked} ${parley()} help settings lists them, with what each does.`,
      )
    }
    const { reads, parse, words } = SITE_SETTINGS[name as keyof SiteSettings]
    if (name === 'words') requireReadable(text)
    const value = parse(text)
    if (!reads(value)) throw new Usage(`“${text}” does not fit ${name}. ${words.replaceAll('`', '')}`)
    return [name, value]
  })
  return tidied(Object.fromEntries(entries))
}

function originIn(text: string): string {
  if (text === LOOPBACK) return LOOPBACK
  const origin = readOrigin(text)
  if (!origin)
    throw new Usage(`“${text}” is no origin; write one such as https://www.example.org or http://localhost:3000.`)
  return origin
}

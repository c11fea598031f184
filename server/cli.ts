import { parseArgs } from 'node:util'
import { newId } from './comments/ids.ts'
import { type Config, readConfig, WrongSettings } from './config.ts'
import { LIMITS, ROLES, type Role } from './contract.ts'
import { serveOnNode } from './node.ts'
import { makeDeskLink } from './people/desk-session.ts'
import { ensureOwner } from './people/owner.ts'
import { Problem } from './problems.ts'
import { ensureDemo } from './sites/demo.ts'
import { LOOPBACK, readOrigin } from './sites/origins.ts'
import { SITE_SETTINGS, type SiteSettings, siteSettings } from './sites/settings.ts'
import { snippetOf, welcomeTo } from './sites/welcome.ts'
import { openStore, secretFor } from './store/open.ts'
import type { Store } from './store/store.ts'
import { WrongSchema } from './store/version.ts'

const HELP = `parley: a conversation under an article

  parley start                                     serve, and print where everything is
  parley link [--name NAME] [--site ID] [--role owner|moderator]
                                                   print a one-time link to the desk; without --name, the owner's
  parley site list                                 the sites and the pages each one takes
  parley site add ID --name NAME --origin ORIGIN   add a site (--origin can be given more than once)
  parley site set ID [--name NAME] [--origin ORIGIN] [--remove-origin ORIGIN] [--setting NAME=VALUE]
                                                   change a site; --origin adds one, “${LOOPBACK}” means this machine;
                                                   settings: ${Object.keys(SITE_SETTINGS).join(', ')}
  parley site remove ID                            remove a site that has no article yet
  parley doctor                                    prove the counts and the file
  parley help                                      this

Every command takes --json. Settings are environment variables; the README has their table.
In a checkout: npm run parley -- COMMAND`

/** What somebody typed wrong, with what to type instead. */
class Usage extends Error {}

interface Command {
  words: string[]
  flags: {
    json?: boolean
    help?: boolean
    name?: string
    site?: string
    role?: string
    origin?: string[]
    'remove-origin'?: string[]
    setting?: string[]
  }
}

/** Says a result: the lines for a person, or one line of JSON. */
type Say = (lines: string | string[], json: Record<string, unknown>) => void

async function main(args: string[]): Promise<void> {
  const { words, flags } = read(args)
  const say: Say = (lines, json) => console.log(flags.json ? JSON.stringify(json) : [lines].flat().join('\n'))
  const [noun, verb] = words
  if (flags.help || noun === undefined || noun === 'help') return console.log(HELP)
  const config = readConfig(process.env)
  if (noun === 'start') return start(config, say)
  const commands: Record<string, (store: Store) => Promise<void>> = {
    link: store => link(config, store, flags, say),
    'site list': store => listSites(store, say),
    'site add': store => addSite(config, store, words[2], flags, say),
    'site remove': store => removeSite(store, words[2], say),
    'site set': store => setSite(store, words[2], flags, say),
    doctor: store => doctor(store, say),
  }
  const run = commands[noun === 'site' ? `site ${verb}` : noun]
  if (!run) throw new Usage(`There is no command “${words.join(' ')}”.\n\n${HELP}`)
  const store = await openStore(config)
  try {
    await run(store)
  } finally {
    await store.close()
  }
}

function read(args: string[]): Command {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        name: { type: 'string' },
        site: { type: 'string' },
        role: { type: 'string' },
        origin: { type: 'string', multiple: true },
        'remove-origin': { type: 'string', multiple: true },
        setting: { type: 'string', multiple: true },
      },
    })
    return { words: positionals, flags: values }
  } catch (error) {
    throw new Usage(`${(error as Error).message}\n\n${HELP}`)
  }
}

async function start(config: Config, say: Say): Promise<void> {
  await (await import('../widget/build.ts')).buildIfStale()
  const store = await openStore(config)
  const secret = await secretFor(config)
  const deps = { store, config, clock: Date.now }
  await ensureDemo(deps)
  const { stop } = await serveOnNode({ ...config, secret }, store)
  const sites = await store.sites.list()
  const owner = await ensureOwner(
    store,
    sites.map(({ id }) => id),
  )
  const mayPrint = config.isLocal || !(await store.people.anyoneSignedIn())
  const desk = mayPrint ? await makeDeskLink(deps, owner.id) : null
  const welcome = welcomeTo(config.origin, sites, desk)
  say(welcome.lines, welcome.facts)
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      if (isStopping) process.exit(1)
      isStopping = true
      await stop()
      process.exit(0)
    })
  }
}

async function link(config: Config, store: Store, { name, site, role = 'moderator' }: Command['flags'], say: Say) {
  const sites = (await store.sites.list()).map(({ id }) => id)
  if (site !== undefined && !sites.includes(site))
    throw new Usage(`There is no site “${site}”; there are: ${sites.join(', ') || 'none'}.`)
  if (!(ROLES as readonly string[]).includes(role)) throw new Usage('--role is owner or moderator.')
  const now = Date.now()
  let person = await ensureOwner(store, sites)
  if (name !== undefined) {
    const known = name.normalize('NFC').trim()
    if (known === '' || [...known].length > LIMITS.nameGraphemes) throw new Usage('--name must be 1 to 60 characters.')
    person = await store.people.ensure(newId(now), known, now)
    await store.people.grant(person.id, site === undefined ? sites : [site], role as Role)
  }
  const address = await makeDeskLink({ store, clock: Date.now, config }, person.id)
  const elsewhere = 'If Parley runs at another address, give PORT or PARLEY_ORIGIN here as at its start.'
  say([`The desk, as ${person.name} (this link works once, for 15 minutes):`, `  ${address}`, elsewhere], {
    name: person.name,
    desk: address,
  })
}

async function listSites(store: Store, say: Say) {
  const sites = await store.sites.list()
  say(
    sites.length === 0
      ? 'There is no site yet: npm run parley -- site add ID --name NAME --origin ORIGIN'
      : sites.map(({ id, name, origins }) => `${id}  ${name}  ${origins.join(' ')}`),
    { sites: sites.map(({ id, name, origins }) => ({ id, name, origins })) },
  )
}

async function addSite(
  config: Config,
  store: Store,
  id: string | undefined,
  { name, origin = [] }: Command['flags'],
  say: Say,
) {
  if (!id || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(id)) {
    throw new Usage(
      'A site’s id has 1 to 40 small letters, digits and hyphens: npm run parley -- site add ID --name NAME --origin ORIGIN',
    )
  }
  if (!name?.trim()) throw new Usage('Give the site a name: --name "The Daily"')
  if (origin.length === 0) throw new Usage('Name where its pages are: --origin https://www.example.org')
  const origins = [...new Set(origin.map(originIn))]
  const isNew = await store.sites.add({
    id,
    name: name.trim(),
    origins,
    settings: {},
    isDemo: false,
    createdAt: Date.now(),
  })
  if (!isNew) throw new Usage(`There is a site “${id}” already; change it with: npm run parley -- site set ${id}`)
  await ensureOwner(store, [id])
  const snippet = snippetOf(config.origin, id)
  say(
    [`Added ${id}. It takes pages from ${origins.join(', ')}. Paste into them:`, ...snippet.map(line => `  ${line}`)],
    { id, name, origins, snippet: snippet.join('\n') },
  )
}

async function removeSite(store: Store, id: string | undefined, say: Say) {
  if (!id || !(await store.sites.find(id))) throw new Usage(unknownSite(id))
  if (!(await store.sites.remove(id))) throw new Usage(`The site “${id}” has articles, so it stays.`)
  say(`Removed ${id}.`, { id })
}

const unknownSite = (id = '') => `There is no site “${id}”; npm run parley -- site list shows them.`

async function setSite(store: Store, id: string | undefined, flags: Command['flags'], say: Say) {
  const site = id && (await store.sites.find(id))
  if (!site) throw new Usage(unknownSite(id))
  const removed = new Set((flags['remove-origin'] ?? []).map(originIn))
  const origins = [...new Set([...site.origins, ...(flags.origin ?? []).map(originIn)])].filter(
    each => !removed.has(each),
  )
  if (origins.length === 0) throw new Usage('A site needs an origin; add another before you remove the last one.')
  const name = flags.name?.trim() || site.name
  await store.sites.change(site.id, { name, origins, settings: settingsIn(flags.setting ?? []) })
  const settings = siteSettings((await store.sites.find(site.id))!.settings)
  const spelt = Object.entries(settings).map(([setting, value]) => `${setting}=${value}`)
  say([`${site.id} (${name}) takes pages from ${origins.join(', ')}.`, `Settings: ${spelt.join(', ')}.`], {
    ...{ id: site.id, name, origins },
    settings,
  })
}

/** What `--setting NAME=VALUE` asks for; a value may be a number or a word. */
function settingsIn(pairs: string[]): Partial<SiteSettings> {
  const entries = pairs.map(pair => {
    const [name = '', text = ''] = pair.split(/=(.*)/s)
    if (!Object.hasOwn(SITE_SETTINGS, name)) {
      throw new Usage(`There is no site setting “${name}”; there are: ${Object.keys(SITE_SETTINGS).join(', ')}.`)
    }
    const { reads, words } = SITE_SETTINGS[name as keyof SiteSettings]
    const value = /^\d+$/.test(text) ? Number(text) : text
    if (!reads(value)) throw new Usage(`“${text}” does not fit ${name}. ${words.replaceAll('`', '')}`)
    return [name, value]
  })
  return Object.fromEntries(entries)
}

function originIn(text: string): string {
  if (text === LOOPBACK) return LOOPBACK
  const origin = readOrigin(text)
  if (!origin)
    throw new Usage(`“${text}” is no origin; write one such as https://www.example.org or http://localhost:3000.`)
  return origin
}

async function doctor(store: Store, say: Say) {
  const [discrepancies, integrity] = [await store.doctor.discrepancies(), await store.doctor.integrity()]
  const isSound = discrepancies.length === 0 && integrity.every(line => line === 'ok')
  say(
    isSound
      ? 'Everything adds up.'
      : [...integrity, ...discrepancies.map(row => `${row.what} of ${row.id}: kept ${row.kept}, true ${row.true}`)],
    { ok: isSound, integrity, discrepancies },
  )
  if (!isSound) process.exitCode = 1
}

/** What is wrong, for a person: words for what is foreseen, the whole error for what is not. */
function explain(error: unknown): string {
  if (error instanceof Usage || error instanceof WrongSettings || error instanceof WrongSchema) return error.message
  if (error instanceof Problem && error.code === 'busy') {
    return 'Another process holds the database for longer than it should. Nothing was changed; try again in a moment.'
  }
  const code = (error as NodeJS.ErrnoException)?.code ?? ''
  const port = process.env['PORT'] ?? '8787'
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Stop that one, or start Parley elsewhere: PORT=${Number(port) + 3} npm start`
  }
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EACCES'].includes(code) && (error as NodeJS.ErrnoException).syscall !== 'mkdir') {
    return `Parley cannot listen on ${process.env['PARLEY_HOST'] ?? '127.0.0.1'}, port ${port}. PARLEY_HOST must be an address of this machine, and a port below 1024 needs rights.`
  }
  const url = process.env['PARLEY_DATABASE_URL'] ?? 'file:data/parley.db'
  const text = `${(error as Error)?.message} ${(error as Error)?.cause ?? ''}`
  if (/SQLITE_|ConnectionFailed|fetch failed|ENOENT|EACCES|ENOTDIR|storage_failed/.test(`${text} ${code}`)) {
    return `The database ${url} cannot be used (${(error as Error).message}).\nPARLEY_DATABASE_URL must name a file of Parley's own in a folder that it may write to, or a libSQL database that answers.`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

await main(process.argv.slice(2)).catch(error => {
  console.error(explain(error))
  process.exit(1)
})

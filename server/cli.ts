import { mkdtemp, rm } from 'node:fs/promises'
import { flushCompileCache } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { calledAs, parley } from './called.ts'
import { backup, restoreBackup } from './commands/backup.ts'
import { type Command, counted, printed, type Say, shown, Usage } from './commands/command.ts'
import { doctor } from './commands/doctor.ts'
import { erase, personData } from './commands/erase.ts'
import { exportSites } from './commands/export.ts'
import { isUsage, told, wantsJson } from './commands/failure.ts'
import { health } from './commands/health.ts'
import { holdComment } from './commands/hold.ts'
import { importComments, tellFormats } from './commands/import.ts'
import { importParley } from './commands/import-archive.ts'
import { addKey, listKeys, removeKey } from './commands/keys.ts'
import { deskLink } from './commands/link.ts'
import { verifyLogs } from './commands/log.ts'
import { commandsIn, EXIT, EXIT_WORDS, flagsOf, helpOn, meant, wordsOf } from './commands/manual.ts'
import { moveComments, separateArticle } from './commands/move.ts'
import { dropLetters, listOutbox, retryLetters } from './commands/outbox.ts'
import { listPeople, removePerson, setPerson, signOutPerson, waysOfPerson } from './commands/people.ts'
import { retention } from './commands/retention.ts'
import { settingsHelp } from './commands/settings-help.ts'
import { siteKeys } from './commands/site-keys.ts'
import { listWords } from './commands/site-words.ts'
import { addSite, listSites, removeSite, setSite } from './commands/sites.ts'
import { upgrade, upgradeAtStart } from './commands/upgrade.ts'
import {
  addHook,
  hookSecret,
  listDeliveries,
  listWebhooks,
  removeHook,
  resend,
  setHook,
  testHook,
} from './commands/webhooks.ts'
import { type Config, readConfig } from './config.ts'
import { adviceOn } from './http/proxy-advice.ts'
import { serveOnNode } from './node.ts'
import { makeDeskLink } from './people/desk-session.ts'
import { ensureOwner } from './people/owner.ts'
import { Problem } from './problems.ts'
import { ensureDemo } from './sites/demo.ts'
import { LOOPBACK } from './sites/origins.ts'
import { listensAt, welcomeTo } from './sites/welcome.ts'
import { changeSecret, openStore, secretsFor } from './store/open.ts'
import { hasDatabase, requireDatabase } from './store/path.ts'
import type { Store } from './store/store.ts'

const HELP = `parley: a conversation under an article

  parley start [--take-over]                       serve, and print where everything is; --take-over beside another that is
                                                   about to end
  parley link [--name NAME] [--site ID] [--role owner|moderator]
                                                   print a one-time link to the desk; without --name, the owner's;
                                                   without --site somebody new gets every site, and who has
                                                   been here keeps the roles there are
  parley site list                                 the sites and the pages each one takes
  parley site add ID --name NAME --origin ORIGIN   add a site (--origin can be given more than once)
  parley site set ID [--name NAME] [--origin ORIGIN] [--remove-origin ORIGIN] [--setting NAME=VALUE]
                  [--words FILE] [--dry-run]
                                                   change a site; --origin adds one, “${LOOPBACK}” means this machine;
                                                   “parley help settings” has the settings; --words takes phrases that
                                                   readers get in your own words from a file of JSON
  parley site words ID [--lang TAG]                all that readers read of Parley in a language, each with its key
  parley site key ID [--new] [--end KEY]           the keys with which the site's own login signs its readers; --new makes
                                                   the next one, --end ends one
  parley site remove ID                            remove a site that has no article yet
  parley move --site ID FROM TO [--dry-run] [--no-forward]
                                                   move the comments of one article to another, or merge two; FROM and
                                                   TO are addresses, paths or keys; the old address leads to the new
                                                   place, with --no-forward it begins a thread of its own
  parley separate --site ID ARTICLE [--dry-run]    where many pages share one thread because they all name the same
                                                   canonical address: give each its own
  parley person list                               who can sign in to the desk, in which roles, and who is signed in
  parley person set NAME --public-name NAME        what readers and the log call somebody, if not by the account’s name
                                                   (“” takes it back)
  parley person remove NAME --site ID              take somebody’s role on a site; with the last one end the sessions
  parley person ways NAME [--end PASSKEY]          somebody’s passkeys, sessions and keys; --end takes a lost passkey away,
                                                   and with it all their sessions
  parley person sign-out NAME                      end all of somebody’s sessions at the desk, and the links not used yet
  parley person data --email ADDRESS [--site ID] [FILE]
                                                   everything of whoever has proved an address, or came
                                                   with it from another system, as JSON
  parley erase --email ADDRESS [--site ID] [--dry-run]
                                                   erase them: texts, names, votes, addresses, what was said about them;
                                                   the log keeps that it was done
  parley hold COMMENT --site ID [--lift]           keep a comment from being erased, by anybody and by time, while a court
                                                   may ask for it; --lift ends that
  parley retention [--site ID]                     what is kept, for how long, and when what is old was last deleted
  parley key add NAME --site ID [--scope read|moderate|manage] [--days N]
                                                   make a key with which programs do what is done at the desk; it is
                                                   shown once
  parley key list --site ID                        the keys of a site, and when each was used last
  parley key remove KEY --site ID                  end a key, named by its id or its name
  parley webhook list --site ID                    where a site's events are told, and how that goes
  parley webhook add URL --name NAME --site ID [--shape SHAPE] [--events LIST] [--token TOKEN]
                                                   tell a program (Standard Webhooks, signed), or with --shape slack,
                                                   discord, telegram or matrix a chat; LIST such as pending,report, or all
  parley webhook set HOOK --site ID [--name NAME] [--url URL] [--token TOKEN] [--events LIST] [--state on|paused]
                                                   change it; one that was dead is, once on, sent what it has missed
  parley webhook remove HOOK --site ID             tell it no more; HOOK is its id or its name
  parley webhook secret HOOK --site ID [--new]     the secrets that sign; --new makes the next, and both sign for a day
  parley webhook test HOOK --site ID               send it a test
  parley webhook deliveries HOOK --site ID         the newest 50, and how they went
  parley webhook resend HOOK [DELIVERY] --site ID  send one again, or all that was given up in the last week
  parley outbox list --site ID                     what mail waits, what was given up and why, and how the mail server
                                                   does
  parley outbox retry [LETTER] --site ID [--all]   send a letter now; with --all those that were given up
  parley outbox drop [LETTER] --site ID [--all]    let a letter go; with --all those that were given up
  parley secret rotate                             make a new secret beside the database; what the one before has signed
                                                   still counts. Start Parley again afterwards
  parley secret forget                             what secrets before the present one have signed no longer counts
  parley log verify [--site ID] [--head HEAD]      prove that the log of decisions is whole; with a head that was kept
                                                   elsewhere, also that nobody has written it anew
  parley import FORMAT FILE --site ID [--dry-run]  bring in the comments of another system; without FORMAT and FILE it
                                                   tells the formats; --dry-run shows what would land where. The same
                                                   again goes on where one was ended, and brings nothing twice
  parley export --site ID | --all [--gzip] [FILE]  a site, or everything, as one archive in a new file, or on standard
                                                   output; FILE.gz is packed
  parley export --site ID --format csv|disqus [FILE]
                                                   what is published, for spreadsheets and for other systems
  parley import parley FILE [--site ID] [--dry-run]
                                                   what “export” has written, also with gzip around it, into this
                                                   installation; twice is no change; --dry-run proves the file and says what would come
  parley doctor [--mail ADDRESS] [--backup FOLDER]
                                                   prove the file, how it is made, the counts and the logs; look at
                                                   settings, clock, disk and file modes; with --mail send one, with --backup
                                                   see how old the newest is. Ends with 3 where something is broken
  parley backup FILE|FOLDER [--keep N]             copy the database into a new file, while Parley runs or not; in a
                                                   folder it is named by the time, and the newest N stay
  parley restore FILE [--as DATABASE]              put a backup in the place of the database, which stays beside it; stop
                                                   Parley first
  parley upgrade [--dry-run] [--backup FILE]       bring the database up to date: says what will be done, copies the database
                                                   first, and does it
  parley health                                    whether the Parley of these settings serves
  parley help [COMMAND]                            this, or more of one command, such as “help site add”
  parley help settings                             what sites and the installation can set, with defaults

Every command takes --json. ${EXIT_WORDS}
Settings are environment variables; “parley help settings” lists them.
In a checkout: npm run parley -- COMMAND, and npm run -s where what it prints goes into a file or a program`

/** The commands of two words begin with one of these. */
const NOUNS = ['site', 'log', 'person', 'key', 'webhook', 'outbox', 'secret']

async function main(args: string[]): Promise<void> {
  const { words, flags } = read(args)
  const say: Say = (lines, json) => console.log(printed(lines, json, flags.json ?? false))
  const [noun, verb] = words
  const about = noun === 'help' ? words.slice(1) : flags.help ? words : []
  if (about[0] !== undefined) return explainCommand(about, say)
  if (flags.help || noun === undefined || noun === 'help') return say(HELP.split('\n'), { help: HELP })
  const name = NOUNS.includes(noun) ? `${noun} ${verb}` : noun
  refuseFlags(name, flags)
  refuseWords(name, words)
  const config = readConfig(process.env)
  if (noun === 'start') return start(config, flags['take-over'] ?? false, say)
  if (noun === 'health') return health(config, say)
  if (noun === 'upgrade') return upgrade(config, flags, say)
  // These take a database of whichever version as it is.
  if (noun === 'backup') return backup(config, verb, flags, say)
  if (noun === 'restore') return restoreBackup(config, verb, flags, say)
  if (noun === 'import' && verb === undefined) return tellFormats(say)
  const commands: Record<string, (store: Store) => Promise<void>> = {
    link: store => deskLink(config, store, flags, say),
    'site list': store => listSites(store, say),
    'site add': store => addSite(config, store, words[2], flags, say),
    'site remove': store => removeSite(store, words[2], say),
    'site key': async store => siteKeys(store, (await secretsFor(config)).secret, words[2], flags, say),
    'site words': store => listWords(store, words[2], flags, say),
    'site set': store => setSite(store, words[2], flags, say, waysIn(config)),
    import: async store => {
      // An archive needs no secret, and none is made for a look at one.
      if (verb === 'parley') return importParley(store, words[2], flags, say)
      const { secret } = await secretsFor(config)
      await importComments(store, { ...config, secret }, words.slice(1), flags, say)
    },
    move: store => moveComments(store, words.slice(1), flags, say),
    separate: store => separateArticle(store, words[1], flags, say),
    'person list': store => listPeople(store, say),
    'person set': store => setPerson(store, words[2], flags, say),
    'person remove': store => removePerson(store, words[2], flags, say),
    'person sign-out': store => signOutPerson(store, words[2], say),
    'person ways': store => waysOfPerson(store, words[2], flags, say),
    'person data': store => personData(store, words[2], flags, say),
    erase: store => erase({ store, secrets: () => secretsFor(config) }, flags, say),
    retention: store => retention(store, config, flags, say),
    hold: store => holdComment(store, words[1], flags, say),
    'key add': store => addKey(store, words[2], flags, say),
    'key list': store => listKeys(store, flags, say),
    'key remove': store => removeKey(store, words[2], flags, say),
    ...hookCommands(config, words, flags, say),
    'outbox list': store => listOutbox(store, flags, say),
    'outbox retry': store => retryLetters(store, words[2], flags, say),
    'outbox drop': store => dropLetters(store, words[2], flags, say),
    'secret rotate': () => secret(config, 'rotate', say),
    'secret forget': () => secret(config, 'forget', say),
    'log verify': store => verifyLogs(store, flags, say),
    export: store => exportSites(config, store, verb, flags, say),
    doctor: store => doctor(store, config, flags, say),
  }
  const run = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!run) throw new Usage(unknownCommand(words))
  // A new installation begins with a start, a site or what comes in; anything else is about one that is there.
  const mayBegin = (noun === 'site' && verb === 'add') || (noun === 'import' && !flags['dry-run'])
  // What an archive would bring to a new installation can be told without one.
  const isLook = noun === 'import' && verb === 'parley' && flags['dry-run'] && !(await hasDatabase(config.databaseUrl))
  if (isLook) return onNothing(run)
  if (!mayBegin) await requireDatabase(config.databaseUrl)
  // Only a start and “upgrade” bring an older database up to date: its own Parley may serve it yet.
  const store = await openStore(config, noun === 'doctor' ? 'left' : 'refused')
  try {
    await run(store)
  } finally {
    await store.close()
  }
}

/** Runs a command on an empty database that is gone afterwards. */
async function onNothing(run: (store: Store) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-look-'))
  const store = await openStore({
    databaseUrl: pathToFileURL(join(folder, 'parley.db')).href,
    databaseToken: undefined,
  })
  try {
    await run(store)
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The commands of webhooks; what signs is made from the secret of the installation. */
function hookCommands(config: Config, words: readonly string[], flags: Command['flags'], say: Say) {
  const world = async (store: Store) => ({
    store,
    clock: Date.now,
    config: { ...config, ...(await secretsFor(config)) },
  })
  return {
    'webhook list': async (store: Store) => listWebhooks(await world(store), flags, say),
    'webhook add': async (store: Store) => addHook(await world(store), words[2], flags, say),
    'webhook set': async (store: Store) => setHook(await world(store), words[2], flags, say),
    'webhook remove': async (store: Store) => removeHook(await world(store), words[2], flags, say),
    'webhook secret': async (store: Store) => hookSecret(await world(store), words[2], flags, say),
    'webhook test': async (store: Store) => testHook(await world(store), words[2], flags, say),
    'webhook deliveries': async (store: Store) => listDeliveries(await world(store), words[2], flags, say),
    'webhook resend': async (store: Store) => resend(await world(store), words.slice(2), flags, say),
  }
}

/** The ways in which readers of this installation can prove who they are. */
const waysIn = ({ smtp, mailApi, providers }: Config): string[] => [
  ...(smtp || mailApi ? ['email'] : []),
  ...providers.map(({ name }) => name),
]

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
        email: { type: 'string' },
        lift: { type: 'boolean' },
        role: { type: 'string' },
        scope: { type: 'string' },
        days: { type: 'string' },
        shape: { type: 'string' },
        events: { type: 'string' },
        token: { type: 'string' },
        url: { type: 'string' },
        state: { type: 'string' },
        origin: { type: 'string', multiple: true },
        'remove-origin': { type: 'string', multiple: true },
        setting: { type: 'string', multiple: true },
        words: { type: 'string' },
        lang: { type: 'string' },
        'public-name': { type: 'string' },
        head: { type: 'string' },
        'dry-run': { type: 'boolean' },
        'no-forward': { type: 'boolean' },
        new: { type: 'boolean' },
        end: { type: 'string' },
        all: { type: 'boolean' },
        format: { type: 'string' },
        gzip: { type: 'boolean' },
        keep: { type: 'string' },
        as: { type: 'string' },
        mail: { type: 'string' },
        backup: { type: 'string' },
        'take-over': { type: 'boolean' },
      },
    })
    return { words: positionals, flags: values }
  } catch (error) {
    const help = helpFor(args.filter(each => !each.startsWith('-')))
    throw new Usage(`${strangeFlag((error as Error).message, help ?? HELP)}\n\n${help ?? HELP}`)
  }
}

/** What is said of a flag that there is not: the one that may have been meant, and nothing of how arguments are escaped. */
function strangeFlag(message: string, help: string): string {
  const [, flag] = /^Unknown option '(--[^']+)'/.exec(message) ?? []
  const [, lacks] = /^Option '(?:-\w, )?(--[a-z-]+).*argument (?:missing|is ambiguous)/.exec(message) ?? []
  if (lacks !== undefined)
    return `${lacks} needs a value after it; one that begins with a hyphen is written ${lacks}=-VALUE.`
  const [, takesNone] = /^Option '(?:-\w, )?(--[a-z-]+)' does not take an argument/.exec(message) ?? []
  if (takesNone !== undefined) return `${takesNone} takes no value.`
  if (flag === undefined) return message
  const guess = meant(flag, [...new Set([...help.matchAll(/--[a-z-]+/g)].map(String))])
  return `There is no flag ${flag}.${guess ? ` Did you mean ${guess}?` : ''}`
}

/** The help on “site add”, else on “site”; null where there is neither. */
const helpFor = ([noun = '', verb = '']: readonly string[]) =>
  helpOn(HELP, `${noun} ${verb}`.trim()) ?? helpOn(HELP, noun)

/** More of one command. */
function explainCommand(words: readonly string[], say: Say): void {
  const text = words[0] === 'settings' ? settingsHelp() : helpFor(words)
  if (text === null) throw new Usage(unknownCommand(words))
  say(text.split('\n'), { help: text })
}

/** A flag that a command does not know is refused: whoever adds --dry-run to what has none must not see it done. */
function refuseFlags(name: string, flags: Command['flags']): void {
  const known = flagsOf(HELP, name)
  const strange = Object.keys(flags).find(flag => flag !== 'json' && !known?.includes(flag))
  if (known === null || strange === undefined) return
  throw new Usage(`“${name}” takes no --${strange}.\n\n${helpFor(name.split(' '))}`)
}

/** A word too many is refused: whoever names two, or forgets the hyphens of a flag, must not see one of them left out. */
function refuseWords(name: string, words: readonly string[]): void {
  const taken = wordsOf(HELP, name)
  const extra = words.slice(name.split(' ').length)
  if (taken === null || extra.length <= taken) return
  const takes = taken === 0 ? 'takes nothing after it but flags' : `takes ${counted(taken, 'word')} after it`
  throw new Usage(`“${name}” ${takes}, and “${extra[taken]}” is one too many.\n\n${helpFor(name.split(' '))}`)
}

function unknownCommand(words: readonly string[]): string {
  const [noun = '', verb] = words
  const known = commandsIn(HELP)
  const own = helpOn(HELP, noun)
  const guess =
    verb === undefined && own !== null ? null : (meant(words.slice(0, 2).join(' '), known) ?? meant(noun, known))
  const verbs = known.filter(name => name.startsWith(`${noun} `)).map(name => name.slice(noun.length + 1))
  const said =
    verb === undefined && verbs.length > 0
      ? `Say what to do after “${noun}”: ${[...new Set(verbs)].join(', ')}.`
      : `There is no command “${words.join(' ')}”.`
  const asked = guess ? `${said} Did you mean “${guess}”?` : said
  return own === null ? `${asked} ${parley()} help lists all of them.` : `${asked}\n\n${own}`
}

async function start(config: Config, takesOver: boolean, say: Say): Promise<void> {
  // A log that cannot be written, on a full disk or with nobody left to read it, must not end the server.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  await (await import('../widget/build.ts')).buildIfStale()
  await upgradeAtStart(config, line => console.error(JSON.stringify({ at: new Date().toISOString(), ...line })))
  const store = await openStore(config)
  const secrets = await secretsFor(config)
  const deps = { store, config, clock: Date.now }
  await ensureDemo(deps)
  const { stop } = await serveOnNode({ ...config, ...secrets, takesOver }, store)
  const sites = await store.sites.list()
  const mayPrint = config.isLocal || !(await store.people.anyoneSignedIn())
  const desk = await ownersLink(deps, sites, mayPrint).catch(error => {
    if (!(error instanceof Problem)) throw error
    // Who reads is served all the same.
    console.error(told(error).message)
    return null
  })
  const welcome = welcomeTo(config.origin, sites, desk, listensAt(config))
  say(welcome.lines, welcome.facts)
  for (const line of adviceOn(config)) console.error(line)
  // Node writes it at an orderly end only, and servers are killed.
  flushCompileCache()
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      if (isStopping) process.exit(1)
      isStopping = true
      // Ctrl-C is typed by somebody who watches; SIGTERM comes from what watches by itself.
      if (signal === 'SIGINT') console.error('\nParley answers what is in flight, and stops.')
      await stop()
      if (signal === 'SIGINT') console.error('Parley has stopped.')
      process.exit(0)
    })
  }
}

/** A link to the desk for the owner, who is made where there is none; null where it may not be printed. */
async function ownersLink(
  deps: Parameters<typeof makeDeskLink>[0],
  sites: readonly { id: string }[],
  mayPrint: boolean,
): Promise<string | null> {
  const owner = await ensureOwner(
    deps.store,
    sites.map(({ id }) => id),
  )
  return mayPrint ? makeDeskLink(deps, owner.id) : null
}

async function secret(config: Config, how: 'rotate' | 'forget', say: Say) {
  const before = await changeSecret(config, how)
  const words =
    how === 'forget'
      ? 'Only the present secret counts when Parley is started again.'
      : `There is a new secret; start Parley again to use it. What the one before has signed still counts until you say: ${parley()} secret forget`
  say(
    [words, `Sites with a login of their own get new keys: ${parley()} site key ID`].slice(0, how === 'rotate' ? 2 : 1),
    {
      before,
    },
  )
}

const typed = process.argv.slice(2)
if (process.env['PARLEY_CALLED']) calledAs(process.env['PARLEY_CALLED'])
await main(typed).catch(error => {
  // What is piped is written before the end; a command has its result or its failure on standard output, never both.
  if (wantsJson(typed) && !process.stdout.bytesWritten) console.log(shown(JSON.stringify({ error: told(error) })))
  console.error(shown(told(error).message))
  process.exit(isUsage(error) ? EXIT.usage : EXIT.failed)
})

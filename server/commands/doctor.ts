import { readdir, stat, statfs } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { strangeAliases } from '../articles/key.ts'
import { pagesOf } from '../articles/open.ts'
import { parley } from '../called.ts'
import type { Config } from '../config.ts'
import { nodeDial } from '../http/node-dial.ts'
import { outward } from '../http/outward.ts'
import { adviceOn } from '../http/proxy-advice.ts'
import { verifyLog } from '../moderation/log/verify-log.ts'
import { apiMail } from '../notices/mail-api.ts'
import { FAULT_WORDS, faultOf } from '../notices/mail-fault.ts'
import { smtpMail } from '../notices/smtp.ts'
import { Problem } from '../problems.ts'
import { isLoopbackHost, LOOPBACK, readOrigin } from '../sites/origins.ts'
import { newestBackup } from '../store/backup-folder.ts'
import type { BrokenText } from '../store/doctor.ts'
import { lackingIn } from '../store/migrate.ts'
import { isThere, pathOf } from '../store/path.ts'
import { type Drift, driftOf } from '../store/schema-drift.ts'
import type { Store } from '../store/store.ts'
import { olderWords } from '../store/version.ts'
import { makingFolder } from './backup.ts'
import { type Command, counted, type Say, Usage } from './command.ts'
import { EXIT } from './manual.ts'
import { aliasAdvice } from './sites.ts'

/** What the doctor found: what is broken ends the command with 3, what is only unwise does not. */
interface Finding {
  check:
    | 'database'
    | 'schema'
    | 'counts'
    | 'log'
    | 'origin'
    | 'proxies'
    | 'mail'
    | 'outbox'
    | 'clock'
    | 'disk'
    | 'modes'
    | 'backup'
    | 'import'
  isBroken: boolean
  words: string
}

/** How far another clock may be ahead, in ms. */
const AHEAD = 60_000
/** What should be free on the disk: this, and as much as the database, for a backup or a restore. */
const FREE = 200_000_000

/** After how many days the newest backup is too old. */
const OLD_DAYS = 2
/** After how many days a copy from before an upgrade or a restore is needed no more. */
const COPY_DAYS = 30
const DAY = 86_400_000

const unwise = (check: Finding['check'], words: string): Finding => ({ check, isBroken: false, words })
const broken = (check: Finding['check'], words: string): Finding => ({ check, isBroken: true, words })

/**
 * `parley doctor`: proves the file, the counts and the logs, and looks at the settings, the clock and the disk. Each finding
 * says what to do. Ends with 3 where something is broken.
 */
export async function doctor(
  store: Store,
  config: Config,
  { mail, backup }: Command['flags'],
  say: Say,
): Promise<void> {
  const { newest, lacking } = await lackingIn(store)
  // What is looked at below is what this Parley has made of it.
  if (newest !== null && lacking.length > 0) return older(store, config, { backup, words: olderWords(newest) }, say)
  const file = await proved('database', 'The file', () => store.doctor.integrity())
  const integrity = file.found
  const unfinished = await proved('import', 'What has come by half', () => store.doctor.unfinished())
  const coming = unfinished.found.filter(({ format }) => format === 'parley').map(({ site }) => site)
  const counts = await proved('counts', 'The counts', async () =>
    store.doctor.elsewhere(await store.doctor.discrepancies(), coming),
  )
  const texts = await proved('database', 'The texts', () => store.doctor.brokenTexts())
  const discrepancies = counts.found
  const findings = [
    ...file.faults,
    ...integrity.filter(line => line !== 'ok').map(ruined),
    ...(await schema(store)),
    ...texts.faults,
    ...texts.found.map(each => broken('database', halfALetter(each))),
    ...counts.faults,
    ...discrepancies
      .slice(0, 20)
      .map(row => broken('counts', `${row.what} of ${row.id}: kept ${row.kept}, true ${row.true}`)),
    ...(discrepancies.length > 20 ? [broken('counts', `and ${discrepancies.length - 20} more`)] : []),
    ...(discrepancies.length > 0 ? [broken('counts', countedAnew())] : []),
    ...(await looked('log', 'The logs', () => logs(store, coming))),
    ...unfinished.found.map(halfWay),
    ...(await looked('origin', 'The origins', () => origins(store, config))),
    ...adviceOn(config).map(words => unwise('proxies', words)),
    ...(await looked('clock', 'The clock', () => clock(store))),
    ...(await disk(config)),
    ...(backup === undefined ? [] : await backups(backup)),
    ...(await looked('outbox', 'The outbox', () => outbox(store, config))),
    ...(mail === undefined ? [] : await testMail(config, mail)),
  ]
  const [isMailSet, mailWords] = mailOf(config)
  say(
    [
      ...findings.map(lineOf),
      ...(mail === undefined
        ? [mailWords]
        : findings.some(({ check }) => check === 'mail')
          ? []
          : [`A mail is on its way to ${mail}.`]),
      ...(backup === undefined ? ['“doctor --backup FOLDER” tells how old the newest backup is.'] : []),
      sumOf(findings),
    ],
    { ok: isSound(findings), integrity, discrepancies, advice: adviceOn(config), isMailSet, findings },
  )
  if (!isSound(findings)) process.exitCode = EXIT.found
}

const isSound = (findings: readonly Finding[]) => !findings.some(({ isBroken }) => isBroken)

/** What can be said of a database that waits for an upgrade: the file, the settings and the disk. */
async function older(
  store: Store,
  config: Config,
  { backup, words }: { backup: string | undefined; words: string },
  say: Say,
): Promise<void> {
  const file = await proved('database', 'The file', () => store.doctor.integrity())
  const findings = [
    broken('schema', words.replaceAll('\n', ' ')),
    ...file.faults,
    ...file.found.filter(line => line !== 'ok').map(ruined),
    ...adviceOn(config).map(advice => unwise('proxies', advice)),
    ...(await disk(config)),
    ...(backup === undefined ? [] : await backups(backup)),
  ]
  const rest = 'Counts, logs, origins and mail are looked at once it is up to date.'
  say([...findings.map(lineOf), rest, sumOf(findings)], {
    ...{ ok: false, integrity: file.found, discrepancies: [], advice: adviceOn(config) },
    ...{ isMailSet: mailOf(config)[0], findings },
  })
  process.exitCode = EXIT.found
}

const ruined = (line: string) =>
  broken('database', `${line}. Stop Parley, and restore the last backup: ${parley()} restore FILE`)

/** A finding on its line, with a sign by which it is told from what is only said. */
const lineOf = ({ isBroken, words }: Finding): string => `${isBroken ? '✗ broken' : '! unwise'}: ${words}`

/** What it comes to. */
function sumOf(findings: readonly Finding[]): string {
  const ill = findings.filter(({ isBroken }) => isBroken).length
  const unwell = findings.length - ill
  if (findings.length === 0) return 'Everything adds up.'
  if (ill === 0) return `Nothing is broken; ${counted(unwell, 'thing is', 'things are')} unwise: the lines with “!”.`
  const rest = unwell === 0 ? '' : `, and ${unwell} unwise`
  return `${counted(ill, 'thing is', 'things are')} broken${rest}: begin with the first “✗”.`
}

/** What a look at the database finds; a table that is missing or cannot be read is a finding as well. */
async function proved<T>(check: Finding['check'], what: string, look: () => Promise<T[]>) {
  try {
    return { found: await look(), faults: [] }
  } catch (error) {
    if (error instanceof Problem && error.code === 'busy') throw error
    const { cause, message } = error as Error
    const why = cause instanceof Error ? cause.message : message
    return { found: [], faults: [broken(check, `${what} cannot be looked at: ${why}.`)] }
  }
}

async function looked(check: Finding['check'], what: string, look: () => Promise<Finding[]>): Promise<Finding[]> {
  const { found, faults } = await proved(check, what, look)
  return [...faults, ...found]
}

/** The longest text that is mended by a command which can be copied, in bytes as hex. */
const MENDED = 2_000

/** What is wrong with a text that is none, and the statement that mends it. */
function halfALetter({ table, column, bytes }: BrokenText): string {
  const whole = bytes.replace(/((?:..)*?)ED[AB]...(?=(?:..)*$)/g, '$1EFBFBD')
  const mend =
    bytes.length > MENDED
      ? `Stop it, and restore the last backup from before: ${parley()} restore FILE`
      : `Stop it, and mend that with SQLite’s own shell: UPDATE "${table}" SET "${column}" = CAST(X'${whole}' AS TEXT) WHERE CAST("${column}" AS BLOB) = X'${bytes}'`
  return `${table}.${column} holds half a letter, on which Parley may end when it reads it. ${mend}`
}

const countedAnew = () =>
  `What comes into a new database is counted anew: ${parley()} export --all > all.jsonl, then PARLEY_DATABASE_URL=file:data/anew.db ${parley()} import parley all.jsonl`

/** Whether the database is made as the migrations make one. */
async function schema(store: Store): Promise<Finding[]> {
  const drifts = await driftOf(store)
  const named = (how: Drift['how']) => drifts.filter(each => each.how === how).map(({ what }) => what)
  const [lacking, others, more] = [named('lacks'), named('otherwise'), named('more')]
  return [
    ...(lacking.length > 0
      ? [broken('schema', `The database lacks ${few(lacking)}, which the migrations make. ${RESTORE}`)]
      : []),
    ...(others.length > 0
      ? [broken('schema', `The database has ${few(others)} otherwise than the migrations make it. ${RESTORE}`)]
      : []),
    ...(more.length > 0
      ? [unwise('schema', `Somebody has put ${few(more)} on tables of Parley’s; an upgrade may fail on it. Drop it.`)]
      : []),
  ]
}

const RESTORE =
  'Somebody has changed it by hand: restore the last backup, or export it and import that into a new database.'

const few = (names: readonly string[]): string =>
  names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '')

/** Whether there is a backup where they are said to be, and how old the newest is. */
async function backups(place: string): Promise<Finding[]> {
  const folder = resolve(place)
  const newest = await newestBackup(folder)
  const make = `${parley()} backup ${place} --keep 14`
  if (!(await isThere(folder))) {
    const words = `There is no folder ${place} for backups yet. Make it: ${makingFolder(place)}; then a backup: ${make}`
    return [unwise('backup', words)]
  }
  if (newest === null) {
    return [
      unwise(
        'backup',
        `There is no backup at ${place} yet; a timer brings the first one in its night, or now: ${make}`,
      ),
    ]
  }
  const days = Math.floor((Date.now() - newest.at) / DAY)
  if (days < OLD_DAYS) return []
  return [
    unwise(
      'backup',
      `The newest backup, ${newest.file}, is ${days} days old. Make one: ${make}, and let a timer do it.`,
    ),
  ]
}

/** What an import that has not come to its end leaves is no damage. */
function halfWay({ site, format }: { site: string; format: string }): Finding {
  const command = format === 'parley' ? 'import parley FILE' : `import ${format} FILE --site ${site}`
  const what =
    format === 'parley'
      ? `${site} takes pages from nowhere: it has come from an archive by half, and its counts and its log are looked at once all of it is here`
      : `An import from ${format} into ${site} has not come to its end; what it has brought is whole`
  return unwise('import', `${what}. Unless it is under way, the same again goes on with it: ${parley()} ${command}`)
}

async function logs(store: Store, coming: readonly string[]): Promise<Finding[]> {
  const found = []
  for (const { id } of await store.sites.list()) {
    if (coming.includes(id)) continue
    const { fault } = await verifyLog(store, id, null)
    if (fault) {
      const words = `The log of ${id} does not fit at decision ${fault.seq}; ${parley()} log verify --site ${id} says more.`
      found.push(broken('log', words))
    }
  }
  return found
}

async function origins(store: Store, { isLocal, origin }: Config): Promise<Finding[]> {
  const found = []
  for (const { id, origins: pages, settings } of await store.sites.list()) {
    for (const alias of strangeAliases(pagesOf({ origins: pages, settings })))
      found.push(unwise('origin', aliasAdvice(id, alias)))
    const others = pages.filter(each => each !== LOOPBACK && !isLoopbackHost(hostOf(each)))
    if (isLocal && others.length > 0) {
      const words = `${id} takes pages from ${others[0]}, but readers cannot reach ${origin}. Set PARLEY_ORIGIN to the public https address.`
      found.push(unwise('origin', words))
    }
    const plain = others.find(each => each.startsWith('http:'))
    if (plain)
      found.push(
        unwise('origin', `${id} takes pages from ${plain}, which anybody on the way can change: use https there.`),
      )
  }
  return found
}

const hostOf = (origin: string): string => (readOrigin(origin) ? new URL(origin).hostname : '')

async function clock(store: Store): Promise<Finding[]> {
  const newest = await store.doctor.newest()
  if (newest <= Date.now() + AHEAD) return []
  const words = `The clock of this machine says ${new Date().toISOString()}, but something was written at ${new Date(newest).toISOString()}. Set it, and let NTP keep it.`
  return [unwise('clock', words)]
}

async function disk({ databaseUrl }: Config): Promise<Finding[]> {
  const path = pathOf(databaseUrl)
  if (path === null) return []
  const found = []
  for (const file of [path, `${path}-wal`, `${path}-shm`, `${path}.secret`]) {
    const there = await stat(file).catch(() => null)
    if (there && process.platform !== 'win32' && (there.mode & 0o077) !== 0) {
      found.push(unwise('modes', `Others on this machine may read ${file}: chmod 600 ${file}`))
    }
  }
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.before-`)) continue
    const days = Math.floor((Date.now() - (await stat(join(dirname(path), name))).mtimeMs) / DAY)
    if (days <= COPY_DAYS) continue
    const words = `${join(dirname(path), name)} is ${days} days old, and holds what was erased since. Remove it when you no longer need it.`
    found.push(unwise('backup', words))
  }
  const [size, { bavail, bsize }] = [(await stat(path)).size, await statfs(dirname(path))]
  if (bavail * bsize < size + FREE) {
    const words = `Only ${Math.round((bavail * bsize) / 1e6)} MB are free beside the database, which has ${Math.round(size / 1e6)} MB: make room, or writing ends when it is full.`
    found.push(unwise('disk', words))
  }
  return found
}

/** So long may a letter wait that could go, in ms, and so long ago something may have been given up to be told. */
const STUCK = 3_600_000
const LATELY = 7 * DAY

/** Whether mail is stuck, or was given up lately. */
async function outbox(store: Store, config: Config): Promise<Finding[]> {
  const found = []
  const now = Date.now()
  const { failed_at, sent_at, error, rests_until } = await store.mailState.server()
  const isDown = rests_until > 0 && failed_at !== null && failed_at > (sent_at ?? 0)
  for (const { id } of await store.sites.list()) {
    const { waiting, due_since } = await store.outboxDesk.counts(id)
    const [dead] = await store.outboxDesk.dead(id)
    const list = `${parley()} outbox list --site ${id}`
    const hours = due_since === null ? 0 : Math.floor((now - due_since) / STUCK)
    if (hours >= 1) {
      const cause =
        config.smtp || config.mailApi ? 'Does Parley run, and its chores?' : 'No mail server is set: PARLEY_SMTP_URL.'
      const words = `${counted(waiting, 'letter waits', 'letters wait')} on ${id}, the first since ${counted(hours, 'hour')}. ${cause} ${list}`
      found.push(unwise('outbox', words))
    }
    if (dead?.done_at && dead.done_at > now - LATELY) {
      found.push(unwise('outbox', `Mail of ${id} was given up in the last week. ${list} says which, and why.`))
    }
  }
  if (isDown) {
    const fault = faultOf(error)
    const words = `The mail server takes no mail, last at ${new Date(failed_at).toISOString().slice(0, 16).replace('T', ' ')} UTC: ${fault ? `${FAULT_WORDS[fault.trouble]} (${fault.code})` : 'unknown'}. Mail waits meanwhile; “doctor --mail you@example.org” tries it.`
    found.push(unwise('outbox', words))
  }
  return found
}

const mailOf = ({ smtp, mailApi }: Config): [isSet: boolean, words: string] =>
  smtp || mailApi
    ? [true, 'Mail is set up; “doctor --mail you@example.org” sends one.']
    : [false, 'No mail is sent, which is no fault: neither PARLEY_SMTP_URL nor PARLEY_MAIL_API is set.']

async function testMail(config: Config, to: string): Promise<Finding[]> {
  if (!/^[^\s\p{Cc}@<>"]+@[^\s\p{Cc}@<>"]+$/u.test(to)) throw new Usage('Name an address: --mail you@example.org')
  const send = config.mailApi
    ? apiMail(config.mailApi, outward(config.isLocal, nodeDial()))
    : config.smtp && smtpMail(config.smtp)
  if (!send) return [broken('mail', mailOf(config)[1])]
  const text = `This is a test of Parley at ${config.origin}. If you read it, mail works.`
  try {
    await send({ to, subject: 'Mail from Parley works', text, html: `<p>${text}</p>` })
    return []
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    const words = `The mail was not taken (${code ?? message}). See PARLEY_SMTP_URL or PARLEY_MAIL_API: server, port, user and password, and whether the sender’s address is allowed there.`
    return [broken('mail', words)]
  }
}

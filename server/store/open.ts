import { chmod, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Config, WrongSettings } from '../config.ts'
import { randomToken } from '../people/secrets.ts'
import { lackingIn, migrate } from './migrate.ts'
import { type D1, openD1 } from './open-d1.ts'
import { openFile } from './open-file.ts'
import { openRemote } from './open-remote.ts'
import { isThere, pathOf } from './path.ts'
import { createStore, type Store } from './store.ts'
import { olderWords, WrongSchema } from './version.ts'

/** What becomes of a database that an older Parley has left. */
export type OlderDatabase = 'upgraded' | 'refused' | 'left'

/** How long it takes, in ms, until a database that another process brings up to date has one migration more. */
const MIGRATES = 250

/**
 * Opens the database that the settings name, on Node, and brings it up to date; D1 is migrated by wrangler. A file that is
 * not there is made.
 * @param older what becomes of one that an older Parley has left: it may have a server yet, which could not go on after it
 * @throws WrongSchema for a database from a newer Parley, and for an older one that is refused; Problem `busy`, WrongSettings
 */
export async function openStore(
  config: Pick<Config, 'databaseUrl' | 'databaseToken'>,
  older: OlderDatabase = 'upgraded',
): Promise<Store> {
  const { databaseUrl, databaseToken } = config
  if (databaseUrl.startsWith('d1:')) return openLocalD1(databaseUrl.slice('d1:'.length))
  const path = pathOf(databaseUrl)
  if (path !== null) await ensureFile(path)
  const store = createStore(path === null ? openRemote(databaseUrl, databaseToken) : await openFile(databaseUrl))
  try {
    if (older === 'upgraded' || !(await isOlder(store, older))) await migrate(store)
  } catch (error) {
    await store.close()
    throw error
  }
  return store
}

/**
 * Whether a database that is not new lacks migrations; one that just gets them from another process is waited for.
 * @throws WrongSchema where it lacks them and is to be refused
 */
async function isOlder(store: Store, how: OlderDatabase): Promise<boolean> {
  let { newest, lacking } = await lackingIn(store)
  for (let before = Number.POSITIVE_INFINITY; lacking.length > 0 && newest !== null && lacking.length < before; ) {
    before = lacking.length
    await pause(MIGRATES)
    ;({ newest, lacking } = await lackingIn(store))
  }
  if (newest === null || lacking.length === 0) return false
  if (how === 'refused') throw new WrongSchema(olderWords(newest))
  return true
}

/**
 * The database file, made where there is none, for its owner alone: SQLite would make it as the umask says, and gives the
 * files beside it the mode that it has. One that is there keeps its mode.
 */
async function ensureFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  if (await isThere(path)) return
  // Of two that come at once the second finds it, and takes nothing away.
  const file = await open(path, 'a', 0o600)
  await file.close()
}

/** A D1 database by its binding in wrangler.toml, through wrangler. */
async function openLocalD1(binding: string): Promise<Store> {
  const { getPlatformProxy } = await import('wrangler')
  const proxy = await getPlatformProxy<Record<string, D1>>()
  const d1 = proxy.env[binding]
  if (!d1) {
    await proxy.dispose()
    throw new WrongSettings([`PARLEY_DATABASE_URL=d1:${binding}: wrangler.toml binds no database as ${binding}.`])
  }
  const store = createStore({ ...openD1(d1), close: () => proxy.dispose() })
  await store.version.requireCurrent()
  return store
}

/** The installation's secrets: the one in use, and those before it. */
export type Secrets = Pick<Config, 'secretsBefore'> & { secret: string }

/** How many secrets that were changed are kept. */
const KEPT = 2

/**
 * The installation's secrets: those that are set, else those beside the database file, the newest on the first line. The
 * file is made at the first start with mode 0600. It is never in the database, an export or a backup.
 * @throws WrongSettings where there is no file to put it beside
 */
export async function secretsFor(
  config: Pick<Config, 'databaseUrl' | 'secret'> & Partial<Pick<Config, 'secretsBefore'>>,
): Promise<Secrets> {
  if (config.secret !== undefined) return { secret: config.secret, secretsBefore: config.secretsBefore ?? [] }
  const path = pathOf(config.databaseUrl)
  if (path === null) throw new WrongSettings(['PARLEY_SECRET must be set, because the database is not a file here.'])
  const file = `${path}.secret`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await writeFile(file, `${randomToken()}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  await chmod(file, 0o600)
  const [secret, ...secretsBefore] = (await readFile(file, 'utf8')).split(/\s+/).filter(Boolean)
  if (!secret) throw new WrongSettings([`${file} is empty. Delete it, and the next start makes a new one.`])
  return { secret, secretsBefore }
}

/**
 * Makes a new secret beside the database file and keeps those before it, or forgets them.
 * @returns how many that were in use before still count
 * @throws WrongSettings where the secret is set
 */
export async function changeSecret(
  config: Pick<Config, 'databaseUrl' | 'secret'>,
  how: 'rotate' | 'forget',
): Promise<number> {
  if (config.secret !== undefined) {
    throw new WrongSettings([
      'PARLEY_SECRET is set, so it is changed where it is set: give it a new value, and the old one to PARLEY_SECRET_BEFORE.',
    ])
  }
  const { secret, secretsBefore } = await secretsFor(config)
  const secrets = how === 'forget' ? [secret] : [randomToken(), secret, ...secretsBefore].slice(0, 1 + KEPT)
  // Whoever starts at this moment finds the one file or the other, whole.
  const file = `${pathOf(config.databaseUrl)}.secret`
  await writeFile(`${file}.new`, `${secrets.join('\n')}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return secrets.length - 1
}

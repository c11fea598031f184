import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Config, WrongSettings } from '../config.ts'
import { randomToken } from '../people/secrets.ts'
import { migrate } from './migrate.ts'
import { type D1, openD1 } from './open-d1.ts'
import { openFile } from './open-file.ts'
import { openRemote } from './open-remote.ts'
import { pathOf } from './path.ts'
import { createStore, type Store } from './store.ts'

/**
 * Opens the database that the settings name, on Node, and brings it up to date; D1 is migrated by wrangler.
 * @throws WrongSchema for a database from a newer Parley, Problem `busy`, WrongSettings
 */
export async function openStore(config: Pick<Config, 'databaseUrl' | 'databaseToken'>): Promise<Store> {
  const { databaseUrl, databaseToken } = config
  if (databaseUrl.startsWith('d1:')) return openLocalD1(databaseUrl.slice('d1:'.length))
  const path = pathOf(databaseUrl)
  if (path !== null) await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const store = createStore(path === null ? openRemote(databaseUrl, databaseToken) : await openFile(databaseUrl))
  try {
    await migrate(store)
  } catch (error) {
    await store.close()
    throw error
  }
  return store
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

/**
 * The installation's secret: the one that is set, else the one beside the database file, made at the first start with
 * mode 0600. It is never in the database, an export or a backup.
 * @throws WrongSettings where there is no file to put it beside
 */
export async function secretFor(config: Pick<Config, 'databaseUrl' | 'secret'>): Promise<string> {
  if (config.secret !== undefined) return config.secret
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
  return (await readFile(file, 'utf8')).trim()
}

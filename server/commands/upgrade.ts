import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parley } from '../called.ts'
import type { Config } from '../config.ts'
import type { Deps } from '../deps.ts'
import { backUp } from '../store/backup.ts'
import { lackingIn, migrate } from '../store/migrate.ts'
import { hasDatabase, pathOf } from '../store/path.ts'
import { openAsItIs, type Plan, planUpgrade, roomOf } from '../store/upgrade.ts'
import { NEWEST_MIGRATION, WrongSchema } from '../store/version.ts'
import { type Command, counted, type Say, sized, Usage } from './command.ts'

/** `parley upgrade`: says what will be done to the database, copies it, and does it. */
export async function upgrade(
  config: Pick<Config, 'databaseUrl' | 'databaseToken'>,
  { 'dry-run': isDryRun = false, backup: wanted }: Command['flags'],
  say: Say,
): Promise<void> {
  const { databaseUrl } = config
  if (databaseUrl.startsWith('d1:')) {
    throw new Usage('D1 is brought up to date by wrangler: npx wrangler d1 migrations apply DB --remote')
  }
  const store = await openAsItIs(config)
  try {
    const plan = await planUpgrade(store, databaseUrl)
    if (plan.steps.length === 0) {
      return say(`The database is up to date: ${NEWEST_MIGRATION} is the newest there is.`, {
        ...plan,
        isDryRun,
        done: [],
      })
    }
    const copy = await copyTo(databaseUrl, plan, wanted)
    const lines = planLines(plan, copy)
    if (isDryRun)
      return say(['Nothing was changed. This is what would be done:', ...lines], {
        ...plan,
        isDryRun,
        backup: copy,
        done: [],
      })
    if (copy !== null && plan.free !== null && plan.free < plan.size! * 2) {
      throw new WrongSchema(
        `There is too little room beside the database: ${sized(plan.free)} are free, and ${sized(plan.size! * 2)} are needed ` +
          'for the copy and for what is made anew. Nothing was changed. Make room, or name a file on another disk: --backup FILE',
      )
    }
    const made = copy === null ? null : await backUp(databaseUrl, copy)
    const done = await migrate(store)
    say(
      [
        ...lines,
        ...(made ? [`Copied to ${copy} (${sized(made.bytes)}, proved).`] : []),
        `Done: ${counted(done.length, 'migration')}. Start the new Parley; ${back(made ? copy : null)}`,
      ],
      { ...plan, isDryRun, backup: copy, done },
    )
  } finally {
    await store.close()
  }
}

/** How one comes back from an upgrade. */
const back = (copy: string | null): string =>
  copy === null
    ? 'to go back, stop it, restore the database as its host does, and start the old one.'
    : `to go back, stop it, ${parley()} restore ${copy}, and start the old one.`

/** The largest database of which a start makes a copy, in bytes: a larger one would keep readers waiting. */
const COPIED = 1_000_000_000

/**
 * Brings an older database up to date at a start, with a copy beside it where it is small and there is room, and tells the log.
 * What is new, or of a newer Parley, is left to whoever opens it.
 * @param log takes the line `upgraded`: from which migration, what was applied, and the copy or why there is none
 */
export async function upgradeAtStart(
  config: Pick<Config, 'databaseUrl' | 'databaseToken'>,
  log: Deps['log'],
): Promise<void> {
  const { databaseUrl } = config
  if (databaseUrl.startsWith('d1:') || !(await hasDatabase(databaseUrl))) return
  const store = await openAsItIs(config)
  try {
    const { newest: from, lacking } = await lackingIn(store)
    if (from === null || lacking.length === 0) return
    const { size, free } = await roomOf(store, databaseUrl)
    let why = size === null ? 'It is kept elsewhere.' : ''
    if (size !== null && size > COPIED) why = `It has more than ${sized(COPIED)}.`
    else if (size !== null && free !== null && free < size * 2) why = `Only ${sized(free)} are free.`
    const place = why === '' ? await copyTo(databaseUrl, { from }, undefined) : null
    if (place !== null) {
      await backUp(databaseUrl, place).catch(error => {
        why = error.message
      })
    }
    const applied = await migrate(store)
    // Of two that start at once the other may have done it.
    if (applied.length > 0)
      log({ event: 'upgraded', from, applied, ...(why === '' ? { copy: place } : { copy: null, why }) })
  } finally {
    await store.close()
  }
}

/** Where the copy goes that is made before; null where none can be made here. */
async function copyTo(
  databaseUrl: string,
  { from }: Pick<Plan, 'from'>,
  wanted: string | undefined,
): Promise<string | null> {
  const path = pathOf(databaseUrl)
  if (path === null) return null
  if (wanted !== undefined) return resolve(wanted)
  const name = `${resolve(path)}.before-${(from ?? 'empty').slice(0, 4)}`
  const taken = await stat(name).catch(() => null)
  return taken ? `${name}-${Date.now()}` : name
}

function planLines({ from, steps, size, free }: Plan, copy: string | null): string[] {
  const room = size === null || free === null ? '' : ` (${sized(size)}; ${sized(free)} are free)`
  return [
    copy === null
      ? 'No copy is made: this database is kept elsewhere, and its host has backups of its own.'
      : `1. Copy the database${room} to ${copy}.`,
    ...steps.map(({ name, makes, touches, about }, at) => {
      const told = [
        ...(makes.length > 0 ? [`makes ${makes.join(', ')}`] : []),
        ...(touches.length > 0
          ? [`touches ${touches.map(({ table, rows }) => `${table} (${counted(rows, 'row')})`).join(', ')}`]
          : []),
      ]
      const time = about < 1000 ? 'under a second' : `about ${Math.ceil(about / 1000)} s`
      return `${at + (copy === null ? 1 : 2)}. ${name}: ${told.join('; ') || 'changes nothing that is there'}; ${time}.`
    }),
    `The database has ${from ?? 'nothing'}; stop Parley first, because an older one cannot serve what comes after.`,
  ]
}

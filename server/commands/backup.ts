import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parley } from '../called.ts'
import type { Config } from '../config.ts'
import { type Backup, backUp } from '../store/backup.ts'
import { backupName, rotate } from '../store/backup-folder.ts'
import { isThere, pathOf } from '../store/path.ts'
import { restore } from '../store/restore.ts'
import { type Command, counted, type Say, sized, Usage } from './command.ts'

/** `parley backup`: copies the database file, whether or not a server has it open; in a folder old copies can go. */
export async function backup(
  config: Pick<Config, 'databaseUrl'>,
  file: string | undefined,
  { keep }: Command['flags'],
  say: Say,
): Promise<void> {
  if (!file) throw new Usage(`Name the file to write, or a folder: ${parley()} backup FILE|FOLDER [--keep N]`)
  const place = resolve(file)
  const isFolder = (await stat(place).catch(() => null))?.isDirectory() ?? false
  if (keep !== undefined) {
    if (!isFolder && (await isThere(place)))
      throw new Usage(`${place} is no folder. --keep is for a folder of backups.`)
    if (!isFolder) throw new Usage(`There is no folder ${place}. Make it first: ${makingFolder(place)}`)
    if (!/^[1-9]\d{0,4}$/.test(keep)) throw new Usage('--keep takes how many backups stay, a number from 1 on.')
  }
  const path = isFolder ? join(place, backupName(new Date())) : place
  const begun = performance.now()
  const made = await backUp(config.databaseUrl, path)
  const ms = Math.round(performance.now() - begun)
  const removed = keep === undefined ? [] : await rotate(place, Number(keep))
  say(
    [
      `${path}: ${sized(made.bytes)}, written and proved in ${(ms / 1000).toFixed(1)} s.`,
      `  ${countsOf(made)}; migrations up to ${made.migration}`,
      ...removed.map(name => `  Removed ${name}: the newest ${keep} stay.`),
      '  The secret is not in it; keep that elsewhere, too: with another one, the keys of a site’s own login are others.',
    ],
    { file: path, ms, removed, ...made },
  )
}

/** `parley restore`: puts a backup in the place of the database, which stays beside it. */
export async function restoreBackup(
  config: Pick<Config, 'databaseUrl' | 'secret'>,
  file: string | undefined,
  { as }: Command['flags'],
  say: Say,
): Promise<void> {
  if (!file) throw new Usage(`Name the backup: ${parley()} restore FILE [--as DATABASE]`)
  if (!(await isThere(file))) throw new Usage(`There is no backup ${resolve(file)}.`)
  const place = as ?? pathOf(config.databaseUrl)
  if (place === null)
    throw new Usage('A backup is restored to a file; this database is kept elsewhere. Name one: --as FILE')
  const path = resolve(place)
  const begun = performance.now()
  const { kept, mails, ...made } = await restore(resolve(file), path, new Date())
  const ms = Math.round(performance.now() - begun)
  const hasSecret = config.secret !== undefined || (await isThere(`${path}.secret`))
  say(
    [
      `${path} is what ${resolve(file)} holds, copied and proved in ${(ms / 1000).toFixed(1)} s.`,
      `  ${countsOf(made)}; migrations up to ${made.migration}`,
      ...(mails > 0
        ? [
            `  ${counted(mails, 'mail')} waited there, which most likely went when the backup was made: none goes once more.`,
          ]
        : []),
      ...(kept ? [`  What was there is ${kept}. Remove it when you no longer need it.`] : []),
      hasSecret
        ? '  The secret is the one that is here: no backup has it.'
        : `  There is no secret here, and none in the backup: put the old one into ${path}.secret (mode 0600), or the next start makes another, and the keys of a site’s own login are others.`,
    ],
    { file: path, kept, mails, ms, hasSecret, ...made },
  )
}

/**
 * The command that makes a folder for backups. Where Parley is installed it works as the user of the service, who must be
 * able to write there and may not be able to make it.
 */
export function makingFolder(place: string): string {
  if (parley() !== 'parley' || process.getuid === undefined) return `mkdir -p ${place}`
  return `install -d -m 700 -o ${process.getuid()} ${place} (as root: the service’s user writes there)`
}

const countsOf = (made: Backup): string =>
  (['comment', 'ruling', 'article', 'site'] as const).map(what => counted(made[`${what}s`], what)).join(', ')

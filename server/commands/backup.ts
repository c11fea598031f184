import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { backUp } from '../store/backup.ts'
import { type Say, Usage } from './command.ts'

/** `parley backup`: copies the database file, whether or not a server has it open. */
export async function backup(config: Pick<Config, 'databaseUrl'>, file: string | undefined, say: Say): Promise<void> {
  if (!file) throw new Usage('Name the file to write: npm run parley -- backup FILE')
  const path = resolve(file)
  const begun = performance.now()
  const made = await backUp(config.databaseUrl, path)
  const ms = Math.round(performance.now() - begun)
  const counted = ['comments', 'rulings', 'articles', 'sites'] as const
  say(
    [
      `${path}: ${(made.bytes / 1e6).toFixed(1)} MB, written and proved in ${(ms / 1000).toFixed(1)} s.`,
      `  ${counted.map(what => `${made[what].toLocaleString('en')} ${what}`).join(', ')}; migrations up to ${made.migration}`,
      '  The secret is not in it; keep that elsewhere, too: with another one, the keys of a site’s own login are others.',
    ],
    { file: path, ms, ...made },
  )
}

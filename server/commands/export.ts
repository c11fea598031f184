import { once } from 'node:events'
import packageJson from '../../package.json' with { type: 'json' }
import type { Config } from '../config.ts'
import { type ArchiveEnd, archiveOf } from '../exchange/archive.ts'
import { PUBLISHED_FORMATS, publishedAs } from '../exchange/published.ts'
import { Engine } from '../store/engine.ts'
import { openSnapshot } from '../store/open-snapshot.ts'
import { pathOf } from '../store/path.ts'
import type { Store } from '../store/store.ts'
import { type Command, Usage } from './command.ts'
import { unknownSite } from './sites.ts'

/** `parley export`: a site, or all, on standard output; what it was goes to standard error. */
export async function exportSites(
  config: Pick<Config, 'databaseUrl' | 'origin'>,
  store: Store,
  { site, all = false, format = 'parley' }: Command['flags'],
): Promise<void> {
  if ((site === undefined) === !all) {
    throw new Usage('Say what to export: npm run -s parley -- export --site ID > daily.jsonl, or --all.')
  }
  const known = (await store.sites.list()).map(({ id }) => id)
  if (site !== undefined && !known.includes(site)) throw new Usage(unknownSite(site))
  const published = PUBLISHED_FORMATS.find(each => each === format)
  if (!published && format !== 'parley') {
    throw new Usage(`There is no format “${format}” to export; there are: parley, ${PUBLISHED_FORMATS.join(', ')}.`)
  }
  if (published && site === undefined) throw new Usage(`${format} holds one site: say which, with --site ID.`)
  const snapshot = pathOf(config.databaseUrl) === null ? null : await openSnapshot(config.databaseUrl)
  try {
    const engine = snapshot ? new Engine(snapshot) : store.engine
    if (published) {
      for await (const text of publishedAs(published, engine, { site: site!, origin: config.origin })) await print(text)
      return
    }
    const about = { build: packageJson.version, at: Date.now() }
    const lines = archiveOf(engine, site === undefined ? known : [site], all, about)
    for (;;) {
      const next = await lines.next()
      if (next.done) return tell(next.value)
      await print(next.value)
    }
  } finally {
    await snapshot?.close()
  }
}

function tell({ rows, changed }: ArchiveEnd): void {
  const counts = ['comments', 'articles', 'sites'].map(kind => `${(rows[kind] ?? 0).toLocaleString('en')} ${kind}`)
  console.error(`Exported ${counts.join(', ')}.`)
  if (!changed) return
  console.error(
    'Something was posted or decided meanwhile, and this database cannot be read as of one moment: ' +
      'export it again at a quiet time, or what came last may be there by half.',
  )
}

/** Writes as fast as somebody reads. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

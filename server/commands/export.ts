import { once } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import packageJson from '../../package.json' with { type: 'json' }
import { parley } from '../called.ts'
import type { Config } from '../config.ts'
import { PUBLISHED_FORMATS } from '../contract.ts'
import { type ArchiveEnd, archiveOf } from '../exchange/archive.ts'
import { bytesOf } from '../exchange/downloads.ts'
import { publishedAs } from '../exchange/published.ts'
import type { Store } from '../store/store.ts'
import { type Command, counted, type Say, sized, Usage } from './command.ts'
import { unknownSite } from './sites.ts'
import { writtenFile } from './written-file.ts'

/** `parley export`: a site, or all, in a file or on standard output; what it was goes to standard error. */
export async function exportSites(
  config: Pick<Config, 'origin'>,
  store: Store,
  file: string | undefined,
  { site, all = false, format = 'parley', gzip = file?.endsWith('.gz') ?? false }: Command['flags'],
  say: Say,
): Promise<void> {
  if ((site === undefined) === !all) {
    throw new Usage(`Say what to export, and into which file: ${parley()} export --site ID daily.jsonl, or --all.`)
  }
  const known = (await store.sites.list()).map(({ id }) => id)
  if (site !== undefined && !known.includes(site)) throw new Usage(unknownSite(site))
  const published = PUBLISHED_FORMATS.find(each => each === format)
  if (!published && format !== 'parley') {
    throw new Usage(`There is no format “${format}” to export; there are: parley, ${PUBLISHED_FORMATS.join(', ')}.`)
  }
  if (published && site === undefined) throw new Usage(`${format} holds one site: say which, with --site ID.`)
  const about = { build: packageJson.version, at: Date.now() }
  const asked = { site: site!, origin: config.origin }
  const text = store.engine.asOfOneMoment<string>(engine =>
    published
      ? publishedAs(published, engine, asked)
      : toldOf(archiveOf(engine, site === undefined ? known : [site], all, about)),
  )
  if (file === undefined) {
    for await (const some of bytesOf(text, gzip)) await print(some)
    return
  }
  const { path, bytes } = await writtenFile(file, inTurns(bytesOf(text, gzip)))
  say(`${path}: ${sized(bytes)}, for its owner alone to read.`, { file: path, bytes })
}

/** An archive, and in the end words on what it was. */
async function* toldOf(text: AsyncGenerator<string, ArchiveEnd>): AsyncGenerator<string, void> {
  const { rows, changed } = yield* text
  const counts = ['comment', 'article', 'site'].map(kind => counted(rows[`${kind}s`] ?? 0, kind))
  console.error(`Exported ${counts.join(', ')}.`)
  if (!changed) return
  console.error(
    'Something was posted or decided meanwhile, and this database cannot be read as of one moment: ' +
      'export it again at a quiet time, or what came last may be there by half.',
  )
}

/** What the driver has done with is freed only when the event loop comes round. */
async function* inTurns(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    yield piece
    await turn()
  }
}

/** Writes as fast as somebody reads. What the driver has done with is freed only when the event loop comes round. */
async function print(text: Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  await turn()
}

import { relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Rolldown } from 'vite'

/**
 * What readers, moderators and owners may be asked to download, in bytes of brotli. `desk` is what opens with the queue;
 * `office` is a page of the desk that is fetched when it is opened, such as the owners'; `locale` what a thread says to those who
 * read it in another language, and `pieces` what all that comes later says there. What the desk says in another language comes
 * in pieces, with the queue or with later pages, each no heavier than such a page.
 */
export const CEILINGS = { locale: 3_072, pieces: 8_192, embed: 12_288, extra: 6_144, desk: 61_440, office: 12_288 }

/** Which of them holds for each part of a language. */
const OF_PART: Record<string, number> = {
  thread: CEILINGS.locale,
  pieces: CEILINGS.pieces,
  desk: CEILINGS.office,
  office: CEILINGS.office,
  machines: CEILINGS.office,
}

export interface Size {
  raw: number
  gzip: number
  brotli: number
}

/** What `dist/sizes.json` holds: the reader's first load, each lazy extra by name, the desk, and its lazy pages by name. */
export interface Sizes {
  embed: Size
  extras: Record<string, Size>
  locales: Record<string, Size>
  desk: Size
  offices: Record<string, Size>
}

export type Output = Rolldown.OutputChunk | Pick<Rolldown.OutputAsset, 'type' | 'fileName' | 'source'>

/** What a file is made of. */
export const contentOf = (file: Output) => Buffer.from(file.type === 'chunk' ? file.code : file.source)

/** Brotli at its best, which only a build has the time for. */
export const brotli = (bytes: Uint8Array) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } })

export function gzip(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 9 })
}

function sizeOf(files: Output[]): Size {
  const size = { raw: 0, gzip: 0, brotli: 0 }
  for (const bytes of files.map(contentOf)) {
    size.raw += bytes.length
    size.gzip += gzip(bytes).length
    size.brotli += brotli(bytes).length
  }
  return size
}

/** What a build prints of the sizes: each with its largest modules; the sums and what is near its ceiling; or nothing. */
export type Told = 'all' | 'short' | 'nothing'

/** From which share of its ceiling on a download is told where not all are. */
const NEAR = 0.9

/** Weighs a download, refuses to go on above the ceiling, and prints it where that is asked. */
function weigh(name: string, files: Output[], ceiling: number, told: Told): Size {
  const size = sizeOf(files)
  const figure = (n: number) => n.toLocaleString('en').padStart(8)
  const share = `${Math.round((100 * size.brotli) / ceiling)} % of ${ceiling.toLocaleString('en')}`
  if (told === 'all' || (told === 'short' && size.brotli > NEAR * ceiling))
    console.error(
      `${name.padEnd(14)}${figure(size.raw)} raw${figure(size.gzip)} gzip${figure(size.brotli)} brotli  ${share}`,
    )
  const modules = files
    .flatMap(file => (file.type === 'chunk' ? Object.entries(file.modules) : []))
    .map(([id, module]) => ({
      id: relative(process.cwd(), id.replace(/^\0|\?.*$/g, '')),
      length: module.renderedLength,
    }))
    .sort((a, b) => b.length - a.length)
  const all = modules.reduce((sum, { length }) => sum + length, 0)
  for (const { id, length } of told === 'all' ? modules.slice(0, 8) : []) {
    console.error(`${' '.repeat(14)}${String(Math.round((100 * length) / all)).padStart(6)} %  ${id}`)
  }
  if (size.brotli > ceiling)
    throw new Error(`${name} weighs ${size.brotli} bytes of brotli; its ceiling is ${ceiling}.`)
  return size
}

/** The chunks that come with an entry at once: itself and what it imports statically, from file to file. */
function firstLoad(output: Output[], entry: string): Rolldown.OutputChunk[] {
  const chunks = new Map(output.flatMap(file => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])))
  const names = new Set([entry])
  for (const name of names) for (const next of chunks.get(name)?.imports ?? []) names.add(next)
  return [...names].map(name => chunks.get(name)!)
}

/** Weighs every download there is, and prints it where that is asked. */
export function weighAll(embed: Output[], locales: Output[], desk: Output[], told: Told): Sizes {
  const first = firstLoad(embed, 'embed.js')
  const sizes: Sizes = {
    embed: weigh('embed', first, CEILINGS.embed, told),
    extras: {},
    locales: {},
    desk: sizeOf([]),
    offices: {},
  }
  for (const file of embed) {
    if (file.type !== 'chunk' || first.includes(file)) continue
    sizes.extras[file.name] = weigh(`extra ${file.name}`, [file], CEILINGS.extra, told)
  }
  for (const file of locales) {
    const [name] = /\w+-\w+/.exec(file.fileName.replace('assets/', ''))!
    const ceiling = OF_PART[name.split('-')[1]!]!
    sizes.locales[name] = weigh(`locale ${name}`, [file], ceiling, told)
  }
  const opening = firstLoad(desk, desk.find(file => file.type === 'chunk' && file.isEntry)!.fileName)
  const lazy = desk.filter(file => file.type === 'chunk' && !opening.includes(file)) as Rolldown.OutputChunk[]
  const styles = (chunk: Rolldown.OutputChunk) =>
    desk.filter(({ fileName }) => chunk.viteMetadata?.importedCss.has(fileName))
  const ofOffices = new Set<Output>(lazy.flatMap(chunk => [chunk, ...styles(chunk)]))
  for (const chunk of lazy)
    sizes.offices[chunk.name] = weigh(`office ${chunk.name}`, [chunk, ...styles(chunk)], CEILINGS.office, told)
  sizes.desk = weigh(
    'desk',
    desk.filter(file => !ofOffices.has(file)),
    CEILINGS.desk,
    told,
  )
  if (told === 'short') console.error(sumOf(sizes))
  return sizes
}

/** Everything there is, in bytes of brotli, on one line. */
function sumOf({ embed, extras, locales, desk, offices }: Sizes): string {
  const all = (what: string, sizes: Record<string, Size>) => {
    const sum = Object.values(sizes).reduce((bytes, { brotli: more }) => bytes + more, 0)
    return `${Object.keys(sizes).length} ${what} ${sum.toLocaleString('en')}`
  }
  const [first, queue] = [embed, desk].map(({ brotli: bytes }) => bytes.toLocaleString('en'))
  const lazy = [all('extras', extras), all('pieces of languages', locales), all('pages of the desk', offices)]
  return `Bytes of brotli: embed ${first}, desk ${queue}, ${lazy.join(', ')}; above is what is near its ceiling, with --sizes all`
}

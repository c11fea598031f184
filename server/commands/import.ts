import { parley } from '../called.ts'
import type { Config } from '../config.ts'
import { type ImportPlan, planImport } from '../exchange/dry-run.ts'
import type { ForeignFormat } from '../exchange/foreign.ts'
import { FORMATS, formatNamed } from '../exchange/formats.ts'
import { type ImportProgress, importFile } from '../exchange/import.ts'
import type { ImportReport, Told } from '../exchange/import-report.ts'
import { siteSettings } from '../sites/settings.ts'
import type { SiteRow } from '../store/sites.ts'
import type { Store } from '../store/store.ts'
import { type Command, counted, Failed, type Say, shown, Usage } from './command.ts'
import { fileAt } from './given-file.ts'
import { FORMAT_LINES } from './manual.ts'
import { onTerminal } from './on-terminal.ts'
import { unknownSite } from './sites.ts'

/** Articles and addresses that a dry run tells of on a terminal; `--json` has all. */
const SHOWN = 30
/** Hosts that are told with the command that adds them. */
const ORIGINS = 5
/** Bytes read at once. */
const CHUNK = 65_536

/** `parley import`: shows what would land where, or brings the comments in, with its progress on standard error. */
export async function importComments(
  store: Store,
  config: Pick<Config, 'origin' | 'isLocal' | 'limits'> & { secret: string },
  words: string[],
  flags: Command['flags'],
  say: Say,
): Promise<void> {
  const [name, path] = words
  const format = name === undefined ? undefined : formatNamed(name)
  if (!format || path === undefined) throw new Usage(`${name && !format ? `“${name}” is no format. ` : ''}${howTo()}`)
  if (flags.site === undefined) throw new Usage('Name the site: --site ID')
  const site = await store.sites.find(flags.site)
  if (!site) throw new Usage(unknownSite(flags.site))
  const file = await fileAt(path, CHUNK)
  const told = progressOf(file.size)
  let came = 0
  try {
    if (flags['dry-run']) {
      const plan = await planImport({ store, clock: Date.now }, site, format, file, { onProgress: told })
      told(null)
      return say(planLines(plan, format, site), { ...plan, isDryRun: true })
    }
    const deps = { store, config, clock: Date.now }
    const onProgress = (progress: ImportProgress) => {
      came = progress.imported
      told(progress)
    }
    const report = await importFile(deps, site, format, file, { onProgress })
    told(null)
    say(reportLines(report), { ...report, isDryRun: false })
  } catch (error) {
    told(null)
    if (!(error instanceof Error) || error.constructor !== Error) throw error
    const after = came > 0 ? `\n${many(came)} came before that; a whole file goes on with the rest.` : ''
    throw new Failed(`${path}: ${error.message}${after}`)
  }
}

/** `parley import` alone: the formats, and how each is exported there. */
export function tellFormats(say: Say): void {
  say(howTo().split('\n'), { formats: FORMATS.map(({ name, title, howTo: how }) => ({ name, title, howTo: how })) })
}

const howTo = () =>
  [`Name the format and the file: ${parley()} import FORMAT FILE --site ID [--dry-run]`, ...FORMAT_LINES].join('\n')

/** How far it is, on one line of a terminal; elsewhere nothing is said until the end. */
function progressOf(size: number | null): (progress: ImportProgress | null) => void {
  const begin = Date.now()
  let last = 0
  return progress => {
    if (!onTerminal()) return
    if (progress === null) return void process.stderr.write('\r\u001b[K')
    const now = Date.now()
    if (now - last < 200) return
    last = now
    const seconds = Math.max(0.1, (now - begin) / 1000)
    const rate = Math.round(progress.comments / seconds)
    const left = size && progress.read > 0 ? (seconds * (size - progress.read)) / progress.read : null
    const share = size ? `${Math.floor((100 * progress.read) / size)} %, ` : ''
    const parts = [`${share}${many(progress.comments)}`, `${rate.toLocaleString('en')} a second`]
    if (left !== null) parts.push(`${left < 90 ? `${Math.ceil(left)} s` : `${Math.ceil(left / 60)} min`} left`)
    process.stderr.write(`\r${parts.join(', ')}\u001b[K`)
  }
}

const many = (n: number) => counted(n, 'comment')

function planLines(plan: ImportPlan, { title }: ForeignFormat, site: SiteRow): string[] {
  const comes = plan.pages.reduce((sum, { comments }) => sum + comments, 0)
  return [
    `${title}: ${many(plan.comments)} in the file. ${many(comes)} would come under ${counted(plan.pages.length + plan.morePages, 'article')}; ${counted(plan.merged, 'has', 'have')} come before. Nothing was written.`,
    ...plan.pages
      .slice(0, SHOWN)
      .flatMap(({ key, comments, statuses, addresses, here }) => [
        `  ${key}  ${many(comments)}${statusesOf(statuses)}, ${here ? `an article with ${many(here.count)} here` : 'a new article'}`,
        ...(addresses.length > 1 ? addresses.map(address => `      from ${address}`) : []),
      ]),
    ...(plan.pages.length > SHOWN ? [`  and ${plan.pages.length - SHOWN} more; --json has all`] : []),
    ...(plan.refused.length > 0
      ? ['These addresses have no place on the site, and their comments would be left out:']
      : []),
    ...plan.refused
      .slice(0, SHOWN)
      .map(({ address, reason, comments }) => shown(`  ${address || '(none)'}  ${many(comments)}: ${reason}`)),
    ...originLines(plan, site),
    ...toldLines('Left out', plan.skipped),
    ...toldLines('Would come, but not quite as there', plan.changed),
  ]
}

/** The hosts that the site lacks, those with the most comments first, each with the commands that add it: as an edition, or as another name. */
function originLines({ refused }: ImportPlan, { id, settings }: SiteRow): string[] {
  const origins = new Map<string, number>()
  for (const { address, comments } of refused) {
    const text = address.startsWith('//') ? `https:${address}` : address
    if (!/^https?:/i.test(text) || !URL.canParse(text)) continue
    const { origin } = new URL(text)
    origins.set(origin, (origins.get(origin) ?? 0) + comments)
  }
  const most = [...origins].sort((one, other) => other[1] - one[1]).slice(0, ORIGINS)
  const set = `${parley()} site set ${id} --origin`
  const named = siteSettings(settings).aliases
  return most.flatMap(([origin, n]) => {
    const aliases = [...named, new URL(origin).hostname].join(',')
    return [
      shown(`If ${origin} is this site’s, too (${many(n)}): ${set} ${origin}`),
      shown(
        `  and if it has the same pages as ${id}, in one thread each: ${set} ${origin} --setting aliases=${aliases}`,
      ),
    ]
  })
}

const statusesOf = (statuses: Record<string, number>) => {
  const others = Object.entries(statuses).filter(([status]) => status !== 'published')
  return others.length > 0 ? ` (${others.map(([status, n]) => `${n} ${status}`).join(', ')})` : ''
}

function reportLines({ imported, statuses, merged, skipped, changed }: ImportReport): string[] {
  const out = skipped.reduce((sum, { count }) => sum + count, 0)
  return [
    `${many(imported)} came in${statusesOf(statuses)}; ${merged.toLocaleString('en')} had come before; ${counted(out, 'was', 'were')} left out.`,
    ...toldLines('Left out', skipped),
    ...toldLines('Not quite as there', changed),
  ]
}

const toldLines = (what: string, told: readonly Told[]) =>
  told.map(({ reason, count, such }) =>
    shown(
      `${what}, ${count.toLocaleString('en')}: ${reason}${such.length > 0 ? ` (${such.join(', ')}${count > such.length ? ', …' : ''})` : ''}`,
    ),
  )

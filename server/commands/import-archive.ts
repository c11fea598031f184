import { parley } from '../called.ts'
import { type ArchivePlan, importArchive, type Progress, planArchive } from '../exchange/archive-import.ts'
import type { Store } from '../store/store.ts'
import { type Command, counted, type Say, Usage } from './command.ts'
import { fileAt } from './given-file.ts'
import { onTerminal } from './on-terminal.ts'

/** Bytes read at once. */
const CHUNK = 262_144

/** `parley import parley FILE`: proves an archive, says what it would do, and does it unless that is all that was asked. */
export async function importParley(
  store: Store,
  path: string | undefined,
  { site = null, 'dry-run': isDry = false }: { site?: string | null } & Pick<Command['flags'], 'dry-run'>,
  say: Say,
): Promise<void> {
  if (!path) throw new Usage(`Name the archive: ${parley()} import parley FILE [--site ID] [--dry-run]`)
  const file = await fileAt(path, CHUNK)
  const plan = await planArchive(store.engine, file, site, progressOf('read', file.size))
  const facts = { sites: plan.sites, demos: plan.demos, at: plan.head.at, collisions: plan.collisions }
  if (plan.collisions.length > 0) {
    say(refusal(plan), { ok: false, isDone: false, ...facts })
    process.exitCode = 1
    return
  }
  if (isDry) {
    say([...linesOf(plan, 'would come'), 'Nothing was changed.'], { ok: true, isDone: false, ...facts })
    return
  }
  const begun = performance.now()
  const { rows, renamed } = await importArchive(store.engine, file, plan, progressOf('written', file.size))
  const sums = { added: 0, known: 0, astray: 0 }
  for (const each of Object.values(rows)) {
    sums.added += each.added
    sums.known += each.known
    sums.astray += each.astray
  }
  const lines = [
    ...linesOf(plan, 'came'),
    sums.added === 0
      ? `All of it was here already, ${counted(sums.known, 'entry', 'entries')}${KINDS}: nothing was changed.`
      : `${counted(sums.added, 'entry', 'entries')}${KINDS} ${sums.added === 1 ? 'is' : 'are'} new, ${counted(sums.known, 'was', 'were')} here already.`,
    ...(sums.astray > 0
      ? [`${counted(sums.astray, 'entry leads', 'entries lead')} to what is not in the archive, and stayed out.`]
      : []),
    ...renamed.map(({ from, to }) => `Somebody else here is called “${from}”: who came is “${to}”.`),
    `Nobody is signed in by it. For each moderator: ${parley()} link --name NAME; the owner of this installation is who runs: ${parley()} link`,
  ]
  say(lines, { ok: true, isDone: true, ms: Math.round(performance.now() - begun), ...facts, rows, renamed })
}

/** What an archive has beside the comments. */
const KINDS = ' (comments, authors, decisions and what belongs to them)'

const refusal = ({ collisions }: ArchivePlan): string[] => [
  'Nothing was changed: something else here has the keys of what is in the archive.',
  ...collisions.map(({ kind, id }) => `  ${kind}: ${id}`),
  collisions.some(({ kind }) => kind === 'sites')
    ? 'A site of that id is here that is another one. Import into another installation, or only the other sites: --site ID'
    : 'The site here has gone on by itself since the archive was made, or it was made elsewhere at the same time.',
]

function linesOf({ head, sites, demos }: ArchivePlan, came: string): string[] {
  return [
    `The archive is whole. It was written ${new Date(head.at).toISOString()} by Parley ${head.build}.`,
    ...sites.map(({ id, name, isHere, comments, added }) => {
      const all = counted(comments, 'comment', 'comments')
      if (!isHere) return `  ${id} (${name}) ${came}: ${all}`
      if (added === 0) return `  ${id} (${name}) is here already, with all that is in the archive: ${all}`
      return `  ${id} (${name}) is here already: of ${all} and what belongs to them ${counted(added, 'entry', 'entries')} ${came}`
    }),
    ...demos.map(id => `  ${id} stays away: there is another demo here.`),
  ]
}

/** Progress with rate and time left: one line of a terminal; elsewhere a line every ten seconds. */
function progressOf(verb: string, size: number | null): Progress {
  const begun = performance.now()
  let said = begun
  return ({ read, rows }) => {
    const now = performance.now()
    const isTerminal = onTerminal()
    if (now - said < (isTerminal ? 200 : 10_000)) return
    said = now
    const seconds = (now - begun) / 1000
    const left = size ? `, ${Math.ceil((size / read - 1) * seconds)} s left` : ''
    const line = `${rows.toLocaleString('en')} rows ${verb}, ${Math.round(rows / seconds).toLocaleString('en')} a second${left}`
    if (isTerminal) process.stderr.write(`\r${line}\u001b[K`)
    else console.error(line)
  }
}

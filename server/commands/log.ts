import { parley } from '../called.ts'
import {
  type Fault,
  type KeptHead,
  readHead,
  spellHead,
  type Verified,
  verifyLog,
} from '../moderation/log/verify-log.ts'
import type { Store } from '../store/store.ts'
import { type Command, counted, type Say, Usage } from './command.ts'
import { EXIT } from './manual.ts'
import { unknownSite } from './sites.ts'

/** `parley log verify`: walks the logs, and ends with code 3 where something does not fit. */
export async function verifyLogs(store: Store, { site, head }: Command['flags'], say: Say): Promise<void> {
  const known = (await store.sites.list()).map(({ id }) => id)
  if (site !== undefined && !known.includes(site)) throw new Usage(unknownSite(site))
  const sites = site === undefined ? known : [site]
  if (head !== undefined && sites.length !== 1) throw new Usage('A head is of one site: say which, with --site ID.')
  const kept = head === undefined ? null : headIn(head)
  const verified = []
  for (const id of sites) verified.push(await verifyLog(store, id, kept))
  const isSound = verified.every(({ fault }) => fault === null)
  const advice =
    kept === null && isSound && verified.some(log => log.head)
      ? ['Keep the heads elsewhere and compare with --head: who can write to the database can also write seals.']
      : []
  say([...verified.flatMap(log => linesOf(log, kept)), ...advice], {
    ok: isSound,
    sites: verified.map(log => ({ ...log, head: log.head && spellHead(log.head), unsealed: log.rows - log.sealed })),
  })
  if (!isSound) process.exitCode = EXIT.found
}

function headIn(text: string): KeptHead {
  const head = readHead(text)
  if (!head) throw new Usage(`A head is what “${parley()} log verify” prints: a number, a hyphen and 43 characters.`)
  return head
}

function linesOf({ site, rows, sealed, head, fault }: Verified, kept: KeptHead | null): string[] {
  if (fault) return [`${site}: ${WORDS[fault.what](fault)}`]
  if (rows === 0) return [`${site}: nothing has been decided yet.`]
  const unsealed = rows - sealed
  const tail = unsealed === 0 ? '' : `; ${counted(unsealed, 'decision is', 'decisions are')} not sealed yet`
  const until = unsealed === 0 ? [] : [`  ${UNSEALED}`]
  return [
    `${site}: ${counted(rows, 'decision fits', 'decisions fit')}${tail}.`,
    ...until,
    ...(kept ? ['  The head that was kept is one of its seals: nothing before it has changed.'] : []),
    ...(head ? [`  Head to keep: ${spellHead(head)}`] : []),
  ]
}

/** What it means that some of a log has no seal. */
const UNSEALED =
  'A running Parley seals what is new within a minute. Until then it is proved that none of it is missing, and not that none was changed.'

const WORDS: Record<Fault['what'], (fault: Fault) => string> = {
  changed: ({ seq }) => `decision ${seq} does not fit: it is not what was sealed there.`,
  moved: ({ seq }) => `decision ${seq} does not fit: it stands out of its order.`,
  missing: ({ seq }) => `decision ${seq} is missing.`,
  seal: ({ seq }) => `the seals from decision ${seq} on do not fit: one is missing or was changed.`,
  head: ({ seq }) =>
    `the head that was kept is none of its seals: something up to decision ${seq} was changed, and sealed anew.`,
}

import { parley } from '../called.ts'
import { exportAuthor } from '../people/account.ts'
import { erasePerson, type Person, personBy } from '../privacy/person.ts'
import type { Secrets } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { type Command, counted, type Say, sized, Usage } from './command.ts'
import { onTerminal } from './on-terminal.ts'
import { unknownSite } from './sites.ts'
import { writtenFile } from './written-file.ts'

type Needs = { store: Store; secrets: () => Promise<Secrets> }

/** `parley erase`: shows what there is of a person, or erases it. @throws Usage where there is nobody */
export async function erase({ store, secrets }: Needs, flags: Command['flags'], say: Say): Promise<void> {
  const { sites, person } = await found(store, flags, 'erase --email ADDRESS [--site ID] [--dry-run]')
  const isDryRun = flags['dry-run'] ?? false
  const kept = [person.authors, person.accounts, person.aside, person.letters]
  const isThere = person.mailings > 0 || kept.some(all => all.length > 0)
  const begun = performance.now()
  if (!isDryRun) {
    const all = person.authors.reduce((sum, { weight }) => sum + weight.comments - weight.held, 0)
    const deps = { store, clock: Date.now, config: { origin: '', isLocal: false, limits: true, ...(await secrets()) } }
    await erasePerson(deps, person, { by: 'command' }, sites, progress(all))
  }
  // What one that was killed has left in the file's log and the search index is gone by now, too.
  if (!isThere) throw new Usage(nobody(flags))
  const ms = Math.round(performance.now() - begun)
  const would = isDryRun ? 'would go' : 'went'
  const lines = person.authors.flatMap(({ site, weight }) => weightLines(site, weight, would))
  for (const { name } of person.accounts) {
    lines.push(
      `The account ${name} of the desk: its address ${would}, the account stays (${parley()} person remove takes its roles).`,
    )
  }
  if (person.mailings > 0) {
    lines.push(
      `The address ${would} from where readers are told by mail, or have asked for it: ${person.mailings.toLocaleString('en')}.`,
    )
  }
  if (person.aside.length > 0) {
    const many = counted(person.aside.length, 'comment')
    lines.push(`${many} that an import had put aside before it was broken off ${would}.`)
  }
  if (person.letters.length > 0) {
    lines.push(`What the outbox has of ${counted(person.letters.length, 'mail')} to this address ${would}.`)
  }
  if (!isDryRun) {
    lines.push(
      `Done in ${(ms / 1000).toFixed(1)} s. Nothing of it is left in the database; older backups still have it until they are deleted.`,
    )
  }
  say(lines, {
    isDryRun,
    authors: person.authors.map(({ site, weight: { name: _, ...counts } }) => ({ site, ...counts })),
    accounts: person.accounts.length,
    mailings: person.mailings,
    aside: person.aside.length,
    letters: person.letters.length,
    ms,
  })
}

/** `parley person data`: everything of a person, as JSON in a file or on standard output. */
export async function personData(
  store: Store,
  into: string | undefined,
  flags: Command['flags'],
  say: Say,
): Promise<void> {
  const { person } = await found(store, flags, 'person data --email ADDRESS [--site ID] [FILE]')
  if (person.authors.length + person.accounts.length + person.aside.length === 0) throw new Usage(nobody(flags))
  const authors = []
  for (const { site, author, weight } of person.authors) {
    const { all, ...rest } = await exportAuthor(store, author, Date.now())
    authors.push({ site, name: weight.name, kind: weight.kind, ...rest, ...all })
  }
  const file = {
    parley: 1,
    exportedAt: new Date().toISOString(),
    authors,
    accounts: person.accounts.map(({ name }) => ({ name })),
    aside: person.aside.map(({ site, comment }) => ({ site, ...JSON.parse(comment) })),
    mails: person.letters.map(({ at, ...letter }) => ({ ...letter, at: new Date(at).toISOString() })),
  }
  const text = JSON.stringify(file, null, 2)
  if (into === undefined) return say(text.split('\n'), file)
  const { path, bytes } = await writtenFile(into, one(new TextEncoder().encode(`${text}\n`)))
  say(`${path}: ${sized(bytes)}, for its owner alone to read.`, { file: path, bytes })
}

const nobody = ({ site }: Command['flags']) =>
  `Nobody has proved this address ${site ? `on ${site}` : 'on any site'}, and nobody was brought in with it: nothing is kept under it.`

async function* one(piece: Uint8Array): AsyncGenerator<Uint8Array> {
  yield piece
}

async function found(
  store: Store,
  { email, site }: Command['flags'],
  usage: string,
): Promise<{ sites: string[]; person: Person }> {
  if (!email) throw new Usage(`Say whose: ${parley()} ${usage}`)
  const all = (await store.sites.list()).map(({ id }) => id)
  if (site !== undefined && !all.includes(site)) throw new Usage(unknownSite(site))
  const sites = site === undefined ? all : [site]
  const person = await personBy({ store }, email, sites)
  if (!person) throw new Usage('That is no e-mail address.')
  // What the desk has belongs to no one site.
  return { sites, person: site === undefined ? person : { ...person, accounts: [] } }
}

const KINDS = [
  ['comments', 'comment', 'comments'],
  ['editions', 'earlier text', 'earlier texts'],
  ['votes', 'vote', 'votes'],
  ['reports', 'report', 'reports'],
  ['appeals', 'appeal', 'appeals'],
  ['follows', 'follow', 'follows'],
  ['mutes', 'mute', 'mutes'],
  ['notes', 'note of moderators', 'notes of moderators'],
  ['identities', 'way of proof', 'ways of proof'],
  ['sessions', 'session', 'sessions'],
  ['mailings', 'address for mail', 'addresses for mail'],
] as const

function weightLines(site: string, weight: Person['authors'][number]['weight'], would: string): string[] {
  const counts = { ...weight, comments: weight.comments - weight.held }
  const parts = KINDS.flatMap(([kind, one, many]) => (counts[kind] > 0 ? [counted(counts[kind], one, many)] : []))
  return [
    `${site}: ${weight.name ?? 'a guest'} ${would}: ${parts.join(', ') || 'the name'}.`,
    ...(weight.held > 0 ? [`  ${weight.held} under a legal hold: out of sight, and kept until it is lifted.`] : []),
    ...(weight.boundUntil !== null && weight.boundUntil > Date.now()
      ? ['  A ban or a mute stays: a keyed digest of the ways of proof is kept as long as it lasts.']
      : []),
    ...(weight.mentions > 0
      ? [
          `  ${counted(weight.mentions, 'comment of others calls', 'comments of others call')} them by name, and ${weight.mentions === 1 ? 'stays as it is' : 'stay as they are'}.`,
        ]
      : []),
  ]
}

/** Progress on one line of a terminal. */
function progress(all: number): (comments: number) => void {
  return comments => {
    if (onTerminal()) process.stderr.write(`\r${comments} of ${all} comments\u001b[K${comments >= all ? '\n' : ''}`)
  }
}

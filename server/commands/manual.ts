import { WEBHOOK_EVENTS, WEBHOOK_SHAPES } from '../contract.ts'
import { FORMATS } from '../exchange/formats.ts'

/** The formats that `parley import` reads, each with how it is exported where it comes from. */
export const FORMAT_LINES: readonly string[] = [
  '  parley      what “parley export” has written, of one site or of all',
  ...FORMATS.map(({ name, title, howTo }) => `  ${name.padEnd(12)}${title}: ${howTo}`),
]

/** What `parley help COMMAND` adds to the line of a command: how it is meant, and how it is typed. */
export const EXAMPLES: Record<string, { about?: string; lines: string[] }> = {
  start: {
    about:
      'Brings the database up to date, serves until SIGTERM or Ctrl-C, and answers what is in flight before it ends.',
    lines: [
      'parley start',
      'PORT=8791 PARLEY_ORIGIN=https://comments.example.org PARLEY_TRUSTED_PROXIES=127.0.0.1 parley start',
      'parley start --take-over          beside a Parley that still serves the port; end that one afterwards',
    ],
  },
  link: {
    about:
      'The link is good for 15 minutes and for one browser. It leads to PARLEY_ORIGIN: give that here as at the start, where it is set.',
    lines: ['parley link', 'parley link --name Mona --site daily', 'parley link --name Olga --site daily --role owner'],
  },
  site: {
    lines: [
      'parley site list --json',
      'parley site add daily --name "The Daily" --origin https://www.example.org',
      'parley site set daily --setting holds=all --dry-run',
      'parley site key daily --new',
    ],
  },
  'site add': {
    about:
      'ID has small letters, digits and hyphens, and stays; it is what pages say: <parley-thread site="ID">. An origin is where pages are, with its scheme and without a path.',
    lines: [
      'parley site add daily --name "The Daily" --origin https://www.example.org',
      'parley site add blog --name Blog --origin https://blog.example.org --origin http://localhost:1313',
    ],
  },
  'site set': {
    about:
      'Without anything to change it tells all that is set. “parley help settings” has each setting with its default and what it does. With --dry-run it says which threads would go to other addresses, and changes nothing.',
    lines: [
      'parley site set daily',
      'parley site set daily --origin https://example.org --remove-origin https://old.example.org',
      'parley site set daily --setting holds=all --setting linksAllowed=0',
      'parley site set daily --words words.json',
    ],
  },
  move: { lines: ['parley move --site daily /2024/old-story /2026/new-story --dry-run'] },
  separate: { lines: ['parley separate --site daily / --dry-run'] },
  person: {
    lines: [
      'parley person list',
      'parley person remove Mona --site daily',
      'parley person ways Mona',
      'parley person ways Mona --end 4f9k2m7x1a',
      'parley person sign-out Mona',
    ],
  },
  secret: { lines: ['parley secret rotate', 'parley secret forget'] },
  log: { lines: ['parley log verify', 'parley log verify --site daily --head 12:9f2c…'] },
  import: {
    about: `FORMAT is one of:\n${FORMAT_LINES.join('\n')}\n\nWhat gzip has compressed may stay so, but for Isso’s. Parley may run meanwhile.`,
    lines: [
      'parley import disqus export.xml --site daily --dry-run',
      'parley import disqus export.xml --site daily',
      'parley import parley archive.jsonl --dry-run',
    ],
  },
  export: {
    lines: [
      'parley export --site daily daily.jsonl',
      'parley export --all all.jsonl.gz',
      'parley export --site daily --format csv daily.csv',
    ],
  },
  'import parley': {
    lines: ['parley import parley daily.jsonl --dry-run', 'parley import parley all.jsonl.gz --site daily'],
  },
  restore: { lines: ['parley restore /var/lib/parley-backups/parley-20261122-033000.db'] },
  erase: {
    about:
      'It finds who has proved the address, and who came with it from another system. Where nobody is known by it, it ends with 2.',
    lines: ['parley erase --email ada@mail.example --dry-run', 'parley erase --email ada@mail.example'],
  },
  hold: { lines: ['parley hold s2h0k9x1ga --site daily', 'parley hold s2h0k9x1ga --site daily --lift'] },
  retention: { lines: ['parley retention', 'parley retention --site daily'] },
  key: {
    lines: [
      'parley key add "Night bot" --site daily --scope moderate --days 90',
      'parley key list --site daily',
      'parley key remove "Night bot" --site daily',
    ],
  },
  'key add': {
    about: `A key counts on one site, until it is removed, or for --days. What it may, by --scope:
  read        what moderators read (this, where none is named)
  moderate    also what they do: rulings, replies, notes
  manage      also what owners do, but for keys, people and new sites
It is shown once. Programs send it as “Authorization: Bearer prk_…”; /api on your server lists what they may ask.`,
    lines: [
      'parley key add "Night bot" --site daily --scope moderate --days 90',
      'parley key add Statistics --site daily',
    ],
  },
  'key remove': {
    about: 'KEY is the id that “parley key list” shows, or the key’s name. It ends with its next request.',
    lines: ['parley key remove "Night bot" --site daily'],
  },
  webhook: {
    about: `LIST of --events names, with commas between: ${Object.keys(WEBHOOK_EVENTS).join(', ')}; all, where none is named.
--shape is ${WEBHOOK_SHAPES.join(', ')}. HOOK is the id that “parley webhook list” shows.`,
    lines: [
      'parley webhook add https://hooks.example.org/parley --name Archive --site daily --events published,withdrawn',
      'parley webhook add https://hooks.slack.com/services/… --name Newsroom --site daily --shape slack',
      'parley webhook resend w8rvw9orj1r --site daily',
    ],
  },
  outbox: {
    about:
      'Mail goes by an outbox: what the mail server does not take is sent again for three days. LETTER is the number that “parley outbox list” shows. Addresses are shown shortened.',
    lines: [
      'parley outbox list --site daily',
      'parley outbox retry 4711 --site daily',
      'parley outbox retry --all --site daily',
      'parley outbox drop 4711 --site daily',
    ],
  },
  doctor: {
    lines: ['parley doctor', 'parley doctor --json --backup /var/lib/parley-backups'],
  },
  backup: {
    about:
      'The folder must be there: a service has /var/lib/parley-backups from its first night on, or once “systemctl start parley-backup” was typed.',
    lines: [
      'parley backup /var/lib/parley-backups --keep 14',
      'mkdir -p ~/backups && parley backup ~/backups/today.db',
    ],
  },
  upgrade: {
    about:
      'Says which migrations come, what they touch and how long that takes; copies the database; and does it. A start does the same, with a copy where it has less than 1 GB; no other command does.',
    lines: ['parley upgrade --dry-run', 'parley upgrade', 'parley upgrade --backup /var/lib/parley-backups/before.db'],
  },
  health: {
    about: 'For health checks of containers. Ends with 1 where Parley cannot serve.',
    lines: ['parley health'],
  },
}

/** How a command ends, for scripts. */
export const EXIT = { done: 0, failed: 1, usage: 2, found: 3 } as const

export const EXIT_WORDS = `A command ends with ${EXIT.done} when it is done, ${EXIT.failed} when it failed, ${EXIT.usage} when it cannot be understood or
names what is not there, ${EXIT.found} when it found something that is not as it should be (doctor, log verify). With --json what it ends
with otherwise than well is one line as well, {"error": {"code", "message"}}, and the words are on standard error.`

/**
 * The lines of a help text that are about one command, each entry with what follows it.
 * @param command a noun, such as “site”, for all of its commands, or one of these, such as “site add”
 * @returns null where there is no such command
 */
export function helpOn(help: string, command: string): string | null {
  const [noun = ''] = command.split(' ')
  const entries = help.split(/\n(?= {2}parley )/).slice(1)
  const found = entries.filter(entry => `${entry.trimStart().replace(/\s+/g, ' ')} `.startsWith(`parley ${command} `))
  if (found.length === 0) return null
  const all = EXAMPLES[noun]?.lines ?? []
  const { about = undefined, lines = all.filter(line => line.startsWith(`parley ${command} `)) } =
    EXAMPLES[command] ?? {}
  // All that belongs to a noun is told with it, each of its commands with its own words.
  const others = command === noun ? Object.entries(EXAMPLES).filter(([name]) => name.startsWith(`${noun} `)) : []
  const abouts = [about, ...others.map(([name, each]) => each.about && `${name}: ${each.about}`)].filter(Boolean)
  const usage = found.map(entry => entry.split('\n\n')[0]!.trimEnd()).join('\n')
  const examples = lines.length > 0 ? `\n\nSuch as:\n${lines.map(line => `  ${line}`).join('\n')}` : ''
  return `${[usage, ...abouts.map(each => folded(String(each)))].join('\n\n')}${examples}\n\nIn a checkout: npm run parley -- ${command} …, and npm run -s where what it prints goes into a file or a program`
}

const WIDTH = 110

/** A text in lines that fit a terminal; what stands in a column goes on below it. */
export function folded(text: string): string {
  return text
    .split('\n')
    .flatMap(line => {
      const hang = ' '.repeat(/^\s+\S+\s{2,}|^\s*/.exec(line)![0].length)
      const [first = '', ...words] = line.trimStart().split(/(?<=\S) /)
      const rows = [line.slice(0, line.length - line.trimStart().length) + first]
      for (const word of words) {
        const last = rows.at(-1)!
        if (last.length + word.length >= WIDTH) rows.push(hang + word)
        else rows[rows.length - 1] = `${last} ${word}`
      }
      return rows
    })
    .join('\n')
}

/** Words that other programs have for the same. */
const ALSO: Record<string, string> = {
  ...{
    delete: 'remove',
    rm: 'remove',
    revoke: 'remove',
    create: 'add',
    new: 'add',
    make: 'add',
    ls: 'list',
    show: 'list',
  },
  ...{
    change: 'set',
    edit: 'set',
    config: 'set',
    dump: 'export',
    serve: 'start',
    run: 'start',
    login: 'link',
    check: 'doctor',
  },
  ...{ migrate: 'upgrade', update: 'upgrade', user: 'person', users: 'person', people: 'person', hook: 'webhook' },
}

/** The flags that the help names for a command such as “site add”; null where it knows no such command. */
export function flagsOf(help: string, command: string): string[] | null {
  const entries = help.split(/\n(?= {2}parley )/).slice(1)
  const own = entries.filter(entry => entry.trimStart().startsWith(`parley ${command}`))
  if (own.length === 0) return null
  return own.flatMap(entry => [...entry.split('\n\n')[0]!.matchAll(/--([a-z-]+)/g)].map(([, flag]) => flag!))
}

/** How many words a command such as “site add” takes after its name, by the help; null where it knows no such command. */
export function wordsOf(help: string, command: string): number | null {
  const entries = help.split(/\n(?= {2}parley )/).slice(1)
  const own = entries.map(entry => entry.trimStart()).filter(entry => entry.startsWith(`parley ${command}`))
  if (own.length === 0) return null
  const words = own.map(entry => {
    const [usage = ''] = entry.slice(`parley ${command}`.length).split(/\s{2,}/)
    return usage.replace(/--[a-z-]+( [A-Za-z|=]+)?/g, '').match(/[A-Za-z][A-Za-z|]*/g)?.length ?? 0
  })
  return Math.max(...words)
}

/** The commands of a help text, as they are typed. */
export function commandsIn(help: string): string[] {
  const lines = help.split('\n').filter(line => line.startsWith('  parley '))
  return lines.map(line => /^ {2}parley ([a-z]+(?: [a-z][a-z-]*(?=\s|$))?)/.exec(line)![1]!)
}

/** The command that somebody may have meant; null where nothing comes near. */
export function meant(typed: string, commands: readonly string[]): string | null {
  const also = typed
    .split(' ')
    .map(word => (Object.hasOwn(ALSO, word) && ALSO[word]) || word)
    .join(' ')
  const all = [...new Set([...commands, ...commands.map(name => name.split(' ')[0]!)])]
  const ranked = all.map(name => ({ name, far: distance(also, name) })).sort((a, b) => a.far - b.far)
  const [best] = ranked
  return best && best.far <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : null
}

/** How many letters have to be changed, added, left out or exchanged with the next (Damerau). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}

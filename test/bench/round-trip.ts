/**
 * Moves an installation out and in again, as its owner would: `export --all`, `import parley` into a new file, `export --all`
 * of that. Both archives must be the same bytes, but for the moment they were written at, and the doctor must find nothing.
 *
 *     node test/bench/round-trip.ts            # 100,000 comments
 *     node test/bench/round-trip.ts 1000000    # so many
 *     node test/bench/round-trip.ts parley.db  # a database that is there; it is copied first
 *
 * Tells how long each step took and how much memory at its peak. Ends with 1 where anything is not as it was.
 */
import { spawn } from 'node:child_process'
import { constants, copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { differenceOf } from './archives.ts'
import { describeMachine } from './machine.ts'
import { folder, SECRET } from './processes.ts'
import { seededFile } from './seed/kept.ts'
import { spell, Table } from './table.ts'

/**
 * Said by a command at its end: how much memory it had at most, in kB. What the system calls `maxrss` would be that of whoever
 * started it, where that is more.
 */
const PEAK = `data:text/javascript,${encodeURIComponent(`import { readFileSync } from 'node:fs'
process.on('exit', () => console.error('peak', /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]))`)}`
const PARLEY = packageJson.scripts.parley.split(' ').slice(1)

const asked = process.argv[2] ?? '100000'
const isNumber = /^\d+$/.test(asked)
const first = isNumber ? await seededFile({ comments: Number(asked), pending: Number(asked) / 10 }) : copyOf(asked)
const [second, out, back] = ['second.db', 'out.jsonl', 'back.jsonl'].map(name => join(folder, name)) as [
  string,
  string,
  string,
]

const table = new Table()
console.log(describeMachine())
table.enter(`round trip of ${isNumber ? `${spell(Number(asked))} comments` : asked}, ${megabytes(first)}`)
await parley('export --all', first, 'export', '--all', out)
table.tell('  the archive', megabytes(out))
await parley('import parley', second, 'import', 'parley', out)
table.tell('  the new database', megabytes(second))
await parley('export --all again', second, 'export', '--all', back)
table.hold('bytes at which the two archives differ', (await differenceOf(out, back)) === null ? 0 : 1, { atMost: 0 })
for (const [name, file] of [
  ['the old', first],
  ['the new', second],
] as const) {
  const { ok } = JSON.parse(await parley(`doctor, of ${name} database`, file, 'doctor', '--json'))
  table.hold(`  faults that the doctor finds in ${name}`, ok ? 0 : 1, { atMost: 0 })
}
table.sum('demands')
process.exit(table.isMet ? 0 : 1)

/** Runs a command on a database; gives what it says. */
async function parley(what: string, file: string, ...args: string[]): Promise<string> {
  const begin = performance.now()
  const child = spawn(process.execPath, ['--import', PEAK, ...PARLEY, ...args], {
    env: { ...process.env, PARLEY_DATABASE_URL: `file:${file}`, PARLEY_SECRET: SECRET },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, told] = ['', '']
  child.stdout.on('data', some => {
    said += some
  })
  child.stderr.on('data', some => {
    told += some
  })
  const code = await new Promise(resolve => child.once('close', resolve))
  if (code !== 0 && args[0] !== 'doctor') throw new Error(`parley ${args.join(' ')} ended with ${code}: ${told}`)
  const peak = (Number(/^peak (\d+)$/m.exec(told)?.[1]) * 1024) / 1e6
  table.tell(what, `${spell((performance.now() - begin) / 1000, 's')}, ${spell(peak, 'MB')}`)
  return said
}

function copyOf(database: string): string {
  const copy = join(folder, 'first.db')
  copyFileSync(database, copy, constants.COPYFILE_FICLONE)
  return copy
}

function megabytes(file: string): string {
  return `${spell(Math.round(statSync(file).size / 1e6))} MB`
}

import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { commandsIn, EXAMPLES, flagsOf, wordsOf } from '../../server/commands/manual.ts'
import { disqusXml, post, thread } from '../exchange/fixtures/disqus.ts'
import { freePort } from '../runtime/free-port.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-contract-'))
const env = {
  ...process.env,
  PARLEY_DATABASE_URL: `file:${join(folder, 'parley.db')}`,
  PORT: String(await freePort()),
}
const runs = promisify(execFile)
const parley = async (args: string[], more: Record<string, string> = {}) => {
  const asked = { env: { ...env, ...more } }
  const ended = await runs(process.execPath, ['server/cli.ts', ...args], asked).catch(error => error)
  return { out: String(ended.stdout), err: String(ended.stderr), code: Number(ended.code ?? 0) }
}

/** What a script reads of a failure, and what a person does: one object, and words without a stack or a colour. */
async function fails(args: string[], code: number, more?: Record<string, string>): Promise<string> {
  const ended = await parley([...args, '--json'], more)
  const typed = args.join(' ')
  expect(ended.code, `${typed}: ${ended.out}${ended.err}`).toBe(code)
  expect(ended.out.split('\n'), typed).toEqual([expect.stringMatching(/^\{.*\}$/), ''])
  const { error } = JSON.parse(ended.out)
  expect(error, typed).toEqual({ code: expect.stringMatching(/^[a-z_]+$/), message: expect.any(String) })
  expect(ended.err.trim(), typed).toContain(error.message)
  expect(ended.out + ended.err, typed).not.toMatch(/\n\s+at |\u001b|\r/)
  return error.code
}

/** Does so for all, two at once. */
async function each(rows: readonly string[][], work: (args: string[]) => Promise<unknown>): Promise<void> {
  const left = [...rows]
  const hand = async () => {
    for (let args = left.shift(); args; args = left.shift()) await work(args)
  }
  await Promise.all([hand(), hand()])
}

const missing = join(folder, 'missing.xml')
/** Each command of the manual as it is understood, about a site, a person, a key that is not there. */
const ABSENT: Record<string, string[] | null> = {
  // These begin, look, or say something wherever they are.
  start: null,
  health: null,
  help: null,
  'help settings': null,
  upgrade: [],
  'site list': [],
  'person list': [],
  'secret rotate': [],
  'secret forget': [],
  doctor: [],
  link: ['--name', 'Mona', '--site', 'nowhere'],
  'site add': ['Not an id', '--name', 'The Daily', '--origin', 'https://daily.example'],
  'site set': ['nowhere', '--name', 'X'],
  'site words': ['nowhere'],
  'site key': ['nowhere'],
  'site remove': ['nowhere'],
  move: ['--site', 'nowhere', '/a', '/b'],
  separate: ['--site', 'nowhere', '/'],
  'person set': ['Nobody', '--public-name', 'X'],
  'person remove': ['Nobody', '--site', 'nowhere'],
  'person ways': ['Nobody'],
  'person sign-out': ['Nobody'],
  'person data': ['--email', 'ada@mail.example', '--site', 'nowhere'],
  erase: ['--email', 'ada@mail.example', '--site', 'nowhere'],
  hold: ['s2h0k9x1ga', '--site', 'nowhere'],
  retention: ['--site', 'nowhere'],
  'key add': ['Bot', '--site', 'nowhere'],
  'key list': ['--site', 'nowhere'],
  'key remove': ['k', '--site', 'nowhere'],
  'webhook list': ['--site', 'nowhere'],
  'webhook add': ['https://hooks.example', '--name', 'X', '--site', 'nowhere'],
  'webhook set': ['w', '--site', 'nowhere', '--state', 'on'],
  'webhook remove': ['w', '--site', 'nowhere'],
  'webhook secret': ['w', '--site', 'nowhere'],
  'webhook test': ['w', '--site', 'nowhere'],
  'webhook deliveries': ['w', '--site', 'nowhere'],
  'webhook resend': ['w', '--site', 'nowhere'],
  'outbox list': ['--site', 'nowhere'],
  'outbox retry': ['1', '--site', 'nowhere'],
  'outbox drop': ['1', '--site', 'nowhere'],
  'log verify': ['--site', 'nowhere'],
  import: ['disqus', missing, '--site', 'nowhere'],
  export: ['--site', 'nowhere'],
  'import parley': [missing],
  backup: [],
  restore: [missing],
}
const typed = (name: string) => [...name.split(' '), ...(ABSENT[name] ?? [])]

test('a command ends with 1 where no database is, and with 2 where it names what is not there', async () => {
  const { out } = await parley(['help'])
  expect(Object.keys(ABSENT).sort()).toEqual([...new Set([...commandsIn(out), 'import parley'])].sort())
  // Most go by one door; these are the doors there are.
  const doors = [...['upgrade', 'doctor', 'secret rotate', 'export'].map(typed), [...typed('import'), '--dry-run']]
  await each(doors, async args => expect(await fails(args, 1), args.join(' ')).toBe('no_database'))
  expect(await fails(['backup', join(folder, 'copy.db')], 1)).toBe('no_database')
  expect(await fails(['upgrade'], 2, { PORT: 'many' })).toBe('settings')
  expect(await fails(['health', '--bogus'], 2)).toBe('usage')

  const added = await parley(['site', 'add', 'daily', '--name', 'The Daily', '--origin', 'https://daily.example'])
  expect(added, added.err).toMatchObject({ code: 0 })
  const named = Object.keys(ABSENT).filter(name => ABSENT[name]?.length)
  await each(named.map(typed), async args => expect(await fails(args, 2), args.join(' ')).toBe('usage'))
}, 120_000)

test('what was understood and cannot be done ends with 1: a file cut off, no archive, a site with readers', async () => {
  const at = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  await parley(['site', 'add', 'daily', '--name', 'The Daily', '--origin', 'https://daily.example'])
  const whole = disqusXml(thread('t1', 'https://daily.example/story'), post({ id: '1' }))
  const cut = at('cut.xml', whole.slice(0, -20))
  for (const dry of [['--dry-run'], []]) {
    expect(await fails(['import', 'disqus', cut, '--site', 'daily', ...dry], 1)).toBe('failed')
  }
  expect(await fails(['import', 'parley', at('no.jsonl', '{"kind":"nothing"}\n')], 1)).toBe('archive')
  expect(await fails(['restore', at('no.db', 'no database')], 1)).toBe('backup')
  expect((await parley(['import', 'disqus', at('all.xml', whole), '--site', 'daily'])).code).toBe(0)
  expect(await fails(['site', 'remove', 'daily'], 1)).toBe('failed')
  expect((await parley(['import', '--json'])).out).toMatch(/^\{"formats":/)
}, 60_000)

test('a flag that a command does not have is refused, and the manual names all that it has', async () => {
  expect(await fails(['site', 'remove', 'daily', '--dry-run'], 2)).toBe('usage')
  const { out } = await parley(['help'])
  expect(flagsOf(out, 'site remove')).toEqual([])
  for (const { lines } of Object.values(EXAMPLES)) {
    for (const line of lines) {
      const [, name] = /parley ([a-z]+(?: [a-z-]+)?)/.exec(line)!
      const known = flagsOf(out, name!) ?? flagsOf(out, name!.split(' ')[0]!)!
      const flags = [...line.matchAll(/ --([a-z-]+)/g)].map(([, flag]) => flag!)
      expect([...known, 'json'], line).toEqual(expect.arrayContaining(flags))
    }
  }
}, 30_000)

test('a word too many is refused by every command, as is a flag without its value; neither is told in words of Node', async () => {
  await parley(['site', 'add', 'daily', '--name', 'The Daily', '--origin', 'https://daily.example'])
  const more = [['health'], ['site', 'list'], ['retention'], ['import', 'disqus', missing]]
  await each(more, async args => {
    const { code, err } = await parley([...args, 'extra'])
    expect([code, err], args.join(' ')).toEqual([
      2,
      expect.stringMatching(/ takes .*, and “extra” is one too many\.\n/),
    ])
  })
  const { out } = await parley(['help'])
  const takes = {
    health: 0,
    'site list': 0,
    retention: 0,
    'site set': 1,
    move: 2,
    export: 1,
    'webhook resend': 2,
    import: 2,
  }
  for (const [name, words] of Object.entries(takes)) expect([name, wordsOf(out, name)]).toEqual([name, words])
  for (const name of commandsIn(out)) expect(wordsOf(out, name), name).not.toBeNull()
  const flags = [
    [['key', 'add', 'Bot', '--site', 'daily', '--days', '-1'], /^--days needs a value after it/],
    [['doctor', '--json=yes'], /^--json takes no value\./],
    [['key', 'list'], /^Say on which site: --site ID/],
    [['site', 'remove'], /^Name the site by its id/],
  ] as const
  for (const [args, words] of flags) {
    const { code, err } = await parley([...args])
    expect([code, err], args.join(' ')).toEqual([2, expect.stringMatching(words)])
    expect(err).not.toContain('Did you forget')
  }
}, 120_000)

test('a page, an address and a person that are not there are named wrongly: 2, and no file is made', async () => {
  await parley(['site', 'add', 'daily', '--name', 'The Daily', '--origin', 'https://daily.example'])
  expect(await fails(['move', '--site', 'daily', '/typo', '/new'], 2)).toBe('unknown_article')
  expect(await fails(['webhook', 'add', 'ftp://hooks.example', '--name', 'X', '--site', 'daily'], 2)).toBe(
    'webhook_refused',
  )
  const into = join(folder, 'nobody.json')
  expect(await fails(['person', 'data', '--email', 'nobody@mail.example', into], 2)).toBe('usage')
  expect(existsSync(into)).toBe(false)
  const nowhere = await parley(['backup', join(folder, 'nights'), '--keep', '14'])
  expect([nowhere.code, nowhere.err]).toEqual([
    2,
    expect.stringMatching(/^There is no folder .*nights\. Make it first: mkdir -p /),
  ])
  const small = await parley(['export', '--site', 'daily', join(folder, 'small.jsonl')])
  expect(small.err).toMatch(/^Exported \d comments?, \d articles?, 1 site\.$/m)
  expect(small.out).toMatch(/small\.jsonl: \d+\.\d kB, /)
}, 60_000)

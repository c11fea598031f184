import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { commandsIn, helpOn, meant } from '../../server/commands/manual.ts'
import { settingsHelp } from '../../server/commands/settings-help.ts'
import { SETTINGS } from '../../server/config.ts'
import { SITE_SETTINGS } from '../../server/sites/settings.ts'
import { freePort } from '../runtime/free-port.ts'

const env = { ...process.env, PARLEY_DATABASE_URL: 'file:/nowhere/parley.db' }
const parley = async (...args: string[]) => {
  const ended = await promisify(execFile)(process.execPath, ['server/cli.ts', ...args], { env }).catch(error => error)
  return { out: String(ended.stdout), err: String(ended.stderr), code: ended.code ?? 0 }
}

test('help tells every command, and more of each with an example', async () => {
  const { out, code } = await parley('help')
  expect(code).toBe(0)
  const commands = commandsIn(out)
  expect(commands).toEqual(expect.arrayContaining(['start', 'site add', 'person sign-out', 'log verify', 'upgrade']))
  for (const noun of new Set(commands.map(name => name.split(' ')[0]!))) {
    const more = helpOn(out, noun)
    if (noun !== 'help') expect(more, noun).toMatch(/Such as:\n {2}\S/)
  }
  expect((await parley('help', 'backup')).out).toContain('parley backup /var/lib/parley-backups')
}, 30_000)

test('what is mistyped is answered with what may have been meant, in words alone, and ends with 2', async () => {
  const typed = await parley('bakcup', 'x.db')
  expect(typed).toMatchObject({ code: 2, out: '' })
  expect(typed.err).toContain('Did you mean “backup”?')
  const flag = await parley('backup', '--fiel')
  expect(flag.code).toBe(2)
  expect(flag.err).toContain('parley backup FILE')
  expect(flag.err).not.toContain('parley site add')
  // Nothing here is written to a terminal, so nothing is coloured.
  expect(typed.err + flag.err).not.toContain('\u001b')
}, 30_000)

test('help on one command is about that one alone, and tells what its words mean', async () => {
  const { out } = await parley('help')
  const site = (await parley('help', 'site', 'add')).out
  expect(site).toContain('parley site add ID')
  expect(site).not.toContain('site remove')
  const key = helpOn(out, 'key add')!
  for (const words of ['read ', 'moderate ', 'manage ', 'where none is named']) expect(key).toContain(words)
  const formats = helpOn(out, 'import')!
  for (const name of ['disqus', 'wordpress', 'isso', 'remark42', 'commento', 'waline', 'artalk'])
    expect(formats).toMatch(new RegExp(`^ {2}${name} `, 'm'))
  const settings = settingsHelp()
  for (const name of [...Object.keys(SITE_SETTINGS), ...SETTINGS.map(each => each.name)])
    expect(settings).toMatch(new RegExp(`^ {2}${name}( |$)`, 'm'))
  for (const line of `${key}\n${formats}\n${settings}`.split('\n')) expect(line.length, line).toBeLessThan(140)
  expect(helpOn(out, 'doctor')!.match(/ends with 3/gi)).toHaveLength(1)
}, 30_000)

test('half a command, a flag and a word of other programs are answered with what there is', async () => {
  expect((await parley('site')).err).toMatch(/^Say what to do after “site”: list, add, set, words, key, remove\./)
  expect((await parley('site', 'add', '--orgin', 'x')).err).toMatch(
    /^There is no flag --orgin\. Did you mean --origin\?/,
  )
  expect((await parley('key', 'delete', 'x')).err).toContain('Did you mean “key remove”?')
  expect((await parley('constructor')).err).toMatch(/^There is no command “constructor”\./)
}, 30_000)

test('a guess is made of what is near, and of nothing else', () => {
  const commands = ['start', 'site add', 'site list', 'backup', 'upgrade']
  expect(meant('strat', commands)).toBe('start')
  expect(meant('site lsit', commands)).toBe('site list')
  expect(meant('upgrades', commands)).toBe('upgrade')
  expect(meant('frobnicate', commands)).toBeNull()
})

test('health says that nobody answers, and ends with 1', async () => {
  const port = String(await freePort())
  const asked = promisify(execFile)(process.execPath, ['server/cli.ts', 'health', '--json'], {
    env: { ...env, PORT: port },
  })
  await expect(asked).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('"ok":false') })
}, 30_000)

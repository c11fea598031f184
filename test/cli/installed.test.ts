import { execFile } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** Parley as it is installed: the command of deploy/, with nothing of npm in its environment. */
const ROOT = new URL('../..', import.meta.url).pathname
const run = promisify(execFile)
const asRoot = process.getuid!() === 0

function machine() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-installed-'))
  chmodSync(folder, 0o755)
  const [bin, state, settings] = ['bin', 'state', 'parley.env'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(bin)
  // What Debian 12 brings: it says so, and takes no TypeScript.
  writeFileSync(
    join(bin, 'node'),
    '#!/bin/sh\n[ "$1" = --version ] && echo v18.20.4 && exit\necho "SyntaxError" >&2; exit 1\n',
  )
  chmodSync(join(bin, 'node'), 0o755)
  const parley = async (args: string[], more: Record<string, string> = {}, before: string[] = []) => {
    const env = { PATH: `${bin}:/usr/bin:/bin`, PARLEY_SETTINGS: settings, PARLEY_STATE: state, ...more }
    const [program, ...rest] = [...before, join(ROOT, 'deploy/parley'), ...args]
    const ended = await run(program!, rest, { env, cwd: folder }).catch(error => error)
    return { out: String(ended.stdout), err: String(ended.stderr), code: ended.code ?? 0 }
  }
  return { folder, state, settings, parley }
}

test('where the system’s Node is too old, the one that npm brought is used; without it words say so', async () => {
  const { parley, folder } = machine()
  const helped = await parley(['help'])
  expect([helped.code, helped.err]).toEqual([0, ''])
  expect(helped.out).toContain('parley start')
  mkdirSync(join(folder, 'bare/server'), { recursive: true })
  writeFileSync(join(folder, 'bare/server/cli.ts'), '')
  const none = await parley(['help'], { PARLEY_HOME: join(folder, 'bare') })
  expect(none.code).toBe(1)
  expect(none.err).toMatch(/^Parley needs Node 22\.18 or newer, and here is v18\.20\.4\. .*npm ci/)
}, 30_000)

test('beside a service a command finds its database and settings, and works as its user', async () => {
  const { parley, folder, state, settings } = machine()
  mkdirSync(state, { mode: 0o700 })
  // Nothing of this is run: a settings file may hold what a shell would obey.
  writeFileSync(
    settings,
    '# ours\n; too\n\nPARLEY_ORIGIN="https://comments.example.org"\nPARLEY_OPENID=one https://one.example id secret; two https://two.example id $(>ran)\nnot a line\n',
  )
  if (asRoot) chownSync(state, 65534, 65534)
  const added = await parley(['site', 'add', 'daily', '--name', 'Daily', '--origin', 'https://daily.example'])
  expect(added).toMatchObject({ code: 0, err: '' })
  expect(added.out).toContain('https://comments.example.org/embed.js')
  expect((await parley(['link'])).out).toContain('https://comments.example.org/desk#link=prd_')
  expect(readdirSync(state)).toContain('parley.db')
  expect(readdirSync(folder)).not.toContain('ran')
  const owner = statSync(state).uid
  for (const name of readdirSync(state)) {
    const { uid, mode } = statSync(join(state, name))
    expect([name, uid, mode & 0o077]).toEqual([name, owner, 0])
  }
  if (!asRoot) return
  // What root alone may read is said to be so, with the place where the service reads it.
  writeFileSync(join(folder, 'disqus.xml'), '<disqus/>', { mode: 0o600 })
  const unread = await parley(['import', 'disqus', join(folder, 'disqus.xml'), '--site', 'daily'])
  expect(unread).toMatchObject({
    code: 2,
    err: expect.stringMatching(/“nobody”, the user of the service.*\/var\/lib\/parley\//),
  })
  const stranger = ['setpriv', '--reuid=65533', '--regid=65533', '--clear-groups']
  const refused = await parley(['link'], {}, stranger)
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain('sudo parley link')
  // Who names a database means that one, whoever they are.
  const own = join(folder, 'own')
  mkdirSync(own)
  chownSync(own, 65533, 65533)
  const other = await parley(['site', 'list'], { PARLEY_DATABASE_URL: `file:${own}/parley.db` }, stranger)
  expect(other.err).toContain('There is no database')
}, 60_000)

test('before the service has started, a link waits for it a moment, and words say what to do', async () => {
  const { parley, folder, state } = machine()
  const unit = join(folder, 'parley.service')
  writeFileSync(unit, '')
  const beside = { PARLEY_UNIT: unit, PARLEY_PATIENCE: '2' }
  for (const command of [['link'], ['site', 'list']]) {
    const none = await parley(command, beside)
    expect([none.code, none.out]).toEqual([1, ''])
    expect(none.err).toContain(`The service has not started yet: there is no ${state}/parley.db`)
    expect(none.err).not.toContain('data/parley.db.')
  }
  expect((await parley(['help'], beside)).code).toBe(0)
  const waiting = parley(['link'], { ...beside, PARLEY_PATIENCE: '40' })
  mkdirSync(state, { mode: 0o700 })
  if (asRoot) chownSync(state, 65534, 65534)
  const database = { PARLEY_DATABASE_URL: `file:${state}/parley.db` }
  const user = asRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []
  await parley(['site', 'add', 'daily', '--name', 'Daily', '--origin', 'https://daily.example'], database, user)
  expect(await waiting).toMatchObject({ code: 0, err: '', out: expect.stringContaining('/desk#link=prd_') })
}, 30_000)

test('the units are sound, and run what is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-units-'))
  for (const name of readdirSync(join(ROOT, 'deploy')).filter(each => /\.(service|timer)$/.test(each))) {
    const unit = readFileSync(join(ROOT, 'deploy', name), 'utf8')
    for (const [path] of unit.matchAll(/\/opt\/parley\/\S+/g))
      expect(statSync(path.replace('/opt/parley', ROOT)).mode & 0o111).toBe(0o111)
    writeFileSync(join(folder, name), unit.replaceAll('/opt/parley/', ROOT))
  }
  const units = readdirSync(folder).map(name => join(folder, name))
  const told = await run('systemd-analyze', ['verify', ...units]).catch(error => error)
  // A machine without systemd cannot judge them.
  if (told.code !== 'ENOENT') expect([told.code ?? 0, told.stderr]).toEqual([0, ''])
}, 30_000)

test('hints name the command as it is typed: parley where it is installed, npm run in a checkout', async () => {
  const { parley, folder } = machine()
  const database = { PARLEY_DATABASE_URL: `file:${folder}/parley.db` }
  await parley(['site', 'add', 'daily', '--name', 'Daily', '--origin', 'https://daily.example'], database)
  const hints: [string[], string][] = [
    [['webhook', 'deliveries', 'w', '--site', 'daily'], 'webhook list --site daily shows them'],
    // What readers' pages are told, too.
    [['separate', '--site', 'daily', 'https://a.example/b'], 'site set daily --origin https://a.example'],
  ]
  for (const [args, hint] of hints) {
    expect((await parley(args, database)).err).toMatch(new RegExp(`(?<!npm run )parley ${hint}`))
    const asked = { env: { ...process.env, ...database }, cwd: ROOT }
    const here = await run(process.execPath, ['server/cli.ts', ...args], asked).catch(error => error)
    expect(here.stderr).toContain(`npm run parley -- ${hint}`)
  }
}, 60_000)

import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

async function installation() {
  const file = join(mkdtempSync(join(tmpdir(), 'parley-people-')), 'parley.db')
  const env = { ...process.env, PARLEY_DATABASE_URL: `file:${file}` }
  return async (...args: string[]) => {
    const ends = await run(process.execPath, ['server/cli.ts', ...args], { env }).catch(error => error)
    return { out: String(ends.stdout), err: String(ends.stderr), code: ends.code ?? 0 }
  }
}

test('a person gets a public name, keeps the account’s, and loses the public one again', async () => {
  const parley = await installation()
  await parley('site', 'add', 'daily', '--name', 'Daily', '--origin', 'https://daily.example')
  await parley('link', '--name', 'Mona', '--site', 'daily')
  expect((await parley('person', 'set', 'Mona', '--public-name', ' The night\neditor ')).out).toBe(
    'Mona is called The night editor.\n',
  )
  expect(JSON.parse((await parley('person', 'list', '--json')).out).people).toContainEqual({
    name: 'Mona',
    publicName: 'The night editor',
  })
  expect((await parley('person', 'set', 'Mona', '--public-name', '')).out).toBe('Mona is called by that name.\n')
  expect((await parley('person', 'list')).out).toMatch(/^Mona$/m)
}, 60_000)

test('an unknown account, a name that is too long and half a command are refused in words', async () => {
  const parley = await installation()
  const refusals = [
    [['person', 'set', 'Nobody', '--public-name', 'x'], 'There is no account “Nobody”'],
    [['person', 'set', 'Nobody', '--public-name', 'x'.repeat(61)], 'The name is too long'],
    [['person', 'set', 'Nobody'], 'Say who and how'],
    [['person'], 'There is no command'],
  ] as const
  for (const [args, words] of refusals) {
    const { code, err } = await parley(...args)
    expect([args, code === 0, err]).toEqual([args, false, expect.stringContaining(words)])
  }
}, 60_000)

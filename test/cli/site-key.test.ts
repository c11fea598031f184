import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const env = {
  ...process.env,
  PARLEY_DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'parley-keys-')), 'parley.db')}`,
}
const parley = async (...args: string[]) =>
  JSON.parse((await run(process.execPath, ['server/cli.ts', ...args, '--json'], { env })).stdout)

test('a site’s login has a key, then two, then the new one; the command prints them again', async () => {
  await parley('site', 'add', 'daily', '--name', 'Daily', '--origin', 'https://daily.example')
  const first = await parley('site', 'key', 'daily')
  expect(first.keys).toEqual([{ kid: expect.stringMatching(/^k\w+$/), key: expect.stringMatching(/^[\w-]{43}$/) }])
  expect(await parley('site', 'key', 'daily')).toEqual(first)
  const both = await parley('site', 'key', 'daily', '--new')
  expect(both.keys).toHaveLength(2)
  await expect(parley('site', 'key', 'daily', '--new')).rejects.toThrow(/two keys already/)
  const second = await parley('site', 'key', 'daily', '--end', first.keys[0].kid)
  expect(second.keys).toEqual([both.keys[1]])
  await expect(parley('site', 'key', 'nobody')).rejects.toThrow(/no site/)
}, 60_000)

import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { disqusXml, post, thread } from '../exchange/fixtures/disqus.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'parley-terminal-'))
const env = { ...process.env, PARLEY_DATABASE_URL: `file:${join(folder, 'parley.db')}` }

/** What a terminal gets to see of a command; null on a machine without util-linux. */
async function onTerminal(args: string, more: Record<string, string> = {}): Promise<string | null> {
  const typed = `${process.execPath} server/cli.ts ${args}`
  const said = await run('script', ['-qec', typed, '/dev/null'], { env: { ...env, ...more } }).catch(error => error)
  return said.code === 'ENOENT' ? null : String(said.stdout)
}

/** Control sequences for colours, and for a line that is written over. */
const [COLOUR, DRAWN] = [/\u001b\[[\d;]*m/, /\r[^\n\r]*\u001b\[K/]

test('progress is drawn on a terminal alone, never beside --json, and nothing anywhere is coloured', async context => {
  const file = join(folder, 'disqus.xml')
  writeFileSync(file, disqusXml(thread('t1', 'https://daily.example/story'), post({ id: '1' })))
  const added = await onTerminal('site add daily --name Daily --origin https://daily.example')
  if (added === null) return context.skip('this machine has no “script”')
  const looked = `import disqus ${file} --site daily --dry-run`
  const seen = (await onTerminal(looked))!
  expect(seen).toMatch(DRAWN)
  expect(seen).toContain('1 comment would come under 1 article')
  const machine = (await onTerminal(`${looked} --json`))!
  expect(machine.trim()).toMatch(/^\{.*\}$/)
  const piped = await run(process.execPath, ['server/cli.ts', ...looked.split(' ')], { env })
  expect(piped.stderr).toBe('')
  for (const text of [machine, piped.stdout]) expect(text).not.toMatch(/\u001b|\r(?!\n)/)
  const failed = (await onTerminal('dance', { NO_COLOR: '1' }))!
  for (const text of [added, seen, failed, (await onTerminal('help', { FORCE_COLOR: '1' }))!])
    expect(text).not.toMatch(COLOUR)
}, 60_000)

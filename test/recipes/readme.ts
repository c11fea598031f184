import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { disqusXml, post, thread } from '../exchange/fixtures/disqus.ts'
import { freePort } from '../runtime/free-port.ts'

const ROOT = new URL('../..', import.meta.url).pathname

/** Commands that need what is not here, or end what the next ones need; each with the reason. */
const LEFT_OUT: [RegExp, string][] = [
  [/ restore /, 'is tried with the backup that was just made'],
  [/--mail/, 'needs a mail server'],
  [/\bKEY\b|COMMENT|\bID\b|…|HEAD|FORMAT FILE/, 'stands for something'],
]

/**
 * Types what the README tells to type: each line of its shell blocks that begins with `npm run parley` or `npm run -s parley`, in order, in a
 * folder that is a checkout to all appearances, on an installation that is as the README has made it by then.
 * @throws with each line that does not end with 0
 */
export async function typesReadme(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-readme-'))
  for (const each of readdirSync(ROOT)) if (each !== 'data') symlinkSync(join(ROOT, each), join(folder, each))
  const comments = [thread('t1', 'https://www.example.org/story'), post({ id: '1' })]
  writeFileSync(join(folder, 'disqus.xml'), disqusXml(...comments))
  mkdirSync(join(folder, 'backups'))
  const env = { ...process.env, PORT: String(await freePort()), PARLEY_DATABASE_URL: 'file:data/parley.db' }
  const blocks = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)]
  const lines = blocks.flatMap(([, text]) => text!.split('\n')).filter(line => /^npm run (-s )?parley/.test(line))
  assert(lines.length > 25)
  const [left, failed]: [string[], string[]] = [[], []]
  for (const line of lines) {
    const command = line.replace(/\s{2,}#.*$/, '').replaceAll('/backups', join(folder, 'backups'))
    const reason = LEFT_OUT.find(([words]) => words.test(command))
    if (reason) {
      left.push(`${command} (${reason[1]})`)
      continue
    }
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, env, encoding: 'utf8' })
    if (status !== 0) failed.push(`${command}\n  ended with ${status}: ${stderr || stdout}`)
  }
  assert(failed.length === 0, failed.join('\n'))
  return `README: ${lines.length - left.length} commands as they are typed there; not ${left.join(', ') || 'left out any'}`
}

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { disqusXml, post, thread } from '../exchange/fixtures/disqus.ts'
import { freePort } from '../runtime/free-port.ts'
import { Running } from './stand.ts'

const ROOT = new URL('../..', import.meta.url).pathname

/** Commands that need what is not here, or take longer than the rest together; each with the reason. */
const LEFT_OUT: [RegExp, string][] = [
  [/^npm ci && npm test|^npm run (bench|torture)(?!.* --quick)/, 'takes many minutes, and CI runs it'],
  [/^npm run bench/, 'measures, on a machine that does nothing else'],
  [/wrangler/, 'needs an account'],
  [/dev:worker/, 'serves until it is stopped; the tests start it'],
  [/^docker|^ {2}-e/, 'needs a daemon; .ci/image takes the same steps'],
  [/prk_…/, 'needs a key, which is shown once'],
  [/ restore /, 'needs Parley to be stopped, and is tried then'],
  [/--mail/, 'needs a mail server'],
]

/**
 * Types what the README tells to type: each line of its shell blocks, in order, in a fresh clone where `npm ci` was run and
 * `npm start` serves meanwhile, on an installation that is as the README has made it by then. What a line only stands for
 * (an id, a head, a day's file) is what was printed before.
 * @throws with each line that does not end with 0
 */
export async function typesReadme(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), 'parley-readme-')), 'parley')
  const port = String(await freePort())
  const backups = join(folder, '..', 'backups')
  mkdirSync(backups)
  const env = { ...process.env, PORT: port, PARLEY_DATABASE_URL: `file:${join(folder, 'data/parley.db')}` }
  const types = (command: string, cwd = folder) => spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8' })
  const must = (command: string, cwd?: string): string => {
    const { status, stdout, stderr } = types(command, cwd)
    assert(status === 0, `${command}\n  ended with ${status}: ${stderr || stdout}`)
    return stdout
  }
  const said = (command: string) => JSON.parse(must(`npm run -s parley -- ${command} --json`))
  must(`git clone -q ${JSON.stringify(ROOT)} ${JSON.stringify(folder)}`, tmpdir())
  must('npm ci --prefer-offline')
  const comments = ['/story', '/old-story', '/old', '/'].flatMap((path, at) => [
    thread(`t${at}`, `https://www.example.org${path}`),
    post({ id: String(at + 1), thread: `t${at}` }),
  ])
  writeFileSync(join(folder, 'disqus.xml'), disqusXml(...comments))

  /** What stands for something, and what is there instead. */
  const MEANT: [RegExp, () => string][] = [
    [/\/backups(?=[/ ]|$)/g, () => backups],
    [/https:\/\/comments\.example\.org/g, () => `http://localhost:${port}`],
    [/\bHOOK\b/g, () => said('webhook list --site daily').webhooks.at(-1).id],
    [/\bKEY\b/g, () => said('key list --site daily').keys.at(-1).id],
    [/\bHEAD\b/g, () => said('log verify --site daily').sites[0].head],
    [/\bCOMMENT\b/g, () => /\/c\/(\w+)/.exec(must(`curl -s http://localhost:${port}/feeds/daily/json`))![1]!],
    [/(?<=--end )kmi3x0abc/g, () => said('site key daily').keys[0].kid],
  ]
  const text = readFileSync(join(folder, 'README.md'), 'utf8')
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block!)
  const lines = blocks.flatMap(block => block.split('\n')).filter(Boolean)
  assert(lines.length > 50, `The README has ${lines.length} lines to type`)
  const [left, failed]: [string[], string[]] = [[], []]
  let parley: Running | null = null
  const starts = async () => {
    parley = Running.of('npm', ['start'], { PORT: port, PARLEY_DATABASE_URL: env.PARLEY_DATABASE_URL }, folder)
    await parley.answers(`http://localhost:${port}/healthz`)
  }
  try {
    for (const line of lines) {
      const plain = line.replace(/\s{2,}#.*$/, '')
      if (plain === 'npm ci && npm start') {
        await starts()
        continue
      }
      const reason = LEFT_OUT.find(([words]) => words.test(plain))
      if (reason) {
        left.push(`${plain} (${reason[1]})`)
        continue
      }
      try {
        must(
          MEANT.reduce(
            (command, [words, meant]) => (words.test(command) ? command.replace(words, meant()) : command),
            plain,
          ),
        )
      } catch (error) {
        failed.push((error as Error).message)
      }
      // Somebody has written by the time when there is something to move.
      if (plain.includes('site add daily')) must('npm run -s parley -- import disqus disqus.xml --site daily')
    }
    await (parley as Running | null)?.ends()
    for (const restored of lines.filter(line => / restore /.test(line))) {
      const [copy] = must(`ls ${backups}`).split('\n')
      try {
        must(restored.replace(/\s{2,}#.*$/, '').replace(/restore \S+/, `restore ${join(backups, copy!)}`))
      } catch (error) {
        failed.push((error as Error).message)
      }
    }
  } finally {
    await (parley as Running | null)?.ends()
  }
  assert(failed.length === 0, failed.join('\n'))
  return `README: ${lines.length - left.length} lines as they are typed there; not ${left.join(', ') || 'left out any'}`
}

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as passes } from 'node:timers/promises'
import { disqusXml, post, thread } from '../exchange/fixtures/disqus.ts'
import { freePort } from '../runtime/free-port.ts'
import { Running } from './stand.ts'

const ROOT = new URL('../..', import.meta.url).pathname

/** Commands that need what is not here, or take longer than the rest together; each with the reason. */
const LEFT_OUT: [RegExp, string][] = [
  [/^npm run recipes/, 'is this'],
  [
    /^npm ci && npm test|^npm run (bench|torture)/,
    'takes minutes or a quiet machine; CI runs the tests and the short torture',
  ],
  [/dev:worker/, 'serves until it is stopped; the tests start it'],
]

/** Commands that rightly end otherwise than with 0 on an installation as it is by then. */
const ENDS: [RegExp, code: number, words: string][] = [
  [/person data|erase --email/, 2, 'Nobody has proved this address'],
]

/** The lines of the `sh` blocks of a document, without their remarks; `shell` blocks are left: they need root, Docker or an account. */
function linesOf(text: string): { lines: string[]; left: number } {
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block!)
  const lines = blocks.flatMap(block => block.split('\n')).map(line => line.replace(/\s{2,}#.*$/, '').trim())
  return { lines: lines.filter(Boolean), left: text.match(/```shell\n/g)?.length ?? 0 }
}

/**
 * Types what README.md and docs/*.md tell to type: each line of their shell blocks, in order, with a home of its own, in a
 * fresh clone where `npm start` serves meanwhile; each document on an installation of its own, which is as the document has
 * made it by then. What a line only stands for (an id, a head, a key) is what was printed before.
 * @throws with each line that does not end as it should
 */
export async function typesReadme(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'parley-readme-'))
  const folder = join(home, 'parley')
  const npm = (name: string) => spawnSync('npm', ['config', 'get', name], { encoding: 'utf8' }).stdout.trim()
  const env: Record<string, string | undefined> = {
    ...process.env,
    ...{ HOME: home, npm_config_cache: npm('cache'), npm_config_registry: npm('registry') },
    npm_config_prefer_offline: 'true',
  }
  const types = (command: string, cwd = folder) => spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8' })
  const must = (command: string, cwd?: string): string => {
    const { status, stdout, stderr } = types(command, cwd)
    const [, code, words] = ENDS.find(([line]) => line.test(command)) ?? [null, 0, '']
    const isMeant = status === code && `${stdout}${stderr}`.includes(words)
    assert(isMeant, `${command}\n  ended with ${status}: ${stderr || stdout}`)
    return stdout
  }
  const said = (command: string) => JSON.parse(must(`npm run -s parley -- ${command} --json`))
  let parley: Running | null = null
  const starts = async () => {
    parley = Running.of('npm', ['start'], env as Record<string, string>, folder)
    await parley.answers(`${origin()}/healthz`)
  }
  const origin = () => `http://localhost:${env['PORT']}`
  /** A head is printed once the log is sealed, which a running Parley does each minute. */
  const headOf = async (site: string): Promise<string> => {
    for (let n = 0; n < 50; n++) {
      const { head } = said(`log verify --site ${site}`).sites[0]
      if (head) return head
      await passes(2_000)
    }
    throw new Error('The log was not sealed')
  }
  /** What stands for something, and what is there instead. */
  const MEANT: [RegExp, () => string | Promise<string>][] = [
    [/https:\/\/git\.example\.org\/\S+/g, () => `${JSON.stringify(ROOT)} parley`],
    [/https:\/\/comments\.example\.org/g, origin],
    [/prk_…/g, () => said('key add Curl --site daily').token],
    [/\bHOOK\b/g, () => said('webhook list --site daily').webhooks.at(-1).id],
    [/\bHEAD\b/g, () => headOf('daily')],
    [/\bCOMMENT\b/g, () => /\/c\/(\w+)/.exec(must(`curl -s ${origin()}/feeds/daily/json`))![1]!],
    [/(?<=--end )kmi3x0abc/g, () => said('site key daily').keys[0].kid],
  ]
  const meant = async (line: string): Promise<string> => {
    let command = line
    for (const [words, is] of MEANT) if (words.test(line)) command = command.replace(words, await is())
    return command
  }
  const comments = ['/story', '/old-story', '/old', '/'].flatMap((path, at) => [
    thread(`t${at}`, `https://www.example.org${path}`),
    post({ id: String(at + 1), thread: `t${at}` }),
  ])
  const arrives = () => {
    writeFileSync(join(folder, 'disqus.xml'), disqusXml(...comments))
    must('npm run -s parley -- import disqus disqus.xml --site daily')
  }
  const left: { line: string; why: string }[] = []
  const failed: string[] = []
  let [typed, rooted] = [0, 0]

  const typesAll = async (lines: readonly string[]) => {
    for (const line of lines) {
      const reason = LEFT_OUT.find(([words]) => words.test(line))
      if (reason) {
        left.push({ line, why: reason[1] })
        continue
      }
      typed++
      try {
        // What is typed next is typed where the first line leads.
        if (line.startsWith('git clone')) must(await meant(line), home)
        else if (line === 'npm ci && npm start') {
          must('npm ci')
          await starts()
        } else {
          // A restore is for a Parley that was stopped.
          if (/ restore /.test(line)) await parley?.ends()
          must(await meant(line))
          if (/ restore /.test(line)) await starts()
        }
        // Somebody has written by the time when there is something to move.
        if (line.includes('site add daily')) arrives()
      } catch (error) {
        failed.push((error as Error).message)
        if (line.startsWith('git clone')) throw error
      }
    }
  }

  const documents = ['README.md', ...readdirSync(join(ROOT, 'docs')).map(name => `docs/${name}`)]
  try {
    for (const [at, name] of documents.entries()) {
      const { lines, left: others } = linesOf(readFileSync(join(ROOT, name), 'utf8'))
      rooted += others
      if (lines.length === 0) continue
      env['PORT'] = String(await freePort())
      env['PARLEY_DATABASE_URL'] = `file:data/${at}/parley.db`
      if (name !== 'README.md') {
        // What the document before has written is out of the way.
        must(`git clean -fdq && rm -rf ${home}/backups`)
        if (!lines.some(line => line.includes('site add daily'))) {
          must('npm run -s parley -- site add daily --name Daily --origin https://www.example.org')
          arrives()
          must('npm run -s parley -- link --name Mona --site daily')
        }
        await starts()
      }
      await typesAll(lines)
      await (parley as Running | null)?.ends()
    }
  } finally {
    await (parley as Running | null)?.ends()
  }
  assert(failed.length === 0, failed.join('\n'))
  rmSync(home, { recursive: true, force: true })
  const groups = Object.entries(Object.groupBy(left, ({ why }) => why))
  const others = groups.map(([why, lines]) => `${lines!.map(({ line }) => line).join(', ')} (${why})`)
  return `README and docs: ${typed} lines as they are typed there; ${rooted} blocks for root, Docker or an account left; not ${others.join('; ')}`
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { setTimeout as passes } from 'node:timers/promises'
import { freePort } from '../runtime/free-port.ts'

/** Where the tools are installed and their sites are built; what npm has brought stays for the next time. */
const FOLDER = process.env['RECIPES_FOLDER'] ?? join(tmpdir(), 'parley-recipes')

/** The two pages of each site. The tool makes them from these; `body` is what stands over the thread. */
export const STORIES = [
  { slug: 'a', title: 'Story <a> & “more”', body: 'The first one.' },
  { slug: 'b', title: 'Story b', body: 'The second one.' },
] as const

/** What a host page says of its colours, so that one sees whether the thread follows. */
export const HOST_STYLE = `body { margin: 2rem; font: 1rem/1.5 Georgia, serif; background: #fff; color: #222 }
@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }`

/** A site that a tool has made from a recipe, and how it is reached. */
export interface Made {
  /** Of the tool, as it says itself. */
  version: string
  /** A folder of files, or a program that serves at `origin`. */
  serves: { folder: string } | { command: string; args: string[]; env?: Record<string, string>; cwd?: string }
  /** The paths of the two pages. */
  pages: [a: string, b: string]
  /** Whether a link in the page changes it without leaving it. */
  isClient: boolean
  /** Whether comments of before stand in the page as it is built. */
  isStatic?: boolean
  /** What turns the page's own theme to dark, where it has such a thing; else it follows the system. */
  darkens?: string
  /** Ends what runs beside it. */
  ends?(): Promise<void>
}

/** A way to make pages, with the recipe for it. */
export interface Recipe {
  name: string
  /** Programs that must be on this machine, by their Debian packages. */
  needs?: Record<string, string>
  make(bench: Bench): Promise<Made>
}

/** Where one recipe is tried: a folder, a Parley and an address for the site. */
export class Bench {
  readonly folder: string
  /** Where Parley is. */
  readonly parley: string
  readonly port: number
  constructor(name: string, parley: string, port: number) {
    this.parley = parley
    this.port = port
    this.folder = join(FOLDER, name)
    mkdirSync(this.folder, { recursive: true })
  }
  /** Where the site is. */
  get origin(): string {
    return `http://localhost:${this.port}`
  }
  /** A file of recipes/, with the two things changed that its reader is told to change. */
  recipe(file: string): string {
    const text = readFileSync(new URL(`../../recipes/${file}`, import.meta.url), 'utf8')
    return text.replaceAll('https://comments.example.org', this.parley)
  }
  writes(files: Record<string, string>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true })
      writeFileSync(join(this.folder, path), text)
    }
  }
  copies(from: string, to: string): void {
    cpSync(from, join(this.folder, to), { recursive: true })
  }
  /** What a program prints; its whole output where it fails. */
  runs(command: string, args: string[], env: Record<string, string> = {}, cwd = this.folder): string {
    try {
      return execFileSync(command, args, {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NODE_ENV: 'production', CI: '1', ...QUIET, ...env },
      }).trim()
    } catch (error) {
      const { stdout, stderr } = error as { stdout?: string; stderr?: string }
      throw new Error(`${command} ${args.join(' ')}\n${(error as Error).message}\n${stdout ?? ''}\n${stderr ?? ''}`)
    }
  }
  /** Installs exactly these packages of npm in the site's own folder. */
  installs(dependencies: Record<string, string>, more: object = {}): void {
    this.writes({ 'package.json': JSON.stringify({ name: 'story', private: true, ...more, dependencies }) })
    this.runs('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { NODE_ENV: 'development' })
  }
  /** The version that a package has in its folder. */
  has(name: string): string {
    return JSON.parse(readFileSync(join(this.folder, 'node_modules', name, 'package.json'), 'utf8')).version
  }
}

const QUIET = { NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', DOCUSAURUS_NO_UPDATE_CHECK: '1' }

/** Whether a program is on this machine. */
export function isThere(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some(folder => existsSync(join(folder, program)))
}

/** A process that says when it answers, and ends with what began it. */
export class Running {
  said = ''
  readonly child: ChildProcess
  constructor(child: ChildProcess) {
    this.child = child
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => this.hears(chunk))
    process.once('exit', this.last)
  }
  private readonly last = () => this.tells('SIGKILL')
  /** Tells the whole group: npm ends by a signal and leaves what it has started. */
  private tells(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.child.pid!, signal)
    } catch {
      // It is over.
    }
  }
  private hears(chunk: Buffer): void {
    this.said += chunk
  }
  static of(command: string, args: string[], env: Record<string, string> = {}, cwd?: string): Running {
    const child = spawn(command, args, {
      detached: true,
      env: { ...process.env, ...QUIET, ...env },
      ...(cwd && { cwd }),
    })
    return new Running(child)
  }
  /** @throws with what it said, where it ends or does not answer within a minute */
  async answers(address: string): Promise<void> {
    for (let n = 0; n < 240; n++) {
      if (this.child.exitCode !== null) break
      if (
        await fetch(address).then(
          answer => answer.status < 500,
          () => false,
        )
      )
        return
      await passes(250)
    }
    throw new Error(`${address} does not answer:\n${this.said.slice(-2_000)}`)
  }
  /** Waits until it has said this. */
  async says(words: RegExp): Promise<void> {
    for (let n = 0; n < 240 && this.child.exitCode === null; n++) {
      if (words.test(this.said)) return
      await passes(250)
    }
    throw new Error(`It did not say ${words}:\n${this.said.slice(-2_000)}`)
  }
  async ends(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.tells('SIGKILL')
    const over = new Promise(resolve => this.child.once('exit', resolve))
    this.tells('SIGTERM')
    await Promise.race([over, passes(5_000)])
    this.tells('SIGKILL')
    process.off('exit', this.last)
  }
}

/**
 * A Parley of its own with the site `daily`, on which nothing waits, or else with the demo.
 * @param settings environment variables
 */
export async function openParley(settings: Record<string, string> = {}, site: 'daily' | 'demo' = 'daily') {
  const port = await freePort()
  const root = new URL('../..', import.meta.url).pathname
  const folder = mkdtempSync(join(tmpdir(), 'parley-recipes-'))
  const env = { PARLEY_DATABASE_URL: `file:${join(folder, 'parley.db')}`, PORT: String(port), ...settings }
  const parley = (...args: string[]) =>
    execFileSync(process.execPath, ['server/cli.ts', ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    })
  if (site === 'daily') {
    parley('site', 'add', 'daily', '--name', 'The Daily', '--origin', 'https://www.example.org')
    parley('site', 'set', 'daily', '--setting', 'holds=none', '--setting', 'watchesTyping=no')
  }
  const running = Running.of(process.execPath, ['server/cli.ts', 'start'], env, root)
  await running.answers(`http://localhost:${env.PORT}/healthz`)
  return {
    origin: `http://localhost:${env.PORT}`,
    /** Allows pages of an address. */
    allows: (site: string) => void parley('site', 'set', 'daily', '--origin', site),
    /** A new link to the desk. */
    desk: (): string => JSON.parse(parley('link', '--json')).desk,
    ends: () => running.ends(),
  }
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** Serves a folder as a host of static pages does. */
export async function servesFiles(folder: string, port: number): Promise<() => void> {
  const server = createServer((request, response) => {
    const path = decodeURI(request.url!.split('?')[0]!)
    const tries = [path, join(path, 'index.html'), `${path.replace(/\/$/, '')}.html`].map(each => join(folder, each))
    const file = tries.find(each => existsSync(each) && statSync(each).isFile())
    if (!file) return void response.writeHead(path === '/favicon.ico' ? 204 : 404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    response.end(readFileSync(file))
  })
  await new Promise<void>(resolve => server.listen(port, 'localhost', resolve))
  return () => {
    server.closeAllConnections()
    server.close()
  }
}

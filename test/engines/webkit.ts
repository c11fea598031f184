import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../runtime/free-port.ts'
import { actions, type Engine, type Pane, type Profile } from './engine.ts'
import { ended, program } from './program.ts'

const DRIVER = program('WebKitWebDriver')
const DISPLAY = program('Xvfb')
const BROWSER = program(
  ...['x86_64', 'aarch64'].flatMap(machine =>
    ['4.1', '4.0', '6.0'].map(version => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
  ),
)

/** The browser's own buttons would keep its window from being as narrow as a phone. */
const GTK_STYLE = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px }'
const GTK_SETTINGS =
  '[Settings]\ngtk-icon-sizes=gtk-large-toolbar=1,1:gtk-small-toolbar=1,1:gtk-button=1,1:gtk-menu=1,1\n'

/** A screen that nobody looks at, and the folder of the browser's settings; all profiles share them. */
async function opensScreen() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-webkit-'))
  mkdirSync(join(folder, 'gtk-3.0'))
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), GTK_STYLE)
  writeFileSync(join(folder, 'gtk-3.0/settings.ini'), GTK_SETTINGS)
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp']
  const child = spawn(DISPLAY!, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error('Xvfb ended at once')))
    child.stdio[3]!.once('data', (chunk: Buffer) => resolve(String(chunk).trim()))
  })
  return {
    environment: {
      DISPLAY: `:${number}`,
      ...{ XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder, NO_AT_BRIDGE: '1' },
      // What it is kept in needs rights that a container has not, and a graphics card that it has not either.
      ...{ WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
    async ends() {
      await ended(child)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** One browser by WebDriver's HTTP. It has one window at a time that commands are for: they go one after another. */
class Session {
  private turn: Promise<unknown> = Promise.resolve()
  private current = ''
  private path = ''
  private readonly base: string
  private readonly driver: ChildProcess
  private constructor(base: string, driver: ChildProcess) {
    this.base = base
    this.driver = driver
  }

  static async starts(environment: Record<string, string>, args: string[]): Promise<Session> {
    const port = await freePort()
    const env = { ...process.env, ...environment }
    const driver = spawn(DRIVER!, [`--port=${port}`], { env, stdio: 'ignore' })
    const session = new Session(`http://127.0.0.1:${port}`, driver)
    try {
      const late = Date.now() + 15_000
      while (!(await session.sends('GET', '/status').catch(() => null))) {
        if (Date.now() > late) throw new Error('WebKitWebDriver does not answer')
        await new Promise(resolve => setTimeout(resolve, 20))
      }
      const browser = { binary: BROWSER!, args: ['--automation', ...args] }
      const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browser } }
      const made = (await session.sends('POST', '/session', { capabilities })) as { sessionId: string }
      session.path = `/session/${made.sessionId}`
      return session
    } catch (error) {
      await ended(driver)
      throw error
    }
  }

  private async sends(method: string, path: string, body?: unknown): Promise<unknown> {
    // A page in which nothing goes on must not keep its browser from being ended.
    const signal = AbortSignal.timeout(30_000)
    const text = body === undefined ? null : JSON.stringify(body)
    const answer = await fetch(this.base + path, { method, signal, body: text })
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } }
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`)
    return value
  }

  /** Asks something of one window, or of the browser where none is named. */
  asks(handle: string | null, method: string, path: string, body?: unknown): Promise<unknown> {
    const asked = this.turn.then(async () => {
      if (handle && handle !== this.current) {
        await this.sends('POST', `${this.path}/window`, { handle })
        this.current = handle
      }
      if (method === 'DELETE') this.current = ''
      return this.sends(method, this.path + path, body)
    })
    this.turn = asked.catch(() => {})
    return asked
  }

  async ends(): Promise<void> {
    await this.asks(null, 'DELETE', '').catch(() => {})
    await ended(this.driver)
  }
}

class WebKitPane implements Pane {
  private readonly session: Session
  private readonly handle: string
  constructor(session: Session, handle: string) {
    this.session = session
    this.handle = handle
  }
  private posts(path: string, body: unknown = {}): Promise<unknown> {
    return this.session.asks(this.handle, 'POST', path, body)
  }
  async goesTo(url: string) {
    await this.posts('/url', { url })
  }
  async runs(expression: string) {
    const script = `return (async () => JSON.stringify(await (${expression})))()`
    const value = (await this.posts('/execute/sync', { script, args: [] })) as string | null
    return value === null ? undefined : JSON.parse(value)
  }
  private async acts(given: unknown[]): Promise<void> {
    await this.posts('/actions', { actions: given })
  }
  clicks(x: number, y: number) {
    return this.acts(actions.click(x, y))
  }
  types(text: string) {
    return this.acts(actions.typing(text))
  }
  presses(key: string) {
    return this.acts(actions.press(key))
  }
  async goesBack() {
    await this.posts('/back')
  }
  async resizes(width: number, height: number) {
    // The window has a frame, and the page hears of its new size a while later.
    const frame = (await this.runs('[outerWidth - innerWidth, outerHeight - innerHeight]')) as [number, number]
    await this.posts('/window/rect', { x: 0, y: 0, width: width + frame[0], height: height + frame[1] })
    const late = Date.now() + 5_000
    while ((await this.runs('innerWidth')) !== width) {
      if (Date.now() > late) throw new Error(`the window is not ${width} px wide`)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
  async pictures() {
    return Buffer.from((await this.session.asks(this.handle, 'GET', '/screenshot')) as string, 'base64')
  }
  async closes() {
    await this.session.asks(this.handle, 'DELETE', '/window')
  }
}

let screen: ReturnType<typeof opensScreen> | undefined

/** WebKit as GTK has it, which is Safari's engine without Safari's own rules on cookies. */
export const webkit: Engine = {
  name: 'WebKit',
  program: DRIVER && DISPLAY && BROWSER,
  packages: 'webkit2gtk-driver xvfb',
  async profile({ isWithoutScript = false } = {}): Promise<Profile> {
    screen ??= opensScreen()
    const session = await Session.starts(
      (await screen).environment,
      isWithoutScript ? ['--enable-javascript=false'] : [],
    )
    const known = new Map<string, WebKitPane>()
    const handles = async () => (await session.asks(null, 'GET', '/window/handles')) as string[]
    const paneOf = (handle: string): WebKitPane => {
      if (!known.has(handle)) known.set(handle, new WebKitPane(session, handle))
      return known.get(handle)!
    }
    let isFirst = true
    return {
      async opens() {
        if (!isFirst) {
          const made = (await session.asks(null, 'POST', '/window/new', { type: 'window' })) as { handle: string }
          return paneOf(made.handle)
        }
        isFirst = false
        return paneOf((await handles())[0]!)
      },
      panes: async () => (await handles()).map(paneOf),
      ends: () => session.ends(),
    }
  },
  async ends() {
    await (await screen)?.ends()
    screen = undefined
  },
}

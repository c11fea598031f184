import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actions, type Engine, type Pane, type Profile } from './engine.ts'
import { ended, program } from './program.ts'

const PROGRAM = process.env['FIREFOX'] || program('firefox-esr', 'firefox')

/** A window opens when a page asks for it at a press, as it does for readers; nothing calls home. */
const PREFERENCES = {
  'browser.shell.checkDefaultBrowser': false,
  'app.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'dom.ipc.processPrelaunch.enabled': false,
  'remote.prefs.recommended': true,
}

type Answer = Record<string, unknown>

/**
 * Firefox by WebDriver BiDi, the protocol it speaks itself: JSON over one WebSocket, which Node has. That is less than a
 * package for it would bring.
 */
class Firefox {
  private last = 0
  private readonly due = new Map<number, { resolve(value: Answer): void; reject(error: Error): void }>()
  private readonly child: ChildProcess
  private readonly folder: string
  private readonly socket: WebSocket
  isWithoutScript = false

  private constructor(child: ChildProcess, folder: string, socket: WebSocket) {
    this.child = child
    this.folder = folder
    this.socket = socket
    socket.addEventListener('message', ({ data }) => {
      const { id, result, error, message } = JSON.parse(String(data))
      const due = this.due.get(id)
      this.due.delete(id)
      if (error) due?.reject(new Error(`${error}: ${message}`))
      else due?.resolve(result)
    })
    socket.addEventListener('close', () => {
      for (const { reject } of this.due.values()) reject(new Error('Firefox has gone'))
    })
  }

  static async starts(preferences: Record<string, unknown> = {}): Promise<Firefox> {
    const folder = mkdtempSync(join(tmpdir(), 'parley-firefox-'))
    const lines = Object.entries({ ...PREFERENCES, ...preferences }).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    )
    writeFileSync(join(folder, 'user.js'), lines.join(''))
    const args = ['--headless', '--no-remote', '--profile', folder, '--remote-debugging-port', '0', 'about:blank']
    const child = spawn(PROGRAM!, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    const address = await new Promise<string>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', () => reject(new Error(`Firefox ended at once: ${said}`)))
      child.stderr!.on('data', (chunk: Buffer) => {
        said = (said + chunk).slice(-4_000)
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)
        if (found) resolve(`${found[1]}/session`)
      })
    })
    const socket = new WebSocket(address)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', reject)
    })
    const firefox = new Firefox(child, folder, socket)
    await firefox.asks('session.new', { capabilities: {} })
    return firefox
  }

  asks(method: string, params: Answer = {}): Promise<Answer> {
    const id = ++this.last
    return new Promise((resolve, reject) => {
      this.due.set(id, { resolve, reject })
      this.socket.send(JSON.stringify({ id, method, params }))
    })
  }

  async ends(): Promise<void> {
    await this.asks('browser.close').catch(() => {})
    await ended(this.child)
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

class FirefoxPane implements Pane {
  private readonly firefox: Firefox
  readonly context: string
  constructor(firefox: Firefox, context: string) {
    this.firefox = firefox
    this.context = context
  }
  private asks(method: string, params: Answer = {}): Promise<Answer> {
    return this.firefox.asks(method, { context: this.context, ...params })
  }
  async goesTo(url: string) {
    await this.asks('browsingContext.navigate', { url, wait: 'complete' })
  }
  async runs(expression: string) {
    const { isWithoutScript } = this.firefox
    const answer = (await this.firefox.asks('script.evaluate', {
      // Where a page runs no script, what is asked from outside runs beside it, and none of its promises comes true.
      expression: isWithoutScript
        ? `JSON.stringify(${expression})`
        : `(async () => JSON.stringify(await (${expression})))()`,
      target: { context: this.context, ...(isWithoutScript && { sandbox: 'parley' }) },
      awaitPromise: true,
    })) as { result: { value?: string }; exceptionDetails?: { text: string } }
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text)
    return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value)
  }
  private async acts(given: unknown[]): Promise<void> {
    await this.asks('browsingContext.activate')
    await this.asks('input.performActions', { actions: given })
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
    await this.asks('browsingContext.traverseHistory', { delta: -1 })
  }
  async resizes(width: number, height: number) {
    await this.asks('browsingContext.setViewport', { viewport: { width, height } })
  }
  async pictures() {
    const { data } = await this.asks('browsingContext.captureScreenshot')
    return Buffer.from(data as string, 'base64')
  }
  async closes() {
    await this.asks('browsingContext.close')
  }
}

let shared: Promise<Firefox> | undefined

/** Firefox; all profiles that run scripts are containers of one process. */
export const firefox: Engine = {
  name: 'Firefox',
  program: PROGRAM,
  packages: 'firefox-esr',
  async profile({ isWithoutScript = false } = {}): Promise<Profile> {
    shared ??= isWithoutScript ? undefined : Firefox.starts()
    const own = isWithoutScript ? await Firefox.starts({ 'javascript.enabled': false }) : await shared!
    own.isWithoutScript = isWithoutScript
    const { userContext } = await own.asks('browser.createUserContext')
    const known = new Map<string, FirefoxPane>()
    const paneOf = (context: string): FirefoxPane => {
      if (!known.has(context)) known.set(context, new FirefoxPane(own, context))
      return known.get(context)!
    }
    return {
      async opens() {
        const { context } = await own.asks('browsingContext.create', { type: 'window', userContext })
        return paneOf(context as string)
      },
      async panes() {
        const { contexts } = (await own.asks('browsingContext.getTree', { maxDepth: 0 })) as {
          contexts: { context: string; userContext: string }[]
        }
        return contexts.filter(each => each.userContext === userContext).map(each => paneOf(each.context))
      },
      async ends() {
        if (isWithoutScript) await own.ends()
        else await own.asks('browser.removeUserContext', { userContext })
      },
    }
  },
  async ends() {
    await (await shared)?.ends()
    shared = undefined
  },
}

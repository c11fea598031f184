import { AXE } from '../browser/axe.ts'
import type { Engine, Pane, Profile, ProfileOptions } from './engine.ts'
import { type Found, lookingFor, type Sought, type Task } from './finding.ts'

/** What people wait for may take a busy machine a while. */
const PATIENCE = 20_000

/** Asks again and again until there is an answer; how often is of no matter to what is found. */
export async function until<T>(what: string, asks: () => Promise<T | null | undefined | false>): Promise<T> {
  const late = Date.now() + PATIENCE
  let fault: unknown
  for (;;) {
    try {
      const found = await asks()
      if (found) return found
      fault = undefined
    } catch (error) {
      // A page that is on its way elsewhere answers nothing.
      fault = error
    }
    if (Date.now() > late) throw new Error(`waited in vain for ${what}${fault ? ` (${(fault as Error).message})` : ''}`)
    await new Promise(resolve => setTimeout(resolve, 25))
  }
}

const told = (sought: Sought): string =>
  JSON.stringify(sought, (_, value) => (value instanceof RegExp ? String(value) : value))

/** A window of a reader's or a moderator's browser, whatever its engine. Everything waits for what it needs. */
export class Window {
  readonly pane: Pane
  constructor(pane: Pane) {
    this.pane = pane
  }

  goesTo(url: string): Promise<void> {
    return this.pane.goesTo(url)
  }

  reloads(): Promise<void> {
    return this.runs(() => location.href).then(url => this.pane.goesTo('about:blank').then(() => this.pane.goesTo(url)))
  }

  /** What a function gives in the page; it takes nothing along from here but its arguments. */
  runs<A extends unknown[], T>(does: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return this.pane.runs(`(${does})(...${JSON.stringify(args)})`) as Promise<T>
  }

  /** What axe finds wrong with the page or a part of it, once nothing moves there. */
  faults(part = 'html'): Promise<unknown> {
    return this.pane.runs(`(async () => { await (${AXE.settles})(); ${AXE.source}; return ${AXE.looks(part)} })()`)
  }

  /** What is there now, or null. */
  async looks(sought: Sought, more: Omit<Task, 'sought'> = {}): Promise<Found | null> {
    return ((await this.pane.runs(lookingFor({ sought, ...more }))) as Found | null) ?? null
  }

  /** What is there as soon as it is. */
  sees(sought: Sought, more: Omit<Task, 'sought'> = {}): Promise<Found> {
    return until(told(sought), () => this.looks(sought, more))
  }

  /** How many there are now. */
  async counts(sought: Sought): Promise<number> {
    return (await this.looks(sought))?.count ?? 0
  }

  /** Waits until it is there no more. */
  async misses(sought: Sought): Promise<void> {
    await until(`no ${told(sought)}`, async () => (await this.looks(sought)) === null)
  }

  /** Presses in its middle, once it stands still and nothing lies over it. */
  async clicks(sought: Sought): Promise<void> {
    let obstacle: string | null = null
    let before = ''
    const { box } = await until(`${told(sought)} to be pressed`, async () => {
      const found = await this.looks(sought, { does: 'ready' })
      const last = before
      before = JSON.stringify(found?.box)
      obstacle = found ? (found.obstacle ?? (before === last ? null : 'moves')) : 'is not there'
      return obstacle ? null : found
    }).catch(error => {
      throw new Error(`${error.message}: it ${obstacle}`)
    })
    await this.pane.clicks(box.x + box.width / 2, box.y + box.height / 2)
  }

  /** Types into a field in the place of what was there. */
  async fills(sought: Sought, text: string): Promise<void> {
    await this.clicks(sought)
    const { value } = await this.sees(sought, { does: 'select' })
    if (value && !text) await this.pane.presses('Backspace')
    await this.pane.types(text)
    await until(`${told(sought)} to say ${text}`, async () => (await this.looks(sought))?.value === text)
  }

  presses(key: string): Promise<void> {
    return this.pane.presses(key)
  }

  types(text: string): Promise<void> {
    return this.pane.types(text)
  }

  /** The name of what has the focus, inside of shadow roots, too. */
  focused(): Promise<string> {
    return this.runs(() => {
      let at = document.activeElement
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
      return at?.getAttribute('aria-label') ?? (at?.textContent || at?.tagName) ?? ''
    })
  }

  /** What went wrong on a page that was made by `page.ts`. */
  troubles(): Promise<string[]> {
    return this.runs(() => (globalThis as unknown as { troubles?: string[] }).troubles ?? [])
  }
}

/** Somebody with a browser of their own. */
export class Person {
  private readonly profile: Profile
  private readonly windows = new Map<Pane, Window>()
  private constructor(profile: Profile) {
    this.profile = profile
  }

  static async with(engine: Engine, options?: ProfileOptions): Promise<Person> {
    return new Person(await engine.profile(options))
  }

  private windowOf(pane: Pane): Window {
    if (!this.windows.has(pane)) this.windows.set(pane, new Window(pane))
    return this.windows.get(pane)!
  }

  /** Opens a page in a window of this size, in CSS pixels. */
  async opens(url: string, width = 1280, height = 900): Promise<Window> {
    const pane = await this.profile.opens()
    await pane.resizes(width, height)
    await pane.goesTo(url)
    return this.windowOf(pane)
  }

  /** The window that comes when something is done. */
  async getsWindow(does: () => Promise<void>): Promise<Window> {
    const before = new Set(await this.profile.panes())
    await does()
    return until('a window', async () => {
      const fresh = (await this.profile.panes()).find(pane => !before.has(pane))
      return fresh && this.windowOf(fresh)
    })
  }

  /** How many windows are open. */
  async windowCount(): Promise<number> {
    return (await this.profile.panes()).length
  }

  leaves(): Promise<void> {
    return this.profile.ends()
  }
}

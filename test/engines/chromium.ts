import type { Browser, Page } from 'playwright-core'
import { CHROMIUM, launchChromium } from '../browser/chromium.ts'
import type { Engine, Pane } from './engine.ts'

let browser: Promise<Browser> | undefined

class ChromiumPane implements Pane {
  private readonly page: Page
  constructor(page: Page) {
    this.page = page
  }
  async goesTo(url: string) {
    await this.page.goto(url)
  }
  runs(expression: string) {
    return this.page.evaluate(expression)
  }
  clicks(x: number, y: number) {
    return this.page.mouse.click(x, y)
  }
  types(text: string) {
    return this.page.keyboard.type(text)
  }
  presses(key: string) {
    return this.page.keyboard.press(key)
  }
  async goesBack() {
    await this.page.goBack()
  }
  resizes(width: number, height: number) {
    return this.page.setViewportSize({ width, height })
  }
  pictures() {
    return this.page.screenshot()
  }
  closes() {
    return this.page.close()
  }
}

/** Chromium, by its own protocol. */
export const chromium: Engine = {
  name: 'Chromium',
  program: CHROMIUM,
  packages: 'chromium',
  async profile({ isWithoutScript = false } = {}) {
    browser ??= launchChromium()
    const context = await (await browser).newContext({ javaScriptEnabled: !isWithoutScript })
    const known = new Map<Page, Pane>()
    const paneOf = (page: Page): Pane => {
      if (!known.has(page)) known.set(page, new ChromiumPane(page))
      return known.get(page)!
    }
    return {
      opens: async () => paneOf(await context.newPage()),
      panes: async () => context.pages().map(paneOf),
      ends: () => context.close(),
    }
  },
  async ends() {
    await (await browser)?.close()
    browser = undefined
  },
}

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Browser, BrowserContext, BrowserContextOptions, LaunchOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { newId, readId } from '../../server/comments/ids.ts'
import type { Role } from '../../server/contract.ts'
import type { Deps } from '../../server/deps.ts'
import { loadSamples } from '../../server/exchange/load-samples.ts'
import { makeDeskLink } from '../../server/people/desk-session.ts'
import { DEMO } from '../../server/sites/demo.ts'
import type { Store } from '../../server/store/store.ts'
import { Reader, type Send, tokenOf } from '../people.ts'
import { freePort } from '../runtime/free-port.ts'
import { serveParley } from '../runtime/serve-parley.ts'
import { AXE } from './axe.ts'
import { launchChromium, sharedChromium } from './chromium.ts'

export { CHROMIUM, WHOLE_CHROMIUM } from './chromium.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

export interface HostPage {
  html: string
  type?: string
  csp?: string
  /** Sent as `Cross-Origin-Opener-Policy`. */
  coop?: string
}

/**
 * A real Parley on a port of its own, a site next door on another origin, and a browser.
 * @param settings environment variables beside those that every stage has
 * @param launch how the browser is started, where it matters
 * @param instead how other servers answer Parley
 */
export async function openStage(
  settings: Record<string, string> = {},
  launch: LaunchOptions = {},
  instead?: Pick<Deps, 'fetch'>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-browser-'))
  const port = await freePort()
  const start = (before?: (store: Store) => Promise<unknown>) =>
    serveParley(
      { PARLEY_DATABASE_URL: `file:${join(folder, 'parley.db')}`, PORT: String(port), ...settings },
      before,
      // Two browsers beside it press a small machine; how a server answers that is pressed has tests of its own.
      { isPressed: () => false, ...instead },
    )
  let parley = await start()
  const pages = new Map<string, HostPage>()
  const host = createServer((request, response) => {
    const page = pages.get(decodeURI(request.url!.split('?')[0]!))
    if (!page) return response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end()
    const csp = page.csp ? { 'content-security-policy': page.csp } : {}
    const coop = page.coop ? { 'cross-origin-opener-policy': page.coop } : {}
    response.writeHead(200, { ...coop, 'content-type': page.type ?? 'text/html; charset=utf-8', ...csp }).end(page.html)
  })
  await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve))
  const next = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
  const isOwn = Object.keys(launch).length > 0
  let browser: Browser | undefined
  const profiles: BrowserContext[] = []

  return {
    /** Where Parley is reached. */
    origin: parley.origin,
    sample: parley.sample,
    samplePersian: new URL(parley.origin + DEMO.pages.fa.path).href,
    /** Puts a page on the site next door and gives its address. */
    hosts(path: string, page: HostPage): string {
      pages.set(path, page)
      return next + path
    },
    store: () => parley.store,
    /** A one-time desk link for a moderator of the demo site, or its owner. */
    async link(name: string, role: Role = 'moderator'): Promise<string> {
      const { store, origin } = parley
      const person = await store.people.ensure(newId(Date.now()), name, Date.now())
      await store.people.grant(person.id, [DEMO.site], role)
      return makeDeskLink({ store, clock: Date.now, config: { origin } }, person.id)
    },
    /** Puts the 200 sample comments under the demo's articles. */
    loadSamples: () => loadSamples(parley.deps, DEMO.site),
    /** Approves everything that waits on the demo site, as a moderator would. */
    approveAll: (store: Store = parley.store) => approveAll(store),
    /** Closes every thread of the demo site, or opens it again. */
    async close(isClosed: boolean): Promise<void> {
      await parley.store.engine.write([
        sql`UPDATE articles SET is_closed = ${isClosed ? 1 : 0} WHERE site_id = ${DEMO.site}`,
      ])
    },
    /** Somebody who reads and writes on a page without a browser. */
    reader(name: string, address: string): Reader {
      const { origin } = new URL(address)
      const send: Send = (path, { json, ...init } = {}) =>
        fetch(parley.origin + path, {
          ...init,
          ...(json !== undefined && { body: JSON.stringify(json) }),
          headers: { ...(init.headers as Record<string, string>), ...JSON_TYPE },
        })
      return new Reader(tokenOf(name, 1), { site: DEMO.site, origin, page: address, send })
    },
    /** Puts published comments under a page, each by somebody of their own. */
    async publishes(address: string, ...texts: string[]): Promise<void> {
      for (const text of texts) await this.reader(text.replace(/\W/g, ''), address).posts(text)
      await this.approveAll()
    },
    async opens(options?: BrowserContextOptions) {
      browser ??= await (isOwn ? launchChromium(launch) : sharedChromium())
      const opened = await opens(browser, options)
      profiles.push(opened.context)
      return opened
    },
    stopParley: () => parley.stop(),
    /** Starts it again; `before` sees its database before anybody is served. */
    async startParley(before?: (store: Store) => Promise<unknown>) {
      parley = await start(before)
    },
    async end() {
      await Promise.all(profiles.map(profile => profile.close()))
      if (isOwn) await browser?.close()
      await parley.stop().catch(() => {})
      host.closeAllConnections()
      await new Promise(resolve => host.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Presses what the head of the desk offers by this name, wherever it has room for it. */
export async function pressesAbove(desk: Page, name: string | RegExp): Promise<void> {
  await desk.locator('.top').waitFor()
  const menu = desk.getByRole('button', { name: 'Menu' })
  if (await menu.isVisible()) await menu.click()
  await desk.getByRole('button', { name, exact: true }).click()
}

export type Stage = Awaited<ReturnType<typeof openStage>>

async function approveAll(store: Store): Promise<void> {
  const person = await store.people.ensure(newId(Date.now()), 'Mona', Date.now())
  await store.people.grant(person.id, [DEMO.site], 'moderator')
  const { cases } = await store.queue.page(DEMO.site, 'pending', 50, null)
  const asked = cases.map(
    ({ id, version }) => ({ id: readId(id)!, ruling: 'approve', seen: version, reason: null, note: null }) as const,
  )
  await store.rulings.make(DEMO.site, asked, { ruler: 'moderator', personId: person.id }, Date.now())
}

/** A page in a browser profile of its own, with everything that went wrong on it. */
async function opens(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(String(error)))
  page.on('console', message => {
    // Where the machine stands still, the server refuses what it has no time for, and is asked again.
    if (message.type() === 'error' && !message.text().includes(' 503 ')) troubles.push(message.text())
  })
  return { page, troubles, context }
}

/**
 * Nothing that axe can see is wrong with the page or this part of it.
 * @param leaves rules of axe that are not about what is looked at here
 */
export async function expectAccessible(page: Page, part = 'html', leaves: string[] = []): Promise<void> {
  await page.evaluate(AXE.settles)
  // A page under a strict policy takes no script from elsewhere; the protocol's own evaluation is not bound by it.
  expect(await page.evaluate(`${AXE.source}; ${AXE.looks(part, leaves)}`)).toEqual([])
}

/** Writes in the composer at the top of the thread and posts. */
export async function posts(page: Page, text: string, name?: string): Promise<void> {
  const thread = page.locator('parley-thread, [data-parley-site]').first()
  await thread.getByRole('textbox', { name: /write a comment|دیدگاه خود را/i }).fill(text)
  if (name !== undefined)
    await thread
      .getByRole('textbox', { name: /^name|^نام/i })
      .first()
      .fill(name)
  await thread.getByRole('button', { name: /^(post|ارسال)/i }).click()
}

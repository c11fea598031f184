import type { CDPSession, Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a page holds on to, as its browser counts it. */
export interface Holdings {
  listeners: number
  windowListeners: number
  documentListeners: number
  timers: number
  observers: number
  threads: number
}

/** Runs in the page before its own scripts: counts timers that are due and observers that watch. */
function countTimersAndObservers() {
  const timers = new Set<unknown>()
  const observers = new Set<MutationObserver>()
  const { setTimeout, setInterval, clearTimeout, clearInterval } = window
  const host = window as unknown as Record<string, unknown>
  host['setTimeout'] = (run: () => void, wait?: number) => {
    const id = setTimeout(() => {
      timers.delete(id)
      run()
    }, wait)
    timers.add(id)
    return id
  }
  host['setInterval'] = (run: () => void, wait?: number) => {
    const id = setInterval(run, wait)
    timers.add(id)
    return id
  }
  host['clearTimeout'] = (id: number) => timers.delete(id) && clearTimeout(id)
  host['clearInterval'] = (id: number) => timers.delete(id) && clearInterval(id)
  const { observe, disconnect } = MutationObserver.prototype
  MutationObserver.prototype.observe = function (...all) {
    observers.add(this)
    return observe.apply(this, all)
  }
  MutationObserver.prototype.disconnect = function () {
    observers.delete(this)
    return disconnect.apply(this)
  }
  host['__held'] = () => ({ timers: timers.size, observers: observers.size })
}

/** Counts what a page holds on to. Made before the page is opened. */
export async function countingOn(page: Page): Promise<() => Promise<Holdings>> {
  await page.addInitScript(countTimersAndObservers)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.enable')
  return async () => {
    await session.send('HeapProfiler.collectGarbage')
    const { metrics } = await session.send('Performance.getMetrics')
    const held = await page.evaluate(() => (window as unknown as { __held(): Holdings }).__held())
    return {
      ...held,
      listeners: metrics.find(({ name }) => name === 'JSEventListeners')!.value,
      windowListeners: await listenersOf(session, 'window'),
      documentListeners: await listenersOf(session, 'document'),
      threads: await page.locator('parley-thread .root > section').count(),
    }
  }
}

/** What a page holds on to once three counts in a row agree: routers tidy up a while after the page is shown. */
export async function settled(count: () => Promise<Holdings>): Promise<Holdings> {
  const counts: string[] = []
  await expect
    .poll(async () => {
      counts.push(JSON.stringify(await count()))
      return new Set(counts.slice(-3)).size === 1 && counts.length > 2
    })
    .toBe(true)
  return JSON.parse(counts.at(-1)!)
}

async function listenersOf(session: CDPSession, expression: string): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression })
  const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId! })
  return listeners.length
}

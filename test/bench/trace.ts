import type { Browser, Page } from 'playwright-core'

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  /** Microseconds by the thread's own clock. */
  tdur?: number
  args: { name?: string; data?: { url?: string; requestId?: string } }
}

const CATEGORIES = ['__metadata', 'devtools.timeline', 'disabled-by-default-devtools.timeline']

/**
 * The tasks of a page's main thread during some work, as ms by the thread's own clock: what it waits for a CPU that
 * others use is not in them, what a slowed CPU takes longer is. In the first load of a page they count from the arrival
 * of the script on: the host page is not ours.
 */
export async function tasksDuring(browser: Browser, page: Page, work: () => Promise<unknown>): Promise<number[]> {
  await browser.startTracing(page, { categories: CATEGORIES })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const main = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  )
  const asked = traceEvents.find(
    ({ name, args }) => name === 'ResourceSendRequest' && args.data?.url?.endsWith('/embed.js'),
  )
  const came = traceEvents.find(
    ({ name, args }) => asked && name === 'ResourceFinish' && args.data?.requestId === asked.args.data!.requestId,
  )
  return traceEvents
    .filter(event => event.name === 'RunTask' && main.has(threadOf(event)) && event.ts >= (came?.ts ?? 0))
    .map(({ tdur = 0 }) => tdur / 1000)
}

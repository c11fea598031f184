import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { HOST, SITE } from './seed/seed.ts'

/** A site next door: the page `/KEY` holds the thread of that article of the seed. */
export async function serveHostPages(parley: string) {
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return response.writeHead(204).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title>
<script type="module" src="${parley}/embed.js"></script>
<h1>An article</h1><p>It is short, so that its thread begins on the first screen.</p>
<parley-thread site="${SITE}" url="${HOST}${request.url}"></parley-thread>`)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  async function stop() {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}

/** How a reader's machine and line are. */
export interface Reader {
  /** How many times slower than this machine's the CPU is. */
  slower: number
  /** Ms from sending any request to the beginning of its answer, at least. */
  roundTrip: number
}

/** Runs in the page before anything else, and notes when the first comment has been painted. */
const NOTES_FIRST_COMMENT = `requestAnimationFrame(function look() {
  const comment = document.querySelector('parley-thread')?.shadowRoot?.querySelector('article')
  requestAnimationFrame(comment ? () => { globalThis.firstComment = performance.now() } : look)
})`

/** A page in a browser profile that has never been here; in the window of a phone. */
export async function openPage(browser: Browser, { slower, roundTrip }: Reader) {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 } })
  const page = await context.newPage()
  const requests: string[] = []
  page.on('request', request => requests.push(request.method()))
  await page.addInitScript(NOTES_FIRST_COMMENT)
  const protocol = await context.newCDPSession(page)
  await protocol.send('Network.enable')
  const line = { offline: false, latency: roundTrip, downloadThroughput: -1, uploadThroughput: -1 }
  await protocol.send('Network.emulateNetworkConditions', line)
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return { page, requests, close: () => context.close() }
}

/** The thread in a page: expressions that the page itself evaluates. */
const ROOT = `document.querySelector('parley-thread').shadowRoot`
const COMMENTS = `${ROOT}.querySelectorAll('article').length`
const ANSWER = `performance.getEntriesByType('resource').find(({ name }) => name.includes('/api/threads?')).responseEnd`

/** Waits until so many comments are drawn. */
export async function drawn(page: Page, comments: number): Promise<void> {
  const isDrawn = `globalThis.firstComment && ${COMMENTS} >= ${comments}`
  await page.waitForFunction(isDrawn, undefined, { polling: 100, timeout: 120_000 })
}

/** When the first comment was painted, when the answer with it had come (ms since navigation), and all nodes drawn. */
export const lookAt = (page: Page) =>
  page.evaluate<{ firstComment: number; answer: number; nodes: number }>(
    `({ firstComment, answer: ${ANSWER}, nodes: ${ROOT}.querySelectorAll('*').length })`,
  )

/** Presses every button for more as soon as it is there, until so many comments are drawn; gives how long it took. */
export const opensUpTo = (page: Page, comments: number) =>
  page.evaluate<number>(`new Promise(resolve => {
    const begin = performance.now()
    const look = () => {
      if (${COMMENTS} >= ${comments}) return resolve(performance.now() - begin)
      ${ROOT}.querySelector('.more button:not([aria-disabled=true])')?.click()
      requestAnimationFrame(look)
    }
    look()
  })`)

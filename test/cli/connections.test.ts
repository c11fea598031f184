import { mkdtempSync } from 'node:fs'
import { Agent, get, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { EventReader } from '../event-stream.ts'
import { plainText } from '../people.ts'
import { freePort } from '../runtime/free-port.ts'
import { serveParley } from '../runtime/serve-parley.ts'

/** Streams over real connections, as Node serves them. */
async function served() {
  const databaseUrl = `file:${join(mkdtempSync(join(tmpdir(), 'parley-stream-')), 'parley.db')}`
  const port = await freePort()
  const settings = { PARLEY_DATABASE_URL: databaseUrl, PORT: String(port) }
  const start = () => serveParley(settings, store => store.sites.change('demo', { settings: { holds: 'none' } }))
  let parley = await start()
  onTestFinished(() => parley.stop().catch(() => {}))
  const { origin, sample } = parley
  const path = `/api/threads/stream?${new URLSearchParams({ site: 'demo', url: sample })}`
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  return {
    port,
    path,
    settings,
    stop: () => parley.stop(),
    async startAgain() {
      parley = await start()
    },
    opens: (headers: Record<string, string> = {}) =>
      new Promise<IncomingMessage>((resolve, reject) =>
        get(origin + path, { agent, headers }, resolve).once('error', reject),
      ),
    async posts(text: string, at = origin) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer prl_${'a'.repeat(43)}` }
      const body = JSON.stringify({ site: 'demo', url: sample, text })
      const { status } = await fetch(`${at}/api/comments`, { method: 'POST', headers, body })
      expect(status).toBe(201)
    },
  }
}

const readerOf = (response: IncomingMessage) => new EventReader(Readable.toWeb(response) as ReadableStream<Uint8Array>)

test('connections that break off release their streams', async () => {
  const { port, path, opens } = await served()
  const sockets: Socket[] = []
  for (let n = 0; n < 50; n++) {
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.once('data', head => (String(head).includes(' 200 ') ? resolve() : reject(new Error(String(head)))))
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`)
    })
  }
  const full = await opens()
  expect(full.resume().statusCode).toBe(204)
  for (const socket of sockets) socket.resetAndDestroy()
  await expect
    .poll(async () => {
      const response = await opens()
      response.on('error', () => {}).destroy()
      return response.statusCode
    })
    .toBe(200)
})

test('a comment that another server takes into the same database is told', async () => {
  const { opens, posts, settings } = await served()
  const reader = readerOf(await opens())
  await reader.next()
  const other = await serveParley({ ...settings, PORT: String(await freePort()) })
  onTestFinished(() => other.stop())
  await posts('Of the other one', other.origin)
  expect((await reader.changes())!.comments.map(plainText)).toEqual(['Of the other one'])
  await reader.leave()
})

test('the server stops at once though a stream is open, and the next one begins where it broke off', async () => {
  const { opens, posts, stop, startAgain } = await served()
  const reader = readerOf(await opens())
  await reader.next()
  await posts('Before the end')
  const heard = (await reader.changes())!
  expect(heard.comments.map(plainText)).toEqual(['Before the end'])
  await stop()
  expect(await reader.next()).toBeNull()
  await startAgain()
  await posts('After it')
  const again = readerOf(await opens({ 'last-event-id': heard.id! }))
  expect((await again.changes())!.comments.map(plainText)).toEqual(['After it'])
  await again.leave()
})

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../runtime/free-port.ts'

test.skipIf(process.platform !== 'linux')(
  'a restart under load fails nobody who asks once more, where the new process takes over from the old one',
  async () => {
    const port = await freePort()
    const folder = mkdtempSync(join(tmpdir(), 'parley-take-over-'))
    const env = { ...process.env, PARLEY_DATABASE_URL: `file:${join(folder, 'parley.db')}`, PORT: String(port) }
    const start = async (...flags: string[]) => {
      const child = spawn(process.execPath, ['server/cli.ts', 'start', '--json', ...flags], {
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      onTestFinished(() => void child.kill('SIGKILL'))
      await new Promise((resolve, reject) => {
        child.stdout.once('data', resolve)
        child.once('exit', code => reject(new Error(`ended with ${code}`)))
      })
      return child
    }
    const end = (child: ChildProcess) =>
      new Promise<number | null>(resolve => {
        child.once('exit', code => resolve(code))
        child.kill('SIGTERM')
      })

    const url = `http://localhost:${port}/demo/the-night-ferry`
    const failed: string[] = []
    let [answered, isOver] = [0, false]
    /** One request on a connection of its own, or on one that is kept, as proxies keep them. */
    const asks = (
      method: 'GET' | 'POST',
      path: string,
      agent: Agent | false,
      body?: string,
      isAgain = false,
    ): Promise<void> =>
      new Promise(resolve => {
        const headers = body
          ? {
              'content-type': 'application/json',
              authorization: `Bearer prl_${'a'.repeat(43)}`,
              'idempotency-key': key(body),
            }
          : {}
        const sent = request({ host: '127.0.0.1', port, path, method, headers, agent }, answer => {
          answer.resume().once('end', () => {
            answered += 1
            if (answer.statusCode! >= 500) failed.push(`${path} ${answer.statusCode}`)
            resolve()
          })
        })
        sent.once('error', error => {
          // A kept connection may be closed just as it is used; every client asks again then (RFC 9110, 9.2.2).
          if (sent.reusedSocket && !isAgain) return resolve(asks(method, path, agent, body, true))
          failed.push(`${method} ${path} ${error.message}`)
          resolve()
        })
        sent.end(body)
      })
    const kept = new Agent({ keepAlive: true })
    onTestFinished(() => kept.destroy())
    const page = `/api/threads?${new URLSearchParams({ site: 'demo', url })}`
    const loop = async (work: (n: number) => Promise<void>) => {
      for (let n = 0; !isOver; n++) {
        await work(n)
        // More than a machine can do is refused by design, which is another test's.
        await new Promise(resolve => setTimeout(resolve, 10))
      }
    }

    const first = await start()
    const load = [
      ...Array.from({ length: 4 }, () => loop(() => asks('GET', page, false))),
      ...Array.from({ length: 2 }, () => loop(() => asks('GET', page, kept))),
      loop(async n => {
        await asks('POST', '/api/comments', false, JSON.stringify({ site: 'demo', url, text: `Comment ${n} of many` }))
        await new Promise(resolve => setTimeout(resolve, 50))
      }),
    ]
    const stream = await fetch(
      `http://127.0.0.1:${port}/api/threads/stream?${new URLSearchParams({ site: 'demo', url })}`,
    )
    const second = await start('--take-over')
    expect(await end(first)).toBe(0)
    // It was told to come back: its end is an orderly one.
    await stream.text()
    const before = answered
    await expect.poll(() => answered).toBeGreaterThan(before + 20)
    isOver = true
    await Promise.all(load)
    expect(failed).toEqual([])
    expect(await end(second)).toBe(0)
  },
  60_000,
)

const key = (body: string) => Buffer.from(body).toString('base64url').slice(-32)

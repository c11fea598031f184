import { request } from 'node:http'
import type { Config } from '../config.ts'
import { basePath } from '../sites/origins.ts'
import type { Say } from './command.ts'

/** How long the server may take, in ms. */
const PATIENCE = 4_000

/** `parley health`: whether the Parley that these settings start answers and can use its database. Ends with 1 where not. */
export async function health(config: Pick<Config, 'host' | 'port' | 'socket' | 'origin'>, say: Say): Promise<void> {
  const { host, port, socket, origin } = config
  const place = socket
    ? { socketPath: socket.path }
    : { host: host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host, port }
  const status = await new Promise<number | null>(resolve => {
    const asked = request({ ...place, path: `${basePath(origin)}/healthz`, timeout: PATIENCE }, answer => {
      answer.resume()
      resolve(answer.statusCode!)
    })
    asked.once('timeout', () => asked.destroy()).once('error', () => resolve(null))
    asked.end()
  })
  const words =
    status === 200
      ? 'Parley answers, and its database is usable.'
      : status === null
        ? 'Parley does not answer.'
        : `Parley answers ${status}: its database cannot be used, or is of another version.`
  say(words, { ok: status === 200, status })
  if (status !== 200) process.exitCode = 1
}

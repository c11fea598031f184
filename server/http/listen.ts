import { chmodSync, lstatSync, unlinkSync } from 'node:fs'
import type { Server } from 'node:http'
import { connect, createServer, type Server as TakingServer } from 'node:net'
import type { Config } from '../config.ts'
import { SOCKETS } from './connections.ts'

/** Connections that may wait to be taken; the system drops the first words of more, and their senders wait for seconds. */
const WAITING = 4_096

/**
 * Listeners on the port, where the system has such (Linux). Of each of them libuv takes one connection in a turn of the
 * event loop: were there one, newcomers would wait for seconds while those who are connected keep the loop busy.
 */
const LISTENERS = 64

/**
 * Opens the port, or the Unix socket, that the settings name. Who takes over opens it beside a Parley that still serves it
 * and is about to end; the system gives newcomers to both until then.
 * @returns what takes connections beside the server, for the server; they are to be closed with it
 * @throws the error `EADDRINUSE` when somebody listens there, and what the system says of a path that cannot be used
 */
export async function listen(
  server: Server,
  { port, host, socket, takesOver = false }: Pick<Config, 'port' | 'host' | 'socket'> & { takesOver?: boolean },
): Promise<TakingServer[]> {
  if (socket) {
    await listenAtPath(server, socket.path, socket.mode)
    return []
  }
  // Listeners that share a port do not notice others that would share it, too.
  if (!takesOver) {
    const probe = createServer()
    await listening(probe, () => probe.listen({ port, host, exclusive: true }))
    await new Promise(resolve => probe.close(resolve))
  }
  const place = { port, host, backlog: WAITING }
  try {
    await listening(server, () => server.listen({ ...place, reusePort: true }))
  } catch (error) {
    if (!['ENOTSUP', 'EINVAL', 'ENOSYS', 'ENOPROTOOPT'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error
    await listening(server, () => server.listen(place))
    return []
  }
  const others = Array.from({ length: LISTENERS - 1 }, () => createServer({ ...SOCKETS, allowHalfOpen: true }))
  for (const other of others) {
    other.on('connection', connection => server.emit('connection', connection))
    await listening(other, () => other.listen({ ...place, reusePort: true }))
  }
  return others
}

async function listenAtPath(server: Server, path: string, mode: number): Promise<void> {
  await clear(path)
  // Nobody else may speak before the mode is what it should be.
  const before = process.umask(0o177)
  try {
    const opened = listening(server, () => server.listen({ path, backlog: WAITING }))
    process.umask(before)
    await opened
  } finally {
    process.umask(before)
  }
  chmodSync(path, mode)
}

const listening = (server: TakingServer, open: () => void) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    open()
    server.once('listening', () => {
      server.off('error', reject)
      resolve()
    })
  })

/** Takes away the socket that a killed process has left; one that somebody listens on stays. */
async function clear(path: string): Promise<void> {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found?.isSocket()) return
  const isLeft = await new Promise<boolean>(resolve => {
    const caller = connect(path)
    caller
      .once('connect', () => resolve(false))
      .once('error', error => resolve('code' in error && error.code === 'ECONNREFUSED'))
    caller.once('close', () => caller.destroy()).once('connect', () => caller.end())
  })
  if (isLeft) unlinkSync(path)
}

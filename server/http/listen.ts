import { chmodSync, lstatSync, unlinkSync } from 'node:fs'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import type { Config } from '../config.ts'

/** Connections that may wait to be taken; the system drops the first words of more, and their senders wait for seconds. */
const WAITING = 4_096

/**
 * Opens the port, or the Unix socket, that the settings name.
 * @throws the error `EADDRINUSE` when somebody listens there, and what the system says of a path that cannot be used
 */
export async function listen(server: Server, { port, host, socket }: Pick<Config, 'port' | 'host' | 'socket'>) {
  if (!socket) return listening(server, () => server.listen({ port, host, backlog: WAITING }))
  await clear(socket.path)
  // Nobody else may speak before the mode is what it should be.
  const before = process.umask(0o177)
  try {
    const opened = listening(server, () => server.listen({ path: socket.path, backlog: WAITING }))
    process.umask(before)
    await opened
  } finally {
    process.umask(before)
  }
  chmodSync(socket.path, socket.mode)
}

const listening = (server: Server, open: () => void) =>
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

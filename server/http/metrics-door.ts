import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isLoopbackHost } from '../sites/origins.ts'
import { readAddress } from './addresses.ts'

/** What a proxy says of itself, in one way or another; nginx that says nothing speaks HTTP/1.0. */
const FROM_A_PROXY = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

/**
 * Whether somebody may see the figures of the process: who has the token; where there is none, who asks on this machine
 * itself and not through a proxy, which is on this machine, too.
 */
export function maySeeMetrics({ headers, socket, httpVersion }: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`)
  const address = socket.remoteAddress ?? ''
  const isHere =
    readAddress(address) !== null && isLoopbackHost(address.replace(/^::ffff:/, '').replace(/^::1$/, '[::1]'))
  const host = headers.host && URL.canParse(`http://${headers.host}`) ? new URL(`http://${headers.host}`).hostname : ''
  return (
    isHere && isLoopbackHost(host) && httpVersion === '1.1' && FROM_A_PROXY.every(name => headers[name] === undefined)
  )
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

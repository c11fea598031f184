import { lookup } from 'node:dns/promises'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { isLoopbackHost } from '../sites/origins.ts'
import { isLoopback, isPublic, readAddress } from './addresses.ts'
import { type Dial, NotAsked } from './outward.ts'

/** Finds the addresses of a name, as many as there are. */
export type Resolver = (name: string) => Promise<{ address: string; family: number }[]>

const bySystem: Resolver = name => lookup(name, { all: true })

/** How long the head of an answer may be, in bytes. */
const MOST_OF_HEAD = 16_384
/** Answers without a body (RFC 9110). */
const EMPTY = [204, 205, 304]

/**
 * How Node asks other servers. A name is looked up once, every address that it has must be public, and the connection goes
 * to one of those very addresses: what the name leads to a moment later makes no difference. A name of this machine, which
 * the door lets through only where Parley is tried out, must lead to this machine. Nothing is decompressed, no connection is
 * kept, no proxy of the environment is asked.
 * @param resolver finds addresses; the system's unless given
 */
export function nodeDial(resolver: Resolver = bySystem): Dial {
  return async (url, { method = 'GET', headers, body, signal }) => {
    const fits = isLoopbackHost(url.hostname) ? isLoopback : isPublic
    const lookup: LookupFunction = (name, { all }, tell) => {
      const found = resolver(name).then(addresses => {
        const isFit = addresses.length > 0 && addresses.every(({ address }) => isOne(address, fits))
        if (!isFit) throw new NotAsked(`${name} leads to addresses that are not asked`)
        return addresses
      })
      found.then(
        addresses => (all ? tell(null, addresses) : tell(null, addresses[0]!.address, addresses[0]!.family)),
        error => tell(error, []),
      )
    }
    const bytes = body === undefined || body === null ? undefined : Buffer.from(await new Response(body).arrayBuffer())
    return new Promise((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp
      const asked = send(url, {
        method,
        headers: {
          ...Object.fromEntries(new Headers(headers)),
          'accept-encoding': 'identity',
          ...(bytes && { 'content-length': String(bytes.byteLength) }),
        },
        lookup,
        signal,
        agent: false,
        maxHeaderSize: MOST_OF_HEAD,
      })
      asked.once('error', error => reject(signal.aborted ? signal.reason : error))
      asked.once('response', answer => {
        const { statusCode: status = 0, headers } = answer
        // What is small on the way can be without end when it is unfolded.
        const coding = headers['content-encoding'] ?? 'identity'
        if (status < 200 || status > 599 || coding !== 'identity') {
          answer.destroy()
          return reject(new NotAsked(`${url.hostname} answers in a way that is not taken`))
        }
        const read = Readable.toWeb(answer) as ReadableStream<Uint8Array>
        const isEmpty = EMPTY.includes(status) || method === 'HEAD'
        if (isEmpty) answer.resume()
        resolve(new Response(isEmpty ? null : read, { status, headers: plain(headers) }))
      })
      asked.end(bytes)
    })
  }
}

const isOne = (text: string, fits: (address: bigint) => boolean) => {
  const address = readAddress(text)
  return address !== null && fits(address)
}

const plain = (headers: NodeJS.Dict<string | string[]>): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]))

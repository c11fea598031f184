import { DEMO } from '../../server/sites/demo.ts'
import { wire } from '../bench/load.ts'

export const PAGE = (port: number) => `http://localhost:${port}${DEMO.pages.en.path}`

const query = (port: number, more: Record<string, string> = {}) =>
  new URLSearchParams({ site: 'demo', url: PAGE(port), ...more })

/** The thread's first page, which is kept from one asking to the next. */
export const firstPage = (port: number) => wire('GET', `/api/threads?${query(port)}`, { 'Accept-Encoding': 'br' })

/** A page of the thread that nobody has asked for before. */
export const freshPage = (port: number, turn: number) =>
  wire('GET', `/api/threads?${query(port, { sort: 'oldest', limit: String(1 + (turn % 30)), n: String(turn) })}`)

export const health = () => wire('GET', '/healthz')

export const streamOf = (port: number) => wire('GET', `/api/threads/stream?${query(port)}`)

/** A comment; every one of 500 people writes in turn, each of them something new, over many articles. */
export function post(port: number, turn: number, more: { text?: string; url?: string } = {}): Buffer {
  const token = `prl_${String(turn % 500).padStart(43, 'p')}`
  const url = `http://localhost:${port}/demo/many/${turn % 200}`
  const body = JSON.stringify({
    site: 'demo',
    url,
    text: `What person ${turn % 500} has to say, number ${turn}.`,
    ...more,
  })
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    Origin: `http://localhost:${port}`,
  }
  return wire('POST', '/api/comments', headers, body)
}

/** What people do: of twenty requests, eighteen read the first page, one reads another, one writes. */
export function mixed(port: number, turn: number): [kind: 'kept' | 'read' | 'written', request: Buffer] {
  if (turn % 20 === 7) return ['read', freshPage(port, turn)]
  if (turn % 20 === 13) return ['written', post(port, turn)]
  return ['kept', firstPage(port)]
}

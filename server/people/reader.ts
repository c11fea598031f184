import type { Context } from 'hono'
import { READER_TOKEN } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import { digest } from './secrets.ts'

/**
 * What is kept of a reader's token: its digest on one site. The same token on another site is another reader, whom
 * nothing in the database connects with this one.
 */
export function readerOn(site: string, token: string): string {
  return digest(`${site} ${token}`)
}

/**
 * The reader's token.
 * @throws Problem `token_needed` or `bad_token`
 */
export function tokenOf(c: Context): string {
  const header = c.req.header('authorization')
  if (!header) throw new Problem('token_needed')
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1]
  if (!token || !READER_TOKEN.test(token)) throw new Problem('bad_token')
  return token
}

/** Who asks, and from where. */
export interface Asker {
  /** The reader's token. */
  token: string
  /** The request's Origin header. */
  origin: string | undefined
  /** The client's network, null when it is not known. */
  client: string | null
}

/**
 * Who asks with a reader's token; what they get is theirs alone.
 * @throws Problem `token_needed` or `bad_token`
 */
export function askerOf(deps: Pick<Deps, 'client'>, c: Context): Asker {
  c.header('Cache-Control', 'private, no-store')
  return { token: tokenOf(c), origin: c.req.header('origin'), client: deps.client(c) }
}

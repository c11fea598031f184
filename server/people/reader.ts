import type { Context } from 'hono'
import { READER_TOKEN } from '../contract.ts'
import { Problem } from '../problems.ts'
import { digest } from './secrets.ts'

/**
 * The digest of the reader's token, which stands for the reader from its first use on.
 * @throws Problem `token_needed` or `bad_token`
 */
export function readerOf(c: Context): string {
  const header = c.req.header('authorization')
  if (!header) throw new Problem('token_needed')
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1]
  if (!token || !READER_TOKEN.test(token)) throw new Problem('bad_token')
  return digest(token)
}

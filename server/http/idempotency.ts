import { Problem } from '../problems.ts'

/**
 * The key of an `Idempotency-Key` header; null without one.
 * @throws Problem `bad_request`
 */
export function readIdempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null
  if (/^[\x21-\x7e]{1,200}$/.test(header)) return header
  throw new Problem('bad_request', {
    errors: [{ path: 'header.Idempotency-Key', message: '1 to 200 visible ASCII characters' }],
  })
}

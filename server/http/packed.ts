import type { Context } from 'hono'
import { type Deps, ENCODINGS, type Encoding } from '../deps.ts'

/** Bodies shorter than this gain nothing from compression. */
const SHORT = 1_000

/** The forms of a text that were asked for so far, so that each is made once. */
export type Packed = Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>

/** A text in the best form that the asker takes. */
export function packedAnswer(
  deps: Pick<Deps, 'compress'>,
  c: Context,
  body: string,
  packed: Packed,
  headers: Record<string, string>,
): Response {
  c.header('Vary', 'Accept-Encoding')
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding =
    body.length < SHORT
      ? undefined
      : ENCODINGS.find(each => new RegExp(`\\b${each}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted))
  if (!encoding || !deps.compress) return c.body(body, 200, headers)
  packed[encoding] ??= deps.compress(body, encoding)
  return c.body(packed[encoding], 200, { ...headers, 'Content-Encoding': encoding })
}

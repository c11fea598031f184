import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { type KeyScope, LIMITS } from '../contract.ts'
import { Problem } from '../problems.ts'

type Schema = v.GenericSchema<unknown, unknown>

/** What a route takes and gives: it validates with this, and `/api/openapi.json` is made from it. */
export interface RouteSpec {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Hono's spelling, such as `/api/comments/:id`. */
  path: string
  summary: string
  /**
   * Who may: anyone; a reader, by a Bearer token; a person at the desk, by a session; a moderator or an owner of the site
   * that the request is about. The desk's door holds it before the handler runs.
   */
  who: 'anyone' | 'reader' | 'person' | 'moderator' | 'owner'
  /** Which site a moderator's or an owner's request is about: the one it names, unless its path names the site itself, or a comment of it. */
  about?: 'comment' | 'site'
  /**
   * `session`: a key does not do in the place of a session: what is about people and keys, which no program makes more of.
   * `key`: it does for a person's write, which otherwise takes a session.
   */
  by?: 'session' | 'key'
  params?: Schema
  query?: Schema
  /** By lower-case name; what it does not name is not looked at. */
  headers?: v.ObjectSchema<v.ObjectEntries, undefined>
  body?: Schema
  /** Set where the body is no JSON, but bytes that the handler gets as they are. */
  takesBytes?: true
  /** Bytes the body may have; the readers' limit unless given. */
  bodyBytes?: number
  /** Answers by status; null for an answer without a body. */
  answers: Record<number, Schema | null>
  /** The content types of what is answered, where that is not JSON. */
  types?: readonly string[]
  /** Set where an answer is a stream of events, each of which carries what the schema describes. */
  isStream?: true
}

/** What a key must be good for to ask for this: to read what moderators read, to do what they do, or what owners do. */
export const neededScope = ({ who, method }: Pick<RouteSpec, 'who' | 'method'>): KeyScope =>
  who === 'owner' ? 'manage' : method === 'get' ? 'read' : 'moderate'

/** Whether a key does in the place of a session. */
export const takesKeys = ({ who, by, method }: RouteSpec): boolean =>
  by !== 'session' && (by === 'key' || who === 'moderator' || who === 'owner' || (who === 'person' && method === 'get'))

type Read<S> = S extends v.GenericSchema<unknown, infer Output> ? Output : undefined

export interface Input<S extends RouteSpec> {
  params: Read<S['params']>
  query: Read<S['query']>
  headers: Read<S['headers']>
  body: Read<S['body']>
  /** Where it takes such. */
  bytes?: Uint8Array
}

/** Lets a request with its input through to its handler, or throws. */
export type Guard = (
  spec: RouteSpec,
  input: Pick<Input<RouteSpec>, 'params' | 'query' | 'body'>,
  c: Context,
) => Promise<void>

/** The routes of one slice of the product, and what each takes and gives. */
export class Slice {
  readonly hono = new Hono()
  readonly specs: RouteSpec[] = []
  readonly #guard: Guard | undefined
  constructor(guard?: Guard) {
    this.#guard = guard
  }

  /** Adds a route whose handler gets its input checked. */
  on<const S extends RouteSpec>(spec: S, handler: (input: Input<S>, c: Context) => Promise<Response> | Response): this {
    this.specs.push(spec)
    this.hono.on(spec.method.toUpperCase(), spec.path, async c => {
      const input = {
        params: spec.params && check(spec.params, c.req.param(), 'path'),
        query: spec.query && check(spec.query, c.req.query(), 'query'),
        headers: spec.headers && check(spec.headers, named(c, spec.headers), 'header'),
        body: spec.body && check(spec.body, await readJson(c, spec.bodyBytes ?? LIMITS.bodyBytes), 'body'),
      } as Input<S>
      await this.#guard?.(spec, input, c)
      if (spec.takesBytes) input.bytes = await readBytes(c, spec.bodyBytes ?? LIMITS.bodyBytes)
      return handler(input, c)
    })
    return this
  }
}

/** The headers that a schema names: to make a record of all of them would cost as much as all else of a refusal. */
const named = (c: Context, { entries }: NonNullable<RouteSpec['headers']>) =>
  Object.fromEntries(Object.keys(entries).map(name => [name, c.req.header(name)]))

function check(schema: Schema, value: unknown, place: string): unknown {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const errors = result.issues.slice(0, 20).map(issue => ({
    path: [place, v.getDotPath(issue)].filter(Boolean).join('.'),
    message: issue.message.slice(0, 200),
  }))
  throw new Problem('bad_request', { errors })
}

/**
 * The request's body as JSON, read no further than the limit, whatever its content-length says.
 * @throws Problem `body_too_large` or `bad_json`
 */
const readJson = async (c: Context, limit: number): Promise<unknown> => parsed(await readBytes(c, limit))

/**
 * The request's body, read no further than the limit, whatever its content-length says.
 * @throws Problem `body_too_large`, or `bad_json` where it does not come to its end
 */
async function readBytes(c: Context, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new Problem('body_too_large', { detail: `Send at most ${limit} bytes.` })
  const length = c.req.header('content-length')
  if (Number(length ?? 0) > limit) throw tooLarge()
  // A server that parses HTTP itself reads no further than the length that was told, and needs no stream for so little.
  if (length !== undefined && (c.env as { incoming?: unknown } | undefined)?.incoming) {
    return new Uint8Array(await c.req.raw.arrayBuffer().catch(broken))
  }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = c.req.raw.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read().catch(broken)
    if (done) break
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      throw tooLarge()
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/** Whoever goes away in the middle has sent no JSON. */
const broken = () => {
  throw new Problem('bad_json')
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Problem('bad_json')
  }
}

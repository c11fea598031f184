import type { ProblemDocument } from '../../server/contract.ts'

/** Milliseconds until a call is given up, the reading of its answer included. */
const TIMEOUT = 9_000

/** What a call was refused with. `problem` is null when there was no answer, or none that could be read. */
export class Refusal extends Error {
  readonly problem: ProblemDocument | null

  constructor(problem: ProblemDocument | null, cause?: unknown) {
    super(problem?.title, { cause })
    this.problem = problem
  }
}

export interface CallOptions {
  /** Parameters of the address; undefined ones are left out. */
  query?: Record<string, string | number | null | undefined> | undefined
  /** Sent as JSON. */
  body?: unknown
  /** A reader's token, sent as Bearer. It causes a preflight on another origin. */
  token?: string | null | undefined
  headers?: Record<string, string> | undefined
  signal?: AbortSignal | undefined
  credentials?: RequestCredentials | undefined
}

/**
 * One call of the HTTP contract. Answers the JSON that came back; throws `Refusal` for everything else, save an abort
 * by the caller's own signal, which is thrown as it is. A GET without a token carries no header of ours, so that it
 * needs no preflight.
 */
export async function call<T>(origin: string, method: string, path: string, options: CallOptions = {}): Promise<T> {
  const { query, body, token, signal, credentials } = options
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) if (value != null) parameters.set(name, String(value))
  const search = parameters.toString()
  const headers: Record<string, string> = { ...options.headers }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (token) headers['authorization'] = `Bearer ${token}`

  const controller = new AbortController()
  const abort = () => controller.abort()
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  const timer = setTimeout(abort, TIMEOUT)
  try {
    const answer = await fetch(origin + path + (search && `?${search}`), {
      method,
      headers,
      signal: controller.signal,
      credentials,
      // On the way back browsers take what they have, however old, and whoever wrote here would not see it.
      cache: 'no-cache',
      body: JSON.stringify(body),
    })
    const text = await answer.text()
    const value = text ? JSON.parse(text) : undefined
    if (answer.ok) return value
    throw new Refusal(typeof value?.code === 'string' ? value : null)
  } catch (error) {
    if (error instanceof Refusal || signal?.aborted) throw error
    throw new Refusal(null, error)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

import type { ProblemDocument } from '../../../server/contract.ts'
import { HERE } from '../../shared/here.ts'

/** Bytes of one piece, at most and at least: many proxies let no more than 1 MB through, and each has 20 s to come. */
const MOST = 1_000_000
const LEAST = 32_000
/** A piece that took less, in ms, may be followed by a larger one; one that took more, by a smaller. */
const QUICK = 1_000
const SLOW = 8_000
const GIVEN_UP = 18_000
/** Pauses before a piece is sent again, in ms, and how often. */
const PAUSE = 1_500
const TRIES = 40

/** A file on its way, which goes on whatever page of the desk is in front. */
export interface Sending {
  file: File
  received: number
  isRetrying: boolean
}

const under = new Map<string, Sending>()
const heard = new Set<() => void>()

export const sendingTo = (site: string): Sending | undefined => under.get(site)

/** @returns what ends it */
export function hear(listener: () => void): () => void {
  heard.add(listener)
  return () => void heard.delete(listener)
}

const tell = () => {
  for (const listener of heard) listener()
}

/** Why a file does not come, in the server's words. */
export class NotSent extends Error {
  readonly problem: ProblemDocument | null
  constructor(problem: ProblemDocument | null) {
    super(problem?.title ?? 'no answer')
    this.problem = problem
  }
}

/**
 * Sends a file in pieces, from where the server has it.
 * @returns whether it came to its end; false where it was given up here
 * @throws NotSent
 */
export async function send(site: string, file: File, from: number): Promise<boolean> {
  const sending: Sending = { file, received: from, isRetrying: false }
  under.set(site, sending)
  tell()
  let length = 256_000
  let tries = 0
  try {
    while (sending.received < file.size) {
      if (under.get(site) !== sending) return false
      const begin = performance.now()
      const answer = await piece(site, sending.received, file.slice(sending.received, sending.received + length))
      if (under.get(site) !== sending) return false
      if (typeof answer === 'number') {
        const took = performance.now() - begin
        length = took < QUICK ? Math.min(MOST, 2 * length) : took > SLOW ? Math.max(LEAST, length / 2) : length
        sending.received = answer
        sending.isRetrying = false
        tries = 0
      } else {
        const isPassing = !answer || answer.status === 429 || answer.status === 503
        tries += 1
        if (!isPassing || tries > TRIES) throw new NotSent(answer)
        length = Math.max(LEAST, Math.floor(length / 2))
        sending.isRetrying = true
        tell()
        await new Promise(resolve => setTimeout(resolve, (answer?.retryAfter ?? 0) * 1_000 || PAUSE))
      }
      tell()
    }
    return true
  } finally {
    if (under.get(site) === sending) under.delete(site)
    tell()
  }
}

/** Gives up what is on its way. */
export function giveUp(site: string): void {
  under.delete(site)
  tell()
}

/** Sends one piece; answers how many bytes the server has, or with what it refused it, null where it did not answer. */
async function piece(site: string, at: number, bytes: Blob): Promise<number | ProblemDocument | null> {
  try {
    const answer = await fetch(`${HERE}/api/desk/imports/file?${new URLSearchParams({ site, at: String(at) })}`, {
      method: 'PUT',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream' },
      // An old browser waits as long as it likes.
      signal: AbortSignal.timeout?.(GIVEN_UP) ?? null,
    })
    const value = await answer.json()
    return answer.ok ? value.received : typeof value?.code === 'string' ? value : null
  } catch {
    return null
  }
}

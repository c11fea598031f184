import type { Rule } from '../facts.ts'

/** So many published comments stand for a guest as well as a proof does. */
export const ESTABLISHED = 10

/** Who is known well enough to need no proof of work. */
export const isEstablished = ({ kind, publishedCount }: { kind: string; publishedCount: number }): boolean =>
  kind !== 'guest' || publishedCount >= ESTABLISHED

/**
 * Where work is asked for, what brings no proof of it waits. It is never refused for that: a browser may be too slow, or
 * have no way to do it, and nobody is a program for that.
 */
export const unprovenWork: Rule = ({ draft, author }) =>
  draft.lacksProof && !isEstablished(author) ? { verdict: 'hold', reason: 'unproven' } : null

import type { Holds, Reason, Verdict } from '../contract.ts'

/** Everything the rules may know of a comment when they judge it; gathered by the verb, so that rules stay pure. */
export interface Facts {
  draft: {
    /** The cleaned source text. */
    text: string
    /** Every link of its tree, in order. */
    links: readonly string[]
  }
  author: {
    kind: 'guest' | 'verified' | 'staff'
    bannedUntil: number | null
    publishedCount: number
    /** Comments by this author on this site that say the same (other than this one). */
    saidAlready: number
  }
  policy: { holds: Holds; linksAllowed: number }
  /** Milliseconds UTC. */
  now: number
}

/** What one rule says of one comment. */
export interface RuleFinding {
  verdict: Verdict
  reason: Reason
  /** Evidence in a few words, for moderators. */
  detail?: string
  /** UTF-16 offsets of the evidence in the text. */
  at?: { start: number; end: number }
  /** Whether the matter is settled: the rules after this one are not asked. */
  settles?: boolean
}

/** A rule: from facts to a finding or nothing. Its function's name is the rule's name. */
export type Rule = (facts: Facts) => RuleFinding | null

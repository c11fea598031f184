import type { Status } from '../contract.ts'

/** How often moderators decided on what a rule had held or refused, and how often they let it through. */
export interface RuleRecord {
  decided: number
  approved: number
}

/** What speaks for or against the way a comment stands. */
export interface Doubted {
  status: Status
  /** Complaints that nobody has answered. */
  reports: number
  published: number
  rejected: number
  rules: readonly string[]
}

/** A complaint makes it so many times likelier that a comment has to go. */
const REPORT_ODDS = 3

/** A share as odds; one case of each kind is taken as seen before the first, so that nothing is ever certain. */
const odds = (yes: number, no: number) => (yes + 1) / (no + 1)

/**
 * How likely a moderator is to decide otherwise than a comment stands, 0 to 1000: the odds that it belongs to the public,
 * by its author's record, by how often moderators let through what the same rules had stopped, and by complaints, as if
 * these knew nothing of each other. Of what its author deleted there is nothing to decide.
 */
export function doubtOf(one: Doubted, records: ReadonlyMap<string, RuleRecord>): number {
  if (one.status === 'withdrawn') return 0
  let publicOdds = odds(one.published, one.rejected) / REPORT_ODDS ** Math.min(one.reports, 20)
  for (const rule of one.rules) {
    const { decided, approved } = records.get(rule) ?? { decided: 0, approved: 0 }
    publicOdds *= odds(approved, decided - approved)
  }
  const isPublic = publicOdds / (1 + publicOdds)
  return Math.round(1000 * (one.status === 'published' ? 1 - isPublic : isPublic))
}

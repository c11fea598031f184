import type { Finding, Reason, Status, Verdict } from '../contract.ts'
import type { Facts, Rule } from './facts.ts'
import { bannedAuthor } from './rules/banned-author.ts'
import { firstComment } from './rules/first-comment.ts'
import { saidAlready } from './rules/said-already.ts'
import { siteHoldsAll } from './rules/site-holds-all.ts'
import { staffSpeaks } from './rules/staff-speaks.ts'
import { tooManyLinks } from './rules/too-many-links.ts'

/** The policy, read aloud. The order is the order in which the rules are asked. */
export const RULES: readonly Rule[] = [bannedAuthor, staffSpeaks, saidAlready, tooManyLinks, firstComment, siteHoldsAll]

const STRENGTH: Record<Verdict, number> = { publish: 0, hold: 1, refuse: 2 }
const STATUS = { publish: 'published', hold: 'pending', refuse: 'rejected' } as const satisfies Record<Verdict, Status>

export interface Judgment {
  status: (typeof STATUS)[Verdict]
  /** The strongest finding's reason; null when nothing spoke against the comment. */
  reason: Reason | null
  /** The rule that decided; null when none had anything to say. */
  rule: string | null
  /** Every finding, in the order of the rules. */
  findings: Finding[]
}

/** What the rules make of a comment: all findings are kept, the strongest verdict wins, the first of equals names why. */
export function decide(facts: Facts, rules: readonly Rule[] = RULES): Judgment {
  const findings: Finding[] = []
  let strongest: Finding | null = null
  for (const rule of rules) {
    const found = rule(facts)
    if (!found) continue
    const { verdict, reason, detail = null, at } = found
    const finding = { rule: rule.name, verdict, reason, detail, start: at?.start ?? null, end: at?.end ?? null }
    findings.push(finding)
    if (!strongest || STRENGTH[verdict] > STRENGTH[strongest.verdict]) strongest = finding
    if (found.settles) break
  }
  const verdict = strongest?.verdict ?? 'publish'
  return {
    status: STATUS[verdict],
    reason: verdict === 'publish' ? null : strongest!.reason,
    rule: strongest?.rule ?? null,
    findings,
  }
}

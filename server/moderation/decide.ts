import type { Finding, Reason, Status, Verdict } from '../contract.ts'
import type { Facts, Rule } from './facts.ts'
import { bannedAuthor } from './rules/banned-author.ts'
import { bannedNetwork } from './rules/banned-network.ts'
import { blockedLink } from './rules/blocked-link.ts'
import { firstComments } from './rules/first-comments.ts'
import { heldHere } from './rules/held-here.ts'
import { inviteLink } from './rules/invite-link.ts'
import { languageNobodyReads } from './rules/language-nobody-reads.ts'
import { heldWords, refusedWords } from './rules/listed-words.ts'
import { mutedAuthor } from './rules/muted-author.ts'
import { newLink } from './rules/new-link.ts'
import { oftenRefused } from './rules/often-refused.ts'
import { saidAlready } from './rules/said-already.ts'
import { saidByOthers } from './rules/said-by-others.ts'
import { staffSpeaks } from './rules/staff-speaks.ts'
import { tooManyLinks } from './rules/too-many-links.ts'
import { typedTooFast } from './rules/typed-too-fast.ts'
import { unprovenWork } from './rules/unproven-work.ts'

/** The policy, read aloud. The order is the order in which the rules are asked. */
export const RULES: readonly Rule[] = [
  bannedAuthor,
  staffSpeaks,
  refusedWords,
  blockedLink,
  inviteLink,
  heldWords,
  newLink,
  tooManyLinks,
  saidAlready,
  saidByOthers,
  typedTooFast,
  mutedAuthor,
  bannedNetwork,
  oftenRefused,
  languageNobodyReads,
  firstComments,
  heldHere,
  unprovenWork,
]

const STRENGTH: Record<Verdict, number> = { publish: 0, hold: 1, refuse: 2 }
const STATUS = { publish: 'published', hold: 'pending', refuse: 'rejected' } as const satisfies Record<Verdict, Status>

export interface Judgment {
  status: (typeof STATUS)[Verdict]
  /** The strongest finding's reason; null when nothing spoke against the comment. */
  reason: Reason | null
  /** The rule of the strongest finding; null when none found anything. */
  rule: string | null
  /** Every finding, in the order of the rules. */
  findings: Finding[]
}

/** What the rules make of a comment: all findings are kept, the strongest verdict wins, the first of equals names why. */
export function decide(facts: Facts, rules: readonly Rule[] = RULES): Judgment {
  const findings: Finding[] = []
  let strongest: Finding | null = null
  for (const rule of rules) {
    const all = [rule(facts) ?? []].flat()
    for (const { verdict, reason, detail = null, at } of all) {
      const finding = { rule: rule.name, verdict, reason, detail, start: at?.start ?? null, end: at?.end ?? null }
      findings.push(finding)
      if (!strongest || STRENGTH[verdict] > STRENGTH[strongest.verdict]) strongest = finding
    }
    if (all.some(({ settles }) => settles)) break
  }
  const verdict = strongest?.verdict ?? 'publish'
  return {
    status: STATUS[verdict],
    reason: verdict === 'publish' ? null : strongest!.reason,
    rule: strongest?.rule ?? null,
    findings,
  }
}

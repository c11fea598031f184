import type { Reason, Verdict } from '../contract.ts'
import type { SiteSettings } from '../sites/settings.ts'
import type { Folded } from './lists/folded-words.ts'
import type { Lists } from './lists/lists.ts'

/** Everything the rules may know of a comment when they judge it; gathered by the verb, so that rules stay pure. */
export interface Facts {
  draft: {
    /** The cleaned source text. */
    text: string
    /** Every link of its tree, in order. */
    links: readonly string[]
    /** Its words as lists look through them: as they were typed; and as readers see them, where marks stand in the text. */
    words: Folded
    shown: Folded | null
    /** The words of the author's name; null for a guest without one. */
    name: Folded | null
    /** The language it is in as far as its script and words tell (BCP 47); null when they do not. */
    lang: string | null
    /** Domains among its links that no published comment of the site has had. */
    newDomains: readonly string[]
    /** How long its author had the box open, in ms, and how many characters came by single keys; null when not known. */
    typing: { ms: number; letters: number } | null
    /** Whether work was asked for, and no proof of it came. */
    lacksProof: boolean
  }
  author: {
    kind: 'guest' | 'verified' | 'staff'
    bannedUntil: number | null
    mutedUntil: number | null
    publishedCount: number
    /** Of the author's last 20 comments, how many a decision stands on, and how many were refused by a person. */
    recent: { decided: number; refused: number }
    /** Comments by this author on this site that say the same (other than this one). */
    saidAlready: number
    /** Comments by others on this site that say the same, counted up to 10. */
    saidByOthers: number
    /** Whether the network is that of an author who was banned within 24 hours. */
    isNetworkHeld: boolean
  }
  article: {
    /** Whether a moderator chose to look first at what is written under it. */
    isHeld: boolean
    /** The path of its key, whichever the site's host; null for an owner's id. */
    path: string | null
  }
  policy: SiteSettings & { lists: Lists }
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

/** A rule: from facts to what it finds, or nothing. Its function's name is the rule's name. */
export type Rule = (facts: Facts) => RuleFinding | readonly RuleFinding[] | null

import type { Ruling } from '../../../server/contract.ts'
import { piece, spaced } from '../phrases.ts'

/** The words of the page about decisions. */
export const english = {
  rulings: {
    import: 'Imported',
    post: 'Judged by the rules',
    approve: 'Approved',
    reject: 'Rejected',
    spam: 'Marked as spam',
    withdraw: 'Deleted by its author',
    revise: 'Changed by its author',
    restore: 'Undone',
    confirm: 'Found fine',
    hold: 'Taken back for reports',
    reply: 'Answered as staff',
    settle: 'Reports answered',
    decline: 'Appeal declined',
    pin: 'Pinned',
    unpin: 'Unpinned',
    feature: 'Featured',
    unfeature: 'No longer featured',
    lock: 'Locked',
    unlock: 'Unlocked',
    edit: 'Edited',
    warn: 'Author warned',
    mute: 'Author muted',
    ban: 'Author banned',
    lift: 'Ban or muting lifted',
  },
  heading: 'Decisions',
  label: 'List of decisions',
  intro: 'Everything that was decided here, newest first. It cannot be changed afterwards.',
  filters: 'Filter',
  who: 'Who',
  everyone: 'Everybody',
  rules: 'The rules',
  author: 'Authors themselves',
  ruling: 'Decision',
  reason: 'Reason',
  rule: 'Rule',
  all: 'All',
  from: 'From',
  to: 'Until',
  clear: 'Show everything',
  fromSystem: 'from {system}',
  account: 'account {name}',
  by: 'Comment by',
  gone: 'The comment is gone.',
  byRule: 'by the rule',
  note: 'Note',
  told: 'To the author',
  becomes: 'then',
  found: { one: '{n} decision.', other: '{n} decisions.' },
  foundMore: { one: '{n} decision, and more.', other: '{n} decisions, and more.' },
  foundNone: 'None among the newest.',
  end: { one: 'That is all: {n} decision.', other: 'That is all: {n} decisions.' },
  none: 'Nothing has been decided yet.',
  noneHint: 'Every comment that is posted and every decision on it appears here.',
  nothing: 'No decision fits.',
  nothingHint: 'Choose fewer filters, or another time.',
  reached: 'Looked back to {day}.',
  further: 'Look further back',
  export: 'All decisions as a file:',
  csv: 'CSV',
  jsonl: 'JSON lines',
} as const

/** The systems that comments come from, as their makers write them. */
const SYSTEMS: Record<string, string> = {
  wordpress: 'WordPress',
}

const own = piece('log', english)

export const logWords = Object.assign(own, {
  rulingOf: (ruling: Ruling) => own.rulings[ruling],
  ruleOf: spaced,
  system: (format: string) => own.fromSystem(SYSTEMS[format] ?? format[0]!.toUpperCase() + format.slice(1)),
  foundOf: (n: number, isMore: boolean) => (isMore ? (n ? own.foundMore(n) : own.foundNone) : own.found(n)),
})

import type { Ruling } from '../../../server/contract.ts'
import { many, spaced } from '../phrases.ts'

const RULINGS: Record<Ruling, string> = {
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
}

/** The systems that comments come from, as their makers write them. */
const SYSTEMS: Record<string, string> = {
  wordpress: 'WordPress',
}

const decisions = (count: number) => many(count, 'decision', 'decisions')

/** The words of the page about decisions. */
export const logWords = {
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
  rulingOf: (ruling: Ruling) => RULINGS[ruling],
  ruleOf: spaced,
  system: (format: string) => `from ${SYSTEMS[format] ?? format[0]!.toUpperCase() + format.slice(1)}`,
  account: (name: string) => `account ${name}`,
  by: 'Comment by',
  gone: 'The comment is gone.',
  byRule: 'by the rule',
  note: 'Note',
  told: 'To the author',
  becomes: 'then',
  found: (count: number, isMore: boolean) =>
    count || !isMore ? `${decisions(count)}${isMore ? ', and more' : ''}.` : 'None among the newest.',
  end: (count: number) => `That is all: ${decisions(count)}.`,
  none: 'Nothing has been decided yet.',
  noneHint: 'Every comment that is posted and every decision on it appears here.',
  nothing: 'No decision fits.',
  nothingHint: 'Choose fewer filters, or another time.',
  reached: (day: string) => `Looked back to ${day}.`,
  further: 'Look further back',
  export: 'All decisions as a file:',
  csv: 'CSV',
  jsonl: 'JSON lines',
}

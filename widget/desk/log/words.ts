import { many, spaced } from '../phrases.ts'

const RULINGS: Partial<Record<string, string>> = {
  post: 'Judged by the rules',
  approve: 'Approved',
  reject: 'Rejected',
  spam: 'Marked as spam',
  withdraw: 'Deleted by its author',
  restore: 'Undone',
  confirm: 'Found fine',
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
  rulingOf: (ruling: string) => RULINGS[ruling] ?? spaced(ruling),
  ruleOf: spaced,
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

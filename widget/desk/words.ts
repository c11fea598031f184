import type { Decision, ModeratorRuling, Reason, Status, Verdict } from '../../server/contract.ts'
import { relativeTime } from '../shared/time.ts'
import { actWords } from './acts/words.ts'
import { articleWords } from './articles/words.ts'
import { english } from './english.ts'
import { logWords } from './log/words.ts'
import { notificationWords } from './notifications/words.ts'
import { isolated, LANG, numeral, piece, ruleName } from './phrases.ts'
import type { Page } from './place.ts'
import { queueWords } from './queue-words.ts'

export { LANG } from './phrases.ts'

const own = piece('desk', english)

/** How long ago, inside a sentence. */
function ago(at: number): string {
  const now = Date.now()
  return now - at < 60_000 ? own.justNow : relativeTime(at, now, LANG)
}

function actor({ ruler, by, ruling }: Decision): string {
  if (by && ruler !== 'author') return isolated(by)
  return own.actors[ruling === 'import' && ruler !== 'author' ? 'command' : ruler]
}

function deed({ ruling, ruler, to }: Decision): string {
  const { deeds } = own
  if (ruling === 'restore' && ruler === 'author') return deeds.restored
  if (ruling !== 'post') return deeds[ruling]
  return {
    pending: deeds.held,
    published: deeds.published,
    rejected: deeds.refused,
    spam: deeds.tookForSpam,
  }[to as Exclude<Status, 'withdrawn'>]
}

/** All words of the desk's first load, and what is made of them. */
export const words = Object.assign(own, {
  brand: 'Parley',
  number: numeral,
  /** How many there are; the server counts to a hundred. */
  count: (n: number) => (n > 100 ? own.overHundred(100) : numeral(n)),
  pageTitle: (page: Page, waiting: string | null) => `${waiting ? `(${waiting}) ` : ''}${own.pages[page]} · Parley`,
  noFindings: ({ ruling, to }: Decision) =>
    ruling !== 'import' ? own.case.noFindings : to === 'pending' ? own.case.importedWaiting : own.case.imported,
  findingOf: (reason: Reason, verdict: Verdict) => (verdict === 'publish' ? own.case.speaksFor : own.finding[reason]),
  ruleOf: (verdict: Verdict, rule: string) => own.case.rule[verdict](ruleName(rule)),
  decisions: (n: number) => (n > 1 ? own.decideOn(n) : own.decide),
  actor,
  deed,
  raceOf: (decision: Decision, status: Status) =>
    own.lostRace[status]({ decision: `${actor(decision)} ${deed(decision)}`, ago: ago(decision.at) }),
  done: (ruling: ModeratorRuling, n: number) => (n > 1 ? own.toast.doneMany[ruling](n) : own.toast.done[ruling]),
  queue: queueWords,
  articles: articleWords,
  acts: actWords,
  log: logWords,
  notifications: notificationWords,
})

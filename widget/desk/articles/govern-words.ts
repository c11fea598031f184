import { type ArticleGoverned, LIMITS } from '../../../server/contract.ts'
import { inLanguage, moment, type Spoken } from '../phrases.ts'
import type { english } from './english.ts'
import type { GovernChange } from './state.ts'

const day = inLanguage(lang => new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short' }))
const dayOfYear = inLanguage(lang => new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }))

const shortDay = (at: number) =>
  (new Date(at).getFullYear() === new Date().getFullYear() ? day : dayOfYear)().format(at)

const unitOf = (unit: string) =>
  inLanguage(lang => new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'short' }))
const [hours, minutes, seconds] = ['hour', 'minute', 'second'].map(unitOf)

/** A pause in the largest unit that it is whole in: "30 sec", "5 min", "1 hr". */
const pause = (wait: number) =>
  wait % 3600 === 0
    ? hours!().format(wait / 3600)
    : wait % 60 === 0
      ? minutes!().format(wait / 60)
      : seconds!().format(wait)

/** Whether the time at which an article closes has come. */
const hasPassed = ({ closesAt }: ArticleGoverned) => closesAt !== null && closesAt <= Date.now()

/** The words about how an article's comments are taken. */
export const governOf = (own: Spoken<typeof english>) => ({
  pause,
  marksOf: (governed: ArticleGoverned) => {
    const { isClosed, closesAt, isChosen, isHeld, slowSeconds } = governed
    const { marks } = own
    return [
      ...(isClosed || hasPassed(governed) ? [marks.closed] : isChosen ? [marks.closes(shortDay(closesAt!))] : []),
      ...(isHeld ? [marks.held] : []),
      ...(slowSeconds ? [marks.slow(pause(slowSeconds))] : []),
    ]
  },
  zoneHere: () => own.zone(new Intl.DateTimeFormat().resolvedOptions().timeZone),
  hasClosed: (governed: ArticleGoverned) =>
    !governed.isClosed && hasPassed(governed) ? own.closedSince(moment(governed.closesAt!)) : null,
  bySiteOf: ({ bySite, isChosen }: ArticleGoverned) =>
    bySite
      ? own[isChosen ? 'elseBySite' : 'bySite']({ n: bySite.days, time: moment(bySite.at) })
      : own[isChosen ? 'elseOpen' : 'openBySite'],
  wrong: () => own.wrongSeconds(LIMITS.slowSeconds),

  savedOf(title: string, governed: ArticleGoverned, { isClosed, closesAt, isHeld, slowSeconds }: GovernChange): string {
    const { saved } = own
    if (isClosed) return saved.closed(title)
    if (isClosed === false) return saved[hasPassed(governed) ? 'staysClosed' : 'open'](title)
    if (closesAt !== undefined) {
      if (governed.closesAt === null) return saved.staysOpen(title)
      return saved[hasPassed(governed) ? 'closedSince' : 'closes']({ title, time: moment(governed.closesAt) })
    }
    if (isHeld !== undefined) return saved[isHeld ? 'held' : 'notHeld'](title)
    return slowSeconds ? saved.slow({ title, pause: pause(slowSeconds) }) : saved.notSlow(title)
  },
})

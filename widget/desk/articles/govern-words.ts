import { type ArticleGoverned, LIMITS } from '../../../server/contract.ts'
import { LANG, many, numeral } from '../phrases.ts'
import type { GovernChange } from './state.ts'

const moment = new Intl.DateTimeFormat(LANG, { dateStyle: 'medium', timeStyle: 'short' })
const day = new Intl.DateTimeFormat(LANG, { day: 'numeric', month: 'short' })
const dayOfYear = new Intl.DateTimeFormat(LANG, { dateStyle: 'medium' })

const shortDay = (at: number) => (new Date(at).getFullYear() === new Date().getFullYear() ? day : dayOfYear).format(at)

/** A pause in the largest unit that it is whole in: "30 sec", "5 min", "1 hr". */
function pause(seconds: number): string {
  const [count, unit] =
    seconds % 3600 === 0
      ? [seconds / 3600, 'hour']
      : seconds % 60 === 0
        ? [seconds / 60, 'minute']
        : [seconds, 'second']
  return new Intl.NumberFormat(LANG, { style: 'unit', unit, unitDisplay: 'short' }).format(count)
}

/** Whether the time at which an article closes has come. */
const hasPassed = ({ closesAt }: ArticleGoverned) => closesAt !== null && closesAt <= Date.now()

/** The words about how an article's comments are taken. */
export const governWords = {
  govern: 'Options…',
  governCase: 'Article options…',
  governHint: 'Close it, let its comments wait, or slow it down',
  governing: 'Comments on',
  governFailed: 'The article could not be loaded.',

  marksLabel: 'What is set',
  marks: (governed: ArticleGoverned) => {
    const { isClosed, closesAt, isChosen, isHeld, slowSeconds } = governed
    return [
      ...(isClosed || hasPassed(governed) ? ['Closed'] : isChosen ? [`Closes ${shortDay(closesAt!)}`] : []),
      ...(isHeld ? ['Waits first'] : []),
      ...(slowSeconds ? [`Slow: ${pause(slowSeconds)}`] : []),
    ]
  },

  closed: 'Closed',
  closedHint: 'Nobody can write here. What is published stays.',
  closes: 'Closes at',
  zone: `Times are in your time zone, ${new Intl.DateTimeFormat().resolvedOptions().timeZone}.`,
  past: 'This time has passed. Choose a later one, or close it above.',
  hasClosed: (governed: ArticleGoverned) =>
    !governed.isClosed && hasPassed(governed)
      ? `Closed since ${moment.format(governed.closesAt!)}. Choose a later time to open it again.`
      : null,
  bySite: ({ bySite, isChosen }: ArticleGoverned) =>
    bySite
      ? `${isChosen ? 'Without a time, as' : 'As'} the site says, after ${many(bySite.days, 'day', 'days')}: ${moment.format(bySite.at)}.`
      : `${isChosen ? 'Without a time' : 'As the site says'}, it stays open.`,
  clearTime: 'As the site says',
  held: 'Guests’ comments wait',
  heldHint: 'A moderator reads each of them before others see it.',
  slow: 'Slow mode',
  slowHint: 'How long everybody waits between two comments here.',
  slowOff: 'Off',
  slowOther: 'Other…',
  pause,
  seconds: 'Seconds',
  wrongSeconds: `Give a whole number from 0 to ${numeral(LIMITS.slowSeconds)}.`,

  saved(title: string, governed: ArticleGoverned, { isClosed, closesAt, isHeld, slowSeconds }: GovernChange): string {
    if (isClosed) return `${title} takes no more comments.`
    if (isClosed === false)
      return hasPassed(governed)
        ? `${title} stays closed: its time to close has passed.`
        : `${title} takes comments again.`
    if (closesAt !== undefined) {
      if (governed.closesAt === null) return `${title} stays open until somebody closes it.`
      return `${title} ${hasPassed(governed) ? 'has been closed since' : 'closes'} ${moment.format(governed.closesAt)}.`
    }
    if (isHeld !== undefined)
      return isHeld ? `Guests’ comments on ${title} wait first.` : `Comments on ${title} go by the site’s rules again.`
    return slowSeconds ? `Slow mode on ${title}: ${pause(slowSeconds)}.` : `Slow mode on ${title} is off.`
  },
  notSaved: (why: string) => `Not saved. ${why}`,
}

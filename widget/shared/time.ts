export { waitTime } from './wait-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const relative = new Map<string, Intl.RelativeTimeFormat>()
const exact = new Map<string, Intl.DateTimeFormat>()

/** Formatters are costly to make and cheap to keep. */
function kept<T>(map: Map<string, T>, lang: string, make: () => T): T {
  const found = map.get(lang) ?? make()
  map.set(lang, found)
  return found
}

const relativeFormat = (lang: string) =>
  kept(relative, lang, () => new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }))

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

/** How long ago, in words. A time after `now` comes from a clock that is wrong, and counts as now. */
export function relativeTime(at: number, now: number, lang: string): string {
  const format = relativeFormat(lang)
  const ago = now - at
  if (ago < MINUTE) return format.format(0, 'second')
  if (ago < HOUR) return format.format(-Math.floor(ago / MINUTE), 'minute')
  if (ago < DAY) return format.format(-Math.floor(ago / HOUR), 'hour')
  // "Yesterday" is a matter of the calendar; rounding copes with days of 23 and 25 hours.
  const days = Math.round((midnight(now) - midnight(at)) / DAY)
  if (days < 7) return format.format(-days, 'day')
  if (days < 31) return format.format(-Math.floor(days / 7), 'week')
  if (days < 365) return format.format(-Math.floor(days / 30.44), 'month')
  return format.format(-Math.floor(days / 365.25) || -1, 'year')
}

/** Date and time in full, in the reader's time zone. */
export function exactTime(at: number, lang: string): string {
  const make = () => new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'short' })
  return kept(exact, lang, make).format(at)
}

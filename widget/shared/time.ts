export { waitTime } from './wait-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Formatters are costly to make and cheap to keep. */
const relative = new Map<string, Intl.RelativeTimeFormat>()
const exact = new Map<string, Intl.DateTimeFormat>()

function kept<T>(map: Map<string, T>, lang: string, make: () => T): T {
  const found = map.get(lang) ?? make()
  map.set(lang, found)
  return found
}

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0)

/** How long ago, in words. A time after `now` comes from a clock that is wrong, and counts as now. */
export function relativeTime(at: number, now: number, lang: string): string {
  const ago = now - at
  // "Yesterday" is a matter of the calendar; rounding copes with days of 23 and 25 hours.
  const days = Math.round((midnight(now) - midnight(at)) / DAY)
  const [n, unit]: [number, Intl.RelativeTimeFormatUnit] =
    ago < MINUTE
      ? [0, 'second']
      : ago < HOUR
        ? [ago / MINUTE, 'minute']
        : ago < DAY
          ? [ago / HOUR, 'hour']
          : days < 7
            ? [days, 'day']
            : days < 31
              ? [days / 7, 'week']
              : days < 365
                ? [days / 30.44, 'month']
                : [(days + 0.25) / 365.25, 'year']
  const format = kept(relative, lang, () => new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }))
  return format.format(-Math.floor(n), unit)
}

/** Date and time in full, in the reader's time zone. */
export function exactTime(at: number, lang: string): string {
  const make = () => new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'short' })
  return kept(exact, lang, make).format(at)
}

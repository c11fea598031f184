import { fieldsOf } from './fields.ts'

/** Between these a comment can have been written, in ms UTC; before and after it was a clock that was wrong, or none. */
const EARLIEST = Date.UTC(1990, 0)
const LATEST = Date.UTC(10_000, 0)

/** From here on a number is milliseconds, below it seconds. */
const MILLISECONDS = 100_000_000_000

/**
 * When something was, in ms UTC; null where the value tells no time.
 * @param value ISO 8601 and the ways in which databases write it (a time without a zone is taken for UTC), seconds or
 * milliseconds since 1970, or an object that has one of these as `iso`, `$date` or `$numberLong`
 */
export function timeOf(value: unknown): number | null {
  const fields = fieldsOf(value)
  if (fields) {
    const within = fields['iso'] ?? fields['$date'] ?? fields['$numberLong']
    // The end of it is no object: whatever is nested deeper is none of the ways.
    return typeof within === 'object' ? timeOf(fieldsOf(within)?.['$numberLong'] ?? null) : timeOf(within)
  }
  const ms = typeof value === 'number' ? ofNumber(value) : typeof value === 'string' ? ofText(value.trim()) : null
  return ms !== null && ms >= EARLIEST && ms < LATEST ? ms : null
}

function ofNumber(value: number): number | null {
  return Number.isFinite(value) ? Math.round(value >= MILLISECONDS ? value : value * 1000) : null
}

const WRITTEN =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|UTC|[+-]\d\d(?::?\d\d)?)?(?: (?:[A-Z]{2,5}|[+-]\d{2,4}))?(?: m=[+-]\d+(?:\.\d+)?)?)?$/i

function ofText(text: string): number | null {
  if (/^\d{1,16}(\.\d{1,9})?$/.test(text) && text.length > 8) return ofNumber(Number(text))
  const found = WRITTEN.exec(text)
  if (!found) return null
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(part => Number(part ?? 0))
  const ms = Number((found[7] ?? '').padEnd(3, '0').slice(0, 3))
  const at = Date.UTC(year!, month! - 1, day, hour, minute, second, ms)
  // What was carried over, like the 31st of June, stood nowhere in a calendar; a leap second is the next one.
  const calendar = new Date(at - second! * 1000 - ms)
  const isReal =
    calendar.getUTCMonth() === month! - 1 &&
    calendar.getUTCDate() === day &&
    calendar.getUTCHours() === hour &&
    calendar.getUTCMinutes() === minute
  return isReal && second! <= 60 ? at - zoneOf(found[8]) : null
}

/** How far a zone is ahead of UTC, in ms. */
function zoneOf(zone: string | undefined): number {
  const found = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '')
  if (!found) return 0
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0)) * 60_000
}

/**
 * A time as files have it, `2012-12-31T23:59:59Z` or with a space, a fraction or an offset; without one it is UTC.
 * @returns ms UTC; null where it is no time, such as 2012-02-30 or a row of noughts
 */
export function readTime(text: string | undefined): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|[+-]\d\d:?\d\d)?$/.exec(
    text?.trim() ?? '',
  )
  if (!found) return null
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(each => Number(each ?? 0)) as number[]
  const at = Date.UTC(year!, month! - 1, day, hour, minute, second, Number((found[7] ?? '').padEnd(3, '0').slice(0, 3)))
  const date = new Date(at)
  if (year! < 100 || date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day || date.getUTCHours() !== hour)
    return null
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(found[8] ?? '') ?? []
  return at - (sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0)
}

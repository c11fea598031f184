/** A wait in words: "in 3 minutes". */
export function waitTime(seconds: number, lang: string): string {
  const format = new Intl.RelativeTimeFormat(lang)
  if (seconds < 60) return format.format(Math.max(1, Math.ceil(seconds)), 'second')
  if (seconds < 3600) return format.format(Math.ceil(seconds / 60), 'minute')
  return format.format(Math.ceil(seconds / 3600), 'hour')
}

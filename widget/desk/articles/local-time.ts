/** A moment as a `datetime-local` field holds it, in the time zone of this device; empty for none. */
export function fieldOf(at: number | null): string {
  if (at === null) return ''
  const minutes = new Date(at).getTimezoneOffset()
  return new Date(at - minutes * 60_000).toISOString().slice(0, 16)
}

/** The moment that such a field names; null where it names none. */
export function momentOf(field: string): number | null {
  const at = new Date(field).getTime()
  return Number.isNaN(at) ? null : at
}

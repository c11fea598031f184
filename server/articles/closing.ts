/** What says when a thread closes. */
export interface Closing {
  is_closed: number
  /** By the desk, for this article. */
  closes_at: number | null
  created_at: number
}

const DAY = 24 * 3_600_000

/** When the site closes a thread if the desk chooses no time for it: so many days after its first comment, or never. */
export function siteCloses({ created_at }: Closing, days: number): { days: number; at: number } | null {
  return days > 0 ? { days, at: created_at + days * DAY } : null
}

/** When a thread closes by itself, in ms UTC: at the time the desk chose, or when the site says. */
export function closesAt(thread: Closing, closesAfterDays: number): number | null {
  return thread.closes_at ?? siteCloses(thread, closesAfterDays)?.at ?? null
}

/** Whether a thread takes comments now; an article without a row has had none, and is open. */
export function isOpen(article: Closing | null, closesAfterDays: number, now: number): boolean {
  if (!article) return true
  const at = closesAt(article, closesAfterDays)
  return !article.is_closed && (at === null || now < at)
}

/** What says when a thread closes. */
export interface Closing {
  is_closed: number
  /** By the desk, for this article. */
  closes_at: number | null
  created_at: number
}

const DAY = 24 * 3_600_000

/** When a thread closes by itself, in ms UTC: at the time the desk chose, or so many days after its first comment. */
export function closesAt({ closes_at, created_at }: Closing, closesAfterDays: number): number | null {
  const after = closesAfterDays > 0 ? created_at + closesAfterDays * DAY : null
  return closes_at ?? after
}

/** Whether a thread takes comments now; an article without a row has had none, and is open. */
export function isOpen(article: Closing | null, closesAfterDays: number, now: number): boolean {
  if (!article) return true
  const at = closesAt(article, closesAfterDays)
  return !article.is_closed && (at === null || now < at)
}

import type { RulingAnswer, Status } from '../contract.ts'
import { decisionOf } from '../store/queue.ts'
import type { StandingRow } from '../store/rulings.ts'

/**
 * The answer to a ruling or an act that was not made: there is no such comment, somebody was first, or it is not possible.
 * @param stands what stands now, and who decided it
 * @param whyNot why it is not possible on the version that was seen
 */
export function lost(
  { comment, seen }: { comment: string; seen: number },
  stands: StandingRow | undefined,
  whyNot: (status: Status) => string,
): RulingAnswer {
  if (!stands) {
    return { comment, ok: false, code: 'unknown_comment', detail: 'There is no such comment here.', standing: null }
  }
  const { status, version } = stands
  const isStale = version !== seen
  return {
    comment,
    ok: false,
    code: isStale ? 'stale_version' : 'ruling_not_allowed',
    detail: isStale ? 'Somebody was first: the comment has changed since you saw it.' : whyNot(status),
    standing: { status, version, decision: decisionOf(stands) },
  }
}

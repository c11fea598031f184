import {
  type Case,
  LIMITS,
  type ModeratorRuling,
  type Reason,
  type RulingAnswer,
  type RulingsAnswer,
  type RulingsRequest,
} from '../../server/contract.ts'
import { Refusal } from '../shared/call.ts'
import { waitTime } from '../shared/time.ts'
import { ask, showsDoor } from './asking.ts'
import { inTurn, noteVersion, versionOf } from './ledger.ts'
import { desk } from './state.ts'
import { LANG, words } from './words.ts'

export type Refused = Extract<RulingAnswer, { ok: false }>

/** What became of rulings that were sent. */
export interface Outcome {
  /** Version by comment, of those that were changed. */
  done: Map<string, number>
  refused: { one: Case; answer: Refused }[]
  unanswered: Case[]
  /** Why there was no answer, in words, where the server said more than nothing. */
  why: string | null
  /** Whether the session ended: the door is on screen and nothing else is to be said. */
  isOut: boolean
}

/** Sends one ruling for each case, in calls of at most 500, after whatever is on its way for the same cases. */
export function sendRulings(
  site: string,
  cases: readonly Case[],
  ruling: ModeratorRuling,
  reason?: Reason,
  said?: string,
): Promise<Outcome> {
  const ids = cases.map(({ id }) => id)
  return inTurn(ids, async () => {
    const outcome: Outcome = { done: new Map(), refused: [], unanswered: [], why: null, isOut: false }
    for (let at = 0; at < cases.length; at += LIMITS.rulings) {
      const part = cases.slice(at, at + LIMITS.rulings)
      if (outcome.isOut || outcome.unanswered.length) outcome.unanswered.push(...part)
      else await sendPart(outcome, site, part, ruling, { ...(reason && { reason }), ...(said && { words: said }) })
    }
    return outcome
  })
}

async function sendPart(
  outcome: Outcome,
  site: string,
  cases: readonly Case[],
  ruling: ModeratorRuling,
  more: { reason?: Reason; words?: string },
): Promise<void> {
  const rulings = cases.map(one => ({ comment: one.id, ruling, seen: versionOf(one), ...more }))
  try {
    const { answers } = await ask<RulingsAnswer>('POST', 'rulings', {
      body: { site, rulings } satisfies RulingsRequest,
    })
    const byId = new Map(answers.map(answer => [answer.comment, answer]))
    for (const one of cases) take(outcome, one, byId.get(one.id), ruling)
  } catch (error) {
    outcome.isOut ||= showsDoor(error)
    outcome.why ??= reasonOf(error)
    outcome.unanswered.push(...cases)
  }
}

function take(outcome: Outcome, one: Case, answer: RulingAnswer | undefined, ruling: ModeratorRuling): void {
  if (!answer) return void outcome.unanswered.push(one)
  const version = answer.ok ? answer.version : ownVersion(answer, ruling)
  if (version === null) return void outcome.refused.push({ one, answer: answer as Refused })
  noteVersion(one.id, version)
  outcome.done.set(one.id, version)
}

/** A ruling whose answer was lost on the way stands when it is sent again: then it is ours, and no race was lost. */
function ownVersion({ standing }: Refused, ruling: ModeratorRuling): number | null {
  const isOurs = standing?.decision.ruling === ruling && standing.decision.by === desk().me?.person.name
  return isOurs ? standing.version : null
}

function reasonOf(error: unknown): string | null {
  const problem = error instanceof Refusal ? error.problem : null
  if (problem?.code === 'forbidden') return words.toast.forbidden
  if (problem?.code === 'too_many_requests') return words.toast.wait(waitTime(problem.retryAfter ?? 60, LANG))
  return null
}

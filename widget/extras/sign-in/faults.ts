import type { Conversation } from '../../embed/conversation.ts'
import type { Refusal } from '../../shared/call.ts'
import { waitTime } from '../../shared/wait-time.ts'
import { plural } from '../../shared/words.ts'
import { langOf } from '../present/locale.ts'
import { signInWords } from './words.ts'

/** What is told of a refusal: what happened and what to do. */
export function faultOf(conversation: Conversation, { problem }: Partial<Refusal>): string {
  const words = signInWords(conversation)
  const lang = langOf(conversation)
  const { faults, triesLeft } = words
  if (!problem) return faults.silent
  const { code, retryAfter } = problem
  if (problem.triesLeft) return plural(triesLeft, problem.triesLeft, lang)
  if (code === 'too_many_requests' && retryAfter) return faults.wait.replace('{wait}', waitTime(retryAfter, lang))
  const known: Record<string, string | undefined> = faults
  return known[code] ?? faults.broken
}

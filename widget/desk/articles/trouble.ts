import { Refusal } from '../../shared/call.ts'
import { waitTime } from '../../shared/time.ts'
import { LANG, words } from '../words.ts'
import type { Trouble } from './state.ts'

/** Why a call failed, in the words of its problem document with the remedy that stands there. */
export function troubleOf(error: unknown): Trouble {
  const problem = error instanceof Refusal ? error.problem : null
  if (!problem) return { text: words.articles.silent, command: null }
  const { title, detail, code, retryAfter, command = null } = problem
  const remedy = code === 'too_many_requests' ? words.articles.wait(waitTime(retryAfter ?? 60, LANG)) : detail
  return { text: `${title}. ${remedy}`, command }
}

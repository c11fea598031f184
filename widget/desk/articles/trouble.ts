import type { ProblemDocument } from '../../../server/contract.ts'
import { Refusal } from '../../shared/call.ts'
import { waitTime } from '../../shared/time.ts'
import { heardOf } from '../phrases.ts'
import { LANG, words } from '../words.ts'
import type { Trouble } from './state.ts'

/** Why a call failed, in the words of its problem document with the remedy that stands there. */
export function troubleOf(error: unknown): Trouble {
  const problem = error instanceof Refusal ? error.problem : null
  if (!problem) return { text: words.articles.silent, command: null }
  return { text: problemWords(problem), command: problem.command ?? null }
}

/** A refusal in the language of the desk; one that says more than its code in the server's English, as an island. */
export function problemWords({ title, detail, code, retryAfter }: ProblemDocument): string {
  const isEnglish = LANG.startsWith('en')
  if (code === 'too_many_requests')
    return `${isEnglish ? `${title}. ` : ''}${words.articles.wait(waitTime(retryAfter ?? 60, LANG))}`
  const english = `${title}. ${detail}`
  return heardOf('problems')[code] ?? (isEnglish ? english : `\u2066${english}\u2069`)
}

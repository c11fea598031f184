import { Refusal } from '../../shared/call.ts'
import { problemWords } from '../articles/trouble.ts'
import { showsDoor } from '../asking.ts'
import { keyWords as words } from './words.ts'

/** Why something was not done, in words; null where the door is shown instead. */
export function whyNot(error: unknown): string | null {
  if (showsDoor(error)) return null
  const problem = error instanceof Refusal ? error.problem : undefined
  return words.refused(problem ? problemWords(problem) : words.noAnswer)
}

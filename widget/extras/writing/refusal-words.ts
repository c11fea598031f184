import type { Scene } from '../../embed/scene.ts'
import type { Refusal } from '../../shared/call.ts'
import { waitTime } from '../../shared/wait-time.ts'
import type { WritingWords } from '../../shared/words.ts'
import { english } from './english.ts'

/** The words for those who write, in the language of the thread. */
export function writingWords(scene: Scene): WritingWords {
  return scene.words.writing ?? english
}

/** What a reader is told of a refusal: what happened and what to do, never a code. */
export function refusalWords(scene: Scene, { problem }: Refusal): string {
  const { faults } = writingWords(scene)
  if (!problem) return navigator.onLine === false ? faults.offline : faults.silent
  const { code, retryAfter } = problem
  if (code === 'too_many_requests' && retryAfter) return faults.wait.replace('{wait}', waitTime(retryAfter, scene.lang))
  if (code === 'body_too_large') return faults.text_too_long
  const known: Record<string, string | undefined> = faults
  return (known[code] ?? faults.broken).replace('{wait}', () => waitTime(retryAfter ?? 1, scene.lang))
}

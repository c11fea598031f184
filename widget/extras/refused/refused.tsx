import type { ComponentChild } from 'preact'
import type { ProblemDocument } from '../../../server/contract.ts'
import { wordsFor } from '../../embed/language.ts'
import type { Place } from '../../embed/place.ts'
import { refused } from './words.ts'

/** What is said in the place of a thread whose page is refused, and to its owner on the console. */
export async function explanation(
  { element }: Place,
  { title, detail, command }: ProblemDocument,
): Promise<ComponentChild> {
  console.warn(`Parley: ${title}: ${detail} ${command}`)
  const words = (await wordsFor(element)).refused ?? refused
  return (
    <div class="text">
      <p>{words.refused}</p>
      <p class="aside">{words.command}</p>
      <pre dir="ltr" class="aside" style={{ whiteSpace: 'pre-wrap' }}>
        <code>{command}</code>
      </pre>
    </div>
  )
}

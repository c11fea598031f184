import type { ComponentChild } from 'preact'
import type { ProblemDocument } from '../../../server/contract.ts'
import { isPersian } from '../../embed/language.ts'
import type { Place } from '../../embed/place.ts'

const ENGLISH = {
  refused: 'Comments are not set up for this page yet.',
  command: 'If this is your site, this command helps:',
}

const PERSIAN: typeof ENGLISH = {
  refused: 'دیدگاه‌ها هنوز برای این صفحه راه‌اندازی نشده است.',
  command: 'اگر این سایت از آنِ شماست، این فرمان کمک می‌کند:',
}

/** What is said in the place of a thread whose page is refused, and to its owner on the console. */
export function explanation({ element }: Place, { title, detail, command }: ProblemDocument): ComponentChild {
  console.warn(`Parley: ${title}: ${detail} ${command}`)
  const words = isPersian(element) ? PERSIAN : ENGLISH
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

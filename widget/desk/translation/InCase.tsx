import { useState } from 'preact/hooks'
import type { Case, DeskTranslationRequest, Translation } from '../../../server/contract.ts'
import { ask, showsDoor } from '../asking.ts'
import { say } from '../state.ts'
import { Translated } from './Translated.tsx'
import { target } from './target.ts'
import { translationWords as words } from './words.ts'

/** What a comment says in the language of the desk, for who cannot read it; nothing where it is in that language. */
export function InCase({ one, site }: { one: Case; site: string }) {
  const [isOpen, setOpen] = useState(true)
  const [made, setMade] = useState<Translation | 'coming' | 'failed' | null>(null)
  const into = target()
  const translate = async () => {
    if (made === 'coming') return
    if (made !== null && made !== 'failed') return setOpen(!isOpen)
    setMade('coming')
    const body: DeskTranslationRequest = { site, target: into }
    try {
      const told = await ask<Translation>('POST', `comments/${encodeURIComponent(one.id)}/translation`, { body })
      setMade(told)
      say(told.text)
    } catch (error) {
      if (showsDoor(error)) return
      setMade('failed')
      say(words.failed)
    }
  }
  if (one.lang === into || one.text === '') return null
  const shown = made !== null && typeof made === 'object' && isOpen ? made : null
  return (
    <div class="text">
      <button
        type="button"
        class="text-button"
        aria-disabled={made === 'coming'}
        aria-expanded={shown !== null}
        onClick={() => void translate()}
      >
        {made === 'coming' ? words.coming : words.translate}
      </button>
      {made === 'failed' && <p class="faint">{words.failed}</p>}
      {shown && <Translated made={shown} />}
      {shown && <p class="faint">{words.original}</p>}
    </div>
  )
}

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Shown } from '../../embed/branches.ts'
import type { Scene } from '../../embed/scene.ts'
import type { Refusal } from '../../shared/call.ts'
import { withdraw } from './post.ts'
import { refusalWords, writingWords } from './refusal-words.ts'

/** "Delete", then the question in the same place. */
export function Deletion({ comment, scene }: { comment: Shown; scene: Scene }) {
  const words = writingWords(scene)
  const [step, setStep] = useState<'untouched' | 'idle' | 'asked' | 'busy'>('untouched')
  const [fault, setFault] = useState('')
  const safe = useRef<HTMLButtonElement>(null)
  const isAsked = step === 'asked' || step === 'busy'
  useEffect(() => {
    if (step !== 'untouched') safe.current!.focus()
  }, [isAsked])

  const remove = async () => {
    if (step === 'busy') return
    setStep('busy')
    setFault('')
    try {
      await withdraw(scene.conversation, comment)
      scene.say(words.deleted)
    } catch (error) {
      const why = refusalWords(scene, error as Refusal)
      scene.say(why)
      setFault(why)
      setStep('asked')
    }
  }
  if (!isAsked) {
    return (
      <button ref={safe} type="button" part="button" onClick={() => setStep('asked')}>
        {words.delete}
      </button>
    )
  }
  return (
    <fieldset
      aria-label={words.deleteQuestion}
      onKeyDown={event => {
        if (event.key === 'Escape') setStep('idle')
      }}
    >
      <span>{words.deleteQuestion}</span>
      <button type="button" part="button" class="strong" aria-disabled={step === 'busy'} onClick={remove}>
        {words.delete}
      </button>
      <button ref={safe} type="button" part="button" onClick={() => setStep('idle')}>
        {words.keep}
      </button>
      {fault && <span class="fault">{fault}</span>}
    </fieldset>
  )
}

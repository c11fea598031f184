import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { ask, showsDoor } from '../asking.ts'
import { moment } from '../phrases.ts'
import { say } from '../state.ts'
import { inWords } from './passkey.ts'
import { you } from './words.ts'
import type { PartProps } from './You.tsx'

/** How many recovery codes one has, which were used, and ten new ones, shown once. */
export function Codes({ account: { codes }, isFresh, reload }: PartProps) {
  const [shown, setShown] = useState<string[] | null>(null)
  const [told, setTold] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const id = useId()
  useEffect(() => {
    if (shown) list.current?.focus()
  }, [shown])

  const make = async () => {
    setTold('')
    try {
      setShown((await ask<{ codes: string[] }>('POST', 'recovery-codes', { body: {} })).codes)
      say(you.shownOnce)
      await reload()
    } catch (error) {
      if (!showsDoor(error)) setTold(inWords(error))
    }
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(shown!.join('\n'))
      setTold(you.copied)
    } catch {
      setTold(you.notCopied)
    }
  }

  return (
    <section class="policy-part" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{you.codes}</h3>
      <p class="faint">{you.codesIntro}</p>
      {shown ? (
        <div class="you-codes">
          <p>{you.shownOnce}</p>
          <ol ref={list} tabIndex={-1} dir="ltr" aria-label={you.codes}>
            {shown.map(code => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ol>
          <div class="you-line">
            <button type="button" class="button" onClick={() => void copy()}>
              {you.copy}
            </button>
            <button type="button" class="button filled" onClick={() => setShown(null)}>
              {you.kept}
            </button>
          </div>
        </div>
      ) : (
        <>
          <p>{codes.createdAt === null ? you.noCodes : you.left({ n: codes.left, time: moment(codes.createdAt) })}</p>
          {codes.usedAt.length > 0 && (
            <p>
              {you.codesUsed} {codes.usedAt.map(moment).join(' · ')}
            </p>
          )}
          {isFresh && (
            <div class="you-line">
              <button type="button" class="button" onClick={() => void make()}>
                {codes.left > 0 ? you.remakeCodes : you.makeCodes}
              </button>
              {codes.left > 0 && <span class="faint">{you.remakeHint}</span>}
            </div>
          )}
        </>
      )}
      <p class="faint" role="status">
        {told}
      </p>
    </section>
  )
}

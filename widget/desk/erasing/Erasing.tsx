import { useEffect, useState } from 'preact/hooks'
import type { AuthorWeight, EraseProgress } from '../../../server/contract.ts'
import { Refusal } from '../../shared/call.ts'
import { problemWords } from '../articles/trouble.ts'
import { ask, showsDoor } from '../asking.ts'
import { erasingWords as words } from './words.ts'

interface ErasingProps {
  site: string
  author: string
  /** Leaves the dialog; `isDone` where what the desk shows is no longer so. */
  leave(isDone: boolean): void
}

type Kind = keyof typeof words.kinds
const KINDS = Object.keys(words.kinds) as Kind[]

/** What an owner sees of all there is of an author before erasing it, and how far that has come. */
export function Erasing({ site, author, leave }: ErasingProps) {
  const [weight, setWeight] = useState<AuthorWeight | null>(null)
  const [done, setDone] = useState<number | 'all' | null>(null)
  const [fault, setFault] = useState('')
  const path = `authors/${encodeURIComponent(author)}`
  const fail = (error: unknown) => {
    if (showsDoor(error)) return
    const problem = error instanceof Refusal ? error.problem : null
    setFault(problem ? problemWords(problem) : words.failed)
    setDone(null)
  }
  useEffect(() => {
    ask<AuthorWeight>('GET', `${path}/weight`, { query: { site } }).then(setWeight, fail)
  }, [path])

  async function erase() {
    if (typeof done === 'number') return
    setFault('')
    setDone(0)
    try {
      for (let erased = 0, isDone = false; !isDone; setDone(isDone ? 'all' : erased)) {
        const step = await ask<EraseProgress>('POST', `${path}/erase`, { body: { site } })
        erased += step.erased
        isDone = step.isDone
      }
    } catch (error) {
      fail(error)
    }
  }

  const goes = (kind: Kind) => (weight ? weight[kind] - (kind === 'comments' ? weight.held : 0) : 0)
  return (
    <>
      {!weight && !fault && <p role="status">{words.loading}</p>}
      {weight && done === null && (
        <>
          <p>{words.goes}</p>
          <ul>
            {KINDS.filter(kind => goes(kind) > 0).map(kind => (
              <li key={kind}>{words.kinds[kind](goes(kind))}</li>
            ))}
          </ul>
          {weight.held > 0 && <p>{words.held(weight.held)}</p>}
          {weight.boundUntil !== null && weight.boundUntil > Date.now() && <p>{words.bound}</p>}
          {weight.mentions > 0 && <p>{words.mentions(weight.mentions)}</p>}
          <p class="faint">{words.stays}</p>
        </>
      )}
      {done !== null && <p role="status">{done === 'all' ? words.done : words.going(done)}</p>}
      {typeof done === 'number' && weight && (
        <progress max={Math.max(goes('comments'), 1)} value={done} aria-label={words.going(done)} />
      )}
      {typeof done === 'number' && <p class="faint">{words.leave}</p>}
      {fault && <p role="alert">{fault}</p>}
      <p class="all-buttons">
        {weight && done === null && (
          <button type="button" class="button filled severe" onClick={() => void erase()}>
            {words.go} <bdi>{weight.name ?? words.guest}</bdi> {words.forGood}
          </button>
        )}
        <button type="button" class="button" onClick={() => leave(done !== null)}>
          {done === null ? words.cancel : words.close}
        </button>
      </p>
    </>
  )
}

import { useEffect, useState } from 'preact/hooks'
import type { Case } from '../../server/contract.ts'
import { Tree } from '../shared/Tree.tsx'
import { hasMarks, isPlain, pieces } from './marks.ts'
import { listed } from './phrases.ts'
import { words } from './words.ts'

/** A text as it was typed, where its tree cannot be drawn. */
export const Typed = ({ text }: { text: string }) => (
  <div class="text">
    <div class="source" dir="auto">
      {text}
    </div>
  </div>
)

/** The comment's text: as typed with the evidence marked where a rule points at it, or as readers would see it. */
export function Text({ one }: { one: Case }) {
  const isMarked = hasMarks(one.text, one.findings)
  const [isTyped, setTyped] = useState(isMarked)
  useEffect(() => setTyped(isMarked), [isMarked])
  const hasTwoWays = isMarked || !isPlain(one.text, one.tree)
  return (
    <div class="text">
      {isTyped && hasTwoWays ? (
        <div class="source" dir="auto">
          {pieces(one.text, one.findings).map((piece, at) =>
            piece.findings.length ? (
              <mark key={at} title={listed(piece.findings.map(({ reason }) => words.reason[reason]))}>
                {piece.text}
              </mark>
            ) : (
              piece.text
            ),
          )}
        </div>
      ) : (
        <div class="prose">
          <Tree blocks={one.tree} />
        </div>
      )}
      {hasTwoWays && (
        <fieldset class="ways">
          <legend class="unseen">{words.case.view}</legend>
          {[false, true].map(way => (
            <button
              key={String(way)}
              type="button"
              class="way"
              aria-pressed={isTyped === way}
              onClick={() => setTyped(way)}
            >
              {way ? words.case.typed : words.case.shown}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}

import { useRef } from 'preact/hooks'
import { type Case, MODERATOR_RULINGS, type ModeratorRuling } from '../../server/contract.ts'
import { Icon } from './icons.tsx'
import { Key } from './Key.tsx'
import { askWhy } from './keys.ts'
import { ReasonMenu } from './ReasonMenu.tsx'
import { decide, mayDecide, targets } from './ruling.ts'
import type { Desk } from './state.ts'
import { words } from './words.ts'

/** The key of each ruling. To undo a decision of some other time has none: `u` undoes one's own last. */
const KEY: Record<ModeratorRuling, string | null> = {
  approve: 'a',
  confirm: 'a',
  reject: 'r',
  spam: 's',
  restore: null,
}

/** The buttons for what may be decided about the selection, or else about the case in view. */
export function DecisionBar({ desk, one }: { desk: Desk; one: Case }) {
  const bar = useRef<HTMLDivElement>(null)
  const cases = desk.chosen.size ? targets() : [one]
  const may = (ruling: ModeratorRuling) => cases.some(each => mayDecide(ruling, each))
  // One key lets a comment stand: where something waits for approval, a look at the rest comes after it.
  const rulings = MODERATOR_RULINGS.filter(ruling => may(ruling) && !(ruling === 'confirm' && may('approve')))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no flex container everywhere.
    <div class="decisions" role="group" aria-label={words.decisions(cases.length)} ref={bar}>
      {rulings.map(ruling => (
        <div key={ruling} class="decision-place">
          <button
            type="button"
            class={`button decision ${ruling}`}
            title={words.rulingHint[ruling]}
            {...(ruling === 'reject' && { 'aria-haspopup': 'menu' as const, 'aria-expanded': desk.isAskingWhy })}
            onClick={() => (ruling === 'reject' ? askWhy() : decide(ruling))}
          >
            <Icon name={ruling} />
            <span>{words.ruling[ruling]}</span>
            {cases.length > 1 && <span class="count">{words.number(cases.length)}</span>}
            {KEY[ruling] && <Key name={KEY[ruling]} />}
          </button>
          {ruling === 'reject' && desk.isAskingWhy && <ReasonMenu bar={bar} />}
        </div>
      ))}
      {!rulings.length && one.status === 'withdrawn' && <p class="faint">{words.case.nothingToDecide}</p>}
    </div>
  )
}

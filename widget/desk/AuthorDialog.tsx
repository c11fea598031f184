import type { ComponentProps, ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import { type AuthorRecord, mayRule, REJECT_REASONS, type Reason, type Status } from '../../server/contract.ts'
import { type AuthorRuling, closeAuthorWork, leaveErased, ruleOnAll } from './author-work.ts'
import { Dialog } from './Dialog.tsx'
import type { Erasing } from './erasing/Erasing.tsx'
import { withWords } from './language.ts'
import { isOwner } from './me.ts'
import { type AuthorWork, desk } from './state.ts'
import { words } from './words.ts'

const RULINGS = ['reject', 'spam', 'approve'] as const satisfies readonly AuthorRuling[]
const KEPT = ['pending', 'published', 'rejected'] as const
type Kept = (typeof KEPT)[number]

/** The statuses that a count of an author's record speaks of. */
const SPEAKS_OF: Record<Kept, Status[]> = {
  pending: ['pending'],
  published: ['published'],
  rejected: ['rejected', 'spam'],
}

/** A decision over all comments of an author: first what it would be about, then how far it has come. */
export function AuthorDialog({ work }: { work: AuthorWork }) {
  const { record } = work
  return (
    <Dialog name="all" class="all" heading={words.queue.headingOf(work.name)} leave={closeAuthorWork} hasClose={false}>
      {record === 'loading' && <p>{words.queue.allLoading}</p>}
      {record === 'failed' && <p role="alert">{words.queue.allFailed}</p>}
      {typeof record === 'string' ? (
        <p class="all-buttons">
          <button type="button" class="button" onClick={closeAuthorWork}>
            {words.queue.cancel}
          </button>
        </p>
      ) : (
        <Choices work={work} record={record} />
      )}
    </Dialog>
  )
}

function Choices({ work, record }: { work: AuthorWork; record: AuthorRecord }) {
  const [ruling, setRuling] = useState<AuthorRuling>('reject')
  const [reason, setReason] = useState<Reason | ''>('')
  const [left, setLeft] = useState<ReadonlySet<Kept>>(
    new Set(KEPT.filter(kept => kept !== 'pending' && record.counts.pending > 0)),
  )
  const may = (kept: Kept) =>
    record.counts[kept] > 0 && SPEAKS_OF[kept].some(each => mayRule('moderator', ruling, each))
  // Who rejects what was rejected before means the spam among it, which nobody counts: it is left as it is.
  const isOffered = (kept: Kept) => may(kept) && (kept !== 'rejected' || ruling === 'approve')
  const chosen = KEPT.filter(kept => isOffered(kept) && !left.has(kept))
  const count = chosen.reduce((sum, kept) => sum + record.counts[kept], 0)
  const [Erase, setErase] = useState<{ view: ComponentType<ComponentProps<typeof Erasing>> } | null>(null)
  const { queue } = words
  if (Erase)
    return (
      <Erase.view
        site={desk().site!}
        author={record.id}
        leave={isDone => (isDone ? leaveErased() : closeAuthorWork())}
      />
    )
  if (work.done !== null)
    return (
      <>
        <p role="status">{queue.progress(work.done, count)}</p>
        <progress max={count} value={work.done} aria-label={queue.allGo[ruling](count)} />
        <p class="all-buttons">
          <button type="button" class="button" aria-disabled={work.isStopping} onClick={closeAuthorWork}>
            {queue.allStop}
          </button>
        </p>
      </>
    )
  return (
    <>
      <div class="all-ways" role="radiogroup" aria-label={queue.allWhat}>
        {RULINGS.map(each => (
          <label key={each} class="way">
            <input type="radio" name="all-ruling" checked={ruling === each} onChange={() => setRuling(each)} />
            {words.ruling[each]}
          </label>
        ))}
      </div>
      <fieldset class="all-which">
        <legend class="unseen">{queue.allWhich}</legend>
        {KEPT.filter(isOffered).map(kept => (
          <label key={kept}>
            <input
              type="checkbox"
              checked={!left.has(kept)}
              onChange={event => {
                const others = new Set(left)
                if (event.currentTarget.checked) others.delete(kept)
                else others.add(kept)
                setLeft(others)
              }}
            />
            {queue.allStatus[kept](record.counts[kept])}
          </label>
        ))}
        {!KEPT.some(isOffered) && <p class="faint">{queue.allNone}</p>}
      </fieldset>
      {ruling === 'reject' && (
        <label class="choice">
          <span>{queue.allWhy}</span>
          <select class="input" value={reason} onChange={event => setReason(event.currentTarget.value as Reason | '')}>
            <option value="">{queue.allNoReason}</option>
            {REJECT_REASONS.map(each => (
              <option key={each} value={each}>
                {words.reason[each]}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="all-buttons">
        <button
          type="button"
          class={ruling === 'approve' ? 'button filled' : 'button filled severe'}
          aria-disabled={count === 0}
          onClick={() => {
            if (count > 0)
              void ruleOnAll(
                ruling,
                chosen.flatMap(kept => SPEAKS_OF[kept]),
                (ruling === 'reject' && reason) || undefined,
              )
          }}
        >
          {queue.allGo[ruling](count)}
        </button>
        <button type="button" class="button" onClick={closeAuthorWork}>
          {queue.cancel}
        </button>
        {isOwner() && (
          <button
            type="button"
            class="text-button"
            onClick={() =>
              withWords('machines', import('./erasing/Erasing.tsx')).then(
                ({ Erasing: view }) => setErase({ view }),
                () => {},
              )
            }
          >
            {queue.erase}
          </button>
        )}
      </p>
    </>
  )
}

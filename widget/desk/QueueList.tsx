import { useEffect, useRef } from 'preact/hooks'
import type { AsksWork } from '../../server/contract.ts'
import { Caught } from './Caught.tsx'
import { chooseAll, step } from './cursor.ts'
import { Empty } from './Empty.tsx'
import { FilterBar } from './FilterBar.tsx'
import { Key } from './Key.tsx'
import { currentKey } from './lists.ts'
import { More } from './More.tsx'
import { isOwner } from './me.ts'
import { loadMore, refresh, showHeld } from './queue.ts'
import { Row } from './Row.tsx'
import { Samples } from './Samples.tsx'
import { Skeleton } from './Skeleton.tsx'
import type { Desk, List } from './state.ts'
import { words } from './words.ts'

/** What can be done about much more being posted than is usual, by who is at the desk. */
function pressedNext(asks: AsksWork, desk: Desk): string {
  const { pressedNext } = words.list
  return pressedNext[!isOwner(desk) ? 'moderator' : asks === 'never' ? 'never' : 'owner']
}

/** The queue on screen: its rows, what is selected, and the way to more. */
export function QueueList({ desk, list }: { desk: Desk; list: List }) {
  const { status, chosen, notices } = desk
  const pressed = desk.pressed[desk.site ?? '']
  const isEmpty = !list.cases.length && list.next === null
  return (
    <section class="list" aria-label={words.list.label(words.tab[status])} aria-busy={list.phase === 'loading'}>
      <FilterBar desk={desk} list={list} />
      <p class="list-pressed" role="status">
        {pressed && `${words.list.pressed[pressed]} ${pressedNext(pressed, desk)}`}
      </p>
      {list.cases.length > 0 && <ListBar chosen={chosen.size} loaded={list.cases.length} held={list.held} />}
      <div class="list-scroll" key={currentKey()}>
        {desk.isStale && list.phase === 'ready' && <p class="list-stale">{words.list.stale}</p>}
        {list.phase === 'failed' && (
          <div class="list-words" tabIndex={-1}>
            <p>{words.list.failed}</p>
            <button type="button" class="button" onClick={() => void refresh()}>
              {words.retry}
            </button>
          </div>
        )}
        {list.phase === 'loading' && <Skeleton />}
        {list.phase === 'ready' && isEmpty && <Empty desk={desk} />}
        {list.cases.length > 0 && (
          // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one.
          <ul class={chosen.size ? 'rows choosing' : 'rows'} role="list" onKeyDown={onArrow}>
            {list.cases.map(one => (
              <Caught key={one.id} fallback={<li class="list-end">{words.undrawn}</li>}>
                <Row
                  one={one}
                  isHere={one.id === list.cursor}
                  isChosen={chosen.has(one.id)}
                  notice={notices[one.id]}
                  listTab={status}
                />
              </Caught>
            ))}
          </ul>
        )}
        {list.next !== null && list.phase === 'ready' && (
          <More
            more={list.more}
            next={list.next}
            load={() => void loadMore()}
            onlyByHand={list.isSparse ? words.list.sparse : undefined}
          />
        )}
        {!isEmpty && list.next === null && list.phase === 'ready' && (
          <p class="list-end">{words.list.end(list.cases.length)}</p>
        )}
        {list.phase === 'ready' && <Samples desk={desk} />}
      </div>
    </section>
  )
}

function onArrow(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  step(event.key === 'ArrowDown' ? 1 : -1)
}

/** What is selected, and, where it moves nothing, that there are new ones. */
function ListBar({ chosen, loaded, held }: { chosen: number; loaded: number; held: number }) {
  const isSome = chosen > 0 && chosen < loaded
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome
  }, [isSome])
  return (
    <div class="list-bar">
      <label class="choose-all">
        <input
          type="checkbox"
          ref={box}
          checked={chosen > 0 && chosen === loaded}
          onChange={event => chooseAll(event.currentTarget.checked)}
        />
        <span>{chosen ? words.list.chosen(chosen) : words.list.chooseAll}</span>
      </label>
      {chosen > 0 && (
        <button type="button" class="text-button" onClick={() => chooseAll(false)}>
          {words.list.clear}
        </button>
      )}
      {held > 0 && (
        <button type="button" class="held" onClick={() => void showHeld()}>
          {words.list.held(held)}
          <Key name="n" />
        </button>
      )}
    </div>
  )
}

import type { Case, Decision, Tab } from '../../server/contract.ts'
import { Avatar } from '../shared/Avatar.tsx'
import { Time } from '../shared/Time.tsx'
import { holds } from './counts.ts'
import { chooseRange, openCase, toggle } from './cursor.ts'
import { Icon } from './icons.tsx'
import { excerpt } from './marks.ts'
import { memo } from './memo.ts'
import type { Notice } from './state.ts'
import { LANG, words } from './words.ts'

/** Characters of a text that a row may show; the style sheet cuts it to two lines. */
const EXCERPT = 220
const CHIPS = 2

interface RowProps {
  one: Case
  isHere: boolean
  isChosen: boolean
  notice: Notice | undefined
  listTab: Tab
}

/** One comment in the list. Only the row at the cursor is a stop of the Tab key; `j`, `k` and the arrows move it. */
export const Row = memo<RowProps>(({ one, isHere, isChosen, notice, listTab }) => {
  const name = one.author.name
  const tabIndex = isHere ? 0 : -1
  return (
    <li class={`row${isHere ? ' here' : ''}${isChosen ? ' chosen' : ''}${notice ? ' noticed' : ''}`}>
      <label class="choose">
        <span class="face">
          <Avatar name={name} seed={one.author.avatar} />
        </span>
        <input
          type="checkbox"
          checked={isChosen}
          tabIndex={tabIndex}
          aria-label={words.list.choose(name ?? words.guest)}
          onClick={event => {
            if (!event.shiftKey) return toggle(one.id)
            event.preventDefault()
            chooseRange(one.id)
          }}
        />
      </label>
      <button
        type="button"
        class="row-open"
        tabIndex={tabIndex}
        aria-current={isHere ? 'true' : undefined}
        onClick={event => (event.shiftKey ? chooseRange(one.id) : openCase(one.id))}
      >
        <span class="row-head">
          <bdi class={name === null ? 'name faint' : 'name'}>{name ?? words.guest}</bdi>
          {one.author.badge && <span class="badge">{words.case.badge[one.author.badge]}</span>}
          <span class="age">
            <Time at={one.createdAt} lang={LANG} />
          </span>
        </span>
        <span class="excerpt" dir="auto">
          {excerpt(one.tree, EXCERPT)}
        </span>
        <span class="row-foot">
          <bdi class="on">{one.article.title ?? one.article.key}</bdi>
          <span class="chips">
            <Chips one={one} notice={notice} listTab={listTab} />
          </span>
        </span>
      </button>
    </li>
  )
})

function Chips({ one, notice, listTab }: { one: Case; notice: Notice | undefined; listTab: Tab }) {
  if (notice)
    return <span class="chip told">{holds(listTab, one) ? words.list.changed : words.status[one.status]}</span>
  const isMixed = listTab === 'all' || listTab === 'reported' || listTab === 'appealed'
  if (isMixed || one.status !== 'pending')
    return (
      <>
        {one.reports > 0 && <span class="chip">{words.queue.reports(one.reports)}</span>}
        {isMixed && <span class={`badge status ${one.status}`}>{words.status[one.status]}</span>}
        {!isMixed && <Verdict decision={one.decision} />}
      </>
    )
  const reasons = [...new Set(one.findings.filter(({ verdict }) => verdict !== 'publish').map(({ reason }) => reason))]
  return (
    <>
      {one.parent && (
        <span class="chip plain">
          <Icon name="reply" />
          <span class="unseen">{words.list.reply}</span>
        </span>
      )}
      {reasons.slice(0, CHIPS).map(reason => (
        <span key={reason} class="chip">
          {words.reason[reason]}
        </span>
      ))}
      {reasons.length > CHIPS && <span class="chip">{words.list.further(reasons.length - CHIPS)}</span>}
    </>
  )
}

function Verdict({ decision }: { decision: Decision }) {
  if (decision.ruler === 'author') return null
  return (
    <>
      {decision.reason && <span class="chip">{words.reason[decision.reason]}</span>}
      <span class="chip plain">{decision.by ? words.list.by(decision.by) : words.list.byRules}</span>
    </>
  )
}

import { useState } from 'preact/hooks'
import type { Case, CaseDetail, CaseLine, CaseLines, Comment } from '../../server/contract.ts'
import { Avatar } from '../shared/Avatar.tsx'
import { Time } from '../shared/Time.tsx'
import { ask, showsDoor } from './asking.ts'
import { NO_FILTERS } from './filters.ts'
import { filterBy } from './going.ts'
import { excerpt } from './marks.ts'
import { LANG, words } from './words.ts'

/** Characters of an answer that a line shows. */
const EXCERPT = 160

/** What stands around a comment: who answers it, who else says the same, and what else its author has written. */
export function Around({ one, detail }: { one: Case; detail: CaseDetail | null }) {
  if (!detail) return null
  const { answers, alike, others } = detail
  return (
    <>
      {alike.count > 0 && (
        <section class="part wide">
          <h3 class="warned">{words.queue.alikeOf(alike.count)}</h3>
          <Lines lines={alike.comments} isNamed={true} />
        </section>
      )}
      {answers.length > 0 && (
        <section class="part wide">
          <h3>{words.queue.answers}</h3>
          <ul class="lines">
            {answers.map(answer => (
              <Answer key={answer.id} answer={answer} />
            ))}
          </ul>
        </section>
      )}
      {others.comments.length > 0 && <Others key={one.id} one={one} first={others} />}
    </>
  )
}

function Answer({ answer }: { answer: Comment }) {
  const { author } = answer
  return (
    <li class="line">
      {author ? (
        <>
          <span class="line-head">
            <span class="face small">
              <Avatar name={author.name} seed={author.avatar} />
            </span>
            <bdi class="name">{author.name ?? words.guest}</bdi>
            <span class="age">
              <Time at={answer.createdAt} lang={LANG} />
            </span>
          </span>
          <span class="line-text" dir="auto">
            {excerpt(answer.tree, EXCERPT)}
          </span>
        </>
      ) : (
        <span class="faint">{words.case.gone[answer.status === 'withdrawn' ? 'withdrawn' : 'rejected']}</span>
      )}
    </li>
  )
}

function Lines({ lines, isNamed }: { lines: readonly CaseLine[]; isNamed: boolean }) {
  return (
    <ul class="lines">
      {lines.map(line => (
        <li key={line.id} class="line">
          <span class="line-head">
            <span class={`badge status ${line.status}`}>{words.status[line.status]}</span>
            {isNamed && <bdi class="name">{line.name ?? words.guest}</bdi>}
            <bdi class="on">{line.article.title ?? line.article.key}</bdi>
            <span class="age">
              <Time at={line.createdAt} lang={LANG} />
            </span>
          </span>
          <span class="line-text" dir="auto">
            {line.excerpt}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The author's other comments, newest first, more on demand. */
function Others({ one, first }: { one: Case; first: CaseLines }) {
  const [more, setMore] = useState<CaseLines>({ comments: [], next: first.next })
  const [phase, setPhase] = useState<'idle' | 'loading' | 'failed'>('idle')
  const load = async () => {
    if (phase === 'loading' || more.next === null) return
    setPhase('loading')
    try {
      const path = `comments/${encodeURIComponent(one.id)}/others`
      const { comments, next } = await ask<CaseLines>('GET', path, { query: { after: more.next } })
      setMore({ comments: [...more.comments, ...comments], next })
      setPhase('idle')
    } catch (error) {
      if (!showsDoor(error)) setPhase('failed')
    }
  }
  return (
    <section class="part wide">
      <h3>{words.queue.others}</h3>
      <Lines lines={[...first.comments, ...more.comments]} isNamed={false} />
      <p class="lines-more">
        {phase === 'failed' && <span class="trouble">{words.queue.othersFailed} </span>}
        {more.next !== null && (
          <button type="button" class="text-button" aria-disabled={phase === 'loading'} onClick={() => void load()}>
            {phase === 'loading' ? words.loading : words.queue.moreOthers}
          </button>
        )}
        <button
          type="button"
          class="text-button"
          onClick={() => filterBy({ ...NO_FILTERS, author: one.author.id }, 'all')}
        >
          {words.queue.onlyAuthor}
        </button>
      </p>
    </section>
  )
}

import type { LogEntry } from '../../../server/contract.ts'
import { Time } from '../../shared/Time.tsx'
import { ArticleLink } from '../ArticleLink.tsx'
import { memo } from '../memo.ts'
import { LANG, words } from '../words.ts'

/** One decision: who, what and why; then the comment it was about. */
export const LogRow = memo<{ entry: LogEntry }>(({ entry }) => {
  const { seq, at, by, from, to, reason, rule, system, note, words: told, comment } = entry
  const decision = { ...entry, by: by?.name ?? null }
  return (
    <li class="log-row">
      <p class="log-deed">
        <b>{words.actor(decision)}</b>
        {by?.account && (
          <span class="log-account">
            (<bdi>{words.log.account(by.account)}</bdi>)
          </span>
        )}
        <span>{words.deed(decision)}</span>
        {system && <span class="chip">{words.log.systemOf(system)}</span>}
        {reason && <span class="chip">{words.reason[reason]}</span>}
        {rule && <span class="faint">{words.log.byRuleOf(rule)}</span>}
      </p>
      <p class="log-when">
        <Time at={at} lang={LANG} />
        <bdi class="log-seq" dir="ltr">
          #{words.number(seq)}
        </bdi>
      </p>
      {comment.excerpt ? (
        <p class="log-excerpt" dir="auto">
          {comment.excerpt}
        </p>
      ) : (
        <p class="log-excerpt faint">{words.log.gone}</p>
      )}
      <p class="log-place">
        {words.log.by} <bdi>{comment.name ?? words.guest}</bdi>
        {entry.article && (
          <>
            {' '}
            <ArticleLink article={entry.article} />
          </>
        )}
        {from !== 'none' && from !== to && (
          <span class="log-course">
            {' · '}
            {words.status[from]}{' '}
            <span class="directed" aria-hidden="true">
              →
            </span>
            <span class="unseen">{words.log.becomes}</span> {words.status[to]}
          </span>
        )}
      </p>
      {note && <Said label={words.log.note} text={note} />}
      {told && <Said label={words.log.told} text={told} />}
    </li>
  )
})

function Said({ label, text }: { label: string; text: string }) {
  return (
    <p class="log-said">
      <span class="faint">{label}:</span> <bdi dir="auto">{text}</bdi>
    </p>
  )
}

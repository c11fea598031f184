import type { Case, CaseDetail, Decision, Finding } from '../../server/contract.ts'
import { Time } from '../shared/Time.tsx'
import { openAuthorWork } from './author-work.ts'
import { forgetDetail } from './details.ts'
import { detailOf } from './finding-detail.ts'
import { LANG, words } from './words.ts'

/** One line for each thing a rule says, however many places it points at. */
function grouped(findings: readonly Finding[]): { finding: Finding; places: number }[] {
  const groups = new Map<string, { finding: Finding; places: number }>()
  for (const finding of findings) {
    const { rule, verdict, reason, detail, start } = finding
    const name = JSON.stringify([rule, verdict, reason, detail])
    const group = groups.get(name) ?? { finding, places: 0 }
    groups.set(name, { ...group, places: group.places + (start === null ? 0 : 1) })
  }
  return [...groups.values()]
}

/** Why it is here: what each rule says of the comment. */
export function Findings({ one }: { one: Case }) {
  return (
    <section class="part wide">
      <h3>{words.case.why}</h3>
      {!one.findings.length && <p class="faint">{words.noFindings(one.decision)}</p>}
      <ul class="findings">
        {grouped(one.findings).map(({ finding, places }, at) => (
          <li key={at} class={`finding ${finding.verdict}`}>
            <p>
              {words.findingOf(finding.reason, finding.verdict)}
              {finding.detail && ' '}
              {finding.detail && <bdi class="finding-detail">{detailOf(finding)}</bdi>}
              {places > 0 && <span class="faint"> {words.case.marked(places)}</span>}
            </p>
            <p class="finding-rule">{words.ruleOf(finding.verdict, finding.rule)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is known of the author on this site. */
export function Record({ one }: { one: Case }) {
  const { published, rejected, since } = one.author
  return (
    <section class="part">
      <div class="part-head">
        <h3>{words.case.author}</h3>
        <button type="button" class="text-button" title={`${words.queue.allHint} (b)`} onClick={openAuthorWork}>
          {words.queue.all}
        </button>
      </div>
      <p class="record">
        {published + rejected === 0 ? (
          <span>{words.case.firstTime}</span>
        ) : (
          <>
            <span class="good">{words.case.published(published)}</span>
            <span class={rejected ? 'bad' : ''}>{words.case.rejected(rejected)}</span>
          </>
        )}
        <span class="faint">
          {words.case.since} <Time at={since} lang={LANG} />
        </span>
        {one.lang && <span class="faint">{words.queue.writtenIn(words.queue.languageName(one.lang))}</span>}
        {one.reports > 0 && <span class="bad">{words.queue.reports(one.reports)}</span>}
      </p>
    </section>
  )
}

/** Who decided what, when and why; what the queue knows stands there until the rest is loaded. */
export function Log({ one, detail }: { one: Case; detail: CaseDetail | 'failed' | null }) {
  const log = detail && detail !== 'failed' ? detail.log : [one.decision]
  return (
    <section class="part">
      <h3>{words.case.log}</h3>
      <ol class="log">
        {log.map((decision, at) => (
          <LogLine key={at} decision={decision} />
        ))}
      </ol>
      {detail === 'failed' && (
        <p class="faint">
          {words.case.logFailed}{' '}
          <button type="button" class="text-button" onClick={() => forgetDetail(one.id)}>
            {words.retry}
          </button>
        </p>
      )}
    </section>
  )
}

function LogLine({ decision }: { decision: Decision }) {
  return (
    <li class={`log-line ${decision.to}`}>
      <span>
        {words.actor(decision)} {words.deed(decision)}
        {decision.reason && <span class="chip">{words.reason[decision.reason]}</span>}
      </span>
      <span class="faint">
        <Time at={decision.at} lang={LANG} />
      </span>
    </li>
  )
}

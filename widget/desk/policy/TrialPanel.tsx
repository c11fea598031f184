import type { Trial } from '../../../server/contract.ts'
import { Time } from '../../shared/Time.tsx'
import { Icon } from '../icons.tsx'
import { pieces } from '../marks.ts'
import { LANG, words } from '../words.ts'
import { closeTrial, stopTrial } from './policy.ts'
import type { TrialState } from './state.ts'
import { policyWords } from './words.ts'

/** Comments that are shown; more say nothing new. */
const SHOWN = 100

/** What a change of the policy would have done to the last comments. */
export function TrialPanel({ trial }: { trial: TrialState }) {
  const { phase, looked, changed } = trial
  const contrary = changed.filter(({ isContrary }) => isContrary).length
  return (
    <section class="pane policy-trial" aria-label={policyWords.trial} aria-busy={phase === 'running'}>
      <div class="pane-bar">
        <h3>{policyWords.trial}</h3>
        {phase === 'running' ? (
          <button type="button" class="button" onClick={stopTrial}>
            {policyWords.stop}
          </button>
        ) : (
          <button type="button" class="button quiet square" aria-label={policyWords.close} onClick={closeTrial}>
            <Icon name="clear" />
          </button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <div class="pane-scroll" tabIndex={0}>
        <div class="policy-found">
          <p>
            {phase === 'running'
              ? policyWords.running(looked)
              : looked === 0
                ? policyWords.noComments
                : policyWords.triedOf(looked, changed.length)}{' '}
            {phase === 'stopped' && policyWords.stopped}
            {phase === 'failed' && policyWords.trialFailed}
          </p>
          {contrary > 0 && <p>{policyWords.contrary(contrary)}</p>}
          {changed.length > 0 && (
            <ul>
              {changed.slice(0, SHOWN).map(line => (
                <Line key={line.id} line={line} />
              ))}
            </ul>
          )}
          {changed.length > SHOWN && <p class="faint">{policyWords.shown(SHOWN)}</p>}
          {looked > 0 && phase !== 'running' && <p class="hint">{policyWords.caveat}</p>}
        </div>
      </div>
    </section>
  )
}

function Line({ line }: { line: Trial['changed'][number] }) {
  return (
    <li class="policy-line">
      <p class="policy-verdict">
        <span class={`badge status ${line.now}`}>{words.status[line.now]}</span>
        <span class="directed" aria-hidden="true">
          →
        </span>
        <span class="unseen">{policyWords.becomes}</span>
        <span class={`badge status ${line.would}`}>{words.status[line.would]}</span>
        {line.decision && (
          <span class={line.isContrary ? 'chip' : 'chip plain'}>
            {words.actor(line.decision)} {words.deed(line.decision)}
          </span>
        )}
      </p>
      <p class="policy-excerpt" dir="auto">
        {pieces(line.text, line.findings).map((piece, at) =>
          piece.findings.length ? <mark key={at}>{piece.text}</mark> : piece.text,
        )}
      </p>
      <p class="faint">
        <bdi>{line.name ?? words.guest}</bdi> · <Time at={line.createdAt} lang={LANG} /> · {words.case.on}{' '}
        <bdi>{line.title ?? line.key}</bdi>
        {[...new Set(line.findings.map(({ reason }) => words.reason[reason]))].map(reason => (
          <span key={reason}> · {reason}</span>
        ))}
      </p>
    </li>
  )
}

import { useLayoutEffect } from 'preact/hooks'
import { isOwner } from '../me.ts'
import { Skeleton } from '../Skeleton.tsx'
import type { Desk } from '../state.ts'
import { words } from '../words.ts'
import { Behaviour, Links, Readers, Waiting } from './Fields.tsx'
import { Lists } from './Lists.tsx'
import { discard, loadPolicy, save, showPolicy, tryOut } from './policy.ts'
import { changes, type PolicyDraft } from './state.ts'
import { TrialPanel } from './TrialPanel.tsx'
import { policyWords } from './words.ts'

/** The page of a site's policy: what it says, and beside it what a change would have done. */
export function PolicyPage({ desk }: { desk: Desk }) {
  const { policy } = desk
  const site = desk.site!
  useLayoutEffect(() => showPolicy(site), [site])
  return (
    <main class="work policy-page" data-front={policy.trial ? 'case' : 'list'}>
      <section class="list" aria-label={policyWords.label} aria-busy={policy.phase === 'loading'}>
        <div class="list-scroll" key={site}>
          <div class="policy">
            <header>
              <h2 class="log-heading" tabIndex={-1}>
                {policyWords.heading}
              </h2>
              <p class="faint">{policyWords.intro}</p>
              {!isOwner(desk) && <p class="faint">{policyWords.readOnly}</p>}
            </header>
            {policy.site === site ? <Body policy={policy} /> : <Skeleton />}
          </div>
        </div>
        {policy.site === site && policy.saved && <Bar policy={policy} maySave={isOwner(desk)} />}
      </section>
      {policy.trial && <TrialPanel trial={policy.trial} />}
    </main>
  )
}

function Body({ policy }: { policy: PolicyDraft }) {
  if (policy.phase === 'failed')
    return (
      <div class="articles-nothing">
        <p>{policyWords.failed}</p>
        <button type="button" class="button" onClick={() => void loadPolicy()}>
          {words.retry}
        </button>
      </div>
    )
  if (!policy.saved) return <Skeleton />
  return (
    <>
      <Waiting policy={policy} />
      <Lists policy={policy} kinds={['refused_words', 'held_words']} />
      <Links policy={policy} />
      <Behaviour policy={policy} />
      <Readers policy={policy} />
    </>
  )
}

/** What is not saved, and what can be done about it; stays in sight. */
function Bar({ policy, maySave }: { policy: PolicyDraft; maySave: boolean }) {
  const count = changes(policy)
  const { trouble, isSaving, trial } = policy
  return (
    <div class="policy-bar">
      {trouble && (
        <div class="policy-trouble" role="alert">
          <p>{trouble.text}</p>
          {trouble.lines.length > 0 && (
            <ul>
              {trouble.lines.map(line => (
                <li key={line} dir="auto">
                  {line}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <p class="policy-count">{count > 0 ? policyWords.unsaved(count) : policyWords.none}</p>
      {count > 0 && (
        <div class="policy-acts">
          <button type="button" class="button quiet" onClick={discard}>
            {policyWords.discard}
          </button>
          <button type="button" class="button" aria-disabled={trial?.phase === 'running'} onClick={() => void tryOut()}>
            {policyWords.try}
          </button>
          {maySave && (
            <button type="button" class="button filled" aria-disabled={isSaving} onClick={() => void save()}>
              {isSaving ? policyWords.saving : policyWords.save}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

import { isOwner } from '../me.ts'
import { Skeleton } from '../Skeleton.tsx'
import type { Desk } from '../state.ts'
import { words } from '../words.ts'
import { Behaviour, Links, Readers, Waiting } from './Fields.tsx'
import { Lists } from './Lists.tsx'
import { discard, loadPolicy, save, tryOut } from './policy.ts'
import { changes, type PolicyDraft } from './state.ts'
import { TrialPanel } from './TrialPanel.tsx'

/** The page of a site's policy: what it says, and beside it what a change would have done. */
export function PolicyPage({ desk }: { desk: Desk }) {
  const { policy } = desk
  return (
    <main class="work policy-page" data-front={policy.trial ? 'case' : 'list'}>
      <section class="list" aria-label={words.policy.label} aria-busy={policy.phase === 'loading'}>
        <div class="list-scroll" key={desk.site}>
          <div class="policy">
            <header>
              <h2 class="log-heading" tabIndex={-1}>
                {words.policy.heading}
              </h2>
              <p class="faint">{words.policy.intro}</p>
              {!isOwner(desk) && <p class="faint">{words.policy.readOnly}</p>}
            </header>
            <Body policy={policy} />
          </div>
        </div>
        {policy.saved && <Bar policy={policy} maySave={isOwner(desk)} />}
      </section>
      {policy.trial && <TrialPanel trial={policy.trial} />}
    </main>
  )
}

function Body({ policy }: { policy: PolicyDraft }) {
  if (policy.phase === 'failed')
    return (
      <div class="articles-nothing">
        <p>{words.policy.failed}</p>
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
      <p class="policy-count">{count > 0 ? words.policy.unsaved(count) : words.policy.none}</p>
      {count > 0 && (
        <div class="policy-acts">
          <button type="button" class="button quiet" onClick={discard}>
            {words.policy.discard}
          </button>
          <button type="button" class="button" aria-disabled={trial?.phase === 'running'} onClick={() => void tryOut()}>
            {words.policy.try}
          </button>
          {maySave && (
            <button type="button" class="button filled" aria-disabled={isSaving} onClick={() => void save()}>
              {isSaving ? words.policy.saving : words.policy.save}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

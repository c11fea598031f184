import { useId } from 'preact/hooks'
import { ASKS_WORK, graphemes, HOLDS, INVITES, LIMITS } from '../../../server/contract.ts'
import { Check, Choice, ListField, MomentField, NumberField, Part } from './controls.tsx'
import { Lists } from './Lists.tsx'
import { setSetting } from './policy.ts'
import { Shown } from './Shown.tsx'
import { type PolicyDraft, settingOf } from './state.ts'
import { policyWords } from './words.ts'

export function Waiting({ policy }: { policy: PolicyDraft }) {
  return (
    <Part heading={policyWords.waiting}>
      <Choice policy={policy} name="holds" values={HOLDS} />
      {settingOf(policy, 'holds') === 'first' && (
        <NumberField policy={policy} name="firstComments" least={1} most={100} />
      )}
      <ListField policy={policy} name="heldSections" hint={policyWords.heldSectionsHint} />
      <fieldset class="policy-window">
        <legend>{policyWords.window}</legend>
        <MomentField policy={policy} name="heldFrom" label={policyWords.from} />
        <MomentField policy={policy} name="heldUntil" label={policyWords.until} />
        <p class="hint">{policyWords.windowHint}</p>
      </fieldset>
      <ListField policy={policy} name="languages" hint={policyWords.languagesHint} />
    </Part>
  )
}

export function Links({ policy }: { policy: PolicyDraft }) {
  return (
    <Part heading={policyWords.links}>
      <NumberField policy={policy} name="linksAllowed" least={0} most={1000} />
      <Check policy={policy} name="holdsNewDomains" />
      <Choice policy={policy} name="invites" values={INVITES} />
      <Lists policy={policy} kinds={['allowed_domains', 'blocked_domains']} />
    </Part>
  )
}

export function Behaviour({ policy }: { policy: PolicyDraft }) {
  return (
    <Part heading={policyWords.behaviour}>
      <NumberField policy={policy} name="repeatsAllowed" least={0} most={10} />
      <Check policy={policy} name="watchesTyping" />
      <Choice policy={policy} name="asksWork" values={ASKS_WORK} />
      <NumberField policy={policy} name="refusedShare" least={0} most={100} />
      <NumberField policy={policy} name="reportsToHold" least={0} most={1000} />
      <NumberField policy={policy} name="closesAfterDays" least={0} most={10_000} />
      <RulesPage policy={policy} />
    </Part>
  )
}

/** What readers can do with what they write, and what is asked of them. */
export function Readers({ policy }: { policy: PolicyDraft }) {
  return (
    <Part heading={policyWords.readers}>
      <Guidelines policy={policy} />
      <NumberField policy={policy} name="editMinutes" least={0} most={LIMITS.editMinutes} />
      <Check policy={policy} name="showsEditions" />
      <Check policy={policy} name="downVotes" />
    </Part>
  )
}

function Guidelines({ policy }: { policy: PolicyDraft }) {
  const id = useId()
  const value = settingOf(policy, 'guidelines')
  const over = graphemes(value) - LIMITS.guidelines
  return (
    <div class="field">
      <label for={id}>{policyWords.guidelines}</label>
      <textarea
        id={id}
        class="input"
        dir="auto"
        rows={4}
        aria-describedby={`${id}-hint`}
        aria-invalid={over > 0}
        value={value}
        onInput={event => setSetting('guidelines', event.currentTarget.value)}
      />
      <p class={over > 0 ? 'hint trouble' : 'hint'} id={`${id}-hint`}>
        {over > 0 ? policyWords.guidelinesOver(over) : policyWords.guidelinesHint}
      </p>
      <Shown text={value} />
    </div>
  )
}

function RulesPage({ policy }: { policy: PolicyDraft }) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{policyWords.rulesPage}</label>
      <input
        id={id}
        class="input"
        type="url"
        dir="ltr"
        autocomplete="off"
        value={settingOf(policy, 'rulesPage')}
        onInput={event => setSetting('rulesPage', event.currentTarget.value.trim())}
      />
    </div>
  )
}

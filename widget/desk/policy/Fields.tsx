import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { HOLDS, INVITES, type PolicySettings } from '../../../server/contract.ts'
import { words } from '../words.ts'
import { Lists } from './Lists.tsx'
import { setSetting } from './policy.ts'
import { type PolicyDraft, settingOf } from './state.ts'

type Of<Value> = {
  [Name in keyof PolicySettings]: PolicySettings[Name] extends Value
    ? Value extends PolicySettings[Name]
      ? Name
      : never
    : never
}[keyof PolicySettings]

export function Waiting({ policy }: { policy: PolicyDraft }) {
  return (
    <Part heading={words.policy.waiting}>
      <Choice policy={policy} name="holds" values={HOLDS} />
      {settingOf(policy, 'holds') === 'first' && (
        <NumberField policy={policy} name="firstComments" least={1} most={100} />
      )}
      <ListField policy={policy} name="heldSections" hint={words.policy.heldSectionsHint} />
      <fieldset class="policy-window">
        <legend>{words.policy.window}</legend>
        <MomentField policy={policy} name="heldFrom" label={words.policy.from} />
        <MomentField policy={policy} name="heldUntil" label={words.policy.until} />
        <p class="hint">{words.policy.windowHint}</p>
      </fieldset>
      <ListField policy={policy} name="languages" hint={words.policy.languagesHint} />
    </Part>
  )
}

export function Links({ policy }: { policy: PolicyDraft }) {
  return (
    <Part heading={words.policy.links}>
      <NumberField policy={policy} name="linksAllowed" least={0} most={1000} />
      <Check policy={policy} name="holdsNewDomains" />
      <Choice policy={policy} name="invites" values={INVITES} />
      <Lists policy={policy} kinds={['allowed_domains', 'blocked_domains']} />
    </Part>
  )
}

export function Behaviour({ policy }: { policy: PolicyDraft }) {
  return (
    <Part heading={words.policy.behaviour}>
      <NumberField policy={policy} name="repeatsAllowed" least={0} most={10} />
      <Check policy={policy} name="watchesTyping" />
      <NumberField policy={policy} name="refusedShare" least={0} most={100} />
      <NumberField policy={policy} name="reportsToHold" least={0} most={1000} />
      <NumberField policy={policy} name="closesAfterDays" least={0} most={10_000} />
      <RulesPage policy={policy} />
    </Part>
  )
}

function RulesPage({ policy }: { policy: PolicyDraft }) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{words.policy.rulesPage}</label>
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

function Part({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <section class="policy-part">
      <h3>{heading}</h3>
      {children}
    </section>
  )
}

function Choice<Name extends 'holds' | 'invites'>({
  policy,
  name,
  values,
}: {
  policy: PolicyDraft
  name: Name
  values: readonly PolicySettings[Name][]
}) {
  const said: Record<string, string> = words.policy[name]
  return (
    <fieldset class="policy-choice">
      <legend>{said['label']}</legend>
      {values.map(value => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={settingOf(policy, name) === value}
            onChange={() => setSetting(name, value)}
          />
          {said[value]}
        </label>
      ))}
    </fieldset>
  )
}

function Check({ policy, name }: { policy: PolicyDraft; name: Of<boolean> & ('holdsNewDomains' | 'watchesTyping') }) {
  return (
    <label class="policy-check">
      <input
        type="checkbox"
        checked={settingOf(policy, name)}
        onChange={event => setSetting(name, event.currentTarget.checked)}
      />
      {words.policy[name]}
    </label>
  )
}

interface NumberProps {
  policy: PolicyDraft
  name: 'firstComments' | 'linksAllowed' | 'repeatsAllowed' | 'refusedShare' | 'reportsToHold' | 'closesAfterDays'
  least: number
  most: number
}

function NumberField({ policy, name, least, most }: NumberProps) {
  const id = useId()
  return (
    <div class="policy-number">
      <label for={id}>{words.policy[name]}</label>
      <input
        id={id}
        class="input"
        type="number"
        min={least}
        max={most}
        inputMode="numeric"
        value={settingOf(policy, name)}
        onInput={event => {
          const { value, valueAsNumber } = event.currentTarget
          // An empty field is on its way to a number; it says nothing yet.
          if (value !== '') setSetting(name, Math.min(most, Math.max(least, Math.trunc(valueAsNumber))))
        }}
        onBlur={event => {
          event.currentTarget.value = String(settingOf(policy, name))
        }}
      />
    </div>
  )
}

function ListField({ policy, name, hint }: { policy: PolicyDraft; name: 'heldSections' | 'languages'; hint: string }) {
  const id = useId()
  const value = settingOf(policy, name)
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div class="field">
      <label for={id}>{words.policy[name]}</label>
      <input
        id={id}
        class="input"
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}-hint`}
        value={typed ?? value.join(', ')}
        onInput={event => {
          const text = event.currentTarget.value
          setTyped(text)
          setSetting(name, [...new Set(text.split(/[,\s]+/).filter(Boolean))])
        }}
        onBlur={() => setTyped(null)}
      />
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}

/** A moment as the field has it, where the moderator is: `2026-11-22T14:30`. */
function fieldTime(at: number | null): string {
  if (at === null) return ''
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

function MomentField({ policy, name, label }: { policy: PolicyDraft; name: 'heldFrom' | 'heldUntil'; label: string }) {
  // A draft may say null, which is not the same as not having been touched.
  const value = name in policy.settings ? (policy.settings[name] ?? null) : policy.saved!.settings[name]
  return (
    <label class="policy-moment">
      <span>{label}</span>
      <input
        class="input"
        type="datetime-local"
        value={fieldTime(value)}
        onChange={event => {
          const at = new Date(event.currentTarget.value).getTime()
          setSetting(name, Number.isNaN(at) ? null : at)
        }}
      />
    </label>
  )
}

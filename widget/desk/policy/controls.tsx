import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { PolicySettings } from '../../../server/contract.ts'
import { setSetting } from './policy.ts'
import { type PolicyDraft, settingOf } from './state.ts'
import { policyWords } from './words.ts'

/** The settings whose value is of one kind. */
type Of<Value> = {
  [Name in keyof PolicySettings]: PolicySettings[Name] extends Value
    ? Value extends PolicySettings[Name]
      ? Name
      : never
    : never
}[keyof PolicySettings]

export function Part({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <section class="policy-part">
      <h3>{heading}</h3>
      {children}
    </section>
  )
}

export function Choice<Name extends 'holds' | 'invites' | 'asksWork'>({
  policy,
  name,
  values,
}: {
  policy: PolicyDraft
  name: Name
  values: readonly PolicySettings[Name][]
}) {
  const said: Record<string, string> = policyWords[name]
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

export function Check({ policy, name }: { policy: PolicyDraft; name: Of<boolean> }) {
  return (
    <label class="policy-check">
      <input
        type="checkbox"
        checked={settingOf(policy, name)}
        onChange={event => setSetting(name, event.currentTarget.checked)}
      />
      {policyWords[name]}
    </label>
  )
}

interface NumberProps {
  policy: PolicyDraft
  name: Of<number>
  least: number
  most: number
}

export function NumberField({ policy, name, least, most }: NumberProps) {
  const id = useId()
  return (
    <div class="policy-number">
      <label for={id}>{policyWords[name]}</label>
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

export function ListField({
  policy,
  name,
  hint,
}: {
  policy: PolicyDraft
  name: 'heldSections' | 'languages'
  hint: string
}) {
  const id = useId()
  const value = settingOf(policy, name)
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div class="field">
      <label for={id}>{policyWords[name]}</label>
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

export function MomentField({
  policy,
  name,
  label,
}: {
  policy: PolicyDraft
  name: 'heldFrom' | 'heldUntil'
  label: string
}) {
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

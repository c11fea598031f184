import { useId, useState } from 'preact/hooks'
import type { SettingRow } from '../../../server/contract.ts'
import { type SiteDraft, setSetting, settingNow } from './site-draft.ts'
import { hintOf, labelOf, own } from './words.ts'

interface FieldProps {
  site: string
  draft: SiteDraft
  row: SettingRow
}

const spelled = (value: unknown): string =>
  Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'boolean'
      ? value
        ? own.yes
        : own.no
      : String(value ?? '')

/** One setting as its row in the table says: its control, what it does, and the way back to its default. */
export function Field({ site, draft, row }: FieldProps) {
  const id = useId()
  const value = settingNow(draft, row.name)
  const set = (next: unknown) => setSetting(site, row.name, next)
  const hint = hintOf(row)
  const standard = spelled(row.default)
  const isStandard = spelled(value) === standard
  return (
    <div class={row.kind === 'flag' ? 'field site-flag' : 'field'}>
      <label for={id}>{labelOf(row)}</label>
      <Control id={id} row={row} value={value} set={set} />
      <p class="hint" id={`${id}-hint`}>
        {hint && `${hint} `}
        {isStandard ? (
          own.isStandard
        ) : (
          <button type="button" class="button quiet site-back" onClick={() => set(row.default)}>
            {own.back(standard || own.nothing)}
          </button>
        )}
      </p>
    </div>
  )
}

interface ControlProps {
  id: string
  row: SettingRow
  value: unknown
  set(value: unknown): void
}

function Control({ id, row, value, set }: ControlProps) {
  const common = { id, class: 'input', 'aria-describedby': `${id}-hint` }
  switch (row.kind) {
    case 'flag':
      return (
        <input
          {...common}
          type="checkbox"
          checked={value === true}
          onChange={event => set(event.currentTarget.checked)}
        />
      )
    case 'choice':
      return (
        <select {...common} value={String(value)} onChange={event => set(event.currentTarget.value)}>
          {row.values?.map(each => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      )
    case 'number':
      return (
        <input
          {...common}
          type="number"
          inputMode="numeric"
          min={row.least}
          max={row.most}
          value={String(value)}
          onInput={event => {
            const { value: typed, valueAsNumber } = event.currentTarget
            // An empty field is on its way to a number; it says nothing yet.
            if (typed !== '') set(Math.min(row.most ?? Infinity, Math.max(row.least ?? 0, Math.trunc(valueAsNumber))))
          }}
          onBlur={event => {
            event.currentTarget.value = String(value)
          }}
        />
      )
    case 'moment':
      return (
        <input
          {...common}
          dir="ltr"
          placeholder="2026-11-03T20:00Z"
          value={typeof value === 'number' ? new Date(value).toISOString() : ''}
          onChange={event => {
            const at = Date.parse(event.currentTarget.value)
            set(Number.isNaN(at) ? null : at)
          }}
        />
      )
    case 'list':
      return <Lines {...common} value={value as string[]} set={set} />
    case 'words':
      return (
        <textarea
          {...common}
          dir="auto"
          rows={4}
          value={String(value)}
          onInput={event => set(event.currentTarget.value)}
        />
      )
    default:
      return (
        <input
          {...common}
          dir={row.kind === 'page' ? 'ltr' : 'auto'}
          inputMode={row.kind === 'page' ? 'url' : 'text'}
          autocomplete="off"
          value={String(value)}
          onInput={event => set(event.currentTarget.value.trim())}
        />
      )
  }
}

interface LinesProps {
  id: string
  class: string
  'aria-describedby': string
  value: readonly string[]
  set(value: string[]): void
}

/** A list, one entry a line; what is typed stays as it is typed until the field is left. */
export function Lines({ value, set, ...common }: LinesProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <textarea
      {...common}
      dir="ltr"
      rows={Math.min(8, Math.max(2, value.length + 1))}
      autocomplete="off"
      spellcheck={false}
      value={typed ?? value.join('\n')}
      onInput={event => {
        const text = event.currentTarget.value
        setTyped(text)
        set([...new Set(text.split(/[\n,]/).map(line => line.trim()))].filter(Boolean))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

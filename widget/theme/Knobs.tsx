import { knobWords } from './knob-words.ts'
import { FONTS, KNOBS, type Knob, PARTS, type Part, PLAIN, type Theme, takenOf } from './knobs.ts'
import { Sheet } from './Sheet.tsx'

interface KnobsProps {
  theme: Theme
  change(theme: Theme): void
  /** The style sheet of the theme. */
  css: string
}

/** A control for each property and part, and the style sheet that comes of them. */
export function Knobs({ theme, change, css }: KnobsProps) {
  const set = (name: string, value: string) => change({ ...theme, properties: { ...theme.properties, [name]: value } })
  const setPart = (part: Part, value: string) => change({ ...theme, parts: { ...theme.parts, [part]: value } })
  return (
    <div class="knobs">
      {KNOBS.map(knob => (
        <Control
          key={knob.name}
          knob={knob}
          value={theme.properties[knob.name] ?? ''}
          set={value => set(knob.name, value)}
        />
      ))}
      <details>
        <summary>{knobWords.parts}</summary>
        <p class="hint">{knobWords.partsHint('::part()')}</p>
        {PARTS.map(([part, example]) => (
          <PartField
            key={part}
            part={part}
            example={example}
            value={theme.parts[part] ?? ''}
            set={value => setPart(part, value)}
          />
        ))}
      </details>
      <section class="knob-sheet" aria-labelledby="sheet-title">
        <h2 id="sheet-title">{knobWords.sheet}</h2>
        {css ? <Sheet text={css} /> : <p class="hint">{knobWords.plain}</p>}
      </section>
      {css && (
        <button type="button" class="button" onClick={() => change(PLAIN)}>
          {knobWords.back}
        </button>
      )}
    </div>
  )
}

function Control({ knob, value, set }: { knob: Knob; value: string; set(value: string): void }) {
  const { name, kind, unit = '', usual } = knob
  const property = name.slice('--parley-'.length) as keyof typeof knobWords.label
  const label = knobWords.label[property]
  const id = `knob${name}`
  const control = {
    colour: () => (
      <input type="color" id={id} value={asHex(value) ?? usual} onInput={event => set(event.currentTarget.value)} />
    ),
    length: () => (
      <input
        type="range"
        id={id}
        min={knob.least}
        max={knob.most}
        step={knob.step}
        value={value ? Number.parseFloat(value) : usual}
        aria-valuetext={value || knobWords.standard}
        onInput={event => set(event.currentTarget.value + unit)}
      />
    ),
    font: () => (
      <select id={id} value={value} onChange={event => set(event.currentTarget.value)}>
        {FONTS.map(([font, family]) => (
          <option key={font} value={family}>
            {knobWords.fonts[font]}
          </option>
        ))}
        {value && !FONTS.some(([, family]) => family === value) && <option value={value}>{value}</option>}
      </select>
    ),
  }[kind]()
  return (
    <div class="field">
      <label for={id} title={name}>
        {label}
      </label>
      <span class="turn">
        {control}
        {kind !== 'font' && <output for={id}>{value || knobWords.standard}</output>}
        {value && kind !== 'font' && (
          <button type="button" class="unset" aria-label={knobWords.reset(label)} onClick={() => set('')}>
            ×
          </button>
        )}
      </span>
      <span class="hint">{knobWords.hint[property]}</span>
    </div>
  )
}

/** What a colour field can show of a colour; null for one that is written otherwise. */
const asHex = (value: string) => (/^#[0-9a-f]{6}$/i.test(value) ? value : null)

function PartField({
  part,
  example,
  value,
  set,
}: {
  part: Part
  example: string
  value: string
  set(value: string): void
}) {
  const isWrong = value.trim() !== '' && takenOf(value) === ''
  return (
    <label class="field">
      <code>{part}</code>
      <input
        type="text"
        spellcheck={false}
        placeholder={example}
        value={value}
        aria-invalid={isWrong}
        onInput={event => set(event.currentTarget.value)}
      />
      {isWrong && <span class="hint wrong">{knobWords.wrong(example)}</span>}
    </label>
  )
}

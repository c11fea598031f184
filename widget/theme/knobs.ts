import type { knobsEnglish } from './knob-words.ts'

/** One custom property of the widget, as an owner turns it. */
export interface Knob {
  name: `--parley-${keyof typeof knobsEnglish.label}`
  /** How it is turned: a colour, a length in `unit` between two numbers, or a list of fonts. */
  kind: 'colour' | 'length' | 'font'
  unit?: string
  least?: number
  most?: number
  step?: number
  /** What stands where nothing is set, for the control alone. */
  usual: string
}

/** Every custom property that owners depend on. */
export const KNOBS: readonly Knob[] = [
  {
    name: '--parley-accent',
    kind: 'colour',
    usual: '#1b5e9e',
  },
  {
    name: '--parley-text',
    kind: 'colour',
    usual: '#1a1a1a',
  },
  {
    name: '--parley-background',
    kind: 'colour',
    usual: '#ffffff',
  },
  {
    name: '--parley-line',
    kind: 'colour',
    usual: '#dddddd',
  },
  { name: '--parley-font', kind: 'font', usual: '' },
  {
    name: '--parley-radius',
    kind: 'length',
    unit: 'em',
    least: 0,
    most: 1.5,
    step: 0.125,
    usual: '0.375',
  },
  {
    name: '--parley-space',
    kind: 'length',
    unit: 'em',
    least: 0.125,
    most: 0.5,
    step: 0.0625,
    usual: '0.25',
  },
  {
    name: '--parley-measure',
    kind: 'length',
    unit: 'ch',
    least: 40,
    most: 100,
    step: 1,
    usual: '65',
  },
]

export const FONTS: readonly (readonly [name: keyof typeof knobsEnglish.fonts, value: string])[] = [
  ['own', ''],
  ['sans', 'system-ui, sans-serif'],
  ['serif', 'Georgia, "Noto Serif", "Noto Naskh Arabic", serif'],
  ['typewriter', 'ui-monospace, Menlo, Consolas, monospace'],
]

/** What a style sheet of the page can name inside the widget, with an example of what to write. */
export const PARTS = [
  ['thread', 'padding: 1em'],
  ['comment', 'padding-block: 0.5em'],
  ['name', 'letter-spacing: 0.02em'],
  ['time', 'font-style: italic'],
  ['text', 'line-height: 1.7'],
  ['actions', 'opacity: 0.8'],
  ['composer', 'border-style: dashed'],
  ['button', 'text-transform: uppercase'],
] as const
export type Part = (typeof PARTS)[number][0]

/** What an owner has chosen: the properties that are set, by name, and declarations for parts. */
export interface Theme {
  properties: Record<string, string>
  parts: Partial<Record<Part, string>>
}

export const PLAIN: Theme = { properties: {}, parts: {} }

/** What of these declarations a browser takes; what it does not is left out, as it would be on the owner's page. */
export function takenOf(declarations: string): string {
  const style = document.createElement('i').style
  style.cssText = declarations
  return style.cssText
}

/** The style sheet of a theme; empty where nothing is set. What a browser would not take is not in it. */
export function cssOf({ properties, parts }: Theme): string {
  const set = KNOBS.flatMap(({ name }) => (properties[name] ? [`  ${name}: ${properties[name]};`] : []))
  const rules = set.length > 0 ? [`parley-thread {\n${set.join('\n')}\n}`] : []
  for (const [part] of PARTS) {
    const taken = takenOf(parts[part] ?? '')
    if (taken) rules.push(`parley-thread::part(${part}) {\n  ${taken.replaceAll('; ', ';\n  ')}\n}`)
  }
  return rules.join('\n\n')
}

/** A theme as it stands in an address, so that it can be sent to somebody. */
export function spell(theme: Theme): string {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(theme.properties)) if (value) fields.set(name.slice(9), value)
  for (const [part, value] of Object.entries(theme.parts)) if (value) fields.set(`part-${part}`, value)
  return fields.toString()
}

/** The theme in an address. It comes from anywhere: only values that a browser takes for that property are taken over. */
export function read(fields: URLSearchParams): Theme {
  const properties: Record<string, string> = {}
  for (const { name, kind } of KNOBS) {
    const value = fields.get(name.slice(9))
    const like = { colour: 'color', length: 'width', font: 'font-family' }[kind]
    if (value && value.length < 200 && !/[;{}\\]/.test(value) && CSS.supports(like, value)) properties[name] = value
  }
  const parts: Theme['parts'] = {}
  for (const [part] of PARTS) {
    const taken = takenOf((fields.get(`part-${part}`) ?? '').slice(0, 500))
    if (taken) parts[part] = taken
  }
  return { properties, parts }
}

/** What somebody typed wrong, with what to type instead. */
export class Usage extends Error {}

/** What was understood and could not be done, in words: a file that ends in its middle, say. */
export class Failed extends Error {}

/** A command line as it was typed. */
export interface Command {
  words: string[]
  flags: {
    json?: boolean
    help?: boolean
    name?: string
    site?: string
    role?: string
    scope?: string
    days?: string
    shape?: string
    events?: string
    token?: string
    url?: string
    state?: string
    origin?: string[]
    'remove-origin'?: string[]
    setting?: string[]
    words?: string
    lang?: string
    head?: string
    email?: string
    lift?: boolean
    'public-name'?: string
    'dry-run'?: boolean
    'no-forward'?: boolean
    new?: boolean
    end?: string
    all?: boolean
    format?: string
    gzip?: boolean
    keep?: string
    as?: string
    mail?: string
    backup?: string
    'take-over'?: boolean
  }
}

/** Says a result: the lines for a person, or one line of JSON. */
export type Say = (lines: string | string[], json: Record<string, unknown>) => void

/** A number with what it counts: “1 comment”, “2,000 comments”. @param many where it does not end in s */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** So many bytes in words, such as “84.0 kB”, “1.2 MB” or “3.0 GB”. */
export function sized(bytes: number): string {
  const [size, unit] = bytes < 1e6 ? [1e3, 'kB'] : bytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB']
  return `${(bytes / Number(size)).toFixed(1)} ${unit}`
}

/** What a terminal obeys instead of showing it, and what reorders the line it stands in. */
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

const spelled = (control: string) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A text of several lines as a terminal may show it: names and titles come from elsewhere, so what it would obey is spelled out. */
export const shown = (text: string): string => text.replace(OBEYED, spelled)

/** A result as it is printed: each line for a person stays one, and JSON says the same with escapes. */
export function printed(lines: string | string[], json: Record<string, unknown>, isJson: boolean): string {
  if (isJson) return shown(JSON.stringify(json))
  return [lines]
    .flat()
    .map(line => line.replace(/[\n\t]/g, spelled))
    .map(shown)
    .join('\n')
}

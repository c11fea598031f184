/** What somebody typed wrong, with what to type instead. */
export class Usage extends Error {}

/** A command line as it was typed. */
export interface Command {
  words: string[]
  flags: {
    json?: boolean
    help?: boolean
    name?: string
    site?: string
    role?: string
    origin?: string[]
    'remove-origin'?: string[]
    setting?: string[]
    head?: string
    'public-name'?: string
    'dry-run'?: boolean
    'no-forward'?: boolean
    new?: boolean
    end?: string
  }
}

/** Says a result: the lines for a person, or one line of JSON. */
export type Say = (lines: string | string[], json: Record<string, unknown>) => void

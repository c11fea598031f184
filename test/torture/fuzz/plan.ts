import type { ReaderName } from '../../people.ts'

/**
 * A request before it is sent. What only a living world knows stands in it as a token, such as `‹comment 17›`, so that a plan
 * that found a fault can be printed and sent again in another world: see `Hoard.fill`.
 */
export interface Plan {
  method: string
  /** Path and query as they go over the wire, but for the tokens. */
  target: string
  headers: [name: string, value: string][]
  /** Whether it carries a desk session, and whose; or a reader's token. */
  as: ReaderName | 'mona' | 'olga' | 'stan' | 'expired' | 'nobody'
  /** The client's network; null: not known. */
  client: string | null
  /** Text with tokens; `"‹#version 3›"` in it becomes a bare number, or whatever stands for one. */
  body: string | null
  /** How the body comes: whole, in pieces, or compressed. */
  coming?: 'whole' | 'pieces' | 'gzip'
}

export const DESK_HANDS = ['mona', 'olga', 'stan', 'expired'] as const

/** A token: what is wanted, and which of them. A `#` makes it bare in JSON. */
export const TOKEN = /‹(#?)([a-z-]+)(?: ([^›]*))?›/g
/** The same where it is the whole of a JSON string. */
export const BARE = /"‹#([a-z-]+)(?: ([^›"]*))?›"/g

export const token = (what: string, which: string | number = '') => `‹${what}${which === '' ? '' : ` ${which}`}›`
export const bare = (what: string, which: string | number = '') => `‹#${what}${which === '' ? '' : ` ${which}`}›`

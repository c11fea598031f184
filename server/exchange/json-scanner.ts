/** How long a member may be, in characters. */
const LONGEST = 16 * 1024 * 1024

/** How long the names are that are compared; longer ones are nothing that is asked for. */
const LONGEST_NAME = 1_000

/** How deep a member may be nested. */
const DEEPEST = 64

/** Each top-level value of a file that is one value after the other. */
const EACH = '*'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
const endsScalar = (code: number) =>
  isSpace(code) || code === COMMA || code === CLOSE_ARRAY || code === CLOSE_OBJECT || code === QUOTE

/** An object or array that is walked through because something that is asked for may be in it. */
interface Frame {
  kind: 'object' | 'array'
  /** Where it stands: names with dots between. */
  path: string
  /** How many members it has had. */
  members: number
}

/** A value that is being read or walked over. */
interface Open {
  /** What is done with it when it is whole; null walks over it. */
  use: 'name' | 'item' | null
  in: string
  parts: string[]
  length: number
  isScalar: boolean
  isInString: boolean
  isEscaped: boolean
  depth: number
  deepest: number
}

type Found = { in: string; nth: number } & ({ value: unknown } | { fault: string })

/** Finds the members of arrays in JSON that arrives in pieces, cut anywhere. What it is given stands in `jsonItems`. */
export class JsonScanner {
  readonly #wanted: ReadonlySet<string>
  readonly #onTheWay: ReadonlySet<string>
  readonly #frames: Frame[] = []
  #expected: 'value' | 'member' | 'name' | 'first name' | 'colon' | 'after' | 'nothing' = 'value'
  #name: string | null = null
  #open: Open | null = null
  #values = 0
  #hasFound = false
  #before = 0
  constructor(arrays: readonly string[]) {
    this.#wanted = new Set(arrays)
    this.#onTheWay = new Set(
      arrays.flatMap(array => array.split('.').map((_, at, names) => names.slice(0, at).join('.'))),
    )
  }

  /** @throws Error in words, where the text is no JSON */
  *scan(text: string): Generator<Found> {
    let at = 0
    while (at < text.length) {
      if (this.#open) {
        at = this.#read(this.#open, text, at)
        if (at <= text.length && this.#isWhole) yield* this.#close()
        continue
      }
      const code = text.charCodeAt(at)
      if (isSpace(code)) at += 1
      else at = this.#step(code, at)
    }
    this.#before += text.length
  }

  /**
   * What was still open when the text ended.
   * @throws Error in words, when it ended too soon or had nothing that was needed
   */
  *end(isNeeded: boolean): Generator<Found> {
    // Only a scalar has no end of its own.
    if (this.#open?.isScalar && this.#frames.length === 0) yield* this.#close()
    if (this.#open || this.#frames.length > 0) {
      throw new Error('The file ends too soon: it was cut off, or was not written to its end. Export it again.')
    }
    if (this.#values === 0) throw new Error('The file is empty.')
    if (isNeeded && !this.#hasFound)
      throw new Error('The file is JSON, and has no comments where this format has them.')
  }

  #isWhole = false

  /** @returns where the next step begins */
  #step(code: number, at: number): number {
    const frame = this.#frames.at(-1)
    switch (this.#expected) {
      case 'first name':
      case 'name':
        if (code === QUOTE) return this.#begin('name', '', code, at)
        if (code === CLOSE_OBJECT && this.#expected === 'first name') return this.#leave(at)
        return this.#refuse(at)
      case 'colon':
        if (code !== COLON) return this.#refuse(at)
        this.#expected = 'value'
        return at + 1
      case 'after':
        if (code === COMMA) {
          this.#expected = frame!.kind === 'object' ? 'name' : 'value'
          return at + 1
        }
        if (code === (frame!.kind === 'object' ? CLOSE_OBJECT : CLOSE_ARRAY)) return this.#leave(at)
        return this.#refuse(at)
      case 'member':
        if (code === CLOSE_ARRAY) return this.#leave(at)
        return this.#value(code, at)
      case 'value':
        return this.#value(code, at)
      case 'nothing':
        return this.#refuse(at)
    }
  }

  /** A value begins: it is a member, something on the way to one, or nothing that is asked for. */
  #value(code: number, at: number): number {
    if (code === COMMA || code === COLON || code === CLOSE_ARRAY || code === CLOSE_OBJECT) return this.#refuse(at)
    const frame = this.#frames.at(-1)
    if (frame?.kind === 'array') return this.#begin('item', frame.path, code, at)
    if (!frame) {
      this.#values += 1
      if (this.#wanted.has(EACH)) {
        this.#hasFound = true
        return this.#begin('item', EACH, code, at)
      }
    }
    const path = !frame ? '' : this.#name === null ? null : frame.path ? `${frame.path}.${this.#name}` : this.#name
    if (path !== null && code === OPEN_ARRAY && this.#wanted.has(path)) {
      this.#hasFound = true
      return this.#enter({ kind: 'array', path, members: 0 }, at)
    }
    if (path !== null && code === OPEN_OBJECT && this.#onTheWay.has(path)) {
      return this.#enter({ kind: 'object', path, members: 0 }, at)
    }
    // Some programs write null for an array without members.
    if (path !== null && frame && code === 0x6e && this.#wanted.has(path)) this.#hasFound = true
    return this.#begin(null, '', code, at)
  }

  #enter(frame: Frame, at: number): number {
    this.#frames.push(frame)
    this.#expected = frame.kind === 'object' ? 'first name' : 'member'
    return at + 1
  }

  #leave(at: number): number {
    this.#frames.pop()
    this.#valueEnds()
    return at + 1
  }

  #valueEnds(): void {
    if (this.#frames.length > 0) this.#expected = 'after'
    else this.#expected = this.#wanted.has(EACH) ? 'value' : 'nothing'
  }

  #begin(use: Open['use'], within: string, code: number, at: number): number {
    const isScalar = code !== QUOTE && code !== OPEN_ARRAY && code !== OPEN_OBJECT
    this.#isWhole = false
    this.#open = {
      use,
      in: within,
      parts: [],
      length: 0,
      isScalar,
      isInString: false,
      isEscaped: false,
      depth: 0,
      deepest: 0,
    }
    return at
  }

  /** Walks on in a value until it is whole or the text ends. */
  #read(open: Open, text: string, from: number): number {
    let at = from
    if (open.isScalar) {
      while (at < text.length && !endsScalar(text.charCodeAt(at))) at += 1
      this.#isWhole = at < text.length
    } else {
      let { isInString, isEscaped, depth } = open
      for (; at < text.length && !this.#isWhole; at += 1) {
        const code = text.charCodeAt(at)
        if (isInString) {
          if (isEscaped) isEscaped = false
          else if (code === BACKSLASH) isEscaped = true
          else if (code === QUOTE) {
            isInString = false
            this.#isWhole = depth === 0
          }
        } else if (code === QUOTE) isInString = true
        else if (code === OPEN_ARRAY || code === OPEN_OBJECT) {
          depth += 1
          if (depth > open.deepest) open.deepest = depth
        } else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) {
          depth -= 1
          this.#isWhole = depth === 0
        }
      }
      open.isInString = isInString
      open.isEscaped = isEscaped
      open.depth = depth
    }
    if (open.use === null) return at
    open.length += at - from
    if (open.length <= (open.use === 'name' ? LONGEST_NAME : LONGEST)) open.parts.push(text.slice(from, at))
    else open.parts = []
    return at
  }

  *#close(): Generator<Found> {
    const open = this.#open!
    this.#open = null
    if (open.use === 'name') {
      this.#name = open.length > LONGEST_NAME ? null : this.#nameIn(open.parts.join(''))
      this.#expected = 'colon'
      return
    }
    const frame = this.#frames.at(-1)
    if (frame) frame.members += 1
    this.#valueEnds()
    if (open.use === null) return
    yield { in: open.in, nth: frame ? frame.members : this.#values, ...itemIn(open) }
  }

  #nameIn(text: string): string {
    try {
      return JSON.parse(text)
    } catch {
      return this.#refuse(0)
    }
  }

  #refuse(at: number): never {
    throw new Error(
      `The file is no JSON, or is damaged: what stands near character ${this.#before + at + 1} does not belong there.`,
    )
  }
}

function itemIn({ length, deepest, parts }: Open): { value: unknown } | { fault: string } {
  if (length > LONGEST) return { fault: 'It is longer than 16 million characters.' }
  if (deepest > DEEPEST) return { fault: `It is nested more than ${DEEPEST} deep.` }
  try {
    return { value: parsed(parts.join('')) }
  } catch {
    return { fault: 'It is no JSON.' }
  }
}

/** What `JSON.parse` tells a reviver of a number: how it was written. */
type Written = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown

const exact: Written = (_, value, { source }) =>
  typeof value === 'number' && source !== undefined && /^-?\d+$/.test(source) && !Number.isSafeInteger(value)
    ? source
    : value

function parsed(text: string): unknown {
  // To be asked about every value costs several times as much, and few files have such numbers.
  return /\d{16}/.test(text) ? JSON.parse(text, exact as (key: string, value: unknown) => unknown) : JSON.parse(text)
}

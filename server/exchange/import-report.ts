import type { Status } from '../contract.ts'

/** Why comments were left out, or what was done about them, with some of their ids there. */
export interface Told {
  reason: string
  count: number
  /** The first of them. */
  such: string[]
}

/** What became of a file. */
export interface ImportReport {
  /** Comments that are here now and were not before, by status. */
  imported: number
  statuses: Partial<Record<Status, number>>
  /** Comments that had come before; nothing of them was changed. */
  merged: number
  /** Comments that are not here, and why. */
  skipped: Told[]
  /** Comments that are here, but not quite as they stood there. */
  changed: Told[]
}

const SUCH = 5
const REASONS = 50

/** A list of reasons as it grows. */
export class Telling {
  readonly #told = new Map<string, Told>()

  tell(reason: string, id?: string): void {
    const known = this.#told.get(reason) ?? (this.#told.size < REASONS ? undefined : this.#told.get(OTHERS))
    const told = known ?? { reason: this.#told.size < REASONS - 1 ? reason : OTHERS, count: 0, such: [] }
    this.#told.set(told.reason, told)
    told.count += 1
    if (id !== undefined && told.such.length < SUCH) told.such.push(id.slice(0, 100))
  }

  get list(): Told[] {
    return [...this.#told.values()].sort((one, other) => other.count - one.count)
  }
}

const OTHERS = 'Other reasons.'

import { statSync } from 'node:fs'
import { pathOf } from './path.ts'

/** Why nothing is written any more; for the operator's log. */
export class TakenAway extends Error {
  override name = 'TakenAway'
  constructor() {
    super(
      'The database file, or its -wal beside it, was deleted, moved or replaced while Parley ran. Nothing is written to it ' +
        'any more. Stop Parley, put the file in its place, and start Parley again.',
    )
  }
}

/**
 * Watches whether the names of a database's files still lead to those that are open. The system lets a file be deleted or
 * replaced under a program, which then writes to what nobody finds again.
 * @param url `file:…`; of anything else there is nothing to watch
 */
export class SameFile {
  readonly #path: string | null
  #known: string | null = null

  constructor(url: string) {
    this.#path = pathOf(url)
  }

  /** They are those that the connection has just written to. */
  learn(): void {
    this.#known = this.#standing()
  }

  /** A connection was opened anew, perhaps with others. */
  forget(): void {
    this.#known = null
  }

  get isKnown(): boolean {
    return this.#known !== null
  }

  /** @throws TakenAway */
  mustStand(): void {
    if (this.#known !== null && this.#standing() !== this.#known) throw new TakenAway()
  }

  /** Whether the log alone was deleted: what is in it can still be put into the file, by the connection that has it open. */
  get lacksLogOnly(): boolean {
    return this.#known !== null && this.#standing() === `${this.#known.split(' ')[0]} ${NONE}`
  }

  #standing(): string | null {
    if (this.#path === null) return null
    return [this.#path, `${this.#path}-wal`].map(inode).join(' ')
  }
}

/** Where a name leads nowhere. */
const NONE = 'none'

function inode(path: string): string {
  try {
    const { dev, ino } = statSync(path)
    return `${dev}:${ino}`
  } catch {
    return NONE
  }
}

/**
 * Who has waited for so long, in ms, is told to come back as long as so many others wait: an answer after that helps nobody,
 * and keeps them waiting. Where nobody else waits, it was the machine that stood still, and the answer is worth its time.
 */
const LONGEST = 1_000
const CROWD = 64
/** How many begin in one turn. */
const AT_ONCE = 4

interface Waiting {
  since: number
  begin(isLate: boolean): void
}

/**
 * Where writes wait for their turn: a few begin in each turn of the event loop, so that whoever wants to read is never
 * behind more than these, however many have come at once. In the order in which they came.
 */
export class Line {
  readonly #now: () => number
  readonly #waiting: Waiting[] = []

  /** @param now milliseconds that never go back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** @param begin is told, when its turn has come, whether that is too late; it joins nobody itself */
  join(begin: Waiting['begin']): void {
    this.#waiting.push({ since: this.#now(), begin })
    if (this.#waiting.length === 1) setImmediate(this.#next)
  }

  readonly #next = (): void => {
    const now = this.#now()
    const isCrowd = this.#waiting.length > CROWD
    for (const { since, begin } of this.#waiting.splice(0, AT_ONCE)) begin(isCrowd && now - since > LONGEST)
    if (this.#waiting.length > 0) setImmediate(this.#next)
  }
}

/** How often the event loop is asked whether it still comes in time, in ms; while nobody asks for anything, not at all. */
const EVERY = 20
/** How long after the last request that goes on, in ms. */
const LINGER = 1_000
/** The loop was late by so much, in ms, at two looks in a row: it has more to do than it can. */
const LATE = 100
/** How much of one turn of the loop goes to requests then, in ms; and when it was in time until now, as after a slow query. */
const TURN = { late: 100, inTime: 1_000 }
/** What is at hand costs little, and is given for so many times as long. */
const AT_HAND = 4
/** Requests that may be worked on at once: they wait for each other at the database, and the loop goes on meanwhile. */
const MOST = 128

/** Work: what is written or must be read. At hand: files, preflights, pages that were answered before. */
export type Weight = 'work' | 'at hand'

/**
 * How hard the process is pressed. Where more is asked than can be done, some are refused at once, so that the others are
 * answered in time, instead of everybody too late. Requests that have come together are served within one turn of the
 * event loop, before any timer: so what counts is how long this turn has lasted by now.
 */
export class ServerLoad {
  readonly #now: () => number
  /** When the next look at the loop is due, and how late the last two were. */
  #due = 0
  #late: [last: number, before: number] = [0, 0]
  #askedAt = 0
  #atWork = 0
  #timer: NodeJS.Timeout | undefined

  /** @param now milliseconds that never go back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** Whether a request of this weight is to be refused now. */
  refuses(weight: Weight): boolean {
    const now = this.#now()
    if (this.#timer === undefined) this.#begin(now)
    this.#askedAt = now
    if (weight === 'work' && this.#atWork >= MOST) return true
    const isLate = Math.min(...this.#late) >= LATE
    const turn = isLate ? TURN.late : TURN.inTime
    return now - this.#due > (weight === 'work' ? turn : turn * AT_HAND)
  }

  /** Counts a request whose whole text has come, until the function it gives is called. */
  works(): () => void {
    this.#atWork += 1
    let isOver = false
    return () => {
      if (!isOver) this.#atWork -= 1
      isOver = true
    }
  }

  #begin(now: number): void {
    this.#late = [0, 0]
    this.#due = now + EVERY
    this.#timer = setTimeout(() => this.#look(), EVERY).unref()
  }

  #look(): void {
    const now = this.#now()
    this.#late = [Math.max(0, now - this.#due), this.#late[0]]
    if (now - this.#askedAt > LINGER) {
      this.#timer = undefined
      return
    }
    this.#due = now + EVERY
    this.#timer = setTimeout(() => this.#look(), EVERY).unref()
  }
}

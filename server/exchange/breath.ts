/** How long it may read and parse, in ms, before others have their turn. */
const BREATH = 12

/** Long work beside which others have their turn. */
export class Breath {
  readonly #pause
  readonly #beat
  #since = performance.now()

  /**
   * @param pause done between two pieces of work, which took so many ms; ends the work by throwing
   * @param beat done at every look
   */
  constructor(pause?: (ms: number) => Promise<void>, beat?: () => Promise<void>) {
    this.#pause = pause
    this.#beat = beat
  }

  /** Lets others have their turn, where it has worked for long. */
  async take(): Promise<void> {
    await this.#beat?.()
    const worked = performance.now() - this.#since
    if (!this.#pause || worked < BREATH) return
    await this.#pause(worked)
    this.#since = performance.now()
  }
}

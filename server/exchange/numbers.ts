/** Whole numbers of 32 bits, as many as come, in four to eight bytes each: a file may have millions of comments. */
export class Numbers {
  #all = new Int32Array(1_024)
  #size = 0

  get length(): number {
    return this.#size
  }

  push(number: number): void {
    if (this.#size === this.#all.length) {
      const all = new Int32Array(this.#size * 2)
      all.set(this.#all)
      this.#all = all
    }
    this.#all[this.#size] = number
    this.#size += 1
  }

  /** The one at a place; undefined where there is none. */
  at(place: number): number | undefined {
    return place < this.#size ? this.#all[place] : undefined
  }
}

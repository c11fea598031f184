/**
 * Who answers whom in a file, by their ids: as many as it has, in about 40 bytes each, because a file may have millions. Ids are
 * known by 53 bits of a hash under a number drawn for the run.
 */
export class Threads {
  readonly #seed = Math.floor(Math.random() * 2 ** 32)
  #slots = 1_024
  #hashes = new Float64Array(this.#slots)
  #places = new Int32Array(this.#slots)
  /** The hash of what each answers, in the order of the file; 0 for a root. */
  #parents = new Float64Array(512)
  #size = 0
  #heads: Set<number> | null = null

  get size(): number {
    return this.#size
  }

  /** Which one it is in the order of the file, from 0; -1 for one that has not come. */
  find(id: string): number {
    return this.#at(hashOf(id, this.#seed))
  }

  /** Takes one that has not come before. */
  add(id: string, parent: string | null): void {
    if (this.#size * 2 >= this.#slots) this.#grow()
    if (this.#size === this.#parents.length) this.#parents = longer(this.#parents)
    this.#parents[this.#size] = parent === null ? 0 : hashOf(parent, this.#seed)
    this.#put(hashOf(id, this.#seed), this.#size)
    this.#size += 1
  }

  /** One that is here already answers nobody any more, as far as the file goes. */
  settle(id: string): void {
    this.#parents[this.find(id)] = 0
  }

  /** Whether it answers something, in the file or not. */
  answers(place: number): boolean {
    return this.#parents[place] !== 0
  }

  /** What this one answers, by its place in the file; -1 where it answers nobody in it. */
  above(place: number): number {
    const parent = this.#parents[place]!
    return parent === 0 ? -1 : this.#at(parent)
  }

  /** Of each circle of answers the one that came first, by its place: there it is cut. Asked once all have come. */
  get heads(): ReadonlySet<number> {
    this.#heads ??= this.#circles()
    return this.#heads
  }

  #circles(): Set<number> {
    const heads = new Set<number>()
    const walked = new Int32Array(this.#size)
    for (let begin = 0; begin < this.#size; begin++) {
      let at = begin
      while (at >= 0 && walked[at] === 0) {
        walked[at] = begin + 1
        at = this.above(at)
      }
      if (at < 0 || walked[at] !== begin + 1) continue
      let first = at
      for (let next = this.above(at); next !== at; next = this.above(next)) first = Math.min(first, next)
      heads.add(first)
    }
    return heads
  }

  #at(hash: number): number {
    for (let slot = hash % this.#slots; this.#hashes[slot] !== 0; slot = (slot + 1) % this.#slots) {
      if (this.#hashes[slot] === hash) return this.#places[slot]!
    }
    return -1
  }

  #put(hash: number, place: number): void {
    let slot = hash % this.#slots
    while (this.#hashes[slot] !== 0) slot = (slot + 1) % this.#slots
    this.#hashes[slot] = hash
    this.#places[slot] = place
  }

  #grow(): void {
    const [hashes, places] = [this.#hashes, this.#places]
    this.#slots *= 2
    this.#hashes = new Float64Array(this.#slots)
    this.#places = new Int32Array(this.#slots)
    for (const [slot, hash] of hashes.entries()) if (hash !== 0) this.#put(hash, places[slot]!)
  }
}

/** Numbers with as much room again behind them. */
function longer(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const all = new Float64Array(numbers.length * 2)
  all.set(numbers)
  return all
}

/** 53 bits of a text (cyrb53), never 0. */
function hashOf(text: string, seed: number): number {
  let [one, other] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 2654435761)
    other = Math.imul(other ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return 4294967296 * (2097151 & other) + (one >>> 0) || 1
}

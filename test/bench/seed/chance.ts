/** Numbers from 0 up to 1, the same ones for the same seed: mulberry32 by Tommy Ettinger, public domain. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Draws ranks from 0 to `count - 1`, each with a weight of 1 / (rank + 1 + flat), the law of Zipf and Mandelbrot: a few
 * articles have most of the comments, and most have a handful.
 * @param flat flattens the head; 0 is the bare law of Zipf
 */
export function zipf(count: number, flat: number, next: () => number): () => number {
  const reached = new Float64Array(count)
  let sum = 0
  for (let rank = 0; rank < count; rank++) {
    sum += 1 / (rank + 1 + flat)
    reached[rank] = sum
  }
  return () => {
    const drawn = next() * sum
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (reached[middle]! > drawn) high = middle
      else low = middle + 1
    }
    return low
  }
}

/**
 * How much a figure rises while it is watched: the line that fits best (least squares), from its beginning to its end.
 * @param samples taken at equal distances
 * @returns in the samples' unit; negative where it falls
 */
export function riseOf(samples: readonly number[]): number {
  const middle = (samples.length - 1) / 2
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length
  let [along, square] = [0, 0]
  for (const [at, sample] of samples.entries()) {
    along += (at - middle) * (sample - mean)
    square += (at - middle) ** 2
  }
  return square === 0 ? 0 : (along / square) * (samples.length - 1)
}

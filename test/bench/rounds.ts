/** The middle one of some numbers. */
export const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!

/** The smallest of some numbers. */
export const least = (numbers: readonly number[]) => Math.min(...numbers)

/** Measures two things in turn, so that whatever else the machine does slows both, and gives the median of each. */
export async function inTurn(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<[number, number]> {
  const measured: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    measured[0].push(await ours())
    measured[1].push(await theirs())
  }
  return [median(measured[0]), median(measured[1])]
}

/** How long it takes, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

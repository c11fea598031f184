import type { D1 } from '../../server/store/open-d1.ts'

/** What a piece of work asked of D1, by D1's own count. */
export interface Cost {
  rowsRead: number
  statements: number
}

/** A D1 database that adds up what its batches read. */
export function countingD1(real: D1) {
  const sum: Cost = { rowsRead: 0, statements: 0 }
  const d1: D1 = {
    prepare: text => real.prepare(text),
    async batch(asked) {
      const results = await real.batch(asked)
      sum.statements += asked.length
      for (const { meta } of results as { meta?: { rows_read?: number } }[]) sum.rowsRead += meta?.rows_read ?? 0
      return results
    },
  }
  /** Does the work, and tells what it cost. */
  async function cost<T>(work: () => Promise<T>): Promise<Cost & { answer: T }> {
    Object.assign(sum, { rowsRead: 0, statements: 0 })
    const answer = await work()
    return { answer, ...sum }
  }
  return { d1, cost }
}

import type { Table } from '../bench/table.ts'

/** One run of the torture, as every room of it sees it. */
export interface Torture {
  table: Table
  /** Whether only the short form is wanted, the one that CI has time for. */
  isQuick: boolean
  /** What lots are drawn from. */
  seed: number
}

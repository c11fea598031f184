import type { Seed } from './seed/town.ts'
import type { Table } from './table.ts'

/** One run of the bench, as every room of it sees it. */
export interface Run {
  table: Table
  /** How often each of two figures is measured, in turn, and for how many ms. */
  rounds: number
  ms: number
  /** The large database. */
  large: Seed
  /** How long a measurement of a time that is no ratio waits for a quiet moment, in ms. */
  patience: number
  /** Whether the plans of the queries are to be shown. */
  arePlansAsked: boolean
}

/** The small database: the measured threads in a village. */
export const SMALL: Seed = { comments: 15_000, pending: 1_000 }

/** What a figure must be: at most this, or at least. */
export type Budget = { atMost: number } | { atLeast: number }

export interface Row {
  what: string
  /** The figure as people read it, with what it was compared with. */
  figure: string
  /** What is held against the budget; null for what is measured without one. */
  value: number | null
  budget: Budget | null
  unit: string
}

/** What was measured: a line of one table for each figure, printed as it comes. */
export class Table {
  readonly #rows: Row[] = []

  /** The lines that follow belong to this room. */
  enter(room: string): void {
    console.log(`\n${room}`)
  }

  /** A figure and its budget. */
  hold(what: string, value: number, budget: Budget, { unit = '', figure = spell(value, unit) } = {}): void {
    this.#add({ what, figure, value, budget, unit })
  }

  /** A ratio of two figures that were measured in turn. */
  ratio(what: string, ours: number, theirs: number, unit: string, budget: Budget): void {
    const figure = `${spell(ours)} / ${spell(theirs, unit)} = ${(ours / theirs).toFixed(2)}`
    this.#add({ what, figure, value: ours / theirs, budget, unit: '' })
  }

  /** A figure without a budget. */
  tell(what: string, figure: string): void {
    this.#add({ what, figure, value: null, budget: null, unit: '' })
  }

  /** Something to read beside the figure before it. */
  remark(line: string): void {
    console.log(`${' '.repeat(12)}${line}`)
  }

  /** Says at the end what was missed of the budgets, or of whatever the table holds figures against. */
  sum(called = 'budgets'): void {
    const held = this.#rows.filter(({ budget }) => budget)
    const missed = held.filter(row => !isMet(row))
    console.log(`\n${held.length - missed.length} of ${held.length} ${called} met.`)
    for (const row of missed) console.log(`MISSED  ${row.what}: ${row.figure}, ${spellBudget(row)}`)
  }

  get isMet(): boolean {
    return this.#rows.every(isMet)
  }

  #add(row: Row): void {
    this.#rows.push(row)
    console.log(`  ${lineOf(row)}`)
  }
}

function isMet({ value, budget }: Row): boolean {
  if (value === null || budget === null) return true
  return 'atMost' in budget ? value <= budget.atMost : value >= budget.atLeast
}

function lineOf(row: Row): string {
  const verdict = row.budget ? (isMet(row) ? 'met' : 'MISSED') : ''
  return [verdict.padEnd(6), row.figure.padEnd(26), spellBudget(row).padEnd(17), row.what].join('  ').trimEnd()
}

function spellBudget({ budget, unit }: Row): string {
  if (!budget) return ''
  return 'atMost' in budget ? `at most ${spell(budget.atMost, unit)}` : `at least ${spell(budget.atLeast, unit)}`
}

/** A number with as many digits as it deserves, and its unit. */
export function spell(value: number, unit = ''): string {
  const digits = Number.isInteger(value) || value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })}${unit && ` ${unit}`}`
}

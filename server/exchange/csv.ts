/** What stands in a cell of a table. */
export type Cell = string | number | null

/** The mark that tells spreadsheets that a table is in UTF-8; it comes first. */
export const CSV_MARK = '\ufeff'

/** A row as RFC 4180 has it. */
export const csvLine = (cells: readonly Cell[]) => `${cells.map(csvCell).join(',')}\r\n`

/** What a spreadsheet computes, also behind what cannot be seen. */
const FORMULA = /^(?:[\t\r\n]|[\s\p{C}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠])/u

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell
  return `"${guarded.replaceAll('"', '""')}"`
}

/**
 * The rows of a CSV as RFC 4180 has it; every cell that is not empty and no number stands in quotes.
 * @throws Error where it is something else
 */
export function readCsv(csv: string): string[][] {
  const rows: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|(-?\d+)|)(,|\r\n)/y
  let row: string[] = []
  for (let at = 0; at < csv.length; at = cell.lastIndex) {
    cell.lastIndex = at
    const found = cell.exec(csv)
    if (!found) throw new Error(`no cell: ${csv.slice(at, at + 80)}`)
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** Whether a spreadsheet would compute the text, whatever stands before it that cannot be seen. */
export const isFormula = (text: string): boolean =>
  /^[\s\p{C}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠]/u.test(text)

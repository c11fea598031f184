/**
 * A text as it is compared and searched: compatibility forms and case are one.
 * @returns the folded text, and for each of its UTF-16 units the offset in the original that it came from
 */
export function fold(text: string): { text: string; at: Uint32Array } {
  let folded = ''
  const at: number[] = []
  let offset = 0
  for (const letter of text) {
    const piece = letter.normalize('NFKC').toLowerCase()
    for (let unit = 0; unit < piece.length; unit++) at.push(offset)
    folded += piece
    offset += letter.length
  }
  return { text: folded, at: Uint32Array.from(at) }
}

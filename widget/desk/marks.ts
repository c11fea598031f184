import type { Block, Finding, Inline } from '../../server/contract.ts'

/** A stretch of a text, and the findings that point at it. */
export interface Piece {
  text: string
  findings: Finding[]
}

/** Cuts a text where findings begin and end. Offsets outside the text are brought inside it. */
export function pieces(text: string, findings: readonly Finding[]): Piece[] {
  const inside = (at: number) => Math.min(Math.max(at, 0), text.length)
  const spans = findings.flatMap(finding => {
    if (finding.start === null || finding.end === null) return []
    const [start, end] = [inside(finding.start), inside(finding.end)]
    return start < end ? [{ start, end, finding }] : []
  })
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i]!
    const over = spans.filter(span => span.start <= start && span.end >= end)
    return { text: text.slice(start, end), findings: over.map(({ finding }) => finding) }
  })
}

/** Whether any finding points into the text. */
export function hasMarks(text: string, findings: readonly Finding[]): boolean {
  return pieces(text, findings).some(piece => piece.findings.length > 0)
}

function plainInline(inline: Inline): string {
  if (typeof inline === 'string') return inline
  if (inline.type === 'break') return '\n'
  if (inline.type === 'mention') return `@${inline.name}`
  return inline.type === 'code' ? inline.text : inline.children.map(plainInline).join('')
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case 'p':
      return block.children.map(plainInline).join('')
    case 'quote':
      return plainText(block.children)
    case 'list':
      return block.items.map(plainText).join('\n')
    case 'pre':
      return block.text
  }
}

/** The words of a comment without what marks them up. */
function plainText(tree: readonly Block[]): string {
  return tree.map(plainBlock).join('\n')
}

const even = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Whether the text as typed is the text as shown, so that one way to show it is enough. */
export function isPlain(text: string, tree: readonly Block[]): boolean {
  return tree.every(block => block.type === 'p') && even(plainText(tree)) === even(text)
}

/** The beginning of a comment on one line. */
export function excerpt(tree: readonly Block[], length: number): string {
  return [...even(plainText(tree).slice(0, length * 2))].slice(0, length).join('')
}

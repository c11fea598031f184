import type { Block, Inline } from '../../../server/contract.ts'

/** UTF-16 units of a text that are given at the most. */
const MOST = 280

/** The beginning of a comment as plain text, its blocks one after the other; what goes on ends with an ellipsis. */
export function beginning(tree: readonly Block[]): string {
  const text = tree.map(textOf).join(' ').replace(/\s+/g, ' ').trim()
  // A pair of surrogates is one sign, and stays one.
  return text.length > MOST ? `${text.slice(0, MOST).toWellFormed?.() ?? text.slice(0, MOST)}…` : text
}

function textOf(node: Block | Inline | Block[]): string {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(textOf).join(' ')
  if ('text' in node) return node.text
  if ('items' in node) return node.items.map(textOf).join(' ')
  // A kind of node that is younger than this says what it is called by.
  const { children = [], name = ' ' } = node as { children?: (Block | Inline)[]; name?: string }
  return children.length > 0 ? children.map(textOf).join('') : name
}

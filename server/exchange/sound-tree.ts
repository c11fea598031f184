import type { Block } from '../contract.ts'

/** The only schemes a link may have. */
const SCHEMES = /^(?:https?:\/\/|mailto:)/i
/** How deep nodes may stand in each other, a little more than a text of readers can bring about. */
const DEEPEST = 40
const MARKS: readonly unknown[] = ['em', 'strong', 'del']

type Node = Record<string, unknown>
type Kind = 'block' | 'inline'

/**
 * Whether this is a tree as Parley makes them: known nodes with what belongs to them and no more, links that lead to
 * pages and addresses of mail, text that is text, and no deeper than who draws it can go. It is walked without recursion.
 */
export function isSoundTree(tree: unknown): tree is Block[] {
  if (!Array.isArray(tree)) return false
  const open: { nodes: unknown[]; kind: Kind; depth: number }[] = [{ nodes: tree, kind: 'block', depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { nodes, kind, depth } = next
    if (depth > DEEPEST) return false
    for (const node of nodes) {
      const inner = kind === 'block' ? insideBlock(node) : insideInline(node)
      if (inner === null) return false
      for (const [some, of] of inner) open.push({ nodes: some, kind: of, depth: depth + 1 })
    }
  }
  return true
}

/** The lists of nodes in a node; null where it is none of ours. */
type Inside = [unknown[], Kind][] | null

function insideBlock(node: unknown): Inside {
  if (!isNode(node)) return null
  const { type, children, items, start } = node
  if (type === 'p' && has(node, 'children') && Array.isArray(children)) return [[children, 'inline']]
  if (type === 'quote' && has(node, 'children') && Array.isArray(children)) return [[children, 'block']]
  if (type === 'pre' && has(node, 'text') && isText(node['text'])) return []
  if (type !== 'list' || !has(node, 'start', 'items') || !Array.isArray(items)) return null
  if (start !== null && !Number.isSafeInteger(start)) return null
  return items.every(Array.isArray) ? items.map(item => [item as unknown[], 'block']) : null
}

function insideInline(node: unknown): Inside {
  if (typeof node === 'string') return isText(node) ? [] : null
  if (!isNode(node)) return null
  const { type, children } = node
  if (type === 'break') return has(node) ? [] : null
  if (type === 'code') return has(node, 'text') && isText(node['text']) ? [] : null
  if (type === 'mention') return has(node, 'name') && isText(node['name']) ? [] : null
  const isLink = type === 'link' && has(node, 'href', 'children') && isText(node['href']) && SCHEMES.test(node['href'])
  if (!isLink && !(MARKS.includes(type) && has(node, 'children'))) return null
  return Array.isArray(children) ? [[children, 'inline']] : null
}

const isNode = (node: unknown): node is Node => typeof node === 'object' && node !== null && !Array.isArray(node)

const isText = (text: unknown): text is string =>
  typeof text === 'string' && text.isWellFormed() && !text.includes('\u0000')

/** Whether a node has a type and these, and nothing else. */
const has = (node: Node, ...names: string[]): boolean =>
  Object.keys(node).length === names.length + 1 && names.every(name => Object.hasOwn(node, name))

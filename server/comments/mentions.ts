import { type Block, type Inline, LIMITS } from '../contract.ts'
import { Problem } from '../problems.ts'
import { readId } from './ids.ts'

/** Somebody of a thread, and the name under which they wrote there. */
export interface Called {
  author: number
  name: string
}

/**
 * The ids of comments whose authors a text calls; one that is no id leads to nobody.
 * @throws Problem `too_many_mentions`
 */
export function calledComments(mentions: readonly string[] | undefined): number[] {
  const ids = [...new Set(mentions ?? [])]
  if (ids.length > LIMITS.mentions) throw new Problem('too_many_mentions')
  return ids.flatMap(id => readId(id) ?? [])
}

/** Of these people, those whose names the tree calls: who is named twice is called once, and two of one name both. */
export function calledIn(tree: readonly Block[], people: readonly Called[]): number[] {
  const names = new Set(namesIn(tree))
  return [...new Set(people.filter(({ name }) => names.has(name)).map(({ author }) => author))].slice(
    0,
    LIMITS.mentions,
  )
}

/** The names that a tree calls. */
export function namesIn(tree: readonly Block[]): string[] {
  const inline = (node: Inline): string[] =>
    typeof node === 'string'
      ? []
      : node.type === 'mention'
        ? [node.name]
        : 'children' in node
          ? node.children.flatMap(inline)
          : []
  return tree.flatMap(node =>
    node.type === 'p'
      ? node.children.flatMap(inline)
      : node.type === 'quote'
        ? namesIn(node.children)
        : node.type === 'list'
          ? node.items.flatMap(namesIn)
          : [],
  )
}

const SPECIAL = /[\\^$.*+?()[\]{}|/]/g

/**
 * Makes `@name` a node of its own wherever a text calls one of these names: whole, outside of code and links. It never
 * changes what a text says, only how it is drawn.
 */
export function callNames(tree: Block[], names: readonly string[]): Block[] {
  if (names.length === 0) return tree
  const spelled = [...new Set(names)].sort((a, b) => b.length - a.length).map(name => name.replace(SPECIAL, '\\$&'))
  const call = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}_@])@(${spelled.join('|')})(?![\\p{L}\\p{N}\\p{M}_])`, 'gu')
  const split = (text: string): Inline[] =>
    text.split(call).flatMap((piece, at): Inline[] => {
      if (at % 2) return [{ type: 'mention', name: piece }]
      return piece === '' ? [] : [piece]
    })
  const inlines = (nodes: Inline[]): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if (typeof node === 'string') return split(node)
      const isMark = node.type === 'em' || node.type === 'strong' || node.type === 'del'
      return [isMark ? { ...node, children: inlines(node.children) } : node]
    })
  const blocks = (nodes: Block[]): Block[] =>
    nodes.map(node => {
      if (node.type === 'p') return { ...node, children: inlines(node.children) }
      if (node.type === 'quote') return { ...node, children: blocks(node.children) }
      return node.type === 'list' ? { ...node, items: node.items.map(blocks) } : node
    })
  return blocks(tree)
}

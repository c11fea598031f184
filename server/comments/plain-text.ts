import type { Block, Inline } from '../contract.ts'
import { treeOf } from './markdown.ts'

/** The words that readers see. */
export function plainText(tree: Block[]): string {
  const inline = (each: Inline): string =>
    typeof each === 'string'
      ? each
      : each.type === 'break'
        ? '\n'
        : each.type === 'code'
          ? each.text
          : each.type === 'mention'
            ? `@${each.name}`
            : each.children.map(inline).join('')
  return tree
    .map(block => {
      if (block.type === 'pre') return block.text
      if (block.type === 'p') return block.children.map(inline).join('')
      return block.type === 'quote' ? plainText(block.children) : block.items.map(plainText).join('\n')
    })
    .join('\n')
}

/** The beginning of a text as readers see it, without the signs that mark it; where it was cut off, that shows. */
export const plainBeginning = (text: string): string => plainText(treeOf(text))

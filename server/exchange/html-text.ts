import { treeOf } from '../comments/markdown.ts'
import { readable } from '../comments/readable.ts'
import type { Block, Inline } from '../contract.ts'
import { treeOfHtml } from './html-tree.ts'
import { type Faith, markdownOf } from './markdown-of.ts'

const FAITHS: readonly Faith[] = ['all', 'blocks', 'text']

/**
 * The HTML of an old comment as Markdown that reads the same here. Not every HTML can be said in Markdown: where the text
 * that would be shown were another one, marks are given up, and never the text.
 * @param breaks whether a newline breaks the line, as where HTML was typed by hand
 */
export const markdownOfHtml = (html: string, breaks = false): string => readHtml(html, breaks).markdown

/** The same, with what is parsed of it, for it is looked at anyway. */
export function readHtml(
  html: string,
  breaks = false,
  base: string | null = null,
): { markdown: string; tree: Block[] } {
  const tree = treeOfHtml(readable(html), breaks, base)
  const seen = seenIn(tree)
  let [markdown, parsed]: [string, Block[]] = ['', []]
  for (const faith of FAITHS) {
    markdown = markdownOf(tree, faith)
    parsed = treeOf(markdown)
    const shown = seenIn(parsed)
    // Where a link is given up its address is written out.
    if (shown === seen || (faith !== 'all' && isWithin(seen, shown))) break
  }
  return { markdown, tree: parsed }
}

/** All that is seen of a tree, without the spaces; addresses may be shown decoded. */
export function seenIn(blocks: readonly Block[]): string {
  const parts: string[] = []
  const inline = (nodes: readonly Inline[]) => {
    for (const node of nodes) {
      if (typeof node === 'string') parts.push(node)
      else if (node.type === 'code') parts.push(node.text)
      else if (node.type === 'mention') parts.push(`@${node.name}`)
      else if ('children' in node) inline(node.children)
    }
  }
  const walk = (nodes: readonly Block[]) => {
    for (const node of nodes) {
      if (node.type === 'p') inline(node.children)
      else if (node.type === 'pre') parts.push(node.text)
      else if (node.type === 'quote') walk(node.children)
      else node.items.forEach(walk)
    }
  }
  walk(blocks)
  return decoded(parts.join('').normalize('NFC')).replace(/[\s\u034f]+/gu, '')
}

/** Whether all letters of one text stand in another in the same order. */
function isWithin(text: string, other: string): boolean {
  let at = 0
  for (const letter of other) if (text.startsWith(letter, at)) at += letter.length
  return at >= text.length
}

/** Percent escapes read, one by one, where they can be. */
const decoded = (text: string) =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, run => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run.toLowerCase()
    }
  })

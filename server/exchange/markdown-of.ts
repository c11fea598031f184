import type { Block, Inline } from '../contract.ts'

/** How much of a tree becomes Markdown: all of it, all but the marks in its paragraphs, or text in which nothing is syntax. */
export type Faith = 'all' | 'blocks' | 'text'

/** A tree as Markdown that `treeOf` reads as the same tree, as far as Markdown can say it. */
export function markdownOf(blocks: readonly Block[], faith: Faith = 'all'): string {
  return lines(blocks, faith).join('\n')
}

function lines(blocks: readonly Block[], faith: Faith): string[] {
  const all: string[] = []
  let lastList: string | null = null
  for (const block of blocks) {
    let marker: string | null = null
    let own: string[]
    if (block.type === 'p') own = inline(block.children, faith).split('\n').map(atLineStart)
    else if (block.type === 'quote') own = lines(block.children, faith).map(line => `> ${line}`.trimEnd())
    else if (block.type === 'list') {
      // Two lists beside each other are told apart by what they are marked with.
      marker = block.start === null ? (lastList === '-' ? '+' : '-') : lastList === '.' ? ')' : '.'
      own = block.items.flatMap((item, at) => {
        const lead = block.start === null ? `${marker} ` : `${block.start + at}${marker} `
        return lines(item, faith).map((line, n) => (n === 0 ? lead + line : line && ' '.repeat(lead.length) + line))
      })
    } else own = fenced(block.text)
    if (own.every(line => line === '')) continue
    if (all.length > 0) all.push('')
    all.push(...own)
    lastList = marker
  }
  return all
}

function fenced(text: string): string[] {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  return [fence, ...text.split('\n'), fence]
}

const SIGNS = { em: '*', strong: '**', del: '~~' } as const

function inline(nodes: readonly Inline[], faith: Faith): string {
  return nodes.map(node => one(node, faith)).join('')
}

function one(node: Inline, faith: Faith): string {
  if (typeof node === 'string') return faith === 'text' ? allEscaped(node) : escaped(node)
  if (node.type === 'break') return '\n'
  if (node.type === 'mention') return escaped(`@${node.name}`)
  if (node.type === 'code') return faith === 'all' ? code(node.text) : allEscaped(node.text)
  const inside = inline(node.children, faith)
  if (node.type === 'link') {
    if (faith === 'all') return `[${inside}](<${node.href}>)`
    return textOf(node.children) === node.href ? inside : `${inside} (${node.href})`
  }
  if (faith !== 'all') return inside
  // A mark stands close to its words.
  const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inside)!
  const sign = SIGNS[node.type]
  return words === '' ? inside : before! + sign + words + sign + after!
}

function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = /^`|`$/.test(text) ? ' ' : ''
  return fence + space + text + space + fence
}

/** What would begin a mark, a link, code or an escape. */
const escaped = (text: string) =>
  text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/(?<=~|^)~|~(?=~|$)/g, '\\~')

const allEscaped = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&')

/** What would begin a quote or a list at the beginning of a line. */
const atLineStart = (line: string) =>
  line
    .trim()
    .replace(/^(?=>|[-+](?:\s|$))/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')

const textOf = (nodes: readonly Inline[]): string =>
  nodes
    .map(node =>
      typeof node === 'string'
        ? node
        : 'children' in node
          ? textOf(node.children)
          : node.type === 'code'
            ? node.text
            : '',
    )
    .join('')

import MarkdownIt from 'markdown-it'
import type { Block, Inline } from '../contract.ts'
import { callNames } from './mentions.ts'

/** The only schemes a link may have. */
const SCHEMES = /^(?:https?:\/\/|mailto:)/i

/**
 * Markdown as readers type it: CommonMark without raw HTML, images, headings, tables, rules and reference definitions;
 * bare links become links, a typed newline breaks the line, `~~` strikes. What is not supported stays readable text.
 */
const parser = new MarkdownIt('default', { html: false, linkify: true, breaks: true, maxNesting: 20 })
  .disable(['heading', 'lheading', 'table', 'hr', 'html_block', 'reference'])
  .disable(['image', 'html_inline', 'entity'])
parser.validateLink = href => SCHEMES.test(href.trim())
parser.linkify.set({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false })

/** What would not be seen in an address, would end its line, or would reorder what stands around it. */
const UNSEEN = /(?![\u200c\u200d])[\p{C}\p{Z}]/u

/** An address is read in its own script, unless that would hide something: then its escapes are what is read. */
const decodedText = parser.normalizeLinkText
parser.normalizeLinkText = address => {
  const text = decodedText(address)
  return UNSEEN.test(text) ? address : text
}

type Token = ReturnType<typeof parser.parse>[number]

/** How deep quotes, lists and marks may stand in each other, all together. */
const DEEPEST = 16

/**
 * The tree of a comment's text. Nesting is bounded, because whoever draws a tree goes down into it: a text that is
 * nested deeper, or holds links that lead nowhere, is taken as plain lines instead, and nothing of it is lost.
 * @param names whom it may call: `@` and one of them becomes a node of its own
 */
export function treeOf(text: string, names: readonly string[] = []): Block[] {
  return callNames(blocksOf(text), names)
}

function blocksOf(text: string): Block[] {
  const tokens = parser.parse(text, {})
  if (tokens.some(token => token.level + inlineDepth(token) > DEEPEST || leadsNowhere(token))) return [plain(text)]
  const blocks: Block[] = []
  readBlocks(tokens, 0, blocks)
  return blocks.length > 0 ? blocks : [plain(text)]
}

/** How deep the marks and links of one paragraph stand in each other. */
function inlineDepth({ children }: Token): number {
  let depth = 0
  let deepest = 0
  for (const { nesting } of children ?? []) {
    depth += nesting
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** Whether a paragraph has a link without an address, such as `[]()`, which would show nothing of what was typed. */
function leadsNowhere({ children }: Token): boolean {
  return children?.some(token => token.type === 'link_open' && !SCHEMES.test(String(token.attrGet('href')))) ?? false
}

/** A text as one paragraph, unread. */
function plain(text: string): Block {
  return {
    type: 'p',
    children: text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [{ type: 'break' }, line])),
  }
}

/** Every href in a tree, in order. */
export function linksIn(blocks: readonly Block[]): string[] {
  const links: string[] = []
  const walkInline = (nodes: readonly Inline[]) => {
    for (const node of nodes) {
      if (typeof node === 'string' || !('children' in node)) continue
      if (node.type === 'link') links.push(node.href)
      walkInline(node.children)
    }
  }
  const walk = (nodes: readonly Block[]) => {
    for (const node of nodes) {
      if (node.type === 'p') walkInline(node.children)
      else if (node.type === 'quote') walk(node.children)
      else if (node.type === 'list') node.items.forEach(walk)
    }
  }
  walk(blocks)
  return links
}

/** Reads tokens into `into` until the block that holds them closes; gives the place after it. */
function readBlocks(tokens: Token[], at: number, into: Block[]): number {
  while (at < tokens.length) {
    const token = tokens[at]!
    if (token.nesting < 0) return at + 1
    if (token.type === 'paragraph_open') {
      const children = readInline(tokens[at + 1]?.children ?? [])
      if (children.length > 0) into.push({ type: 'p', children })
      at += 3
    } else if (token.type === 'blockquote_open') {
      const children: Block[] = []
      at = readBlocks(tokens, at + 1, children)
      into.push({ type: 'quote', children })
    } else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      const items: Block[][] = []
      at += 1
      while (tokens[at]?.type === 'list_item_open') {
        const item: Block[] = []
        at = readBlocks(tokens, at + 1, item)
        items.push(item)
      }
      at += 1
      const start = token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : null
      into.push({ type: 'list', start, items })
    } else {
      if (token.content !== '') into.push({ type: 'pre', text: token.content.replace(/\n$/, '') })
      at += 1
    }
  }
  return at
}

/** Ends the innermost mark; a link without words shows its address. */
function closeMark(open: Inline[][]): void {
  const children = open.pop()!
  const mark = open.at(-1)!.at(-1)
  if (children.length === 0 && typeof mark === 'object' && mark.type === 'link') children.push(mark.href)
}

const MARKS: Record<string, 'em' | 'strong' | 'del'> = { em_open: 'em', strong_open: 'strong', s_open: 'del' }

function readInline(tokens: Token[]): Inline[] {
  const root: Inline[] = []
  const open: Inline[][] = [root]
  for (const token of tokens) {
    const into = open.at(-1)!
    const mark = MARKS[token.type]
    if (mark || token.type === 'link_open') {
      const children: Inline[] = []
      into.push(mark ? { type: mark, children } : { type: 'link', href: String(token.attrGet('href')), children })
      open.push(children)
    } else if (token.nesting < 0) closeMark(open)
    else if (token.type === 'softbreak' || token.type === 'hardbreak') into.push({ type: 'break' })
    else if (token.type === 'code_inline') into.push({ type: 'code', text: token.content })
    else if (token.content !== '') {
      if (typeof into.at(-1) === 'string') into[into.length - 1] += token.content
      else into.push(token.content)
    }
  }
  return root
}

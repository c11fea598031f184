import type { Block, Inline } from '../contract.ts'

/** How the text of a link begins that is an address itself, which goes from left to right; the widget has the same. */
const ADDRESS = /^[!-~]+[.:@]/

/**
 * A comment's tree as escaped HTML, for pages without JavaScript, feeds and mail. It has no other elements and
 * attributes than the widget makes of the same tree, and an href is looked at again before it is written.
 */
export function htmlOf(blocks: readonly Block[]): string {
  return blocks.map(each => block(each, ' dir="auto"')).join('')
}

/** Text as it stands in HTML, in element content and in quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`)
}

/**
 * Only the outermost blocks, and the items of outermost lists, carry `dir`: one with a `dir` of its own would not count
 * for the direction of its parent. Code goes from left to right.
 */
function block(node: Block, dir = ''): string {
  const inside = (blocks: readonly Block[]) => blocks.map(each => block(each)).join('')
  switch (node.type) {
    case 'p':
      return `<p${dir}>${inlines(node.children)}</p>`
    case 'quote':
      return `<blockquote${dir}>${inside(node.children)}</blockquote>`
    case 'pre':
      return `<pre dir="ltr"><code>${escapeHtml(node.text)}</code></pre>`
    case 'list': {
      const items = node.items.map(item => `<li${dir}>${inside(item)}</li>`).join('')
      return node.start === null ? `<ul>${items}</ul>` : `<ol start="${Math.trunc(node.start)}">${items}</ol>`
    }
  }
}

const inlines = (nodes: readonly Inline[]): string => nodes.map(inline).join('')

function inline(node: Inline): string {
  if (typeof node === 'string') return escapeHtml(node)
  switch (node.type) {
    case 'break':
      return '<br>'
    case 'code':
      return `<code dir="ltr">${escapeHtml(node.text)}</code>`
    case 'link': {
      const text = inlines(node.children)
      if (!/^(?:https?:\/\/|mailto:)/i.test(node.href)) return text
      const dir = ADDRESS.test(String(node.children)) ? ' dir="ltr"' : ''
      return `<a href="${escapeHtml(node.href)}"${dir} rel="nofollow ugc noopener">${text}</a>`
    }
    case 'mention':
      return `<strong dir="auto">@${escapeHtml(node.name)}</strong>`
    default:
      return `<${node.type}>${inlines(node.children)}</${node.type}>`
  }
}

import type { ComponentChildren } from 'preact'
import type { Block, Inline } from '../../server/contract.ts'

/** The address if a link may lead there. The server has checked it; what is drawn here does not rest on that. */
const safeHref = (href: string) => (/^(https?|mailto):/i.test(href) ? href : undefined)

/**
 * How the text of a link begins that is an address itself: whatever is around it, it goes from left to right, and has no
 * say in which way its paragraph does. The server's HTML has the same.
 */
const ADDRESS = /^[!-~]+[.:@]/

function drawInline(inline: Inline): ComponentChildren {
  if (typeof inline === 'string') return inline
  switch (inline.type) {
    case 'em':
    case 'strong':
    case 'del': {
      const Name = inline.type
      return <Name>{inline.children.map(drawInline)}</Name>
    }
    case 'code':
      return <code dir="ltr">{inline.text}</code>
    case 'link':
      return (
        <a
          href={safeHref(inline.href)}
          rel="nofollow ugc noopener"
          target="_blank"
          dir={ADDRESS.test(String(inline.children)) ? 'ltr' : undefined}
        >
          {inline.children.map(drawInline)}
        </a>
      )
    case 'mention':
      return <b dir="auto">@{inline.name}</b>
    case 'break':
      return <br />
  }
}

/**
 * Only the outermost blocks carry `dir="auto"`: an element with a `dir` of its own is skipped when its parent's
 * direction is found, so a quote or an item whose paragraphs all had one would never know its own. In a list it is the
 * items, so that each has its mark on the side where it begins. Code goes from left to right.
 */
function drawBlock(block: Block, dir: 'auto' | undefined): ComponentChildren {
  const inside = (blocks: Block[]) => blocks.map(child => drawBlock(child, undefined))
  switch (block.type) {
    case 'p':
      return <p dir={dir}>{block.children.map(drawInline)}</p>
    case 'quote':
      return <blockquote dir={dir}>{inside(block.children)}</blockquote>
    case 'list': {
      const items = block.items.map(item => <li dir={dir}>{inside(item)}</li>)
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>
    }
    case 'pre':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
        <pre dir="ltr" tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      )
  }
}

/** A comment's text as elements. Give its nested paragraphs and items `unicode-bidi: plaintext` in the style sheet. */
export function Tree({ blocks }: { blocks: Block[] }) {
  return <>{blocks.map(block => drawBlock(block, 'auto'))}</>
}

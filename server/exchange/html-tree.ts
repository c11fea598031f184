import { Parser } from 'htmlparser2'
import type { Block, Inline } from '../contract.ts'

/** How deep quotes and lists, and how deep marks, stand in each other; what is deeper stands beside them. */
const DEEPEST = 4

const MARKS: Record<string, 'em' | 'strong' | 'del'> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  s: 'del',
  strike: 'del',
  del: 'del',
}
const HEADING = /^h[1-6]$/
/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  'p div section article header footer figure figcaption address center table tbody thead tr dl dt dd form hr ul ol li blockquote pre h1 h2 h3 h4 h5 h6 details summary'.split(
    ' ',
  ),
)
/** What a browser does not show. */
const UNSEEN = new Set(['script', 'style', 'template', 'head', 'noframes'])
/** What shows something of another address. */
const MEDIA = new Set(['img', 'iframe', 'embed', 'video', 'audio', 'source'])

/** Entities that are met in texts that were encoded once too often. */
const TWICE = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const TIMES = 3

type Mark = Exclude<Inline, string> & { children: Inline[] }
type OpenMark = { type: 'em' | 'strong' | 'del' } | { type: 'link'; href: string }

/**
 * HTML as other systems keep comments in it, as our tree: links, emphasis, lists, quotes and code as they are, headings as
 * strong words, pictures and players as links to them, of all else the text. Nothing that a browser shows is lost.
 * @param breaks whether a newline in the text breaks the line, as where HTML was typed by hand
 * @param base the address of the page, from which others in the text may start
 */
export function treeOfHtml(html: string, breaks = false, base: string | null = null): Block[] {
  const reader = new HtmlReader(breaks, base)
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    onclosetag: () => reader.close(),
    ontext: text => reader.text(text),
  })
  parser.end(html)
  return reader.end()
}

class HtmlReader {
  readonly #breaks: boolean
  readonly #base: string | null
  readonly #blocks: Block[] = []
  /** Where blocks go, the innermost last. */
  readonly #into: Block[][] = [this.#blocks]
  /** What ends with each open element. */
  readonly #ends: (() => void)[] = []
  readonly #marks: OpenMark[] = []
  /** The open paragraph, and where in it text goes; both empty between paragraphs. */
  #paragraph: Inline[] | null = null
  #place: Inline[] = []
  #hasSpace = false
  #breaksDue = 0
  #pre: string | null = null
  #code: string | null = null
  #unseen = 0
  #held = ''

  constructor(breaks: boolean, base: string | null) {
    this.#breaks = breaks
    this.#base = base
  }

  open(name: string, attributes: Record<string, string>): void {
    this.#flush()
    this.#ends.push(this.#opened(name, attributes))
  }

  close(): void {
    this.#flush()
    this.#ends.pop()?.()
  }

  end(): Block[] {
    this.#flush()
    while (this.#ends.length > 0) this.close()
    this.#endParagraph()
    return this.#blocks
  }

  #opened(name: string, attributes: Record<string, string>): () => void {
    if (UNSEEN.has(name)) {
      this.#unseen += 1
      return () => {
        this.#unseen -= 1
      }
    }
    if (this.#pre !== null || this.#code !== null) return this.#openedInCode(name, attributes)
    if (name === 'br') return this.#add('\n')
    if (BLOCKS.has(name)) return this.#openedBlock(name, attributes)
    if (name === 'td' || name === 'th') {
      this.#write(' ')
      return nothing
    }
    if (name === 'code' || name === 'kbd' || name === 'samp' || name === 'tt') {
      this.#code = ''
      return () => this.#endCode()
    }
    if (MEDIA.has(name)) return this.#media(attributes)
    const mark = MARKS[name] ?? (name === 'a' ? 'link' : null)
    if (mark === null) return nothing
    const href = mark === 'link' ? hrefOf(attributes['href'], this.#base) : null
    const isIn = this.#marks.some(each => each.type === mark)
    const lost = mark === 'link' && href === null ? told(attributes['href']) : ''
    if (lost !== '') return () => this.#write(` (${lost})`)
    if (isIn || (mark === 'link' && href === null) || this.#marks.length >= DEEPEST) return nothing
    return this.#mark(mark === 'link' ? { type: 'link', href: href! } : { type: mark })
  }

  #openedBlock(name: string, attributes: Record<string, string>): () => void {
    this.#endParagraph()
    const endParagraph = () => this.#endParagraph()
    if (name === 'pre') {
      this.#pre = ''
      return () => {
        const text = this.#pre!.replace(/^\n|\s+$/g, '')
        this.#pre = null
        if (text.trim() !== '') this.#into.at(-1)!.push({ type: 'pre', text })
      }
    }
    if (HEADING.test(name) && !this.#marks.some(({ type }) => type === 'strong')) {
      const end = this.#mark({ type: 'strong' })
      return () => {
        end()
        this.#endParagraph()
      }
    }
    const depth = this.#into.length - 1
    if (name === 'blockquote' && depth < DEEPEST) {
      const children: Block[] = []
      return this.#container(children, () => children.length > 0 && { type: 'quote', children })
    }
    if ((name === 'ul' || name === 'ol') && depth < DEEPEST) {
      const loose: Block[] = []
      const start =
        name === 'ol' ? Math.min(999_999_999, Math.max(0, Number.parseInt(attributes['start'] ?? '1', 10) || 0)) : null
      const list = { type: 'list' as const, start, items: [] as Block[][] }
      lists.set(loose, list)
      return this.#container(loose, () => {
        // What stands in a list without being an item is one.
        if (loose.length > 0) list.items.push(loose.splice(0))
        return list.items.length > 0 && list
      })
    }
    const list = name === 'li' ? lists.get(this.#into.at(-1)!) : undefined
    if (list) {
      const outside = this.#into.at(-1)!
      if (outside.length > 0) list.items.push(outside.splice(0))
      const item: Block[] = []
      return this.#container(item, () => {
        if (item.length > 0) list.items.push(item)
        return false
      })
    }
    return endParagraph
  }

  #container(into: Block[], made: () => Block | false): () => void {
    this.#into.push(into)
    return () => {
      this.#endParagraph()
      this.#into.splice(this.#into.lastIndexOf(into), 1)
      const block = made()
      if (block) this.#into.at(-1)!.push(block)
    }
  }

  #mark(mark: OpenMark): () => void {
    this.#marks.push(mark)
    this.#place = []
    return () => {
      this.#marks.splice(this.#marks.lastIndexOf(mark), 1)
      this.#place = []
    }
  }

  /** In code stands text only: of pictures their words and addresses, and behind the words of a link where it leads. */
  #openedInCode(name: string, attributes: Record<string, string>): () => void {
    if (name === 'br') return this.#add('\n')
    const address = (typed: string | undefined) => hrefOf(typed, this.#base) ?? told(typed)
    if (MEDIA.has(name)) {
      const words = [attributes['alt'] ?? attributes['title'] ?? '', address(attributes['src'])]
      this.#inCode(words.filter(Boolean).join(' '))
    }
    const href = name === 'a' ? address(attributes['href']) : ''
    if (href === '') return nothing
    const from = (this.#pre ?? this.#code)!.length
    return () => {
      const inside = (this.#pre ?? this.#code)?.slice(from)
      if (inside !== undefined && !inside.includes(href)) this.#inCode(` (${href})`)
    }
  }

  #inCode(text: string): void {
    if (this.#pre !== null) this.#pre += text
    else if (this.#code !== null) this.#code += text
  }

  #media({ src, alt, title }: Record<string, string>): () => void {
    const href = hrefOf(src, this.#base)
    const words = (alt ?? '').trim() || (title ?? '').trim() || href || told(src)
    if (!words) return nothing
    const isLinked = this.#marks.some(({ type }) => type === 'link')
    const end = href && !isLinked ? this.#mark({ type: 'link', href }) : nothing
    this.#write(words)
    end()
    return nothing
  }

  /** Text as it was decoded once; it may come in pieces. */
  text(piece: string): void {
    this.#held += piece
  }

  #flush(): void {
    const raw = this.#held
    this.#held = ''
    if (raw === '') return
    if (this.#unseen > 0) return
    if (this.#pre !== null) this.#pre += raw
    else if (this.#code !== null) this.#code += raw
    else {
      const text = decodedAgain(raw)
      if (this.#breaks) {
        for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
          if (at > 0) this.#add('\n')
          this.#write(line)
        }
      } else this.#write(text)
    }
  }

  #write(text: string): void {
    for (const [at, word] of text.split(/[ \t\n\r\f\v\u2028\u2029]+/).entries()) {
      if (at > 0) this.#hasSpace = true
      if (word === '') continue
      const into = this.#open()
      if (typeof into.at(-1) === 'string') into[into.length - 1] += word
      else into.push(word)
    }
  }

  /** A newline that is seen; in code it is one. */
  #add(newline: '\n'): () => void {
    if (this.#pre !== null) this.#pre += newline
    else if (this.#code !== null) this.#code += newline
    else if (this.#unseen === 0) this.#breaksDue += 1
    return nothing
  }

  #endCode(): void {
    const text = this.#code!
    this.#code = null
    if (text.includes('\n') && text.trim() !== '') {
      this.#endParagraph()
      this.#into.at(-1)!.push({ type: 'pre', text: text.replace(/^\n|\s+$/g, '') })
    } else if (text.trim() !== '') this.#open().push({ type: 'code', text: text.trim() })
  }

  /** Where text goes now, with the space or the line that is due before it. */
  #open(): Inline[] {
    if (this.#breaksDue > 1) this.#endParagraph()
    if (this.#paragraph === null) {
      this.#paragraph = []
      this.#place = []
      this.#into.at(-1)!.push({ type: 'p', children: this.#paragraph })
    } else if (this.#breaksDue > 0) {
      this.#paragraph.push({ type: 'break' })
      this.#place = []
    } else if (this.#hasSpace) {
      const inside = this.#place.length > 0 ? this.#place : this.#paragraph
      if (typeof inside.at(-1) === 'string') inside[inside.length - 1] += ' '
      else inside.push(' ')
    }
    this.#breaksDue = 0
    this.#hasSpace = false
    if (this.#place.length > 0) return this.#place
    if (this.#marks.length === 0) return this.#paragraph
    let into = this.#paragraph
    for (const mark of this.#marks) {
      const node = { ...mark, children: [] } as Mark
      into.push(node)
      into = node.children
    }
    this.#place = into
    return into
  }

  #endParagraph(): void {
    this.#paragraph = null
    this.#place = []
    this.#breaksDue = 0
    this.#hasSpace = false
  }
}

/** The list whose loose content an array is. */
const lists = new WeakMap<Block[], { items: Block[][] }>()

const nothing = () => {}

/** Text that was encoded once too often. */
export function decodedAgain(text: string): string {
  let now = text
  for (let times = 0; times < TIMES && now.includes('&'); times++) {
    const next = now.replace(TWICE, (whole, name?: string, decimal?: string, hex?: string) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole
      const point = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex!, 16)
      return point > 31 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
        ? String.fromCodePoint(point)
        : whole
    })
    if (next === now) break
    now = next
  }
  return now
}

/** An address that a comment may link to; null for any other. One without a host starts from the page. */
function hrefOf(typed: string | undefined, base: string | null): string | null {
  const text = typed?.trim().replace(/[\t\n\r]/g, '') ?? ''
  const isWhole = /^(?:https?:\/\/|mailto:)/i.test(text)
  if (!isWhole && (text === '' || text.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(text))) return null
  const from = base ?? (text.startsWith('//') ? 'https://a' : undefined)
  if (!isWhole && from === undefined) return null
  if (!URL.canParse(text, isWhole ? undefined : from)) return null
  return new URL(text, isWhole ? undefined : from).href.replace(/[<>\\\s]/g, encodeURIComponent)
}

/** An address that no comment may link to, as it is told beside the words: not one that runs or that is the picture itself. */
function told(typed: string | undefined): string {
  const text = typed?.trim().replace(/\s+/g, ' ') ?? ''
  return /^(?:javascript|vbscript|data|blob|#)/i.test(text) ? '' : text
}

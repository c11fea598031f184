/** What a page was found to be, read more strictly than any browser reads it. */
export interface ReadHtml {
  /** Its words, with nothing escaped. */
  text: string
  /** Every element with its attributes, in order. */
  elements: { name: string; attributes: Map<string, string> }[]
}

const VOID = new Set(['meta', 'link', 'input', 'br'])
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z-]*(?:="[^"<>]*")?)*)\s*>/y
const TEXT = /[^<]+/y
const REFERENCE = /&(#\d{1,7}|amp|lt|gt|quot);/g
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/**
 * Reads HTML that a careful writer has made: every element closed, every attribute in double quotes, everything else
 * escaped. The scripts given stand in it as they are.
 * @throws Error with the place at which it is something else
 */
export function readHtml(html: string, scripts: readonly string[] = []): ReadHtml {
  let rest = html.replace(/^<!doctype html>/i, '')
  for (const script of scripts) rest = rest.replace(`<script>${script}</script>`, '')
  const read: ReadHtml = { text: '', elements: [] }
  const open: string[] = []
  for (let at = 0; at < rest.length; ) {
    TAG.lastIndex = at
    TEXT.lastIndex = at
    const [words] = TEXT.exec(rest) ?? []
    const [tag, slash, name = '', attributes = ''] = words === undefined ? (TAG.exec(rest) ?? []) : []
    if (words !== undefined) read.text += unescaped(words)
    else if (tag === undefined) throw new Error(`no markup of ours: ${rest.slice(at, at + 80)}`)
    else if (slash) {
      if (open.pop() !== name) throw new Error(`</${name}> closes what is not open`)
    } else {
      read.elements.push({ name, attributes: attributesIn(attributes) })
      if (!VOID.has(name)) open.push(name)
    }
    at += (words ?? tag)!.length
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(' ')}`)
  return read
}

function attributesIn(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(/([a-z][a-z-]*)(?:="([^"]*)")?/g)) {
    if (found.has(name)) throw new Error(`${name} stands twice`)
    found.set(name, unescaped(value))
  }
  return found
}

function unescaped(text: string): string {
  if (text.replace(REFERENCE, '').includes('&')) throw new Error(`a bare ampersand: ${text.slice(0, 80)}`)
  return text.replace(REFERENCE, (_, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : NAMED[name]!,
  )
}

/** Elements by name with the attributes each may have. */
export type Allowed = Readonly<Record<string, readonly string[]>>

/**
 * What in the page its writer does not make: elements and attributes that are not allowed, and addresses that lead
 * neither to a page, nor to a mailbox, nor within the page itself.
 */
export function strangersIn({ elements }: ReadHtml, allowed: Allowed): string[] {
  return elements.flatMap(({ name, attributes }) => {
    if (!Object.hasOwn(allowed, name)) return [`<${name}>`]
    return [...attributes].flatMap(([attribute, value]) => {
      if (!allowed[name]!.includes(attribute)) return [`<${name} ${attribute}>`]
      const leads = attribute === 'href' || attribute === 'src' || attribute === 'action'
      return leads && !/^(https?:\/\/|mailto:|[#?]|\/(?![/\\]))/i.test(value) ? [`<${name} ${attribute}=${value}>`] : []
    })
  })
}

/** What a comment's text may be made of, wherever it is drawn as HTML. */
export const OF_TEXT: Allowed = {
  p: ['dir'],
  blockquote: ['dir'],
  pre: ['dir'],
  ul: [],
  ol: ['start'],
  li: ['dir'],
  code: ['dir'],
  em: [],
  strong: ['dir'],
  del: [],
  br: [],
  a: ['href', 'dir', 'rel'],
}

/** What the page without JavaScript is made of. */
export const OF_PAGE: Allowed = {
  ...OF_TEXT,
  html: ['lang', 'dir'],
  head: [],
  meta: ['charset', 'name', 'content', 'itemprop'],
  title: [],
  link: ['rel', 'href'],
  body: [],
  header: ['class'],
  footer: ['class'],
  main: ['class', 'data-claim', 'data-ticket', 'data-origin'],
  section: ['class', 'itemscope', 'itemtype', 'hidden'],
  article: ['id', 'itemprop', 'itemscope', 'itemtype'],
  nav: ['class', 'aria-label'],
  h1: [],
  h2: [],
  div: ['class', 'itemprop', 'lang'],
  p: ['dir', 'class', 'role'],
  ol: ['start', 'class'],
  ul: ['class'],
  a: ['href', 'dir', 'rel', 'itemprop'],
  b: ['itemprop', 'itemscope', 'itemtype', 'aria-current'],
  bdi: ['itemprop', 'dir'],
  span: ['class'],
  time: ['itemprop', 'datetime'],
  form: ['method', 'action', 'id', 'accept-charset', 'class'],
  input: ['type', 'name', 'value', 'dir', 'autocomplete', 'required'],
  label: [],
  textarea: ['name', 'rows', 'dir', 'required'],
  button: ['name', 'value', 'class'],
  fieldset: ['class'],
  select: ['name'],
  option: ['value'],
}

/** What a mail is made of. */
export const OF_MAIL: Allowed = {
  html: ['lang', 'dir'],
  head: [],
  meta: ['name', 'content'],
  body: [],
  p: ['style'],
  b: ['dir'],
  a: ['href'],
}

/** What a mail that tells of comments is made of. */
export const OF_TOLD: Allowed = {
  ...OF_MAIL,
  h2: ['style'],
  bdi: [],
  blockquote: ['dir', 'style'],
}

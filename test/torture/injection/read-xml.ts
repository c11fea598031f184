const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
const TAG = /<(\/?)([a-z][a-z:-]*)((?:\s+[a-z][a-z:-]*="[^"<]*")*)\s*(\/?)>/y
/** A feed as we write it has numbers for what is escaped. */
const ESCAPED = /&#\d{1,7};/g
/** The characters of XML 1.0 (its production 2). */
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u

/** An element of a feed, with the words in it and in what it holds. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  text: string
}

/**
 * Reads a feed as strictly as XML 1.0 asks, and more: no declarations, comments, sections or entities of anybody's own.
 * @throws Error with what is not well-formed
 */
export function readXml(xml: string): XmlElement[] {
  if (!xml.startsWith(DECLARATION)) throw new Error('it begins otherwise than XML does')
  if (!CHARACTERS.test(xml)) throw new Error('it holds a character that XML has no word for')
  const rest = xml.slice(DECLARATION.length).trim()
  const found: XmlElement[] = []
  const open: XmlElement[] = []
  for (let at = 0; at < rest.length; ) {
    const next = rest.indexOf('<', at)
    const words = rest.slice(at, next < 0 ? rest.length : next)
    if (words.includes(']]>')) throw new Error('a section ends that has not begun')
    for (const each of open) each.text += unescaped(words)
    if (words.trim() !== '' && open.length === 0) throw new Error('words outside of the feed')
    if (next < 0) break
    TAG.lastIndex = next
    const [tag, slash, name = '', attributes = '', isEmpty] = TAG.exec(rest) ?? []
    if (tag === undefined) throw new Error(`no markup of ours: ${rest.slice(next, next + 80)}`)
    if (slash) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes what is not open`)
    } else {
      const pairs = [...attributes.matchAll(/([a-z:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescaped(value!)])
      const element = { name, attributes: Object.fromEntries(pairs), text: '' }
      found.push(element)
      if (!isEmpty) open.push(element)
    }
    at = next + tag.length
  }
  if (open.length > 0) throw new Error(`not closed: ${open.map(({ name }) => name).join(' ')}`)
  return found
}

function unescaped(text: string): string {
  if (text.replace(ESCAPED, '').includes('&')) throw new Error(`a bare ampersand: ${text.slice(0, 80)}`)
  return text.replace(ESCAPED, number => String.fromCodePoint(Number(number.slice(2, -1))))
}

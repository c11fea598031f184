/**
 * Which article is this? The key of a page, from what the widget sees of it (DESIGN.md section 4). Pure: every spelling
 * of one URL gives one key, different paths never share one, and the key of a key is itself.
 */

import { readable } from '../comments/readable.ts'
import type { Sight } from '../contract.ts'
import { isLoopbackHost, isOneOf, LOOPBACK } from '../sites/origins.ts'

export type { Sight } from '../contract.ts'

/** What the site says about its pages. */
export interface Pages {
  /** Origins of the site; the first one's host is its own edition. */
  origins: readonly string[]
  /** Hosts that are the first host under another name. */
  aliases?: readonly string[]
  /** The only query parameters that count; all but the tracking ones when absent. */
  parameters?: readonly string[] | null
  /** Whether `#/…` and `#!/…` name pages of their own. */
  hashRoutes?: boolean
  /** File names that mean their folder, such as `index.html`. */
  indexFiles?: readonly string[]
  /** Whether a page's canonical link is believed; it is when absent. */
  followsCanonical?: boolean
}

export interface Place {
  key: string
  /** The page's address without fragment (unless it is a route) and tracking parameters. */
  url: string
  /** The place that the page's own location stands for, where its canonical link names another one. */
  location?: { key: string; url: string }
}

/** Why a sight gives no place. */
export type Misplaced = 'bad_url' | 'origin_refused'

const LONGEST = 8_192

/** Query parameters that say how a reader came, not what is read. */
const TRACKING = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid ysclid igshid igsh twclid ttclid li_fat_id mc_cid mc_eid ' +
    '_ga _gl _hsenc _hsmi mkt_tok oly_anon_id oly_enc_id vero_id wickedid s_cid rb_clickid srsltid _openstat ref_src ref_url'
  ).split(' '),
)

function isTracking(name: string): boolean {
  return name.startsWith('utm_') || name.startsWith('pk_') || name.startsWith('mtm_') || TRACKING.has(name)
}

/** The place a sight stands for, or why it stands for none. */
export function placeOf(sight: Sight, pages: Pages): Place | Misplaced {
  const location = readPage(sight.url)
  if (!location) return URL.canParse(sight.url) && sight.url.length <= LONGEST ? 'origin_refused' : 'bad_url'
  if (!isOneOf(pages.origins, location.origin)) return 'origin_refused'
  const named = sight.canonical === undefined || pages.followsCanonical === false ? null : readPage(sight.canonical)
  const canonical = named && isHostOf(named.hostname, pages) ? placeAt(named, pages) : null
  const own = placeAt(location, pages)
  const id = sight.article === undefined ? '' : readable(sight.article).normalize('NFC').trim()
  if (id) return { key: `=${id}`, url: (canonical ?? own).url }
  return canonical && canonical.key !== own.key ? { ...canonical, location: own } : (canonical ?? own)
}

/** The place of a page of the site that is named elsewhere, in a file for instance, by an address or a path. */
export function placeNamed(name: string, pages: Pages): Place | Misplaced {
  const origin = pages.origins.find(each => each.includes('://')) ?? 'http://localhost'
  const text = name.trim()
  const isPath = text.startsWith('/') && !text.startsWith('//')
  const page = readPage(isPath ? origin + text : text.startsWith('//') ? `https:${text}` : text)
  if (!page) return 'bad_url'
  return isHostOf(page.hostname, pages) ? placeAt(page, pages) : 'origin_refused'
}

/** The place that an address of the site stands for, also where its host is no longer one of the site's. */
export function placeOfAddress(url: string, pages: Pages): Place | null {
  const page = readPage(url)
  return page && placeAt(page, pages)
}

/** The path of a key without its host, query and route, spelled as keys are; null for an owner's id. */
export function pathOfKey(key: string): string | null {
  return key.startsWith('=') ? null : key.replace(/^\/\/[^/]*/, '').replace(/[?#].*$/s, '') || '/'
}

/** A path as somebody types it, `/سیاست/`, spelled as keys are; null for what is none. */
export function spelledPath(path: string): string | null {
  const page = readPage(`http://a${path.startsWith('/') ? '' : '/'}${path}`)
  return page && parts(page, { origins: [] }).path
}

function placeAt(page: URL, pages: Pages): Place {
  const { path, query, fragment } = parts(page, pages)
  return {
    key: edition(page.hostname, pages) + path + query + fragment,
    url: originOf(page, pages) + path + query + fragment,
  }
}

/** The origin under which the site has this host: what a page says of ports and schemes is not believed. */
function originOf(page: URL, { origins }: Pages): string {
  if (isOneOf(origins, page.origin)) return page.origin
  return origins.find(origin => hostOf(origin) === bare(page.hostname)) ?? `${page.protocol}//${page.hostname}`
}

function readPage(text: string): URL | null {
  if (text.length > LONGEST || !URL.canParse(text)) return null
  const url = new URL(text)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? url : null
}

const bare = (host: string) => host.replace(/^www\./, '').replace(/\.$/, '')
const hostOf = (origin: string) => (URL.canParse(origin) ? bare(new URL(origin).hostname) : '')

function isHostOf(host: string, { origins, aliases = [] }: Pages): boolean {
  if (origins.includes(LOOPBACK) && isLoopbackHost(host)) return true
  return origins.some(origin => hostOf(origin) === bare(host)) || aliases.some(alias => bare(alias) === bare(host))
}

/** The aliases of a site that are no origins of it: their old comments have a place, but no page of theirs shows a thread. */
export const strangeAliases = ({ origins, aliases = [] }: Pages): string[] =>
  aliases.filter(alias => !origins.some(origin => hostOf(origin) === bare(alias)))

/** Empty for the site's own edition, `//host` for any other host of the site. */
function edition(host: string, { origins, aliases = [] }: Pages): string {
  const first = origins[0] ?? ''
  if (hostOf(first) === bare(host) || aliases.some(alias => bare(alias) === bare(host))) return ''
  if (isLoopbackHost(host) && (first === LOOPBACK || isLoopbackHost(hostOf(first)))) return ''
  return `//${bare(host)}`
}

function parts(page: URL, pages: Pages): { path: string; query: string; fragment: string } {
  const segments = page.pathname.split('/').map(respell).filter(Boolean)
  const indexFiles = pages.indexFiles?.map(respell) ?? []
  while (segments.length > 0 && indexFiles.includes(segments.at(-1)!)) segments.pop()
  const pairs = page.search
    .slice(1)
    .split('&')
    .filter(Boolean)
    .map(pair => {
      const at = pair.indexOf('=')
      const spell = (text: string) => respell(text.replaceAll('+', ' '))
      return at < 0
        ? { name: spell(pair), value: '' }
        : { name: spell(pair.slice(0, at)), value: spell(pair.slice(at + 1)) }
    })
    .filter(({ name }) =>
      pages.parameters ? pages.parameters.includes(decoded(name)) : name !== '' && !isTracking(name),
    )
    .sort((a, b) => compare(a.name, b.name) || compare(a.value, b.value))
    .map(({ name, value }) => (value === '' ? name : `${name}=${value}`))
  const isRoute = pages.hashRoutes && /^#!?\//.test(page.hash)
  return {
    path: `/${segments.join('/')}`,
    query: pairs.length > 0 ? `?${pairs.join('&')}` : '',
    fragment: isRoute
      ? page.hash
          .split(/([/?])/)
          .map((part, at) => (at === 0 || at % 2 === 1 ? part : respell(part)))
          .join('')
          .replace(/\/+$/, '/')
      : '',
  }
}

/** What the keys begin with whose paths begin so, be it as people read a path or as an address bar spells it. */
export function beginningOfKey(path: string): string {
  return path
    .split(/([/?&=#])/)
    .map((piece, at) => (at % 2 === 0 ? respell(piece) : piece))
    .join('')
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * One spelling for one piece of a URL: valid escapes are decoded, the text is put in NFC and encoded again; escapes of
 * bytes that are no UTF-8 stay as they are in upper case; a `%` that begins no escape stays itself. An escape that would
 * decode to a hex digit right after such a `%` stays, too, or the next reading would see an escape there. Linear.
 */
function respell(piece: string): string {
  let out = ''
  let run = ''
  // How far what was written so far looks like the beginning of an escape: 0 not, 1 ends in `%`, 2 in `%` and a digit.
  let loose = 0
  const keep = (text: string) => {
    out += encodeRun(run) + text
    run = ''
  }
  const write = (char: string) => {
    run += char
    loose = loose === 1 && HEX_DIGIT.test(char) ? 2 : 0
  }
  for (let at = 0; at < piece.length; ) {
    if (piece[at] !== '%') {
      const char = String.fromCodePoint(piece.codePointAt(at)!)
      write(char)
      at += char.length
      continue
    }
    const byte = byteAt(piece, at)
    if (byte === null) {
      keep('%')
      loose = 1
      at += 1
      continue
    }
    const [char, length] = characterAt(piece, at, byte)
    if (char === null || (loose > 0 && HEX_DIGIT.test(char))) {
      keep(piece.slice(at, at + 3).toUpperCase())
      loose = 0
      at += 3
    } else {
      write(char)
      at += 3 * length
    }
  }
  keep('')
  return out
}

const HEX_DIGIT = /^[0-9a-f]$/i

/** The byte that the escape here stands for; null where there is no escape. */
function byteAt(piece: string, at: number): number | null {
  const digits = piece.slice(at + 1, at + 3)
  return piece[at] === '%' && /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : null
}

/** The character whose UTF-8 (RFC 3629) begins with this escaped byte, and how many bytes it takes; null if there is none. */
function characterAt(piece: string, at: number, lead: number): [char: string | null, length: number] {
  if (lead < 0x80) return [String.fromCharCode(lead), 1]
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4) return [null, 1]
  let point = lead & (0xff >> (length + 1))
  for (let n = 1; n < length; n++) {
    const byte = byteAt(piece, at + 3 * n)
    if (byte === null || byte >> 6 !== 0b10) return [null, 1]
    point = (point << 6) | (byte & 0x3f)
  }
  const isShortest = point >= [0, 0, 0x80, 0x800, 0x10000][length]!
  const isScalar = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
  return isShortest && isScalar ? [String.fromCodePoint(point), length] : [null, 1]
}

function encodeRun(run: string): string {
  return run === '' ? '' : encodeURIComponent(run.normalize('NFC').toWellFormed())
}

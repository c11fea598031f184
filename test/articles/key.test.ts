import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Pages, placeOf, type Sight } from '../../server/articles/key.ts'

const PAGES: Pages = { origins: ['https://example.org', 'https://fa.example.org', 'https://www.example.org'] }

const keyOf = (sight: Sight | string, pages: Pages = PAGES) => {
  const place = placeOf(typeof sight === 'string' ? { url: sight } : sight, pages)
  return typeof place === 'string' ? place : place.key
}

/** What each address gives; those in one row are spellings of one page. */
const CASES: [key: string, ...addresses: string[]][] = [
  [
    '/',
    'https://example.org',
    'https://example.org/',
    'https://example.org/?',
    'https://example.org/#top',
    'https://EXAMPLE.org//',
  ],
  [
    '/post',
    'https://example.org/post',
    'https://example.org/post/',
    'https://www.example.org/post',
    'https://user:pw@example.org//post//',
  ],
  [
    '/post',
    'https://example.org/a/../post',
    'https://example.org/%70ost',
    'https://example.org/post?utm_source=x&fbclid=1#c',
  ],
  ['/post_2', 'https://example.org/post_2', 'https://example.org/post%5F2'],
  ['/Post', 'https://example.org/Post'],
  ['/post%', 'https://example.org/post%'],
  ['/post%25', 'https://example.org/post%25'],
  ['/%zz', 'https://example.org/%zz'],
  ['/a%2Fb', 'https://example.org/a%2Fb', 'https://example.org/a%2fb'],
  ['/a/b', 'https://example.org/a/b', 'https://example.org/a//b/'],
  [
    '/%E4%B8%AD%E6%96%87',
    'https://example.org/中文',
    'https://example.org/%e4%b8%ad%e6%96%87',
    'https://example.org/%E4%B8%AD文',
  ],
  ['/caf%C3%A9', 'https://example.org/café', 'https://example.org/cafe\u0301', 'https://example.org/cafe%CC%81'],
  ['/%C3', 'https://example.org/%c3'],
  [
    '/n?id=7&p=2',
    'https://example.org/n?p=2&id=7',
    'https://example.org/n?&id=7&&p=2&gclid=x',
    'https://example.org/n?p=%32&id=7',
  ],
  ['/n?q=a%20b', 'https://example.org/n?q=a+b', 'https://example.org/n?q=a%20b'],
  ['/n?q=a%2Bb', 'https://example.org/n?q=a%2Bb'],
  ['//fa.example.org/post', 'https://fa.example.org/post', 'https://fa.example.org/post/'],
  ['bad_url', '', 'post', '/post', 'https://', `https://example.org/${'a'.repeat(8200)}`],
  [
    'origin_refused',
    'https://evil.example/',
    'file:///home/me/page.html',
    'javascript:alert(1)',
    'http://example.org/',
    'https://example.org:8443/',
    'https://example.org.evil.example/',
    'https://notexample.org/',
  ],
]

describe('the key of a page', () => {
  test.each(CASES.flatMap(([key, ...addresses]) => addresses.map(address => [address, key] as const)))(
    '%s is %s',
    (address, key) => {
      expect(keyOf(address)).toBe(key)
    },
  )

  test('the owner’s id stands above the address', () => {
    expect(keyOf({ url: 'https://example.org/x', article: ' story-7 ' })).toBe('=story-7')
    expect(keyOf({ url: 'https://evil.example/x', article: 'story-7' })).toBe('origin_refused')
  })

  test('the canonical address counts only when it is the site’s own', () => {
    expect(keyOf({ url: 'https://example.org/x?page=2', canonical: 'https://example.org/x' })).toBe('/x')
    expect(keyOf({ url: 'https://example.org/x', canonical: 'https://evil.example/y' })).toBe('/x')
    expect(keyOf({ url: 'https://example.org/x', canonical: 'nonsense' })).toBe('/x')
  })

  test('hosts that the owner calls aliases are the first host’s edition', () => {
    expect(keyOf('https://fa.example.org/post', { ...PAGES, aliases: ['fa.example.org'] })).toBe('/post')
  })

  test('a site can name the parameters that count, its hash routes and its index files', () => {
    expect(keyOf('https://example.org/n?id=7&p=2', { ...PAGES, parameters: ['id'] })).toBe('/n?id=7')
    expect(keyOf('https://example.org/app#/story/7', { ...PAGES, hashRoutes: true })).toBe('/app#/story/7')
    expect(keyOf('https://example.org/app#top', { ...PAGES, hashRoutes: true })).toBe('/app')
    expect(keyOf('https://example.org/a/index.html', { ...PAGES, indexFiles: ['index.html'] })).toBe('/a')
  })

  test('a site of this machine takes every loopback page as its own edition', () => {
    const pages = { origins: ['loopback'] }
    for (const host of ['localhost:1313', '127.0.0.1:5173', '[::1]:80', 'blog.localhost']) {
      expect(keyOf(`http://${host}/post`, pages)).toBe('/post')
    }
    expect(keyOf('http://localhost.evil.example/post', pages)).toBe('origin_refused')
  })
})

/** Pieces that make trouble in paths: escapes, halves of escapes, marks, scripts. */
const piece = fc.oneof(
  fc.constantFrom(
    '%',
    '%4',
    '%41',
    '%C3',
    '%c3%a9',
    '%2F',
    '%25',
    '%CC%81',
    'e',
    '.',
    '+',
    ' ',
    '中',
    'ی',
    '\u200c',
    '4',
    '1',
    'A',
    '~',
    '(',
    '%%34%31',
  ),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
)
const path = fc.array(piece, { maxLength: 8 }).map(parts => parts.join('').replace(/[?#\\/]/g, ''))

test.each(['%E2%82', '%ff', '%F0%9F%92', '%4%41', '%', '%41', 'e%CC%81'])(
  'two hundred long addresses full of %j are read well before a test runs out of time',
  piece => {
    const address = `https://example.org/${piece.repeat(Math.floor(7_000 / piece.length))}`
    const keys = new Set(Array.from({ length: 200 }, () => keyOf(address)))
    expect(keys.size).toBe(1)
  },
)

describe('for any path', () => {
  test('the key of a key is itself', () => {
    fc.assert(
      fc.property(path, path, (a, b) => {
        const key = keyOf(`https://example.org/${a}/${b}?x=${a}&y=${b}`)
        expect(keyOf(`https://example.org${key}`)).toBe(key)
      }),
      { numRuns: 2000 },
    )
  })

  test('spelling the same text raw, escaped or decomposed gives one key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), raw => {
        const text = raw.replace(/[%?#\\/.\u0000-\u001f\s]/gu, 'x').toWellFormed()
        const lower = encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, escaped => escaped.toLowerCase())
        const keys = [encodeURIComponent(text), lower, encodeURIComponent(text.normalize('NFD'))].map(spelt =>
          keyOf(`https://example.org/a/${spelt}`),
        )
        expect(new Set(keys).size).toBe(1)
      }),
    )
  })

  test('two different texts never share a key', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
      .map(raw => raw.toWellFormed().normalize('NFC'))
    fc.assert(
      fc.property(text, text, (a, b) => {
        fc.pre(a !== b && ![a, b].some(each => each === '.' || each === '..'))
        const [one, other] = [a, b].map(each => keyOf(`https://example.org/${encodeURIComponent(each)}`))
        expect(one).not.toBe(other)
      }),
    )
  })
})

describe('what a page says of itself', () => {
  const site: Pages = { origins: ['https://www.example.org', 'https://fa.example.org:8443'] }
  const urlOf = (canonical: string) => {
    const place = placeOf({ url: 'https://www.example.org/s', canonical }, site)
    return typeof place === 'string' ? place : place.url
  }

  test('is not believed about ports and schemes, so that no link leads to another server', () => {
    expect(urlOf('http://www.example.org:6666/s')).toBe('https://www.example.org/s')
    expect(urlOf('https://example.org./s')).toBe('https://www.example.org/s')
    expect(urlOf('http://www.fa.example.org/s')).toBe('https://fa.example.org:8443/s')
  })

  test('index files are dropped as often as they stand there, in any script', () => {
    const pages: Pages = { origins: ['https://example.org'], indexFiles: ['index.html', 'فهرست.html'] }
    const key = (url: string) => (placeOf({ url }, pages) as { key: string }).key
    expect(key('https://example.org/a/index.html/index.html')).toBe('/a')
    expect(key('https://example.org/a/فهرست.html')).toBe('/a')
  })

  test('a hash route keeps its query apart from its path', () => {
    const pages: Pages = { origins: ['https://example.org'], hashRoutes: true }
    const key = (url: string) => (placeOf({ url }, pages) as { key: string }).key
    expect(key('https://example.org/a#/r?x=1')).not.toBe(key('https://example.org/a#/r%3Fx=1'))
  })
})

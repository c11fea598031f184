import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeHtml, htmlOf } from '../../server/comments/html.ts'
import { linksIn, treeOf } from '../../server/comments/markdown.ts'
import { plainText } from '../people.ts'

describe('what readers type becomes', () => {
  test.each([
    ['*a* **b** ~~c~~ `d`', '<p dir="auto"><em>a</em> <strong>b</strong> <del>c</del> <code dir="ltr">d</code></p>'],
    ['one\ntwo', '<p dir="auto">one<br>two</p>'],
    ['one\n\ntwo', '<p dir="auto">one</p><p dir="auto">two</p>'],
    ['> said\n> > before', '<blockquote dir="auto"><p>said</p><blockquote><p>before</p></blockquote></blockquote>'],
    ['- a\n- b', '<ul><li dir="auto"><p>a</p></li><li dir="auto"><p>b</p></li></ul>'],
    ['> - a', '<blockquote dir="auto"><ul><li><p>a</p></li></ul></blockquote>'],
    ['[گزارش](https://e.org)', '<p dir="auto"><a href="https://e.org" rel="nofollow ugc noopener">گزارش</a></p>'],
    ['3. a', '<ol start="3"><li dir="auto"><p>a</p></li></ol>'],
    ['```\n<b>&\n```', '<pre dir="ltr"><code>&#60;b&#62;&#38;</code></pre>'],
    [
      '[a](https://e.org/?a=1&b=2)',
      '<p dir="auto"><a href="https://e.org/?a=1&#38;b=2" rel="nofollow ugc noopener">a</a></p>',
    ],
    [
      'see https://e.org.',
      '<p dir="auto">see <a href="https://e.org" dir="ltr" rel="nofollow ugc noopener">https://e.org</a>.</p>',
    ],
    ['# no heading', '<p dir="auto"># no heading</p>'],
    ['---', '<p dir="auto">---</p>'],
    ['| a |\n| - |', '<p dir="auto">| a |<br>| - |</p>'],
    ['<b>x</b> &lt; &amp;', '<p dir="auto">&#60;b&#62;x&#60;/b&#62; &#38;lt; &#38;amp;</p>'],
    ['![x](https://e.org/x.png)', '<p dir="auto">!<a href="https://e.org/x.png" rel="nofollow ugc noopener">x</a></p>'],
    ['a@example.org', '<p dir="auto">a@example.org</p>'],
    ['[]()', '<p dir="auto">[]()</p>'],
    [
      '[](https://e.org)',
      '<p dir="auto"><a href="https://e.org" dir="ltr" rel="nofollow ugc noopener">https://e.org</a></p>',
    ],
  ])('%j', (text, html) => {
    expect(htmlOf(treeOf(text))).toBe(html)
  })

  test('nothing that is lost: a text nested too deeply stands as it was typed', () => {
    const text = `${'> '.repeat(60)}deep`
    expect(plainText({ tree: treeOf(text) })).toBe(text)
  })
})

/** Markdown's and HTML's own letters, so that something happens. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...'*_~`[]()<>!#-+=|\\&;:"\'/ \n\t.1ax'.split(''),
      'http://',
      'javascript:',
      '<script>',
      '](',
      '&#x',
      '\u202e',
      'ی',
      '```\n',
    ),
    {
      maxLength: 60,
    },
  )
  .map(parts => parts.join(''))

/** How deep a tree goes. */
function depthOf(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0
  return 1 + Math.max(0, ...Object.values(node).map(depthOf))
}

test.each(['*a ', '**a ', '~~a ', '_a ', '[a ', '> ', '- ', '1. ', '> *a '])(
  '%j again and again stays shallow, whatever stands in it',
  opening => {
    for (const count of [5, 17, 50, 1_200, 2_400]) {
      const text = `${opening.repeat(count)}b${'*'.repeat(count)}`.slice(0, 10_000)
      const tree = treeOf(text)
      expect(depthOf(tree)).toBeLessThan(120)
      expect(JSON.stringify(tree).length).toBeGreaterThan(0)
    }
  },
)

describe('for any text', () => {
  test('the HTML holds only what the renderer makes, and its links only good schemes', () => {
    const allowed =
      /<\/?(?:p|br|em|strong|del|code|pre|blockquote|ul|ol|li|a)(?: (?:dir="(?:auto|ltr)"|start="\d+"|href="(?:https?:\/\/|mailto:)[^"<>]*"|rel="nofollow ugc noopener"))*>/gi
    fc.assert(
      fc.property(hostile, text => {
        const html = htmlOf(treeOf(text))
        expect(html.replace(allowed, '')).not.toMatch(/[<>"]/)
        for (const href of linksIn(treeOf(text))) expect(href).toMatch(/^(https?:\/\/|mailto:)/i)
      }),
      { numRuns: 5_000 },
    )
  })

  test('escaped text reads back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const back = escapeHtml(text).replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
        expect(back).toBe(text)
      }),
    )
  })
})

test.each([
  ['%00%0D%0ASet-Cookie:x', 'controls'],
  ['%E2%80%AEgpj.exe', 'an override'],
  ['%E2%80%A8next', 'an end of a line'],
  ['%20%20https://bank.example/', 'spaces'],
  ['%EF%BF%BE%E2%81%A6', 'what is no character, and an isolate'],
])('an address that holds %s shows its escape, not %s', path => {
  const address = `https://daily.example/${path}`
  for (const text of [address, `<${address}>`])
    expect(treeOf(text)).toEqual([{ type: 'p', children: [{ type: 'link', href: address, children: [address] }] }])
})

test('an address in another script is read in it', () => {
  const [block] = treeOf('https://daily.example/%DA%A9%D8%B4%D8%AA%DB%8C-%D9%85%DB%8C%E2%80%8C%D8%B1%D9%88%D8%AF')
  expect(JSON.stringify(block)).toContain('"children":["https://daily.example/کشتی-می\u200cرود"]')
})

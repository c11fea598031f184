import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeHtml, htmlOf } from '../../server/comments/html.ts'
import { linksIn, treeOf } from '../../server/comments/markdown.ts'
import { plainText } from '../people.ts'

describe('what readers type becomes', () => {
  test.each([
    ['*a* **b** ~~c~~ `d`', '<p dir="auto"><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'],
    ['one\ntwo', '<p dir="auto">one<br>two</p>'],
    ['one\n\ntwo', '<p dir="auto">one</p><p dir="auto">two</p>'],
    [
      '> said\n> > before',
      '<blockquote><p dir="auto">said</p><blockquote><p dir="auto">before</p></blockquote></blockquote>',
    ],
    ['- a\n- b', '<ul><li dir="auto"><p dir="auto">a</p></li><li dir="auto"><p dir="auto">b</p></li></ul>'],
    ['3. a', '<ol start="3"><li dir="auto"><p dir="auto">a</p></li></ol>'],
    ['```\n<b>&\n```', '<pre dir="auto"><code>&#60;b&#62;&#38;</code></pre>'],
    [
      '[a](https://e.org/?a=1&b=2)',
      '<p dir="auto"><a href="https://e.org/?a=1&#38;b=2" rel="nofollow ugc noopener">a</a></p>',
    ],
    [
      'see https://e.org.',
      '<p dir="auto">see <a href="https://e.org" rel="nofollow ugc noopener">https://e.org</a>.</p>',
    ],
    ['# no heading', '<p dir="auto"># no heading</p>'],
    ['---', '<p dir="auto">---</p>'],
    ['| a |\n| - |', '<p dir="auto">| a |<br>| - |</p>'],
    ['<b>x</b> &lt; &amp;', '<p dir="auto">&#60;b&#62;x&#60;/b&#62; &#38;lt; &#38;amp;</p>'],
    ['![x](https://e.org/x.png)', '<p dir="auto">!<a href="https://e.org/x.png" rel="nofollow ugc noopener">x</a></p>'],
    ['a@example.org', '<p dir="auto">a@example.org</p>'],
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

describe('for any text', () => {
  test('the HTML holds only what the renderer makes, and its links only good schemes', () => {
    const allowed =
      /<\/?(?:p|br|em|strong|del|code|pre|blockquote|ul|ol|li|a)(?: (?:dir="auto"|start="\d+"|href="(?:https?:\/\/|mailto:)[^"<>]*"|rel="nofollow ugc noopener"))*>/gi
    fc.assert(
      fc.property(hostile, text => {
        const html = htmlOf(treeOf(text))
        expect(html.replace(allowed, '')).not.toMatch(/[<>"]/)
        for (const href of linksIn(treeOf(text))) expect(href).toMatch(/^(https?:\/\/|mailto:)/i)
      }),
      { numRuns: 2_000 },
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

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { treeOf } from '../../server/comments/markdown.ts'
import { markdownOfHtml, readHtml, seenIn } from '../../server/exchange/html-text.ts'
import { treeOfHtml } from '../../server/exchange/html-tree.ts'

const shown = (html: string, breaks = false) => treeOf(markdownOfHtml(html, breaks))

test('paragraphs, lines, marks, links, lists, quotes and code of an old comment are the same here', () => {
  const html = `<p>Dear <b>all</b>,<br>this is <i>it</i> and <s>not</s> <code>x_*y</code>.</p>
    <blockquote><p>You said <a href="https://example.org/a?b=1&amp;c=2">so</a></p></blockquote>
    <ul><li>one</li><li>two<ol start="3"><li>three</li></ol></li></ul><pre>  if (a &lt; b)
    c()</pre><h2>End</h2>`
  expect(shown(html)).toEqual([
    {
      type: 'p',
      children: [
        'Dear ',
        { type: 'strong', children: ['all'] },
        ',',
        { type: 'break' },
        'this is ',
        { type: 'em', children: ['it'] },
        ' and ',
        { type: 'del', children: ['not'] },
        ' ',
        { type: 'code', text: 'x_*y' },
        '.',
      ],
    },
    {
      type: 'quote',
      children: [
        {
          type: 'p',
          children: ['You said ', { type: 'link', href: 'https://example.org/a?b=1&c=2', children: ['so'] }],
        },
      ],
    },
    {
      type: 'list',
      start: null,
      items: [
        [{ type: 'p', children: ['one'] }],
        [
          { type: 'p', children: ['two'] },
          { type: 'list', start: 3, items: [[{ type: 'p', children: ['three'] }]] },
        ],
      ],
    },
    { type: 'pre', text: '  if (a < b)\n    c()' },
    { type: 'p', children: [{ type: 'strong', children: ['End'] }] },
  ])
})

test('what was plain there stays plain: signs that mean something in Markdown are only signs', () => {
  for (const text of [
    '1. not a list',
    '- nor this',
    '* * *',
    '> no quote',
    '# no heading',
    '[a](b)',
    '**a** _b_ `c`',
    '~~~',
    '\\*',
    '-',
    '2)',
    '~~a~~',
    '<b>',
    '    four',
    '@ada',
  ])
    expect(shown(`<p>${text.replaceAll('<', '&lt;')}</p>`), text).toEqual([{ type: 'p', children: [text.trim()] }])
})

test('scripts and styles are not shown, and no scheme but those of comments is linked', () => {
  expect(shown('a<script>alert(1)</script><style>b{}</style> <a href="javascript:alert(1)">c</a>')).toEqual([
    { type: 'p', children: ['a c'] },
  ])
})

test('pictures and players become links', () => {
  expect(shown('<img src="//cdn.example/a.png" alt="A cat"> <iframe src="https://video.example/1"></iframe>')).toEqual([
    {
      type: 'p',
      children: [
        { type: 'link', href: 'https://cdn.example/a.png', children: ['A cat'] },
        ' ',
        { type: 'link', href: 'https://video.example/1', children: ['https://video.example/1'] },
      ],
    },
  ])
})

test('what was encoded once too often is read, outside of code', () => {
  expect(shown('It&amp;#39;s Q&amp;amp;A &amp;lt;b&amp;gt; <code>&amp;amp;</code>')).toEqual([
    { type: 'p', children: ["It's Q&A <b> ", { type: 'code', text: '&amp;' }] },
  ])
})

test('where HTML was typed by hand, lines and paragraphs are as they were typed', () => {
  expect(shown('one\ntwo\r\n\r\n<b>three\nfour</b>', true)).toEqual([
    { type: 'p', children: ['one', { type: 'break' }, 'two'] },
    {
      type: 'p',
      children: [{ type: 'strong', children: ['three'] }, { type: 'break' }, { type: 'strong', children: ['four'] }],
    },
  ])
})

test('elements a thousand deep take no longer, and lose nothing', () => {
  const begin = performance.now()
  const html = `${'<blockquote><ul><li><b>'.repeat(5_000)}deep${'</b></li></ul></blockquote>'.repeat(5_000)}`
  expect(seenIn(shown(html))).toBe('deep')
  expect(performance.now() - begin).toBeLessThan(2_000)
})

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab1.)->+*_~`[]()<>#!|\\&;:/"\'=% ', 'ß', 'ا', '中', '👍') }),
  fc.constantFrom('http://a.example/x_y', 'www.example.org', '- ', '1. ', '```', '~~', '**', '&amp', '%41', 'سلام'),
)
const TAGS = [
  'p',
  'div',
  'b',
  'i',
  's',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'a',
  'h1',
  'span',
  'td',
  'br',
  'u',
] as const
const encoded = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

test('whatever the HTML, all the text that a browser would show is shown here', () => {
  const html = fc.letrec<{ node: string; nodes: string }>(tie => ({
    nodes: fc.array(tie('node'), { maxLength: 4 }).map(each => each.join('')),
    node: fc.oneof(
      { depthSize: 'small' },
      word.map(encoded),
      fc
        .tuple(fc.constantFrom(...TAGS), tie('nodes'), fc.boolean())
        .map(([tag, inside, isClosed]) =>
          tag === 'a'
            ? `<a href="https://a.example/(${inside.length})">${inside}</a>`
            : `<${tag}>${inside}${isClosed ? `</${tag}>` : ''}`,
        ),
    ),
  })).nodes
  fc.assert(
    fc.property(html, fc.boolean(), (source, breaks) => {
      const seen = seenIn(treeOfHtml(source, breaks))
      let at = 0
      for (const letter of seenIn(shown(source, breaks))) if (seen.startsWith(letter, at)) at += letter.length
      expect(at).toBe(seen.length)
    }),
    { numRuns: 2_000 },
  )
})

test('the text of HTML without marks is what a reader of its source would say it is', () => {
  fc.assert(
    fc.property(fc.array(word), words => {
      const text = words.join(' ')
      fc.pre(!/&(amp|lt|gt|quot|apos|nbsp|#)/i.test(text))
      expect(seenIn(treeOfHtml(`<p>${encoded(text)}</p>`))).toBe(seenIn([{ type: 'pre', text }]))
    }),
  )
})

test.each([
  ['<a href="//host.example/x">there</a>', '[there](<https://host.example/x>)'],
  ['<a href="/x">there</a>', '[there](<https://daily.example/x>)'],
  ['<a href="ftp://files.example/x">there</a>', 'there (ftp://files.example/x)'],
  ['<img src="../a.png">', '[https://daily.example/a.png](<https://daily.example/a.png>)'],
  ['<pre>see <img src="/a.png" alt="A"></pre>', '```\nsee A https://daily.example/a.png\n```'],
  ['<code><a href="https://x.example/">x</a></code>', '`x (https://x.example/)`'],
  ['<a href="javascript:alert(1)">there</a>', 'there'],
])('an address in %s is not lost', (html, markdown) => {
  expect(readHtml(html, false, 'https://daily.example/2014/story').markdown).toBe(markdown)
})

test('a comment that is a picture without a known page still says which', () => {
  expect(markdownOfHtml('<img src="/a.png">')).toContain('/a.png')
})

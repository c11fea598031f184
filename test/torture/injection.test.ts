import { describe, expect, test } from 'vitest'
import { printed } from '../../server/commands/command.ts'
import { treeOf } from '../../server/comments/markdown.ts'
import { SITE_SETTINGS } from '../../server/sites/settings.ts'
import { CORPUS, FAMILIES } from './hostile/corpus.ts'
import { newPlace } from './injection/place.ts'
import { isFormula, readCsv } from './injection/read-csv.ts'
import { OF_PAGE, OF_TEXT, readHtml, strangersIn } from './injection/read-html.ts'
import { readXml } from './injection/read-xml.ts'
import { goRounds } from './injection/rounds.ts'
import { WAYS_IN } from './injection/ways-in.ts'
import { strangersInJson } from './injection/ways-out.ts'

test('there are more than 400 hostile strings, no two alike', () => {
  expect(new Set(CORPUS).size).toBe(CORPUS.length)
  expect(CORPUS.length).toBeGreaterThanOrEqual(400)
  expect(Object.keys(FAMILIES)).toHaveLength(13)
})

test('whatever strangers write comes in as text or not at all, and comes out as text everywhere', async () => {
  const rounds = Math.ceil(CORPUS.length / Object.keys(WAYS_IN).length)
  const { faults, entered } = await goRounds(rounds, { most: 3 })
  expect(faults).toEqual([])
  expect(entered).toBeGreaterThanOrEqual(CORPUS.length)
}, 120_000)

describe('those who look find it', () => {
  test.each([
    '<p><img src=x onerror=__ran=1></p>',
    '<p>a & b</p>',
    '<p>&nbsp;</p>',
    '<p>a',
    '<b><p>a</b></p>',
    '<a href="https://daily.example" href="x">a</a>',
    "<a href='x'>a</a>",
    '<!-- a -->',
    '<P>a</P>',
  ])('where HTML is not ours: %s', html => expect(() => readHtml(html)).toThrow())

  test.each([
    '<img src="https://daily.example/x"></img>',
    '<a href="javascript:x">a</a>',
    '<a href="//canary.invalid">a</a>',
    '<a href="/\\canary.invalid">a</a>',
    '<p onclick="x">a</p>',
    '<svg></svg>',
  ])('where a page holds what we do not make: %s', html => expect(strangersIn(readHtml(html), OF_PAGE)).toHaveLength(1))

  test.each([
    '&nbsp;',
    '<a b="1" />&amp;',
    '\u0001',
    '<![CDATA[x]]>',
    ']]>',
    '<a>',
    '<b></a>',
    '<a b=c/>',
    '<?x y?>',
    '<!DOCTYPE a>',
  ])('where a feed is not XML: %j', inside =>
    expect(() => readXml(`<?xml version="1.0" encoding="utf-8"?><feed>${inside}</feed>`)).toThrow(),
  )

  test('where a cell ends too soon, or computes', () => {
    expect(() => readCsv('"a"b",1\r\n')).toThrow()
    expect(readCsv('"a""b",1,\r\n')).toEqual([['a"b', '1', '']])
    expect(['=1', ' +1', '\u200b@x', '\ufeff-1', 'a=1'].map(isFormula)).toEqual([true, true, true, true, false])
  })

  test('where a tree has a node that nobody draws', () => {
    expect(strangersInJson({ tree: treeOf('*a* [b](https://daily.example)') })).toEqual([])
    for (const node of [{ type: 'script' }, { type: 'toString' }, { type: 'p', children: [], onclick: 'x' }])
      expect(strangersInJson({ tree: [node] })).toHaveLength(1)
    expect(strangersInJson({ tree: [{ type: 'link', href: 'javascript:x', children: [] }] })).toHaveLength(1)
    expect(strangersInJson({ name: 'a\u0007' })).toHaveLength(1)
  })
})

test('a comment is made of nothing but a comment’s elements, and feeds have no others', () => {
  expect(Object.keys(OF_TEXT).sort()).toEqual(
    ['a', 'blockquote', 'br', 'code', 'del', 'em', 'li', 'ol', 'p', 'pre', 'strong', 'ul'].sort(),
  )
})

test('a terminal shows what it would otherwise obey, and each line stays one', () => {
  const name = 'The \u001b[31mDaily\nforged  \u009b2J\u202e'
  expect(printed(['daily  ', name], { name }, false)).toBe(
    'daily  \nThe \\u001b[31mDaily\\u000aforged  \\u009b2J\\u202e',
  )
  const json = printed([], { name }, true)
  expect(json).not.toMatch(/[\p{Cc}\u202e]/u)
  expect(JSON.parse(json)).toEqual({ name })
})

test('what nobody can read is in no site’s name, guideline, note, list or id of an article', async () => {
  const { stage, olga, mona } = await newPlace()
  const comment = await stage.as('ada').posts('Hi', { article: 'story\u0000-7\u202e' })
  expect((await stage.as('ada').reads({ article: 'story-7' })).comments.map(({ id }) => id)).toEqual([comment.id])
  await mona.rules(comment, 'reject', { note: 'No\u0000t \u001b[31mhere' })
  expect((await mona.log()).entries[0]!.note).toBe('Not [31mhere')
  expect(SITE_SETTINGS.guidelines.tidy?.('Be\u0000 kind\r\n')).toBe('Be kind\n')
  const { seen } = await olga.asks<{ seen: string }>(`/api/desk/policy?site=${stage.site}`)
  const list = { kind: 'held_words', language: '', entries: 'first\u0000\nsecond' }
  await olga.asks('/api/desk/lists', { method: 'PUT', json: { site: stage.site, seen, list } })
  expect((await stage.as('ben').posts('The second one')).status).toBe('pending')
})

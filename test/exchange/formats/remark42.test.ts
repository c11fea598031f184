import { describe, expect, test } from 'vitest'
import { remark42 } from '../../../server/exchange/formats/remark42.ts'
import backup from '../fixtures/remark42.jsonl?raw'
import { fileOf, readAll, zipped } from '../foreign-files.ts'

const QUESTION = '11112222-aaaa-bbbb-cccc-000000000001'

describe('a backup of Remark42', () => {
  test('brings what was typed, who wrote it, when and where, and each vote', async () => {
    const { by } = await readAll(remark42, fileOf(backup))
    expect(by('reply-first')).toEqual({
      id: 'reply-first',
      parent: QUESTION,
      page: { url: 'https://daily.example/ferry', identifier: null, title: null },
      at: Date.UTC(2021, 2, 4, 11, 6, 7, 123),
      name: 'Tom &amp;amp; Jo',
      email: null,
      author: 'github_tom',
      isStaff: false,
      text: { markdown: 'The answer stands **before** its question.' },
      status: 'published',
      votes: { up: 2, down: 1 },
    })
    expect(by(QUESTION)).toMatchObject({
      parent: null,
      page: { title: 'The &quot;night&quot; ferry' },
      email: 'Nora@Example.org',
      isStaff: true,
      text: { html: '<p>A question, <a href="https://example.org">linked</a>.</p>' },
      votes: { up: 0, down: 3 },
    })
  })

  test('keeps deleted comments deleted, so that answers have something to stand under', async () => {
    const { by } = await readAll(remark42, fileOf(backup))
    const nothing = { status: 'withdrawn', text: { markdown: '' }, votes: { up: 0, down: 0 } }
    expect(by('gone')).toMatchObject({ ...nothing, name: null, author: null })
    // Without a text there is nothing to show, and answers may stand under it all the same.
    expect(by('empty')).toMatchObject({ ...nothing, name: 'Sam' })
    expect(by('withdrawn')).toMatchObject({ ...nothing, name: 'Sam', author: null, parent: 'gone' })
  })

  test('tells what is no time, no address, a second time there, or no comment', async () => {
    const { comments, faults } = await readAll(remark42, fileOf(backup))
    const twice = comments.filter(({ id }) => id === 'wrong-date')
    expect(twice.map(({ at, page }) => [at, page.url])).toEqual([
      [null, null],
      [null, 'https://daily.example/other'],
    ])
    expect(faults).toEqual([
      { fault: 'It has no id.', at: 'comment 7' },
      { fault: 'It is no JSON.', at: 'comment 9' },
    ])
  })

  test('may be compressed, and says how far it is', async () => {
    const plain = await readAll(remark42, fileOf(backup))
    const bytes = await zipped(backup)
    const opened = await readAll(remark42, fileOf(bytes, 3))
    expect(opened.comments).toEqual(plain.comments)
    // The last bytes of it are a checksum, which may be read later than the last comment.
    expect(opened.ways.at(-1)).toBeGreaterThan(bytes.length * 0.9)
    expect(opened.ways.at(-1)).toBeLessThanOrEqual(bytes.length)
  })

  test('is told from other files', async () => {
    for (const other of ['{"id":"1","locator":{}}', '[]', '{"version":2}', '<xml/>', ''])
      await expect(readAll(remark42, fileOf(other))).rejects.toThrow(/no backup of Remark42|newer|is empty/)
  })

  test('has links that end with the comment’s id', () => {
    expect(remark42.idIn(`#remark42__comment-${QUESTION}`)).toBe(QUESTION)
    expect(remark42.idIn('#remark42')).toBe(null)
    expect(remark42.idIn('#remark42__comment-<b>')).toBe(null)
  })
})

test('what was typed is as it was typed, whether that version kept it cleaned or not', async () => {
  const line = (id: string, orig: string) =>
    JSON.stringify({ id, orig, text: 'x', user: {}, locator: { url: '/a' }, time: '2021-03-04T05:06:07Z' })
  const file = ['{"version":1}', line('1', '&gt; it&#39;s &#34;so&#34; &amp;amp;'), line('2', 'it\'s &amp; "so"')].join(
    '\n',
  )
  const { by } = await readAll(remark42, fileOf(file))
  expect(by('1')!.text).toEqual({ markdown: '> it\'s "so" &amp;' })
  expect(by('2')!.text).toEqual({ markdown: 'it\'s &amp; "so"' })
})

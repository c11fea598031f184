import { describe, expect, test } from 'vitest'
import { atom, type Feed, jsonFeed } from '../../server/articles/feeds.ts'
import { world } from '../world.ts'

test('a site’s feed has the published comments of all its articles, newest first, and an article’s feed its own', async () => {
  const { as, atDesk, send, site, page, deps } = await world({ settings: { holds: 'none' } })
  const first = await as('ada').posts('*First*', { name: 'Ada', title: 'The night ferry' })
  const reply = await as('ben').replies(first, 'Answer', { name: 'Ben' })
  await as('eve', `${page}0`).posts('Elsewhere')
  const spam = await as('eve').posts('Watches')
  await (await atDesk('mona')).rules(spam, 'spam')

  const all = (await (await send(`/feeds/${site}/json`)).json()) as { items: { url: string; content_html: string }[] }
  expect(all.items.map(item => item.content_html)).toEqual([
    '<p dir="auto">Elsewhere</p>',
    '<p dir="auto">Answer</p>',
    '<p dir="auto"><em>First</em></p>',
  ])
  const one = await send(`/feeds/${site}/atom?url=${encodeURIComponent(page)}`)
  const text = await one.text()
  expect(one.headers.get('content-type')).toContain('application/atom+xml')
  expect([...text.matchAll(/<entry>/g)]).toHaveLength(2)
  expect(text).toContain('<title>Ada: The night ferry</title>')
  expect(text).toContain(`<thr:in-reply-to ref="${deps.config.origin}/c/${first.id}"`)

  const followed = await send(new URL(all.items[1]!.url).pathname)
  expect([followed.status, followed.headers.get('location')]).toEqual([302, `${page}#comment-${reply.id}`])
  const again = await send(`/feeds/${site}/atom?url=${encodeURIComponent(page)}`, {
    headers: { 'If-None-Match': one.headers.get('etag')! },
  })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('what is not public has no lasting address', async () => {
  const { as, send } = await world()
  const waiting = await as('ada').posts('Waiting')
  for (const id of [waiting.id, '7', 'nonsense!']) expect((await send(`/c/${id}`)).status).toBe(404)
})

test('feeds of unknown sites and foreign pages are refused', async () => {
  const { send, site } = await world()
  expect((await send('/feeds/nowhere/atom')).status).toBe(404)
  expect((await send(`/feeds/${site}/atom?url=https://evil.example/`)).status).toBe(403)
  expect((await send(`/feeds/${site}/atom`)).status).toBe(200)
})

describe('with hostile names and titles', () => {
  const hostile = 'a\u0000\u0001\u001f\ud800\ufffe]]><script>&amp;"\' 😀'
  const feed: Feed = {
    title: hostile,
    self: 'https://parley.example/feeds/daily/atom?url=a&b=<c>',
    home: 'https://daily.example/',
    guest: 'Guest',
    entries: [
      {
        comment: {
          id: 'a',
          parent: null,
          root: 'a',
          author: { name: hostile, badge: null, avatar: 1 },
          status: 'published',
          tree: [{ type: 'p', children: [hostile] }],
          createdAt: 0,
          editedAt: null,
          replies: 0,
          more: null,
          reason: null,
        },
        url: 'https://parley.example/c/a',
        parent: null,
        article: { title: hostile, url: 'https://daily.example/' },
      },
    ],
  }

  test('Atom stays well-formed XML', () => {
    const text = atom(feed)
    expect(text).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
    expect(text.replace(/<\/?[a-z:-]+(?: [a-z:]+="[^"<]*")*\s*\/?>|<\?xml[^>]*\?>/g, '')).not.toMatch(/[<>]/)
    expect(text.replace(/&#\d+;/g, '')).not.toContain('&')
    expect(text).toContain('😀')
  })

  test('JSON Feed stays JSON, and its HTML escaped', () => {
    const { items } = JSON.parse(jsonFeed(feed)) as { items: { content_html: string }[] }
    expect(items[0]!.content_html).not.toContain('<script')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Address, SHAPES } from '../../server/notices/webhooks/shapes/shape.ts'
import type { Told } from '../../server/notices/webhooks/told.ts'

const ADDRESSES: Record<keyof typeof SHAPES, Address> = {
  slack: { url: 'https://hooks.slack.com/services/T/B/x', token: null, message: 'msg_1' },
  discord: { url: 'https://discord.com/api/webhooks/1/x', token: null, message: 'msg_1' },
  telegram: { url: 'https://api.telegram.org/bot1:x/sendMessage?chat_id=-100', token: null, message: 'msg_1' },
  matrix: { url: 'https://matrix.example/!room:matrix.example', token: 'secret', message: 'msg_1' },
}

/** An event of a comment by somebody, on a page with a title, all of which strangers wrote. */
function told(text: string, name = 'Ada', title = 'The night ferry', type: Told['type'] = 'comment.pending'): Told {
  const comment = {
    ...{ id: '1', parent: null, status: 'pending', version: 1, author: { name, badge: null }, text },
    ...{ createdAt: '2026-11-22T09:00:00.000Z', editedAt: null, url: 'https://parley.example/c/1' },
  }
  const article = { key: '/news/1', url: 'https://daily.example/news/1', title }
  const data = {
    site: { id: 'daily', name: 'The Daily' },
    article,
    comment,
    desk: 'https://parley.example/desk#site=daily&status=pending',
  }
  return { type, timestamp: '2026-11-22T09:00:00.000Z', data }
}

const asked = (shape: keyof typeof SHAPES, event: Told) => {
  const { url, method, headers, body } = SHAPES[shape](event, ADDRESSES[shape])
  return { url, method, headers, body: JSON.parse(body) as Record<string, unknown> }
}

const HOSTILE =
  '<!channel> <@U123> <!here|x> <https://evil.example|click> @everyone @here @room www.evil.example evil.example bad@evil.example $EVIL mailto:a matrix:u/a <@&99> <#1> [click](https://evil.example) ||x|| `a` *b* _c_ ~d~ **e** \\* > quote # head <t:1> /start'

describe('each chat takes what it is sent', () => {
  test('Slack', () => {
    const { url, method, body } = asked('slack', told('Late & <b>again</b>'))
    expect([url, method]).toEqual([ADDRESSES.slack.url, 'POST'])
    expect(body['text']).toBe(
      '*A comment waits* · The Daily · The night ferry\n> Ada: Late &amp; &lt;b&gt;again&lt;/\u2060b&gt;\n<https://parley.example/desk#site=daily&amp;status=pending|Open>',
    )
    expect(body['unfurl_links']).toBe(false)
  })
  test('Discord', () => {
    const { body } = asked('discord', told('Late'))
    expect(body).toEqual({
      content:
        '**A comment waits** · The Daily · The night ferry\n> **Ada**: Late\n<https://parley.example/desk#site=daily&status=pending>',
      allowed_mentions: { parse: [] },
      flags: 4,
    })
  })
  test('Telegram, in plain text, with the chat out of the address', () => {
    const { url, body } = asked('telegram', told('Late'))
    expect(url).toBe('https://api.telegram.org/bot1:x/sendMessage')
    expect(body).toMatchObject({ chat_id: '-100', link_preview_options: { is_disabled: true } })
    expect(body).not.toHaveProperty('parse_mode')
  })
  test('Matrix, once however often it is sent, calling nobody', () => {
    const { url, method, headers, body } = asked('matrix', told('Late'))
    expect(url).toBe('https://matrix.example/_matrix/client/v3/rooms/!room%3Amatrix.example/send/m.room.message/msg_1')
    expect([method, headers['Authorization']]).toEqual(['PUT', 'Bearer secret'])
    expect(body).toMatchObject({ msgtype: 'm.notice', 'm.mentions': {} })
    expect(body).not.toHaveProperty('formatted_body')
  })
})

describe('what strangers wrote calls nobody and becomes no link or mark', () => {
  test('in Slack', () => {
    const text = asked('slack', told(HOSTILE, HOSTILE, HOSTILE)).body['text'] as string
    const [head, quote, link] = text.split('\n') as [string, string, string]
    for (const line of [head, quote]) {
      expect(line).not.toMatch(/<|@(everyone|here|channel|room)|\]\(/)
      expect(line.replace(/^> |^\*A comment waits\*/, '')).not.toMatch(/(?<!\u2060)[*_~`]|[*_~`](?!\u2060)/)
    }
    expect(link).toBe('<https://parley.example/desk#site=daily&amp;status=pending|Open>')
  })
  test('in Discord', () => {
    const text = asked('discord', told(HOSTILE, HOSTILE)).body['content'] as string
    const quote = text.split('\n')[1]!.replace(/^> \*\*|\*\*(?=: )/g, '')
    expect(quote.replace(/\\[^A-Za-z0-9\s]/g, '')).not.toMatch(/[*_~`|<>[\]()@#]/)
  })
  test('in Telegram', () => {
    const text = asked('telegram', told(HOSTILE)).body['text'] as string
    expect(text.split('\n')[1]).not.toMatch(/[@#]\w|\/start/)
  })
  test.each(['slack', 'telegram', 'matrix'] as const)(
    'in %s, which looks for addresses and names by itself, in all that strangers wrote',
    shape => {
      const { body } = asked(shape, told(HOSTILE, HOSTILE, HOSTILE))
      const lines = ((body['text'] ?? body['body']) as string).split('\n')
      for (const line of lines.slice(0, -1)) {
        expect(line).toContain('evil')
        expect(line).not.toMatch(/\w\.\w|:\/|\/\/|[@#$/]\w|\w:\w/)
        // Who reads it sees what was written.
        expect(line.replaceAll('\u2060', '')).toContain('https://evil.example')
      }
      expect(lines.at(-1)).toContain('https://parley.example/desk#')
    },
  )
})

test('a quote of nothing but marks goes out in one message of each chat, with its link', () => {
  for (const mark of ['&', '<', '*', '@', '\\', '🚢']) {
    const event = told(mark.repeat(3_000), mark.repeat(100), mark.repeat(300))
    for (const [shape, most] of [
      ['slack', 4_000],
      ['discord', 2_000],
      ['telegram', 4_096],
    ] as const) {
      const { body } = asked(shape, event)
      const said = (body['text'] ?? body['content']) as string
      expect([shape, mark, said.length <= most, said.includes('https://parley.example/desk')]).toEqual([
        shape,
        mark,
        true,
        true,
      ])
      // No character reference is cut in two.
      if (shape === 'slack') expect(said.replace(/&(amp|lt|gt);/g, '')).not.toContain('&')
    }
  }
})

test('whatever is written, three lines or fewer go out, well-formed and no longer than the chat takes', () => {
  const most = { slack: 4_000, discord: 2_000, telegram: 4_096, matrix: 4_000 }
  const any = fc.string({ unit: 'binary', maxLength: 3_000 })
  const type = fc.constantFrom<Told['type']>('comment.pending', 'comment.published', 'report.opened', 'comment.edited')
  fc.assert(
    fc.property(any, any, any, type, (text, name, title, what) => {
      for (const shape of Object.keys(SHAPES) as (keyof typeof SHAPES)[]) {
        const { body } = asked(shape, told(text, name, title, what))
        const said = (body['text'] ?? body['content'] ?? body['body']) as string
        expect(said.isWellFormed()).toBe(true)
        expect(said.length).toBeLessThanOrEqual(most[shape])
        expect(said.split(/\r|\n|\u2028|\u2029/).length).toBeLessThanOrEqual(3)
        // The link is always the last line, whole.
        expect(said.split('\n').at(-1)).toContain('https://parley.example/')
      }
    }),
    { numRuns: 200 },
  )
})

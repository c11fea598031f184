import { describe, expect, test } from 'vitest'
import { decide, RULES } from '../../server/moderation/decide.ts'
import type { Facts } from '../../server/moderation/facts.ts'

interface Given {
  draft?: Partial<Facts['draft']>
  author?: Partial<Facts['author']>
  policy?: Partial<Facts['policy']>
}

/** A known guest writes something harmless on a site that holds first comments, unless told otherwise. */
const facts = ({ draft, author, policy }: Given = {}): Facts => ({
  draft: { text: 'Harmless', links: [], ...draft },
  author: { kind: 'guest', bannedUntil: null, publishedCount: 3, saidAlready: 0, ...author },
  policy: { holds: 'first', linksAllowed: 2, ...policy },
  now: 1_000,
})

test('the policy reads aloud', () => {
  expect(RULES.map(({ name }) => name)).toEqual([
    'bannedAuthor',
    'staffSpeaks',
    'saidAlready',
    'tooManyLinks',
    'firstComment',
    'siteHoldsAll',
  ])
})

describe('the rules', () => {
  test.each<[string, Given, string, string | null]>([
    ['publish a known guest', {}, 'published', null],
    ['hold a guest’s first comment', { author: { publishedCount: 0 } }, 'pending', 'first_comment'],
    [
      'let a verified person’s first comment through',
      { author: { publishedCount: 0, kind: 'verified' } },
      'published',
      null,
    ],
    [
      'let first comments through where the site holds none',
      { author: { publishedCount: 0 }, policy: { holds: 'none' } },
      'published',
      null,
    ],
    ['hold everybody where the site holds all', { policy: { holds: 'all' } }, 'pending', 'premoderated'],
    ['hold what the author said already', { author: { saidAlready: 1 } }, 'pending', 'repeated'],
    ['allow as many links as the site allows', { draft: { links: ['a', 'b'] } }, 'published', null],
    ['hold more links than that', { draft: { links: ['a', 'b', 'c'] } }, 'pending', 'too_many_links'],
    ['refuse a banned author', { author: { bannedUntil: 1_001 } }, 'rejected', 'banned'],
    ['forget a ban that has ended', { author: { bannedUntil: 1_000 } }, 'published', null],
    [
      'let staff speak, whatever the site holds',
      { author: { kind: 'staff' }, policy: { holds: 'all' } },
      'published',
      null,
    ],
    ['refuse banned staff', { author: { kind: 'staff', bannedUntil: 2_000 } }, 'rejected', 'banned'],
  ])('%s', (_, given, status, reason) => {
    expect(decide(facts(given))).toMatchObject({ status, reason })
  })

  test('keep every finding, and the first of the strongest names the reason', () => {
    const { findings, reason } = decide(
      facts({ author: { publishedCount: 0, saidAlready: 2 }, draft: { links: ['a', 'b', 'c'] } }),
    )
    expect(findings.map(({ rule }) => rule)).toEqual(['saidAlready', 'tooManyLinks', 'firstComment'])
    expect(reason).toBe('repeated')
  })

  test('a rule that settles the matter is the last one asked', () => {
    const { findings } = decide(facts({ author: { bannedUntil: 9_999, saidAlready: 1, publishedCount: 0 } }))
    expect(findings.map(({ rule }) => rule)).toEqual(['bannedAuthor'])
  })
})

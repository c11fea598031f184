import { describe, expect, test } from 'vitest'
import { decide, RULES } from '../../server/moderation/decide.ts'
import { draftOf, STRANGER } from '../../server/moderation/draft.ts'
import type { Facts } from '../../server/moderation/facts.ts'
import { readLists } from '../../server/moderation/lists/lists.ts'
import { siteSettings } from '../../server/sites/settings.ts'

interface Given {
  draft?: Partial<Facts['draft']>
  author?: Partial<Facts['author']>
  article?: Partial<Facts['article']>
  policy?: Partial<Facts['policy']>
}

/** A known guest writes something harmless on a site that holds first comments, unless told otherwise. */
const facts = ({ draft, author, article, policy }: Given = {}): Facts => ({
  draft: { ...draftOf(draft?.text ?? 'Harmless', []), ...draft },
  author: { ...STRANGER, publishedCount: 3, ...author },
  article: { isHeld: false, path: '/news/1', ...article },
  policy: { ...siteSettings({}), lists: readLists([]), ...policy },
  now: 1_000,
})

const list = (
  kind: 'refused_words' | 'held_words' | 'allowed_domains' | 'blocked_domains',
  entries: string,
  language = '',
) => readLists([{ kind, language, entries }])
const LONG = 'The very same forty characters and a few more.'

test('the policy reads aloud', () => {
  expect(RULES.map(({ name }) => name)).toEqual([
    'bannedAuthor',
    'staffSpeaks',
    'refusedWords',
    'blockedLink',
    'inviteLink',
    'heldWords',
    'newLink',
    'tooManyLinks',
    'saidAlready',
    'saidByOthers',
    'typedTooFast',
    'mutedAuthor',
    'bannedNetwork',
    'oftenRefused',
    'languageNobodyReads',
    'firstComments',
    'heldHere',
    'unprovenWork',
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
    [
      'hold a guest until so many comments were published as the site wishes',
      { author: { publishedCount: 3 }, policy: { firstComments: 5 } },
      'pending',
      'first_comment',
    ],
    [
      'refuse words of the list',
      { draft: { text: 'Buy v1аgra' }, policy: { lists: list('refused_words', 'viagra') } },
      'rejected',
      'unwanted_words',
    ],
    [
      'hold words of the other list',
      { draft: { text: 'Oh dear' }, policy: { lists: list('held_words', 'dear') } },
      'pending',
      'unwanted_words',
    ],
    [
      'not look for another language’s words',
      { draft: { text: 'Oh dear', lang: 'en' }, policy: { lists: list('held_words', 'dear', 'de') } },
      'published',
      null,
    ],
    [
      'look for every language’s words where the language is not known',
      { draft: { text: 'Oh dear', lang: null }, policy: { lists: list('held_words', 'dear', 'de') } },
      'pending',
      'unwanted_words',
    ],
    [
      'refuse a link to a blocked domain and what is below it',
      { draft: { links: ['https://shop.spam.example/x'] }, policy: { lists: list('blocked_domains', 'spam.example') } },
      'rejected',
      'unwanted_link',
    ],
    [
      'not count links to domains that are fine',
      {
        draft: { links: ['https://a.example/1', 'https://a.example/2', 'https://b.example/3'] },
        policy: { lists: list('allowed_domains', 'a.example') },
      },
      'published',
      null,
    ],
    ['hold an invitation to a channel', { draft: { links: ['https://t.me/+abc'] } }, 'pending', 'unwanted_link'],
    [
      'refuse one where the site wishes so',
      { draft: { links: ['https://t.me/+abc'] }, policy: { invites: 'refuse' } },
      'rejected',
      'unwanted_link',
    ],
    [
      'take the name of a host for no invitation',
      { draft: { links: ['https://t.me.example/abc'] } },
      'published',
      null,
    ],
    [
      'hold a link to a new domain where the site wishes so',
      { draft: { links: ['https://new.example/'], newDomains: ['new.example'] }, policy: { holdsNewDomains: true } },
      'pending',
      'new_link',
    ],
    ['hold what three others said', { draft: { text: LONG }, author: { saidByOthers: 3 } }, 'pending', 'repeated'],
    ['let many say thank you', { draft: { text: 'Thank you!' }, author: { saidByOthers: 10 } }, 'published', null],
    ['hold what brings no proof where work is asked for', { draft: { lacksProof: true } }, 'pending', 'unproven'],
    [
      'take ten published comments for a proof',
      { draft: { lacksProof: true }, author: { publishedCount: 10 } },
      'published',
      null,
    ],
    ['hold what no hand typed', { draft: { typing: { ms: 1_000, letters: 400 } } }, 'pending', 'typed_fast'],
    ['let fast hands pass', { draft: { typing: { ms: 20_000, letters: 300 } } }, 'published', null],
    ['let what was pasted pass', { draft: { text: LONG, typing: { ms: 200, letters: 3 } } }, 'published', null],
    ['hold a muted author', { author: { mutedUntil: 1_001 } }, 'pending', 'muted'],
    ['hold the network of somebody banned today', { author: { isNetworkHeld: true } }, 'pending', 'premoderated'],
    ['hold who was refused too often', { author: { recent: { decided: 4, refused: 2 } } }, 'pending', 'often_refused'],
    ['forgive one refusal of three', { author: { recent: { decided: 3, refused: 3 } } }, 'published', null],
    [
      'hold a language that nobody reads',
      { draft: { lang: 'ru' }, policy: { languages: ['en', 'fa'] } },
      'pending',
      'language',
    ],
    [
      'hold nobody for a language that cannot be told',
      { draft: { lang: null }, policy: { languages: ['en'] } },
      'published',
      null,
    ],
    ['hold under an article that is looked at first', { article: { isHeld: true } }, 'pending', 'premoderated'],
    ['hold in a section', { policy: { heldSections: ['/news'] } }, 'pending', 'premoderated'],
    [
      'hold no section that only begins alike',
      { article: { path: '/newsletter' }, policy: { heldSections: ['/news'] } },
      'published',
      null,
    ],
    ['hold for a time', { policy: { heldFrom: 900, heldUntil: 1_100 } }, 'pending', 'premoderated'],
    ['no longer hold after it', { policy: { heldFrom: 800, heldUntil: 1_000 } }, 'published', null],
    ['refuse banned staff', { author: { kind: 'staff', bannedUntil: 2_000 } }, 'rejected', 'banned'],
  ])('%s', (_, given, status, reason) => {
    expect(decide(facts(given))).toMatchObject({ status, reason })
  })

  test('keep every finding, and the first of the strongest names the reason', () => {
    const { findings, reason } = decide(
      facts({ author: { publishedCount: 0, saidAlready: 2 }, draft: { links: ['a', 'b', 'c'] } }),
    )
    expect(findings.map(({ rule }) => rule)).toEqual(['tooManyLinks', 'saidAlready', 'firstComments'])
    expect(reason).toBe('too_many_links')
  })

  test('a rule that settles the matter is the last one asked', () => {
    const { findings } = decide(facts({ author: { bannedUntil: 9_999, saidAlready: 1, publishedCount: 0 } }))
    expect(findings.map(({ rule }) => rule)).toEqual(['bannedAuthor'])
  })
})

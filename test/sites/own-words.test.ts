import { expect, test } from 'vitest'
import type { OwnWords } from '../../server/contract.ts'
import { type World, world } from '../world.ts'

/** What an owner saves as the site's words. */
async function says(stage: World, words: unknown) {
  const olga = await stage.atDesk('olga')
  const { seen } = await olga.asks<{ seen: string }>(`/api/desk/sites/${stage.site}`)
  return olga.asks<{ site: { settings: { words: OwnWords } } }>(`/api/desk/sites/${stage.site}`, {
    method: 'PATCH',
    json: { seen, settings: { words } },
  })
}

test('an owner says single phrases in other words: in the thread, on the page without JavaScript, in mails', async () => {
  const stage = await world({ mail: true })
  expect((await stage.as('ada').reads()).policy.words).toBeUndefined()
  await says(stage, {
    en: {
      'thread.comments': 'Letters',
      'thread.badges.staff': 'The desk',
      'writing.post': 'Send <b>',
      'menu.mute': 'Do not show me this person',
      'acts.marks.pinned': 'On top',
      'codeMail.lasts': 'Ten minutes, no more.',
      'privacy.title': 'Your data',
    },
    fa: { 'thread.count': { one: '{n} نامه', other: '{n} نامه' } },
  })
  const { words } = (await stage.as('ada').reads()).policy
  expect(words).toMatchObject({
    en: {
      comments: 'Letters',
      badges: { author: 'Author', staff: 'The desk', verified: 'Verified' },
      writing: { post: 'Send <b>', cancel: 'Cancel' },
      menu: { mute: 'Do not show me this person' },
      acts: { marks: { pinned: 'On top', featured: 'Featured' } },
    },
    fa: { count: { one: '{n} نامه', other: '{n} نامه' } },
  })
  // What only the server says does not come with every thread.
  expect(Object.keys(words!['en']!).sort()).toEqual(['acts', 'badges', 'comments', 'menu', 'writing'])
  expect(Object.keys(words!['en']!['menu'] as object)).toEqual(['mute'])
  const page = await (await stage.send(`/thread?${new URLSearchParams({ site: stage.site, url: stage.page })}`)).text()
  expect(page).toContain('<h2>Letters')
  expect(page).toContain('<button>Send &lt;b&gt;</button>')
  expect(await (await stage.send(`/privacy?site=${stage.site}`)).text()).toContain('<h1>Your data</h1>')
  await stage.as('ada').proves('ada@mail.example', stage.mails)
  expect(stage.mails.at(-1)!.text).toContain('Ten minutes, no more.')
})

test.each([
  ['a language without words', { xx: { 'writing.post': 'x' } }, 'xx', /no words in/],
  ['an unknown phrase', { en: { 'writing.posted.too': 'x' } }, 'en.writing.posted.too', /no such phrase/],
  [
    'a phrase of everything’s prototype',
    { en: { 'thread.constructor': 'x' } },
    'en.thread.constructor',
    /no such phrase/,
  ],
  ['what says nothing', { en: { 'writing.post': '  ' } }, 'en.writing.post', /Nothing is written/],
  ['a place that is missing', { en: { 'thread.replyTo': 'Answer' } }, 'en.thread.replyTo', /\{name\} must be in it/],
  [
    'a place that is not filled',
    { en: { 'writing.post': 'Post {n}' } },
    'en.writing.post',
    /Nothing is filled in for \{n\}/,
  ],
  ['a text where there are forms', { ru: { 'thread.count': '{n}' } }, 'ru.thread.count', /by a number/],
  ['a form that is missing', { ru: { 'thread.count': { one: '{n}', other: '{n}' } } }, 'ru.thread.count', /few, many/],
  ['a form that is none', { ja: { 'thread.count': { one: '{n}', other: '{n}' } } }, 'ja.thread.count', /no form “one”/],
  [
    'the number that is left out',
    { en: { 'thread.count': { one: 'A letter', other: 'Letters' } } },
    'en.thread.count',
    /other: \{n\}/,
  ],
  ['what turns the text around', { en: { 'writing.post': 'Post\u202e' } }, 'en.writing.post', /cannot be seen/],
  ['a line break', { en: { 'writing.post': 'Post\nX-Spam: no' } }, 'en.writing.post', /cannot be seen/],
  ['too long a text', { en: { 'writing.post': 'x'.repeat(601) } }, 'en.writing.post', /longer than 600/],
])('an owner’s words are refused with what is wrong: %s', async (_, words, path, message) => {
  const stage = await world()
  await expect(says(stage, words)).rejects.toMatchObject({
    code: 'bad_request',
    problem: { errors: [{ path: `body.settings.words.${path}`, message: expect.stringMatching(message) }] },
  })
  expect((await stage.as('ada').reads()).policy.words).toBeUndefined()
})

test.each([
  ['no map', ['en']],
  ['no map below', { en: 'x' }],
  ['null', { en: null }],
  ['numbers', { en: { 'writing.post': 1 } }],
  ['way to a prototype', { en: JSON.parse('{"__proto__.post":"x"}') }],
  ['tag that is a path', { '../en': { 'writing.post': 'x' } }],
  ['too many', { en: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`a.b${n}`, 'x'])) }],
  ['too much', { en: { 'writing.post': 'x'.repeat(20_000) } }],
])('what is no words at all is refused: %s', async (_, words) => {
  const stage = await world()
  await expect(says(stage, words)).rejects.toMatchObject({ code: 'bad_request' })
})

test('what was right once, and is no longer, is said as usual', async () => {
  const stage = await world({
    settings: { words: { en: { 'thread.gone': 'x', 'thread.replyTo': 'Answer', 'thread.comments': 'Letters' } } },
  })
  expect((await stage.as('ada').reads()).policy.words).toEqual({ en: { comments: 'Letters' } })
  await says(stage, {})
  expect((await stage.as('ada').reads()).policy.words).toBeUndefined()
})

test('the desk lists all phrases of a language with what is said instead; a moderator does not change them', async () => {
  const stage = await world({ settings: { words: { ar: { 'writing.post': 'أرسل' } } } })
  const olga = await stage.atDesk('olga')
  const list = await olga.asks<{ dir: string; forms: string[]; phrases: { key: string; own: unknown }[] }>(
    `/api/desk/sites/${stage.site}/words?language=ar`,
  )
  expect(list).toMatchObject({ dir: 'rtl', forms: expect.arrayContaining(['zero', 'two', 'other']) })
  expect(list.phrases.length).toBeGreaterThan(300)
  expect(list.phrases.filter(({ own }) => own !== null)).toMatchObject([{ key: 'writing.post', own: 'أرسل' }])
  expect(list.phrases.some(({ key }) => /(^|\.)(lang|dir|about|numbers|reviewer)\b/.test(key))).toBe(false)
  await expect(olga.asks(`/api/desk/sites/${stage.site}/words?language=xx`)).rejects.toMatchObject({
    code: 'bad_request',
  })
  const mona = await stage.atDesk('mona')
  await expect(mona.asks(`/api/desk/sites/${stage.site}/words?language=ar`)).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('where neither address nor reader names a language, the site’s own is spoken', async () => {
  const stage = await world({ settings: { language: 'uk', holds: 'none' } })
  await stage.as('ada').posts('Nameless', { name: undefined })
  const page = await (await stage.send(`/thread?${new URLSearchParams({ site: stage.site, url: stage.page })}`)).text()
  expect(page).toContain('<html lang="uk" dir="ltr">')
  expect(await (await stage.send(`/feeds/${stage.site}/atom`)).text()).toContain('<name>Гість</name>')
  expect(await (await stage.send(`/feeds/${stage.site}/json?lang=ja`)).text()).toContain('ゲスト')
})

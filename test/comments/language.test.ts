import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../server/comments/fold.ts'
import { languageOf } from '../../server/comments/language.ts'
import { searchWords, soughtPhrases } from '../../server/comments/search-words.ts'
import { SHORT_TEXTS } from './short-texts.ts'

test.each([
  ['fa', 'این کشتی باز هم دیر کرد و هیچ‌کس چیزی نگفت'],
  ['fa', 'اين كتاب از آن من است'],
  ['ar', 'هذه السفينة تأخرت مرة أخرى ولم يخبرنا أحد'],
  ['ur', 'یہ جہاز پھر دیر سے آیا ہے'],
  ['ru', 'Паром опять опоздал, и никто нам не сказал'],
  ['ru', 'Привет'],
  ['uk', 'Пором знову запізнився, і ніхто нам не сказав'],
  ['he', 'המעבורת איחרה שוב'],
  ['el', 'Το πλοίο άργησε πάλι'],
  ['hi', 'नौका फिर देर से आई'],
  ['ko', '배가 또 늦었다'],
  ['ja', 'フェリーはまた遅れた'],
  ['ja', '船がまた遅れて誰も教えてくれなかった'],
  ['zh', '渡轮又晚点了，没有人告诉我们'],
  ['en', 'The ferry was late again and nobody told us'],
  ['de', 'Die Fähre war wieder zu spät und niemand hat es uns gesagt'],
  ['fr', 'Le bac était encore en retard et personne ne nous a prévenus'],
  ['es', 'El barco llegó tarde otra vez y nadie nos dijo nada'],
  ['pt', 'A balsa atrasou de novo e ninguém nos disse nada, não é'],
  ['it', 'Il traghetto era di nuovo in ritardo e nessuno ci ha detto che'],
  ['tr', 'Vapur yine geç kaldı ve bize kimse bir şey söylemedi'],
  ['en', 'He said “привет” to the man on the boat and it was the best of it'],
  [null, 'ok'],
  [null, 'Xyzzy plugh'],
  [null, '12345 !!! 👍'],
  [null, ''],
])('%s is the language of %j', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

test('of short comments in 15 languages four in five are known, and none is taken for another', () => {
  const all = Object.entries(SHORT_TEXTS).flatMap(([language, texts]) => texts.map(text => ({ language, text })))
  const said = all.map(each => ({ ...each, guess: languageOf(each.text) }))
  expect(all.length).toBeGreaterThan(200)
  expect(said.filter(({ language, guess }) => guess !== null && guess !== language)).toEqual([])
  expect(said.filter(({ language, guess }) => guess === language).length / all.length).toBeGreaterThan(0.8)
})

test('whatever people type, a language is a code or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(languageOf(text) ?? 'en').toMatch(/^[a-z]{2}$/)
    }),
  )
})

test('folding keeps for each letter where it stood', () => {
  const { text, at } = fold('Aﬁ👍B')
  expect(text).toBe('afi👍b')
  expect([...at].slice(0, 3)).toEqual([0, 1, 1])
  expect(at).toHaveLength(text.length + 1)
})

test('what is looked for are its words, as the comments are indexed', () => {
  expect(soughtPhrases('Late, late FERRY!')).toEqual(['late', 'ferry'])
  expect(soughtPhrases('% _ * " ()')).toEqual([])
  expect(soughtPhrases('渡轮')).toEqual(['渡  轮'])
  expect(searchWords('渡轮A').split(/\s+/).filter(Boolean)).toEqual(['渡', '轮', 'a'])
  expect(soughtPhrases(Array.from({ length: 40 }, (_, n) => `w${n}`).join(' '))).toHaveLength(16)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phraseOf, readPhrase } from '../../widget/extras/device/phrase.ts'

const tokens = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map(bytes => `prl_${Buffer.from(bytes).toString('base64url')}`)

const CONSONANTS = 'bdfghjklmnprstvz'

describe('the phrase of a key', () => {
  test('is 17 words that give the key back, however they are typed', () => {
    const between = fc.constantFrom(' ', '-', '\n', ' - ', ', ', '  ', '')
    fc.assert(
      fc.property(tokens, between, fc.boolean(), (token, gap, isLoud) => {
        const words = phraseOf(token)!
        expect(words).toHaveLength(17)
        for (const word of words) expect(word).toMatch(/^[^aiou][aiou][^aiou][aiou][^aiou]$/)
        const typed = words.join(gap)
        expect(readPhrase(isLoud ? ` ${typed.toUpperCase()} ` : typed)).toEqual({ token })
      }),
    )
  })

  test('spells as the proposal does', () => {
    // 127.0.0.1 is lusab-babad (arXiv:0901.4016).
    const bytes = new Uint8Array(32)
    bytes.set([127, 0, 0, 1])
    expect(phraseOf(`prl_${Buffer.from(bytes).toString('base64url')}`)!.slice(0, 2)).toEqual(['lusab', 'babad'])
  })

  test('is never another key’s because of one wrong letter, which is found', () => {
    fc.assert(
      fc.property(tokens, fc.nat(16), fc.constantFrom(0, 2, 4), fc.nat(14), (token, at, place, shift) => {
        const words = phraseOf(token)!
        const word = words[at]!
        const letter = CONSONANTS[(CONSONANTS.indexOf(word[place]!) + 1 + shift) % CONSONANTS.length]!
        const wrong = words.with(at, word.slice(0, place) + letter + word.slice(place + 1))
        const found = readPhrase(wrong.join(' '))
        // Seldom another single letter would explain it as well: then no word is named rather than a wrong one.
        expect([{ word: at + 1 }, { word: null }]).toContainEqual(found)
      }),
    )
  })

  test('says which word is none, and how many words are too few or too many', () => {
    const words = phraseOf(`prl_${Buffer.from(new Uint8Array(32).fill(7)).toString('base64url')}`)!
    expect(readPhrase(words.with(6, 'xxxxx').join(' '))).toEqual({ word: 7 })
    expect(readPhrase(words.slice(1).join(' '))).toEqual({ count: 16 })
    expect(readPhrase('')).toEqual({ count: 0 })
  })

  test('takes anything that is typed without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), typed => !('token' in readPhrase(typed))))
  })

  test('is not offered for a key that no browser makes', () => {
    for (const token of ['prl_', `prl_${'x'.repeat(42)}9`, 'prl_%%%', ''])
      expect([token, phraseOf(token)]).toEqual([token, null])
  })
})

import { expect, test } from 'vitest'
import { REASONS, RULINGS, type Ruling } from '../../server/contract.ts'
import { spaced } from '../../widget/desk/phrases.ts'
import { words } from '../../widget/desk/words.ts'

const rulings = Object.keys(RULINGS) as Ruling[]

/** What begins with a capital and is not just the code, and no two codes the same. */
function expectWords(codes: readonly string[], wordsOf: (code: never) => string) {
  const said = codes.map(code => wordsOf(code as never))
  for (const [at, text] of said.entries()) expect(text, codes[at]).toMatch(/^\p{Lu}[^_]+$/u)
  expect(new Set(said).size).toBe(codes.length)
  return said
}

test('every decision that the log can be filtered by has words, and no two the same', () => {
  const said = expectWords(rulings, words.log.rulingOf)
  for (const [at, text] of said.entries()) expect(text.toLowerCase()).not.toBe(spaced(rulings[at]!))
})

test('every reason has words, and no two the same', () => {
  expectWords(REASONS, code => words.reason[code])
})

test('every decision reads as a sentence in the log', () => {
  const decision = { ruler: 'moderator', by: 'Mona', at: 0, from: 'pending', to: 'published' }
  for (const ruling of rulings) {
    const deed = words.deed({ ...decision, ruling } as never)
    expect(deed, ruling).toMatch(/^\p{Ll}[^_]* [^_]*$/u)
  }
})

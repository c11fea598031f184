import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quiet } from '../../server/notices/quiet.ts'

/** What mail programs make into links, as widely as they do: addresses with a scheme, names with a dot, mailboxes. */
const PRESSED = /\b(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|www\.)\S|[\p{L}\p{N}-]+[.。．｡@][\p{L}\p{N}-]{2,}/iu

test('nothing of a text in a mail can be pressed, and it reads as before', () => {
  for (const [text, said] of [
    ['See https://evil.example/x?a=1#b', 'See https://evil.example/x?a=1#b'],
    ['www.evil.example, evil.example or me@evil.example', 'www.evil.example, evil.example or me@evil.example'],
    ['例え。テスト and mailto:a@b.example', '例え。テスト and mailto:a@b.example'],
    ['javascript:alert(1) \\\\host\\share', 'javascript:alert(1) \\\\host\\share'],
  ] as const) {
    expect(quiet(text, 200)).not.toMatch(PRESSED)
    expect(quiet(text, 200).replaceAll('\u200b', '')).toBe(said)
  }
})

test('a text is one line, ends where it says, and turns nothing around', () => {
  expect(quiet('a\r\nBcc: x\u0000\u202e\u2066b\ud800', 200)).toBe('a Bcc: x b')
  const family = '👨‍👩‍👧‍👦'
  expect(quiet(family.repeat(300), 3)).toBe(`${family.repeat(3)}…`)
  expect(quiet('x'.repeat(5_000_000), 200)).toBe(`${'x'.repeat(200)}…`)
})

test('whatever is written', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.webUrl(),
    fc.emailAddress(),
    fc.domain(),
    fc.constantFrom('\u202e', '\r\n', '://', 'www.', '@', '．', '\u200d'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const said = quiet(pieces.join(' '), 200)
      expect(said).not.toMatch(PRESSED)
      expect(said).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      expect(said.isWellFormed()).toBe(true)
    }),
  )
})

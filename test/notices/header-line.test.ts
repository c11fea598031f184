import { expect, test } from 'vitest'
import { headerLine, senderName } from '../../server/notices/mail.ts'
import { mimeOf } from '../../server/notices/mime.ts'

test('what stands in a header is one line, and says nothing else when a mail program decodes it', () => {
  expect(headerLine('The Daily\r\nBcc: eve@canary.invalid')).toBe('The Daily Bcc: eve@canary.invalid')
  expect(headerLine('=?utf-8?q?=0d=0aBcc:_eve?=')).not.toMatch(/=\?.*\?=/)
})

test('a sender has the name of a site, in which no address begins', () => {
  expect(senderName({ name: 'The Daily' })).toBe('The Daily')
  expect(senderName({ name: 'Täglich\r\nBcc: eve@canary.invalid' })).toBe('Täglich Bcc: eve@canary.invalid')
  expect(senderName({ name: '"Bank" <bank@canary.invalid>' })).toBe('Bank bank@canary.invalid')
  expect([...senderName({ name: 'é'.repeat(500) })]).toHaveLength(60)
  expect(senderName({ name: ' <> ' })).toBe('Parley')
  const mail = { to: 'a@b.example', subject: 's', text: 't', html: 'h' }
  const from = (name: string) => /^From: (.*)\r$/m.exec(mimeOf({ ...mail, name }, 'p@daily.example', 0, 'b'))![1]
  expect(from('The Daily')).toBe('The Daily <p@daily.example>')
  expect(from('Täglich, (heute)')).toMatch(/^=\?UTF-8\?B\?\S+\?= <p@daily\.example>$/)
})

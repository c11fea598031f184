import { expect, test } from 'vitest'
import { headerLine } from '../../server/notices/mail.ts'

test('what stands in a header is one line, and says nothing else when a mail program decodes it', () => {
  expect(headerLine('The Daily\r\nBcc: eve@canary.invalid')).toBe('The Daily Bcc: eve@canary.invalid')
  expect(headerLine('=?utf-8?q?=0d=0aBcc:_eve?=')).not.toMatch(/=\?.*\?=/)
})

import { escapeHtml } from '../comments/html.ts'
import type { LetterWriter } from './outbox.ts'

/** A mail that tells nothing but that mail works. */
export const testLetter: LetterWriter = async ({ config }) => {
  const text = `This is a test of Parley at ${config.origin}. If you read it, mail works.`
  return {
    subject: 'Mail from Parley works',
    text: `${text}\n`,
    html: `<!doctype html><html lang="en"><body><p>${escapeHtml(text)}</p></body></html>`,
  }
}

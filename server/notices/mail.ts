/** A mail as Parley writes it: plain text, and the same as HTML. The sender's address is the installation's. */
export interface Mail {
  to: string
  subject: string
  text: string
  html: string
}

/** A text as it may stand in a header: one line, without control characters, and without what is decoded there (RFC 2047). */
export function headerLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim()
}

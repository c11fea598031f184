/** A mail as Parley writes it: plain text, and the same as HTML. The sender's address is the installation's. */
export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  /** Whom readers know it is from: a site's name; Parley itself where there is none. The address stays the same. */
  name?: string
  /** Further headers, by their names: see `checkedHeaders`. */
  headers?: Readonly<Record<string, string>>
}

/** A mail but for whom it goes to, as a letter of the outbox is written. */
export type Letter = Omit<Mail, 'to'>

/**
 * Headers as they may stand in a mail: a name that is a token, one line of ASCII without control characters for each.
 * @throws Error for any other, which is a fault of the program: what strangers write stands in no header
 */
export function checkedHeaders(headers: Mail['headers'] = {}): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[A-Za-z][A-Za-z0-9-]{0,60}$/.test(name) || !/^[ -~]{0,900}$/.test(value)) {
      throw new Error(`The header ${JSON.stringify(name.slice(0, 60))} of a mail cannot be what it should be`)
    }
  }
  return { ...headers }
}

/** The most signs of a sender's name. */
const NAME = 60

/** The name that a mail's sender has, as it may stand in a header: without what begins an address or ends a name. */
export function senderName({ name = '' }: Pick<Mail, 'name'>): string {
  const line = headerLine(name).replace(/[<>"\\\p{Cf}]+/gu, ' ')
  return [...line.replace(/ +/g, ' ').trim()].slice(0, NAME).join('').trim() || 'Parley'
}

/** A text as it may stand in a header: one line, without control characters, and without what is decoded there (RFC 2047). */
export function headerLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim()
}

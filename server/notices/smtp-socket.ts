import type { Mail } from './mail.ts'
import { MailFailed, verdictOn } from './mail-failure.ts'
import { mimeOf } from './mime.ts'

/** A line to a mail server: what a Worker's socket is, and what a test makes of one of Node's. */
export interface Line {
  readable: ReadableStream<Uint8Array>
  writable: WritableStream<Uint8Array>
  /** The same line, encrypted from now on. */
  startTls(): Line
  close(): Promise<void>
}
export type Connect = (
  to: { hostname: string; port: number },
  how: { secureTransport: 'on' | 'starttls'; allowHalfOpen: false },
) => Line

/** How long a mail server may take to answer, in ms. */
const PATIENCE = 15_000
/** An answer longer than this is none. */
const LONGEST = 10_000

interface Answer {
  status: number
  words: string
}

/**
 * Sends mail by SMTP (RFC 5321) over a Worker's sockets, one mail a line. A password never goes over an open one, not even
 * to a server that has no encryption to offer.
 * @param server `smtp://user:password@host:587` or `smtps://…`
 * @returns what sends a mail; it throws `MailFailed`
 */
export function socketMail(
  { server, from }: { server: string; from: string },
  connect: Connect,
  clock: () => number,
  patience = PATIENCE,
): (mail: Mail) => Promise<void> {
  const { protocol, hostname, port, username, password } = new URL(server)
  const isSecure = protocol === 'smtps:'
  const place = { hostname: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (isSecure ? 465 : 587) }
  const greeting = `EHLO ${from.split('@').at(-1)!}`
  return async mail => {
    if (!/^[^\s<>\p{C}]+@[^\s<>\p{C}]+$/u.test(mail.to)) throw new MailFailed('EENVELOPE', 'never')
    const boundary = crypto.randomUUID()
    const text = mimeOf(mail, from, clock(), boundary)
    const talk = new Talk(
      connect(place, { secureTransport: isSecure ? 'on' : 'starttls', allowHalfOpen: false }),
      patience,
    )
    try {
      await talk.hears('CONN', 'ECONNECTION')
      let offers = await talk.says(greeting, 'EHLO', 'EPROTOCOL')
      if (!isSecure && /^STARTTLS\b/im.test(offers)) {
        await talk.says('STARTTLS', 'STARTTLS', 'ETLS')
        talk.encrypts()
        offers = await talk.says(greeting, 'EHLO', 'ETLS')
      } else if (!isSecure && username !== '') throw new MailFailed('ETLS', 'server')
      if (username !== '') await signIn(talk, offers, decodeURIComponent(username), decodeURIComponent(password))
      const isUtf8 = /[^ -~]/.test(mail.to)
      if (isUtf8 && !/^SMTPUTF8\b/im.test(offers)) throw new MailFailed('EENVELOPE', 'never')
      await talk.says(`MAIL FROM:<${from}>${isUtf8 ? ' SMTPUTF8' : ''}`, 'MAIL FROM', 'EENVELOPE')
      await talk.says(`RCPT TO:<${mail.to}>`, 'RCPT TO', 'EENVELOPE')
      await talk.says('DATA', 'DATA', 'EENVELOPE', 3)
      // No line of base64 or of a header begins with a dot.
      await talk.says(`${text}.`, 'DATA', 'EMESSAGE')
      await talk.leaves()
    } finally {
      await talk.ends()
    }
  }
}

/** By the ways that all servers have which take a password. */
async function signIn(talk: Talk, offers: string, user: string, password: string): Promise<void> {
  const spelled = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
  if (/^AUTH[ =].*\bPLAIN\b/im.test(offers)) {
    await talk.says(`AUTH PLAIN ${spelled(`\0${user}\0${password}`)}`, 'AUTH PLAIN', 'EAUTH')
    return
  }
  await talk.says('AUTH LOGIN', 'AUTH LOGIN', 'EAUTH', 3)
  await talk.says(spelled(user), 'AUTH LOGIN', 'EAUTH', 3)
  await talk.says(spelled(password), 'AUTH LOGIN', 'EAUTH')
}

/** What is said and heard over one line. */
class Talk {
  #line: Line
  #reader: ReadableStreamDefaultReader<Uint8Array>
  #writer: WritableStreamDefaultWriter<Uint8Array>
  readonly #patience: number
  #heard = ''
  #decoder = new TextDecoder()
  constructor(line: Line, patience: number) {
    this.#line = line
    this.#reader = line.readable.getReader()
    this.#writer = line.writable.getWriter()
    this.#patience = patience
  }

  /**
   * Says something and waits for the answer.
   * @param good the first digit of an answer that goes on
   * @returns its words, a line for each
   * @throws MailFailed with this code and the status
   */
  async says(text: string, command: string, code: string, good = 2): Promise<string> {
    await this.#inTime(this.#writer.write(new TextEncoder().encode(`${text}\r\n`)))
    return this.hears(command, code, good)
  }

  /** Waits for an answer to nothing. */
  async hears(command: string, code: string, good = 2): Promise<string> {
    const { status, words } = await this.#inTime(this.#answer())
    if (Math.floor(status / 100) === good) return words
    throw new MailFailed(`${code}${status}`, verdictOn({ status, words, command }))
  }

  encrypts(): void {
    this.#reader.releaseLock()
    this.#writer.releaseLock()
    // What came before the encryption is nobody's word.
    this.#heard = ''
    this.#decoder = new TextDecoder()
    this.#line = this.#line.startTls()
    this.#reader = this.#line.readable.getReader()
    this.#writer = this.#line.writable.getWriter()
  }

  /** The mail is taken; whether the server says goodbye makes no difference. */
  async leaves(): Promise<void> {
    await this.#inTime(this.#writer.write(new TextEncoder().encode('QUIT\r\n'))).catch(() => {})
  }

  async ends(): Promise<void> {
    await this.#inTime(this.#line.close()).catch(() => {})
  }

  async #answer(): Promise<Answer> {
    for (;;) {
      const last = /^(\d{3})(?: .*)?\r?\n/m.exec(this.#heard)
      if (last) {
        const end = last.index + last[0].length
        const words = this.#heard.slice(0, end).replace(/^\d{3}[ -]?/gm, '')
        this.#heard = this.#heard.slice(end)
        return { status: Number(last[1]), words }
      }
      if (this.#heard.length > LONGEST || /^(?!\d{1,3}($|[ -]|\r?\n))[^\n]*\n/m.test(this.#heard)) {
        throw new MailFailed('EPROTOCOL', 'server')
      }
      const { done, value } = await this.#reader.read()
      if (done) throw new MailFailed('ECONNECTION', 'server')
      this.#heard += this.#decoder.decode(value, { stream: true })
    }
  }

  async #inTime<T>(work: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new MailFailed('ETIMEDOUT', 'server')), this.#patience)
    })
    try {
      return await Promise.race([work, late])
    } catch (error) {
      throw error instanceof MailFailed ? error : new MailFailed('ESOCKET', 'server')
    } finally {
      clearTimeout(timer)
    }
  }
}

import type { Transporter } from 'nodemailer'
import { checkedHeaders, headerLine, type Mail, senderName } from './mail.ts'
import { MailFailed, verdictOn } from './mail-failure.ts'

/** How long a mail server may take to answer, in ms. */
const PATIENCE = 15_000

/**
 * Sends mail by SMTP (RFC 5321). The library is loaded with the first mail, because most installations send none in most
 * of their days.
 * @param server `smtp://user:password@host:587` or `smtps://…`
 * @param from the sender's address
 * @returns what sends a mail; it throws `MailFailed`
 */
export function smtpMail(
  { server, from }: { server: string; from: string },
  patience = PATIENCE,
): (mail: Mail) => Promise<void> {
  let transport: Promise<Transporter> | undefined
  const connect = async () => {
    const { createTransport } = await import('nodemailer')
    const { protocol, hostname, port, username, password } = new URL(server)
    const isSecure = protocol === 'smtps:'
    return createTransport({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (isSecure ? 465 : 587),
      secure: isSecure,
      ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      // A password never goes over an open line, except on this machine.
      requireTLS: !isSecure && username !== '' && !/^(localhost|127\.|\[?::1)/.test(hostname),
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    }) as Transporter
  }
  return async ({ to, name, subject, text, html, headers }) => {
    transport ??= connect()
    const { 'Message-ID': messageId, ...others } = checkedHeaders(headers)
    try {
      await (await transport).sendMail({
        from: { name: senderName({ ...(name && { name }) }), address: from },
        to: { name: '', address: to },
        // A site's own words stand in it, too.
        subject: headerLine(subject),
        text,
        html,
        ...(messageId && { messageId }),
        headers: { 'Auto-Submitted': 'auto-generated', ...others },
      })
    } catch (error) {
      throw failed(error as NodemailerError)
    }
  }
}

interface NodemailerError {
  code?: string
  command?: string
  responseCode?: number
  response?: string
}

/** What nodemailer throws, without the words of the server: they may name addresses. */
function failed({ code = 'unknown', command = '', responseCode, response = '' }: NodemailerError): MailFailed {
  // An address that nodemailer itself takes for none is never sent to.
  const isUnsendable = code === 'EENVELOPE' && responseCode === undefined && command !== 'MAIL FROM'
  const verdict = isUnsendable
    ? 'never'
    : verdictOn({
        status: responseCode ?? null,
        words: response,
        command: command || (code === 'EMESSAGE' ? 'DATA' : ''),
      })
  return new MailFailed(responseCode === undefined ? code : `${code}${responseCode}`, verdict)
}

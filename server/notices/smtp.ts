import type { Transporter } from 'nodemailer'
import type { Mail } from './mail.ts'

/** How long a mail server may take to answer, in ms. */
const PATIENCE = 15_000

/**
 * Sends mail by SMTP (RFC 5321). The library is loaded with the first mail, because most installations send none in most
 * of their days.
 * @param server `smtp://user:password@host:587` or `smtps://…`
 * @param from the sender's address
 */
export function smtpMail({ server, from }: { server: string; from: string }): (mail: Mail) => Promise<void> {
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
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      disableFileAccess: true,
      disableUrlAccess: true,
    }) as Transporter
  }
  return async ({ to, subject, text, html }) => {
    transport ??= connect()
    await (await transport).sendMail({
      from: { name: 'Parley', address: from },
      to: { name: '', address: to },
      subject,
      text,
      html,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  }
}

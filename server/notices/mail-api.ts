import { checkedHeaders, headerLine, type Mail, senderName } from './mail.ts'
import { MailFailed, verdictOnStatus } from './mail-failure.ts'

interface MailApi {
  url: string
  token: string
  /** The sender's address. */
  from: string
}

/** Headers where there are any: some refuse a list of none. */
const named = (headers: Mail['headers'] = {}) => (Object.keys(headers).length > 0 ? { headers } : {})

/** An address with its name, quoted where that is more than words. */
const addressed = (name: string, address: string) =>
  /^[\p{L}\p{M}\p{N} ]+$/u.test(name) ? `${name} <${address}>` : `"${name}" <${address}>`

/** What a provider takes: the header that says who asks, and the mail in its own words. */
type Spelling = (mail: Required<Mail>, api: MailApi) => { headers: Record<string, string>; body: object }

const SPELLINGS: Record<string, Spelling> = {
  'api.postmarkapp.com': ({ to, name, subject, text, html, headers }, { token, from }) => ({
    headers: { 'X-Postmark-Server-Token': token },
    body: {
      ...{ From: addressed(name, from), To: to, Subject: subject, TextBody: text, HtmlBody: html },
      // The name of a mail stays the one that it has.
      Headers: Object.entries({ ...headers, 'X-PM-KeepID': 'true' }).map(([Name, Value]) => ({ Name, Value })),
    },
  }),
  'api.brevo.com': ({ to, name, subject, text, html, headers }, { token, from }) => ({
    headers: { 'api-key': token },
    body: {
      sender: { name, email: from },
      to: [{ email: to }],
      subject,
      textContent: text,
      htmlContent: html,
      ...named(headers),
    },
  }),
}

/** As Resend has it, which is as good as any for a gateway of one's own. */
const USUAL: Spelling = ({ to, name, subject, text, html, headers }, { token, from }) => ({
  headers: {
    Authorization: `Bearer ${token}`,
    // What was sent and not noted is not sent twice by those who know this header.
    ...(headers['Message-ID'] && { 'Idempotency-Key': headers['Message-ID'] }),
  },
  body: { from: addressed(name, from), to: [to], subject, text, html, ...named(headers) },
})

/**
 * Sends mail through a provider that takes it over HTTP. The host of the address says how the request is spelt.
 * @param ask asks another server
 * @returns what sends a mail; it throws `MailFailed`, its `code` being `HTTP` and the status
 */
export function apiMail(
  api: MailApi,
  ask: (url: string, init?: RequestInit) => Promise<Response>,
): (mail: Mail) => Promise<void> {
  const spell = SPELLINGS[new URL(api.url).hostname] ?? USUAL
  return async mail => {
    const { headers, body } = spell(
      { ...mail, name: senderName(mail), subject: headerLine(mail.subject), headers: checkedHeaders(mail.headers) },
      api,
    )
    const asked = ask(api.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    const answer = await asked.catch(() => Promise.reject(new MailFailed('UNREACHED', 'server')))
    if (!answer.ok) throw new MailFailed(`HTTP${answer.status}`, verdictOnStatus(answer.status))
  }
}

import { headerLine, type Mail } from './mail.ts'

interface MailApi {
  url: string
  token: string
  /** The sender's address. */
  from: string
}

/** What a provider takes: the header that says who asks, and the mail in its own words. */
type Spelling = (mail: Mail, api: MailApi) => { headers: Record<string, string>; body: object }

const SPELLINGS: Record<string, Spelling> = {
  'api.postmarkapp.com': ({ to, subject, text, html }, { token, from }) => ({
    headers: { 'X-Postmark-Server-Token': token },
    body: { From: `Parley <${from}>`, To: to, Subject: subject, TextBody: text, HtmlBody: html },
  }),
  'api.brevo.com': ({ to, subject, text, html }, { token, from }) => ({
    headers: { 'api-key': token },
    body: {
      sender: { name: 'Parley', email: from },
      to: [{ email: to }],
      subject,
      textContent: text,
      htmlContent: html,
    },
  }),
}

/** As Resend has it, which is as good as any for a gateway of one's own. */
const USUAL: Spelling = ({ to, subject, text, html }, { token, from }) => ({
  headers: { Authorization: `Bearer ${token}` },
  body: { from: `Parley <${from}>`, to: [to], subject, text, html },
})

/**
 * Sends mail through a provider that takes it over HTTP. The host of the address says how the request is spelt.
 * @param ask asks another server
 * @returns what sends a mail; it throws an error whose `code` is `HTTP` and the status
 */
export function apiMail(
  api: MailApi,
  ask: (url: string, init?: RequestInit) => Promise<Response>,
): (mail: Mail) => Promise<void> {
  const spell = SPELLINGS[new URL(api.url).hostname] ?? USUAL
  return async mail => {
    const { headers, body } = spell({ ...mail, subject: headerLine(mail.subject) }, api)
    const answer = await ask(api.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw Object.assign(new Error('the mail was not taken'), { code: `HTTP${answer.status}` })
  }
}

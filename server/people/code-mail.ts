import { escapeHtml } from '../comments/html.ts'
import type { Purpose } from '../contract.ts'
import { filled, island, type Spoken } from '../locales.ts'
import { headerLine, type Mail } from '../notices/mail.ts'

/** The mail that brings a code. It carries nothing that a stranger wrote; the site's name is its owner's. */
export function codeMail(
  mail: { to: string; code: string; site: string; purpose: Purpose },
  { codeMail: words, about, dir }: Spoken,
): Mail {
  const { to, code } = mail
  const name = headerLine(mail.site)
  const site = island(name, dir)
  const what = filled(words.what[mail.purpose], { site })
  const [shown, lasts, notYou] = [what, words.lasts, words.notYou].map(escapeHtml)
  return {
    to,
    subject: filled(words.subject, { code, site: name }),
    text: `${what}\n\n${code}\n\n${words.lasts}\n\n-- \n${words.notYou}\n`,
    html: `<!doctype html><html lang="${about.lang}" dir="${dir}"><body><p>${shown}</p><p style="font-size:x-large;letter-spacing:.1em"><b dir="ltr">${code}</b></p><p>${lasts}</p><p style="color:#666;font-size:small">${notYou}</p></body></html>`,
  }
}

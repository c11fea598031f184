import { escapeHtml } from '../comments/html.ts'
import type { Purpose } from '../contract.ts'
import { headerLine, type Mail } from '../notices/mail.ts'

interface CodeWords {
  subject(code: string, site: string): string
  what: Record<Purpose, (site: string) => string>
  lasts: string
  notYou: string
}

const ENGLISH: CodeWords = {
  subject: (code, site) => `${code} is your code for ${site}`,
  what: {
    sign_in: site => `Type this code where you write on ${site}:`,
    link: site => `Type this code to go on with your profile on ${site}:`,
    sign_out: site => `Type this code to sign out of ${site} on all devices:`,
    export: site => `Type this code to get a copy of what is yours on ${site}:`,
    erase: site => `Type this code to erase, for good, all that you have written on ${site}:`,
  },
  lasts: 'It is good for ten minutes.',
  notYou:
    'If you did not ask for it, somebody has mistyped an address. There is nothing you need to do; tell nobody the code.',
}

const PERSIAN: CodeWords = {
  subject: (code, site) => `${code} رمز شما برای ${site} است`,
  what: {
    sign_in: site => `این رمز را جایی که در ${site} می‌نویسید وارد کنید:`,
    link: site => `برای ادامهٔ کار با نمایهٔ خود در ${site} این رمز را وارد کنید:`,
    sign_out: site => `برای بیرون آمدن از ${site} در همهٔ دستگاه‌ها این رمز را وارد کنید:`,
    export: site => `برای گرفتن نسخه‌ای از آنچه در ${site} از آنِ شماست این رمز را وارد کنید:`,
    erase: site => `برای پاک کردن همیشگی همهٔ آنچه در ${site} نوشته‌اید این رمز را وارد کنید:`,
  },
  lasts: 'این رمز ده دقیقه اعتبار دارد.',
  notYou: 'اگر شما آن را نخواسته‌اید، کسی نشانی را اشتباه نوشته است. لازم نیست کاری بکنید؛ رمز را به کسی نگویید.',
}

/** Whether a language tag asks for Persian words. */
export const isPersian = (lang: string | undefined): boolean => /^fa\b/i.test(lang ?? '')

/** The mail that brings a code. It carries nothing that a stranger wrote; the site's name is its owner's. */
export function codeMail(
  mail: { to: string; code: string; site: string; purpose: Purpose },
  lang: string | undefined,
): Mail {
  const words = isPersian(lang) ? PERSIAN : ENGLISH
  const { to, code } = mail
  const site = headerLine(mail.site)
  const what = words.what[mail.purpose](site)
  const dir = isPersian(lang) ? ' dir="rtl"' : ''
  return {
    to,
    subject: words.subject(code, site),
    text: `${what}\n\n${code}\n\n${words.lasts}\n\n-- \n${words.notYou}\n`,
    html: `<!doctype html><html lang="${isPersian(lang) ? 'fa' : 'en'}"${dir}><body><p>${escapeHtml(what)}</p><p style="font-size:x-large;letter-spacing:.1em"><b dir="ltr">${code}</b></p><p>${words.lasts}</p><p style="color:#666;font-size:small">${words.notYou}</p></body></html>`,
  }
}

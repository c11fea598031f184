import type { CaptchaProvider } from '../../../server/contract.ts'
import { isPersian } from '../../embed/language.ts'

/** Readers are told whose it is: it is not this page's. */
const NAMES: Record<CaptchaProvider, string> = { turnstile: 'Cloudflare', hcaptcha: 'hCaptcha' }

const ENGLISH = {
  lang: 'en',
  label: 'A check that keeps programs out',
  asked: (provider: CaptchaProvider) =>
    `Your browser could not finish the calculation that keeps programs out. To post at once, take this check by ${NAMES[provider]} instead; or post without it, and a moderator reads your comment first.`,
  thanks: 'Thank you. Your comment can go out now.',
  without: 'Post without it',
}

const PERSIAN: typeof ENGLISH = {
  lang: 'fa',
  label: 'آزمونی که برنامه‌ها را دور نگه می‌دارد',
  asked: provider =>
    `مرورگر شما محاسبه‌ای را که برنامه‌ها را دور نگه می‌دارد به پایان نرساند. برای انتشار بی‌درنگ، به جای آن این آزمون \u2068${NAMES[provider]}\u2069 را بگذرانید؛ یا بدون آن بفرستید تا نخست یک ناظر دیدگاه شما را بخواند.`,
  thanks: 'سپاس. دیدگاه شما اکنون می‌تواند فرستاده شود.',
  without: 'بدون آن بفرست',
}

export const captchaWords = (form: Element) => (isPersian(form) ? PERSIAN : ENGLISH)

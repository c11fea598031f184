import type { ReportReason } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'

interface ReportWords {
  question: string
  reasons: Record<ReportReason, string>
  words: string
  send: string
  sending: string
  cancel: string
  thanks: string
  choose: string
  gone: string
  banned: string
  wait: string
  failed: string
}

const ENGLISH: ReportWords = {
  question: 'What is wrong with this comment?',
  reasons: {
    off_topic: 'It strays far from the article',
    abuse: 'It attacks a person',
    hate: 'It speaks of people with hatred',
    illegal: 'It may break the law',
    spam: 'It is advertising',
    propaganda: 'It is part of a campaign',
    personal_data: 'It gives away private details',
    other: 'Something else',
  },
  words: 'Anything a moderator should know (optional)',
  send: 'Send report',
  sending: 'Sending…',
  cancel: 'Cancel',
  thanks: 'Thanks, a moderator will look.',
  choose: 'Choose what is wrong first.',
  gone: 'This comment is no longer there.',
  banned: 'You can no longer take part here.',
  wait: 'That was a lot at once. Please wait a little, then try again.',
  failed: 'No answer came. Please try again.',
}

const PERSIAN: ReportWords = {
  question: 'این دیدگاه چه ایرادی دارد؟',
  reasons: {
    off_topic: 'از موضوع نوشته بسیار دور است',
    abuse: 'به کسی تاخته است',
    hate: 'با نفرت از دیگران سخن گفته است',
    illegal: 'ممکن است خلاف قانون باشد',
    spam: 'آگهی است',
    propaganda: 'بخشی از یک کارزار تبلیغاتی است',
    personal_data: 'اطلاعات خصوصی کسی را آشکار می‌کند',
    other: 'چیز دیگر',
  },
  words: 'آنچه ناظر باید بداند (اختیاری)',
  send: 'ارسال گزارش',
  sending: 'در حال ارسال…',
  cancel: 'انصراف',
  thanks: 'سپاسگزاریم، یک ناظر آن را بررسی می‌کند.',
  choose: 'نخست بگویید چه ایرادی دارد.',
  gone: 'این دیدگاه دیگر اینجا نیست.',
  banned: 'دیگر نمی‌توانید اینجا شرکت کنید.',
  wait: 'پشت سر هم زیاد فرستاده‌اید. لطفاً کمی صبر کنید و دوباره تلاش کنید.',
  failed: 'پاسخی نرسید. لطفاً دوباره تلاش کنید.',
}

/** The words in the language of the thread on screen. */
export function reportWords({ place }: Conversation): ReportWords {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}

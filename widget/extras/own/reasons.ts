import type { Reason } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'

/** Why a comment was refused, or waits, for its author. The page without JavaScript says the same. */
export const ENGLISH: Record<Reason, string> = {
  off_topic: 'It strays too far from the article.',
  abuse: 'It attacks a person rather than what they say.',
  hate: 'It speaks of people with hatred.',
  illegal: 'It may break the law.',
  spam: 'It reads like advertising.',
  propaganda: 'It reads like part of a campaign.',
  personal_data: 'It gives away private details of someone.',
  repeated: 'The same text was posted here before.',
  too_many_links: 'It has too many links.',
  first_comment: 'A moderator reads everyone’s first comment.',
  premoderated: 'A moderator reads every comment first.',
  banned: 'You can no longer comment here.',
  reported: 'Readers have reported it; a moderator will look.',
  unwanted_words: 'It has words that are not used here.',
  unwanted_link: 'It links to a place that is not linked to here.',
  new_link: 'A moderator looks at links to new places first.',
  typed_fast: 'A moderator reads it first.',
  muted: 'For a while, a moderator reads all that you write.',
  often_refused: 'A moderator reads it first, because others of yours were not published.',
  language: 'It waits for a moderator who reads its language.',
  unproven:
    'Programs write here, too. Your browser could not finish the small calculation that tells you from them, so a moderator reads it first.',
  other: 'A moderator decided against it.',
}

export const PERSIAN: Record<Reason, string> = {
  off_topic: 'از موضوع این نوشته دور است.',
  abuse: 'به‌جای سخن، به گوینده تاخته است.',
  hate: 'با نفرت از دیگران سخن گفته است.',
  illegal: 'ممکن است خلاف قانون باشد.',
  spam: 'به آگهی می‌ماند.',
  propaganda: 'به بخشی از یک کارزار تبلیغاتی می‌ماند.',
  personal_data: 'اطلاعات خصوصی کسی را آشکار می‌کند.',
  repeated: 'همین متن پیش‌تر اینجا نوشته شده است.',
  too_many_links: 'پیوندهای آن بیش از اندازه است.',
  first_comment: 'نخستین دیدگاه هر کس را یک ناظر می‌خواند.',
  premoderated: 'هر دیدگاهی را پیش از انتشار یک ناظر می‌خواند.',
  banned: 'دیگر نمی‌توانید اینجا دیدگاه بنویسید.',
  reported: 'خوانندگان آن را گزارش کرده‌اند؛ یک ناظر آن را بررسی می‌کند.',
  unwanted_words: 'واژه‌هایی دارد که اینجا به کار نمی‌رود.',
  unwanted_link: 'به جایی پیوند داده است که اینجا پذیرفته نیست.',
  new_link: 'پیوند به جاهای تازه را نخست یک ناظر می‌بیند.',
  typed_fast: 'نخست یک ناظر آن را می‌خواند.',
  muted: 'تا مدتی همهٔ نوشته‌های شما را نخست یک ناظر می‌خواند.',
  often_refused: 'نخست یک ناظر آن را می‌خواند، چون برخی نوشته‌های پیشین شما منتشر نشد.',
  language: 'در انتظار ناظری است که زبان آن را می‌داند.',
  unproven:
    'برنامه‌ها نیز اینجا می‌نویسند. مرورگر شما نتوانست محاسبهٔ کوچکی را که شما را از آن‌ها بازمی‌شناسد به پایان برساند؛ پس نخست یک ناظر آن را می‌خواند.',
  other: 'ناظر با انتشار آن موافقت نکرد.',
}

/** Why a comment was refused, or waits, in the language of the thread on screen. */
export function reasonWords({ place }: Conversation): Record<Reason, string> {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}

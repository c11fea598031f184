import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'

interface OwnWords {
  waiting: { label: string; detail: string }
  refused: string
  edit: string
  delete: string
  undo: string
  deleted: string
  restored: string
  changed: string
  changedWaiting: string
  changedRefused: string
  undone: string
  notKept: string
}

const ENGLISH: OwnWords = {
  waiting: { label: 'Waiting:', detail: 'You can see it; others cannot yet.' },
  refused: 'Not published:',
  edit: 'Edit',
  delete: 'Delete',
  undo: 'Undo',
  deleted: 'Your comment is deleted.',
  restored: 'Your comment is back.',
  changed: 'Your change is saved.',
  changedWaiting: 'Your change is saved. A moderator will read it before others see it.',
  changedRefused: 'With this text your comment is not published.',
  undone: 'Your change is taken back.',
  notKept:
    'Your browser keeps nothing for this page, so you can change or delete your comment only until you leave it.',
}

const PERSIAN: OwnWords = {
  waiting: { label: 'در انتظار بررسی:', detail: 'شما آن را می‌بینید؛ دیگران هنوز نمی‌بینند.' },
  refused: 'منتشر نشد:',
  edit: 'ویرایش',
  delete: 'پاک کردن',
  undo: 'برگرداندن',
  deleted: 'دیدگاه شما پاک شد.',
  restored: 'دیدگاه شما برگشت.',
  changed: 'تغییر شما ذخیره شد.',
  changedWaiting: 'تغییر شما ذخیره شد. یک ناظر پیش از نمایش به دیگران آن را می‌خواند.',
  changedRefused: 'دیدگاه شما با این متن منتشر نمی‌شود.',
  undone: 'تغییر شما برگردانده شد.',
  notKept:
    'مرورگر شما چیزی از این صفحه نگه نمی‌دارد؛ تنها تا وقتی در این صفحه‌اید می‌توانید دیدگاهتان را تغییر دهید یا پاک کنید.',
}

/** The words in the language of the thread on screen. */
export const ownWords = ({ place }: Conversation): OwnWords => (isPersian(place.element) ? PERSIAN : ENGLISH)

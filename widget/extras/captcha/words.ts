import { pieceWords } from '../present/known.ts'

export const captcha = {
  lang: 'en',
  label: 'A check that keeps programs out',
  asked:
    'Your browser could not finish the calculation that keeps programs out. To post at once, take this check by {name} instead; or post without it, and a moderator reads your comment first.',
  thanks: 'Thank you. Your comment can go out now.',
  without: 'Post without it',
}

export const captchaWords = (form: Element) => pieceWords(form, 'captcha', captcha)

import { hash } from 'node:crypto'
import { treeOf } from '../../../server/comments/markdown.ts'
import { likenessOf } from '../../../server/comments/text.ts'

/** What people say and are called, in four scripts, both directions, and one that puts no spaces between words. */
const VOICES = [
  {
    names: ['Ada', 'Ben Okri', 'Chiara', 'José Álvarez', 'M. Dupont', 'harbour_cat', null],
    lines: [
      'I have taken this ferry twice a week for eleven years and nobody ever asked us.',
      'Could somebody post the **timetable** for the winter?',
      'The figures in the third paragraph do not add up: 723 is not a tenth of 9,000.',
      'No.',
      'Thank you for writing this; my father worked on that ship until it was sold, and he would have recognised every name in it.',
      'There was a good piece on this two years ago, see https://example.org/archive/the-night-ferry?page=2.',
      '> nobody ever asked us\n\nThat is not quite how I remember it.',
      'Same as last year, then. The council promised, the operator waited, and in the end the people who cannot drive paid for it.',
      'What would it cost?\n\n- a second crew\n- fuel\n- the insurance nobody talks about',
    ],
  },
  {
    names: ['نگار', 'محمدرضا', 'بهرام ک.', 'خواننده‌ای از بندر', null],
    lines: [
      'من سال‌هاست که با همین کشتی می‌روم و می‌آیم و هیچ‌وقت کسی از ما نپرسید.',
      'کسی **برنامهٔ زمستان** را دارد؟',
      'عددهای بند سوم با هم نمی‌خوانند؛ ۷۲۳ یک‌دهمِ ۹۰۰۰ نیست.',
      'ممنون که نوشتید. پدرم تا روزی که کشتی را فروختند در آن کار می‌کرد و همهٔ این نام‌ها را می‌شناخت.',
      'نه.',
      '> هیچ‌وقت کسی از ما نپرسید\n\nمن این‌طور به یاد ندارم.',
      'مثل پارسال: شورا قول داد، شرکت صبر کرد و در آخر کسانی هزینه‌اش را دادند که ماشین ندارند.',
      'هزینه‌اش چقدر می‌شود؟ آیا بیمه را هم حساب کرده‌اند، یا باز هم آن را از قلم انداخته‌اند؟',
    ],
  },
  {
    names: ['Дарья', 'Евгений П.', 'читатель', 'Мария Ивановна', null],
    lines: [
      'Я езжу на этом пароме дважды в неделю одиннадцать лет, и нас ни разу не спросили.',
      'У кого-нибудь есть **зимнее расписание**?',
      'Цифры в третьем абзаце не сходятся: 723 — это не десятая часть от 9000.',
      'Спасибо за статью. Мой отец работал на этом судне, пока его не продали, и узнал бы каждое имя.',
      'Нет.',
      '> нас ни разу не спросили\n\nЯ помню это немного иначе.',
      'Всё как в прошлом году: совет обещал, перевозчик ждал, а заплатили те, у кого нет машины.',
      'Сколько это будет стоить и кто считал страховку? Подробности были здесь: https://example.org/архив.',
    ],
  },
  {
    names: ['海鸥', '王小明', '港口居民', null],
    lines: [
      '十一年来我每周坐两次这班渡轮,从来没有人问过我们的意见。',
      '有人有**冬季时刻表**吗?',
      '第三段的数字对不上:723不是9000的十分之一。',
      '谢谢您写这篇文章。我父亲在那艘船上工作到它被卖掉为止,文中的每个名字他都认得。',
      '不。',
      '> 从来没有人问过我们\n\n我记得的情况不太一样。',
      '和去年一样:市议会答应了,运营商等着,最后买单的是不会开车的人。',
    ],
  },
] as const

export interface Said {
  text: string
  /** The text's tree as JSON. */
  tree: string
  likeness: string
}

/** Makes what people say: most of it is one to four lines, and one in twenty goes on at length. */
export function speech(next: () => number) {
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!
  const trees = new Map<string, string>()

  /** The tree of a line, without the brackets of its array: the lines of a comment are blocks of their own. */
  function treeOfLine(line: string): string {
    const known = trees.get(line)
    if (known !== undefined) return known
    const tree = JSON.stringify(treeOf(line)).slice(1, -1)
    trees.set(line, tree)
    return tree
  }

  return {
    voice: () => Math.floor(next() * VOICES.length),
    name: (voice: number): string | null => pick(VOICES[voice]!.names),
    says(voice: number): Said {
      const length = next()
      const count = length < 0.95 ? 1 + Math.floor(length * 4.2) : 8 + Math.floor(next() * 12)
      const lines = Array.from({ length: count }, () => pick<string>(VOICES[voice]!.lines))
      const text = lines.join('\n\n')
      return {
        text,
        tree: `[${lines.map(treeOfLine).join(',')}]`,
        likeness: hash('sha256', likenessOf(text) || text, 'base64url'),
      }
    },
  }
}

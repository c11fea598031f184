/** How much of a text is looked at, in UTF-16 units: its language shows early. */
const LOOKED_AT = 4_000

/** Scripts that one language writes, as far as a comment is concerned. */
const BY_SCRIPT = [
  ['he', /\p{sc=Hebrew}/gu],
  ['el', /\p{sc=Greek}/gu],
  ['hi', /\p{sc=Devanagari}/gu],
  ['bn', /\p{sc=Bengali}/gu],
  ['th', /\p{sc=Thai}/gu],
  ['ka', /\p{sc=Georgian}/gu],
  ['hy', /\p{sc=Armenian}/gu],
  ['ko', /\p{sc=Hangul}/gu],
  ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/gu],
  ['zh', /\p{sc=Han}/gu],
] as const

/** What tells apart languages of one script: letters that the others lack, and small words that every text has. */
interface Marks {
  letters?: RegExp
  words: ReadonlySet<string>
}

const small = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const ARABIC: Record<string, Marks> = {
  fa: {
    letters: /[پچژگکی]/g,
    words: small('و در به از که این را است با برای آن هم می نیست شد بود خود ما تا یا كه اين'),
  },
  ar: { letters: /[ةىيكأإؤئ]/g, words: small('في من على إلى هذا هذه أن إن ما لا عن مع كان التي الذي هو هي كل قد لم') },
  ur: { letters: /[ٹڈڑےںھہ]/g, words: small('ہے کے کی میں کا اور سے کو نہیں ہیں یہ پر نے') },
}

const CYRILLIC: Record<string, Marks> = {
  ru: {
    letters: /[ыэёъ]/g,
    words: small('и в не на что с это как но он она они все так его к по из у за то же вы мы я'),
  },
  uk: { letters: /[іїєґ]/g, words: small('і в не на що з це як але він вона вони все так його до та у за ж ви ми я') },
  be: { letters: /ў/g, words: small('і ў не на што з гэта як але ён яна яны ўсё так яго да') },
  bg: { words: small('и е се на не да че са ще от за с но по как това') },
  sr: { letters: /[јљњђћџ]/g, words: small('и је у да се на не за су од са то што као али') },
}

const LATIN: Record<string, Marks> = {
  en: {
    words: small('the and of to in is that it for you was on are with this not be have but they as at we what so'),
  },
  de: {
    letters: /[äöüß]/g,
    words: small('der die und das ist nicht ich es zu den ein eine mit auf für sie auch wie von dem im'),
  },
  fr: {
    letters: /[éèêàçœ]/g,
    words: small('le la les et des est une un que qui pas pour dans ce je sur avec vous il ne au'),
  },
  es: {
    letters: /[ñ¿¡]/g,
    words: small('el la los las que de y en es un una por con no para se lo del al muy pero como'),
  },
  pt: {
    letters: /[ãõ]/g,
    words: small('o a os as que de e em um uma por com não para se do da no na mas muito como é'),
  },
  it: {
    letters: /[òìù]/g,
    words: small('il la i gli le che di e un una per con non è si del della sono ma come anche in'),
  },
  nl: { words: small('de het een en van is niet dat ik op te zijn met voor aan er ook maar als die in') },
  pl: { letters: /[ąęłśżźć]/g, words: small('i w nie na to się że jest z do jak o ale co po za od tak') },
  tr: { letters: /[ığş]/g, words: small('ve bir bu da de için çok ne ama var gibi daha o ben değil mi ile') },
}

/**
 * The language a comment is in, as far as its script and its small words tell; BCP 47, or null where they do not. A guess
 * for filters and lists, never a reason to refuse.
 */
export function languageOf(text: string): string | null {
  const looked = text.slice(0, LOOKED_AT).toLowerCase()
  const count = (letters: RegExp) => looked.match(letters)?.length ?? 0
  const scripts: [string, number][] = [
    ['latin', count(/\p{sc=Latin}/gu)],
    ['cyrillic', count(/\p{sc=Cyrillic}/gu)],
    ['arabic', count(/\p{sc=Arabic}/gu)],
    // A Japanese text is half in Chinese characters, a Chinese one has no kana: kana count for all.
    ...BY_SCRIPT.map(([language, letters]): [string, number] => [
      language,
      count(letters) * (language === 'ja' ? 4 : language === 'zh' || language === 'ko' ? 2 : 1),
    ]),
  ]
  const [script, most] = scripts.reduce((best, each) => (each[1] > best[1] ? each : best))
  if (most === 0) return null
  if (script === 'latin') return likeliest(looked, LATIN, 2)
  if (script === 'cyrillic') return likeliest(looked, CYRILLIC, 1) ?? 'ru'
  if (script === 'arabic') return likeliest(looked, ARABIC, 1)
  return script
}

/** The language with most marks, if it has at least so many and more than any other. */
function likeliest(text: string, languages: Record<string, Marks>, least: number): string | null {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? []
  const scores = Object.entries(languages).map(([language, marks]): [string, number] => {
    const letters = marks.letters ? (text.match(marks.letters)?.length ?? 0) : 0
    return [language, words.filter(word => marks.words.has(word)).length * 2 + letters]
  })
  scores.sort((one, other) => other[1] - one[1])
  const [first, second] = scores
  return first && first[1] >= least && first[1] > (second?.[1] ?? 0) ? first[0] : null
}

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
  letters?: string
  /** With spaces between. */
  words: string
}

const ARABIC: Record<string, Marks> = {
  fa: {
    letters: 'پچژگکی',
    words:
      'و در به از که این را است با برای آن هم می نیست شد بود خود ما تا یا كه اين چرا چه خیلی من شما دوباره یک هیچ باید بر کرد کند دارد درست همین',
  },
  ar: {
    letters: 'ةىيكأإؤئ',
    words:
      'و في من على إلى هذا هذه أن إن ما لا عن مع كان التي الذي هو هي كل قد لم يا هل لماذا شكرا جدا غير ليس أو ثم بعد قبل كانت نحن أنا أنت',
  },
  ur: {
    letters: 'ٹڈڑےںھہپچگکی',
    words: 'و ہے کے کی میں کا اور سے کو نہیں ہیں یہ پر نے ہم وہ آپ بھی ہو تھا تھی کیا کیوں تو بات کر دیں پھر',
  },
}

const CYRILLIC: Record<string, Marks> = {
  ru: {
    letters: 'ыэёъ',
    words:
      'и в не на что с это как но он она они все так его к по из у за то же вы мы я от для ещё еще уже кто где когда очень если или был была были есть нет может почему только меня мне нас вам вас этот эта опять снова привет спасибо',
  },
  uk: {
    letters: 'іїєґ',
    words:
      'і в не на що з це як але він вона вони все так його до та у за ж ви ми я від для ще вже хто де коли дуже якщо або був була були є немає може чому тільки мене мені нас вам вас цей ця знову яка який дякую привіт',
  },
  be: { letters: 'іў', words: 'і ў не на што з гэта як але ён яна яны ўсё так яго да' },
  bg: { letters: 'ъ', words: 'и е се на не да че са ще от за с но по как това са много защо няма съм' },
  sr: { letters: 'јљњђћџ', words: 'и је у да се на не за су од са то што као али' },
}

const LATIN: Record<string, Marks> = {
  en: {
    words:
      'the and of to in is that it for you was on are with this not be have but they as at we what so a i an my your he she his her their our or if no can will would who why how when where there just about from by all more do does did has had me us them out up one like only even been were than then very too any some these those never nobody please thanks thank again every because should could people think know good great here over now also',
  },
  de: {
    letters: 'äöüß',
    words:
      'der die und das ist nicht ich es zu den ein eine mit auf für sie auch wie von dem im wir ihr er uns mir mich dir euch was wer warum wo wenn aber oder nur noch schon mal so an bei nach aus um sind war hat haben wird werden kann kein keine mehr sehr immer wieder danke bitte leider endlich genau alle alles doch man jemand niemand diese dieser',
  },
  fr: {
    letters: 'éèêàçœù',
    words:
      'le la les et des est une un que qui pas pour dans ce je sur avec vous il ne au c qu j n d l ça de du en on nous tu elle ils cette ces son sa ses mon ma mes votre vos notre leur plus très tout tous mais ou où si bien encore était sont ont a ai fait être avoir rien jamais personne quelqu pourquoi comment quand merci même aussi quelle quel',
  },
  es: {
    letters: 'ñ¿¡áíóú',
    words:
      'el la los las que de y en es un una por con no para se lo del al muy pero como a mi mí tu su sus este esta esto eso ese ya yo él ella ellos nos me te le si sí más todo todos hay son fue era está están ser tiene qué quién cuando donde porque nada nadie alguien siempre nunca también gracias otra vez bien hace estoy',
  },
  pt: {
    letters: 'ãõçáéíóúâêô',
    words:
      'o a os as que de e em um uma por com não para se do da no na mas muito como é isso isto este esta esse essa eu ele ela eles você vocês me nos te lhe meu minha seu sua mais todo todos já são foi era está estão ser tem quem quando onde porque nada ninguém alguém sempre nunca também obrigado obrigada outra vez bem dos das ao à pelo pela',
  },
  it: {
    letters: 'òìùèàé',
    words:
      'il la i gli le che di e un una per con non è si del della sono ma come anche in lo l a da al alla dei delle nel nella su mi ti ci vi me te mio mia suo sua questo questa quello io lui lei noi voi loro più tutto tutti ha hanno era stato essere chi cosa quando dove perché niente nessuno qualcuno sempre mai grazie molto bene ancora',
  },
  nl: {
    words:
      'de het een en van is niet dat ik op te zijn met voor aan er ook maar als die in we wij je jij hij ze dit wat wie waarom hoe nog wel geen meer heel goed weer naar bij om heb heeft was waren over zo mijn ons',
  },
  pl: {
    letters: 'ąęłśżźćńó',
    words: 'i w nie na to się że jest z do jak o ale co po za od tak kto dlaczego czy ja my jestem są był bardzo',
  },
  tr: {
    letters: 'ığşçöü',
    words:
      've bir bu da de için çok ne ama var gibi daha o ben değil mi ile mı mu mü sen biz siz onlar bana bize size benim bizim bunu şu kim neden niye nasıl her hiç kimse biri yok olan oldu yine lütfen teşekkürler kadar sonra en ya ki diye',
  },
}

/** What a word counts that one language of a script has, and what is shared out between those that have it; and a letter. */
const WORD = 3
const LETTER = 2
/** Less than this is nobody's language, and neither is what leads by less. */
const LEAST = 2
const LEAD = 1

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
  return script === 'latin' || script === 'cyrillic' || script === 'arabic'
    ? likeliest(looked, SCRIPTS[script])
    : script
}

/** Of each word and each letter, the languages that have it. */
interface Marked {
  words: Map<string, string[]>
  letters: Map<string, string[]>
}

function marked(languages: Record<string, Marks>): Marked {
  const made: Marked = { words: new Map(), letters: new Map() }
  const note = (those: Map<string, string[]>, mark: string, language: string) =>
    those.set(mark, [...(those.get(mark) ?? []), language])
  for (const [language, { words, letters = '' }] of Object.entries(languages)) {
    for (const word of new Set(words.split(' '))) note(made.words, word, language)
    for (const letter of letters) note(made.letters, letter, language)
  }
  return made
}

const SCRIPTS = { latin: marked(LATIN), cyrillic: marked(CYRILLIC), arabic: marked(ARABIC) }

/** The language that the marks speak for, where they speak for it clearly: to be unsure is better than to be wrong. */
function likeliest(text: string, { words, letters }: Marked): string | null {
  const scores = new Map<string, number>()
  const share = (those: readonly string[] | undefined, worth: number) => {
    for (const language of those ?? []) scores.set(language, (scores.get(language) ?? 0) + worth / those!.length)
  }
  for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) share(words.get(word), WORD)
  for (const letter of text) share(letters.get(letter), LETTER)
  const [first, second] = [...scores].sort((one, other) => other[1] - one[1])
  return first && first[1] >= LEAST && first[1] - (second?.[1] ?? 0) >= LEAD ? first[0] : null
}

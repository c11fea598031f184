import { hear, LANG, type Speech, speak } from './phrases.ts'

/** Where this browser keeps the language that was chosen for the desk. */
const KEPT = 'parley:desk-language'
/** A tag whose language there are words for; `__DESK_LANGUAGES__` are the files of `locales/desk/`. */
const TAG = new RegExp(`(?:^|,)((${__DESK_LANGUAGES__})(?:-[a-z]{2})?)(?![a-z])`)

/** The language that was chosen for the desk in this browser; null where none was. */
export function languageChosen(): string | null {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null
  }
}

/** Keeps the choice of a language, or goes back to what the browser asks for. */
export function chooseLanguage(lang: string | null): void {
  try {
    if (lang === null) localStorage.removeItem(KEPT)
    else localStorage.setItem(KEPT, lang)
  } catch {
    // Storage is denied: it is chosen for as long as the page is open.
  }
}

/** The tag to follow, with the region that the browser names beside it, and the language it begins with. */
function wanted(chosen: string | null): [tag: string, lang: string] {
  const asked = navigator.languages.map(tag => tag.toLowerCase())
  const own = chosen === null ? [] : [asked.find(tag => tag.startsWith(`${chosen}-`)) ?? chosen, chosen]
  const [, tag, lang] = TAG.exec([...own, ...asked, 'en'].join())!
  return [tag!, lang!]
}

/** Words of a language as the build has put them beside this script. */
const fetchWords = (lang: string, part: 'desk' | 'office'): Promise<{ dir: 'ltr' | 'rtl'; default: Speech }> =>
  import(/* @vite-ignore */ `./${lang}-${part}-${__DESK_WORDS__}.js`)

/** The words of pages that come later, once one of them was asked for. */
let later: Promise<void> | null = null

/**
 * Makes the desk speak the language that was chosen, else the first of the reader's that there are words for. English
 * stays where they do not come.
 */
export async function learn(chosen = languageChosen()): Promise<void> {
  const [tag, lang] = wanted(chosen)
  const isEnglish = lang === 'en'
  const words = isEnglish ? null : await fetchWords(lang, 'desk').catch(() => null)
  if (!words && !isEnglish) return
  speak(tag, words?.default ?? {})
  document.documentElement.lang = tag
  document.documentElement.dir = words?.dir ?? 'ltr'
  if (later) {
    later = null
    await learnMore()
  }
}

/** Fetches what pages that come later say. */
function learnMore(): Promise<void> {
  const lang = LANG.split('-')[0]!
  later ??= (lang === 'en' ? Promise.resolve() : fetchWords(lang, 'office').then(words => hear(words.default))).catch(
    () => {
      later = null
    },
  )
  return later
}

/** A piece of the desk that is fetched when it is asked for, with what it says. */
export async function withWords<T>(piece: Promise<T>): Promise<T> {
  const [made] = await Promise.all([piece, learnMore()])
  return made
}

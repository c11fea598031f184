import { hear, LANG, type Speech, speak } from './phrases.ts'
import { change } from './state.ts'

/**
 * Where this browser keeps the language that was chosen for the desk. It is the person's, and the server keeps it; from
 * here it is at hand before the server has answered.
 */
const KEPT = 'parley:desk-language'
/** A tag whose language there are words for; `__DESK_LANGUAGES__` are the files of `locales/` beside this one. */
const TAG = new RegExp(`(?:^|,)((${__DESK_LANGUAGES__})(?:-[a-z]{2})?)(?![a-z])`)

/** The language that was chosen for the desk in this browser; null where none was. */
function languageChosen(): string | null {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null
  }
}

/** Follows what was chosen by who is at the desk, here or in another browser; null is what this browser asks for. */
export async function followChoice(chosen: string | null): Promise<void> {
  if (chosen === languageChosen()) return
  try {
    if (chosen === null) localStorage.removeItem(KEPT)
    else localStorage.setItem(KEPT, chosen)
  } catch {
    // Storage is denied: it is learnt anew with every page.
  }
  await learn(chosen)
}

/** The tag to follow, with the region that the browser names beside it, and the language it begins with. */
function wanted(chosen: string | null): [tag: string, lang: string] {
  const asked = navigator.languages.map(tag => tag.toLowerCase())
  const own = chosen === null ? [] : [asked.find(tag => tag.startsWith(`${chosen}-`)) ?? chosen, chosen]
  const [, tag, lang] = TAG.exec([...own, ...asked, 'en'].join())!
  return [tag!, lang!]
}

/** What opens with the queue; what pages of people and settings say; and what those for machines and data do. */
type Part = 'desk' | 'office' | 'machines'

/** Words of a language as the build has put them beside this script. */
const fetchWords = (lang: string, part: Part): Promise<{ dir: 'ltr' | 'rtl'; default: Speech }> =>
  import(/* @vite-ignore */ `./${lang}-${part}-${__DESK_WORDS__}.js`)

/** The words of pages that come later, once one of them was asked for. */
const later = new Map<Part, Promise<void>>()

/**
 * Makes the desk speak the language that was chosen, else the first of the reader's that there are words for. English
 * stays where they do not come.
 */
export async function learn(chosen = languageChosen()): Promise<void> {
  const [tag, lang] = wanted(chosen)
  const words = lang === 'en' ? { dir: 'ltr', default: {} } : await fetchWords(lang, 'desk').catch(() => null)
  if (!words) return
  speak(tag, words.default)
  document.documentElement.lang = tag
  document.documentElement.dir = words.dir
  const parts = [...later.keys()]
  later.clear()
  await Promise.all(parts.map(learnMore))
  change({})
}

/** Fetches what pages that come later say. */
function learnMore(part: Part): Promise<void> {
  const lang = LANG.split('-')[0]!
  const coming =
    later.get(part) ?? (lang === 'en' ? Promise.resolve() : fetchWords(lang, part).then(words => hear(words.default)))
  later.set(part, coming)
  // It is asked again with the next page; until then this one is in English.
  return coming.catch(() => void later.delete(part))
}

/** A piece of the desk that is fetched when it is asked for, with the words it needs. */
export async function withWords<T>(part: Part, piece: Promise<T>): Promise<T> {
  const [made] = await Promise.all([piece, learnMore(part)])
  return made
}

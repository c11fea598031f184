import { readFile } from 'node:fs/promises'
import { LIMITS, type OwnPhrase, type OwnWords } from '../contract.ts'
import { localeFor } from '../locales.ts'
import { faultsOfOwnWords, phrasesOn } from '../sites/own-words.ts'
import { siteSettings } from '../sites/settings.ts'
import type { Store } from '../store/store.ts'
import { type Command, counted, type Say, Usage } from './command.ts'
import { unknownSite } from './sites.ts'

/** A phrase as it stands in a file of an owner's words. */
const spelt = (phrase: OwnPhrase) => JSON.stringify(phrase)

/** `parley site words ID [--lang TAG]`: all that readers read in a language, with what the site says instead. */
export async function listWords(store: Store, id: string | undefined, { lang }: Command['flags'], say: Say) {
  const site = id && (await store.sites.find(id))
  if (!site) throw new Usage(unknownSite(id))
  const language = lang ?? (await localeFor(siteSettings(site.settings).language)).about.lang
  if (!/^[a-z]{2,3}$/.test(language) || (await localeFor(language)).about.lang !== language)
    throw new Usage(`Parley has no words in “${language}”. Name a language as it begins a tag, such as --lang fa.`)
  const phrases = await phrasesOn(site, language)
  say(
    [
      ...phrases.map(({ key, usual, own }) => `${key}  ${spelt(usual)}${own === null ? '' : `  here: ${spelt(own)}`}`),
      `To change some: parley site set ${site.id} --words FILE, with a FILE such as {"${language}":{"writing.post":"…"}}`,
    ],
    { id: site.id, language, phrases },
  )
}

/** The words that a file of `--words` holds, as a setting's text. */
export async function wordsIn(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\ufeff/, '')
  } catch (error) {
    throw new Usage(`“${file}” cannot be read: ${String((error as { code?: unknown }).code ?? error)}.`)
  }
}

/** @throws Usage that says where a text is no JSON, or how much too much it holds */
export function requireReadable(text: string): void {
  if (text === '-') return
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Usage(`The words are no JSON${placeOf((error as Error).message, text)}. Nothing was changed.`)
  }
  const { phrases } = sizeOf(value as OwnWords)
  const signs = JSON.stringify(value).length
  if (phrases <= LIMITS.ownPhrases && signs <= LIMITS.ownWords) return
  const most = `${LIMITS.ownPhrases} phrases and ${LIMITS.ownWords} characters`
  throw new Usage(
    `These are ${counted(phrases, 'phrase')} with ${signs} characters; a site may have ${most}, all languages together. Nothing was changed.`,
  )
}

/** Where a parser stumbled, as far as it says so: by line and place in it. */
function placeOf(message: string, text: string): string {
  const at = /position (\d+)/.exec(message)
  const isAtEnd = /end of JSON/.test(message)
  if (!at && !isAtEnd) return ''
  const before = (at ? text.slice(0, Number(at[1])) : text.trimEnd()).split('\n')
  return ` at line ${before.length}, place ${before.at(-1)!.length + 1}`
}

/** How many phrases there are, and by language. */
function sizeOf(words: OwnWords) {
  const languages = Object.entries(words ?? {}).map(
    ([tag, said]) => [tag, Object.keys((said as object | null) ?? {}).length] as const,
  )
  return { phrases: languages.reduce((sum, [, size]) => sum + size, 0), languages }
}

/** What became of an owner's words, in a line: how many there are, and what is other than before. */
export function spelledWords(is: OwnWords, was: OwnWords, isNamed: boolean): string[] {
  const flat = (words: OwnWords) =>
    new Map(
      Object.entries(words).flatMap(([tag, said]) =>
        Object.entries(said).map(([way, phrase]) => [`${tag}.${way}`, spelt(phrase)]),
      ),
    )
  const [now, before] = [flat(is), flat(was)]
  const fresh = [...now.keys()].filter(way => !before.has(way)).length
  const changed = [...now].filter(([way, phrase]) => before.has(way) && before.get(way) !== phrase).length
  const gone = [...before.keys()].filter(way => !now.has(way)).length
  const isSame = fresh + changed + gone === 0
  if (isSame && !isNamed) return []
  const { phrases, languages } = sizeOf(is)
  const where = languages.map(([tag, size]) => `${tag} ${size}`).join(', ')
  const sum = phrases === 0 ? 'words=' : `words: ${counted(phrases, 'phrase')} (${where})`
  return [`  ${sum}${isSame ? '' : `   ${fresh} new, ${changed} changed, ${gone} gone`}`]
}

/** @throws Usage with what of an owner's words does not fit */
export async function requireFitting(words: OwnWords): Promise<void> {
  const faults = await faultsOfOwnWords(words)
  if (faults.length === 0) return
  const lines = faults.slice(0, 20).map(({ path, message }) => `  ${path}: ${message}`)
  throw new Usage(['These words do not fit, and nothing was changed:', ...lines].join('\n'))
}

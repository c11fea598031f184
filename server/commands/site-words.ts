import { readFile } from 'node:fs/promises'
import type { OwnPhrase, OwnWords } from '../contract.ts'
import { localeFor } from '../locales.ts'
import { faultsOfOwnWords, phrasesOn } from '../sites/own-words.ts'
import { siteSettings } from '../sites/settings.ts'
import type { Store } from '../store/store.ts'
import { type Command, type Say, Usage } from './command.ts'
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

/** @throws Usage with what of an owner's words does not fit */
export async function requireFitting(words: OwnWords): Promise<void> {
  const faults = await faultsOfOwnWords(words)
  if (faults.length === 0) return
  const lines = faults.slice(0, 20).map(({ path, message }) => `  ${path}: ${message}`)
  throw new Usage(['These words do not fit, and nothing was changed:', ...lines].join('\n'))
}

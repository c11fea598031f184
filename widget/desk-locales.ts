import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { About, DeskLocale } from '../locales/locale.ts'
import { hashOf, type LocaleFile } from './locale-files.ts'

/** The files of languages but English, in a folder of them. */
const namesIn = (folder: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith('.ts') && !/^(en|locale)\.ts$/.test(name))
    .sort()

/**
 * Words of a language from right to left, with addresses, commands and code in them kept in the order in which they are
 * typed: each such run becomes an island from left to right. Plain words need none.
 */
function islands<T>(words: T): T {
  if (typeof words === 'string') {
    const split = words
      .split(/(\{\w+\})/)
      .map((piece, at) => (at % 2 ? piece : piece.replace(/[!-~…]+(?: [!-~…]+)*/g, island)))
    return split.join('') as T
  }
  const entries = Object.entries(words as object).map(([name, word]) => [name, islands(word)])
  return (Array.isArray(words) ? entries.map(([, word]) => word) : Object.fromEntries(entries)) as T
}

/** A run of Latin as an island, without the punctuation of the sentence around it. */
const island = (run: string) =>
  run.replace(/^((?:[:;,!?.]+ )?[("]*)(.*?)([)".,:;!?]*)$/, (_, before: string, core: string, after: string) =>
    core.length > 1 && /[^\w ]/.test(core) && /[\w#]/.test(core) ? `${before}\u2066${core}\u2069${after}` : run,
  )

/** The pieces of the desk that are fetched together: with the queue, or with a page that is opened later. */
const PARTS = {
  desk: ['desk', 'problems', 'queue', 'acts', 'articles', 'log', 'notifications'],
  office: ['policy', 'site', 'settings', 'people', 'organised', 'you', 'ways', 'knobs', 'sheet', 'translation'],
  machines: ['keys', 'webhooks', 'imports', 'exports', 'privacy', 'erasing', 'outbox', 'wording', 'sheet'],
} satisfies Record<string, readonly (keyof DeskLocale)[]>

const partOf = (said: DeskLocale, pieces: readonly (keyof DeskLocale)[], dir: 'ltr' | 'rtl') => {
  const words = Object.fromEntries(pieces.filter(piece => said[piece]).map(piece => [piece, said[piece]]))
  return dir === 'rtl' ? islands(words) : words
}

/**
 * What is downloaded of each of the desk's languages but English: what opens with the queue, and what later pages say.
 * @param folder says of each language what it is called and whither it runs; `deskFolder` has its words
 */
export async function deskLocales(
  folder: string,
  deskFolder: string,
): Promise<{ names: Record<string, string>; hash: string; files: LocaleFile[] }> {
  const files: LocaleFile[] = []
  const names: Record<string, string> = { en: 'English' }
  const known = namesIn(folder).map(name => import(join(folder, name)) as Promise<{ about: About }>)
  const abouts = (await Promise.all(known)).map(({ about }) => about)
  for (const name of namesIn(deskFolder)) {
    const [about] = abouts.filter(each => name === `${each.lang}.ts`)
    if (!about) throw new Error(`widget/desk/locales/${name} is of a language that locales/ does not have.`)
    const said = (await import(join(deskFolder, name))) as DeskLocale
    const { lang, dir } = about
    names[lang] = about.name
    for (const [part, pieces] of Object.entries(PARTS) as [keyof typeof PARTS, (keyof DeskLocale)[]][])
      files.push({ lang, dir, part, words: partOf(said, pieces, dir) })
  }
  return { names, hash: hashOf(files), files }
}

import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type About, type Locale, SERVER_PIECES } from '../locales/locale.ts'

type LocaleModule = Locale & { about: About }

/** A file that a browser downloads: words of one language. */
export interface LocaleFile {
  lang: string
  part: 'thread' | 'pieces' | 'desk' | 'office' | 'machines'
  words: object
  /** Told beside the words, where what they are drawn in does not tell it. */
  dir?: string
}

/** Changes with any word. */
export const hashOf = (files: LocaleFile[]) =>
  createHash('sha256').update(JSON.stringify(files)).digest('base64url').slice(0, 5)

export interface LocaleFiles {
  /** The languages there are words for, as a part of a pattern: each with what must not follow it. */
  languages: string
  /** What is to be known of each, by its name. */
  spoken: Pick<About, 'lang' | 'name' | 'reviewer'>[]
  /** Changes with any word. */
  hash: string
  files: LocaleFile[]
}

/**
 * What a browser downloads of each locale of a folder but English: what comes with a thread, and the pieces that come later.
 * A file that is put into the folder is one more language.
 */
export async function localeFiles(folder: string): Promise<LocaleFiles> {
  const files: LocaleFile[] = []
  const spoken: About[] = []
  const names = readdirSync(folder).filter(name => /^[a-z]{2,3}\.ts$/.test(name))
  for (const name of names.sort()) {
    const { about, thread, writing, numbers, refused, ...rest } = (await import(join(folder, name))) as LocaleModule
    const { lang, dir } = about
    if (name !== `${lang}.ts`) throw new Error(`${name} says that its language is “${lang}”.`)
    spoken.push(about)
    // Each piece brings its English itself.
    if (lang === 'en') continue
    const pieces = Object.entries(rest)
      .filter(([piece]) => !(SERVER_PIECES as readonly string[]).includes(piece))
      .map(([piece, words]) => [piece, { lang, ...words }])
    files.push({ lang, part: 'thread', words: { lang, dir, ...thread, writing, numbers, refused } })
    files.push({ lang, part: 'pieces', words: Object.fromEntries(pieces) })
  }
  return {
    languages: spoken.map(({ lang, notFor }) => (notFor ? `${lang}(?!-(${notFor.join('|')}))` : lang)).join('|'),
    spoken: spoken
      .map(({ lang, name, reviewer }) => ({ lang, name, reviewer }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    hash: hashOf(files),
    files,
  }
}

import type { Block } from '../contract.ts'
import { domainsIn } from '../moderation/links.ts'
import { digest, randomToken } from '../people/secrets.ts'
import { languageOf } from './language.ts'
import { linksIn, treeOf } from './markdown.ts'
import { cleanText, likenessOf } from './text.ts'

/** A text that takes the place of another, or that somebody at the desk writes, with all that is kept of a text. */
export interface WrittenText {
  text: string
  tree: string
  likeness: string
  salt: string
  textDigest: string
  lang: string | null
  /** The domains that it links to. */
  domains: string[]
}

/**
 * A moderator's text goes the same way as an author's: cleaned, parsed once, and told from others that say the same.
 * @param names whom it may call
 * @param parsed the tree of a text, where it is known: it counts if cleaning leaves that very text
 * @throws Problem `text_empty` or `text_too_long`
 */
export function writtenText(
  raw: string,
  names: readonly string[] = [],
  parsed?: { markdown: string; tree: Block[] },
): WrittenText {
  const text = cleanText(raw)
  const tree = parsed?.markdown === text ? parsed.tree : treeOf(text, names)
  const salt = randomToken()
  return {
    text,
    tree: JSON.stringify(tree),
    likeness: digest(likenessOf(text) || text),
    salt,
    textDigest: digest(salt + text),
    lang: languageOf(text),
    domains: domainsIn(linksIn(tree)),
  }
}

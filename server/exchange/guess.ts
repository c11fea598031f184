import type { ForeignFile, ForeignFormat } from './foreign.ts'
import { unzipped } from './unzipped.ts'

/** What stands near the beginning of each system's files and of no other's. */
const SIGNS: readonly [name: string, title: string, sign: RegExp][] = [
  ['parley', 'Parley itself', /^\s*\{"kind":"parley"/],
  ['isso', 'Isso', /^SQLite format 3\0/],
  ['disqus', 'Disqus', /<disqus[\s>]/],
  ['wordpress', 'WordPress', /<rss[\s>]/],
  ['commento', 'Commento or Comentario', /"(?:commentHex|commenterHex|commenters|domainMeta)"/],
  ['artalk', 'Artalk', /"page_key"/],
  ['waline', 'Waline', /"(?:objectId|user_id)"|"type"\s*:\s*"waline"/],
  ['remark42', 'Remark42', /"locator"/],
]
const LOOKED = 65_536

/** A guess, in words, whose file it is that is none of this format's; empty where nobody's is known. */
export async function guessOf(file: ForeignFile, { name: meant }: ForeignFormat): Promise<string> {
  let head = ''
  try {
    const decoder = new TextDecoder()
    for await (const { bytes } of unzipped(file)) {
      head += decoder.decode(bytes, { stream: true })
      if (head.length >= LOOKED) break
    }
  } catch {
    // What could be read of it is looked at.
  }
  const found = SIGNS.find(([name, , sign]) => name !== meant && sign.test(head))
  return found ? ` It looks like a file of ${found[1]}: that is the format “${found[0]}”.` : ''
}

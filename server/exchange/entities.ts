import { Parser } from 'htmlparser2'

/** How often a text may have been encoded. */
const ROUNDS = 3

/**
 * A name or a title that another system kept with HTML’s entities, encoded once or several times over, as it was typed.
 * What looks like a tag stays what it is: text.
 */
export function decoded(text: string): string {
  let now = text
  for (let round = 0; round < ROUNDS && now.includes('&'); round += 1) {
    const before = now
    now = once(before)
    if (now === before) break
  }
  return now
}

function once(text: string): string {
  let decodedText = ''
  const parser = new Parser({ ontext: part => (decodedText += part) }, { decodeEntities: true })
  // Without its brackets there is no tag in it, and all of it is text.
  parser.end(text.replaceAll('<', '&lt;'))
  return decodedText
}

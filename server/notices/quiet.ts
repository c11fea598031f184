/** Signs that no reader sees, and that turn what stands around them. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gu
/** What mail programs make into links wherever it stands: between these signs and what follows comes one that has no width. */
const JOINTS = /([.:/@\\。．｡])(?=\S)/gu
/** And how such a thing begins. */
const BEGINNINGS = /\b(https?|ftp|mailto|tel|sms|javascript|data|www)(?=[.:])/giu
const NO_WIDTH = '\u200b'

/**
 * A text of somebody else as it may stand in a mail: one line, of so many signs as readers count them, in which no mail
 * program sees an address, and no sign reaches beyond its end.
 * @param most graphemes; what goes on ends with an ellipsis
 */
export function quiet(text: string, most: number): string {
  // So that a text of megabytes is not taken apart.
  const plain = text
    .slice(0, most * 40)
    .replace(UNSEEN, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const signs = Array.from(new Intl.Segmenter().segment(plain), ({ segment }) => segment)
  const beginning = signs.length > most ? `${signs.slice(0, most).join('').trimEnd()}…` : plain
  return beginning.replace(BEGINNINGS, `$1${NO_WIDTH}`).replace(JOINTS, `$1${NO_WIDTH}`)
}

import type { Deps } from '../deps.ts'
import { codeLetter } from '../people/code-letter.ts'
import { confirmLetter, followDigestLetter } from '../people/told/letters.ts'
import { digestLetter } from './digest.ts'
import type { Letter } from './mail.ts'
import { testLetter } from './test-letter.ts'

/** Whom a letter goes to. */
export interface Addressee {
  /** Whose mail it is; null for the installation's own. */
  site: string | null
  /** As mail is sent to it, */
  address: string
  /** and in lower case. */
  key: string
}

/**
 * Writes a letter from what stands at this moment.
 * @returns null where there is no reason for it any more
 */
export type LetterWriter = (
  deps: Deps,
  payload: Record<string, unknown>,
  lang: string,
  to: Addressee,
) => Promise<Letter | null>

/**
 * Every kind of letter, written when it is sent: so nothing is sent of what was withdrawn meanwhile, and no text stands in
 * the outbox.
 */
export const LETTERS: Record<string, LetterWriter> = {
  code: codeLetter,
  digest: digestLetter,
  follow_confirm: confirmLetter,
  follow_digest: followDigestLetter,
  test: testLetter,
}

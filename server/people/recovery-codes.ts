import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import type { PersonRow } from '../store/people.ts'
import { openSession } from './desk-session.ts'
import { digest } from './secrets.ts'

/** So many codes somebody gets. */
export const CODES = 10
/** Letters of a code, each of 5 bits: 100 bits, which nobody guesses, so that a plain digest is enough to keep. */
const LETTERS = 20
/** Crockford's base32: no letter looks like another. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ten new codes, `xxxxx-xxxxx-xxxxx-xxxxx`, which stand nowhere but in this answer; those before end. */
export async function makeCodes(deps: Deps, person: PersonRow): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => {
    const letters = Array.from(crypto.getRandomValues(new Uint8Array(LETTERS)), byte => ALPHABET[byte % 32]!)
    return letters.join('')
  })
  await deps.store.deskWays.setCodes(person.id, codes.map(digestOf), deps.clock())
  return codes.map(code => code.match(/.{5}/g)!.join('-'))
}

/**
 * Lets somebody in by a recovery code, however it was typed: in any case, with any signs and spaces between.
 * @throws Problem `code_wrong`
 */
export async function enterByCode(deps: Deps, c: Context, typed: string): Promise<PersonRow> {
  const code = typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/[il]/g, '1')
    .replaceAll('o', '0')
  const person =
    code.length === LETTERS
      ? await openSession(deps, c, (session, now) => deps.store.deskWays.enterByCode(digestOf(code), session, now))
      : null
  if (person) return person
  throw new Problem('code_wrong', {
    detail: 'A recovery code has 20 letters and digits and works once. Look again, or take another.',
  })
}

const digestOf = (code: string) => digest(`recovery code\n${code}`)

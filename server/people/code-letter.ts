import type { LetterWriter } from '../notices/outbox.ts'
import { wordsOn } from '../sites/own-words.ts'
import { codeMail } from './code-mail.ts'
import { keyed64, secretsOf, signed } from './secrets.ts'

/**
 * The six digits of a claim. They follow from the claim and the installation's secret, so that they can be written into a
 * mail once more and still stand nowhere.
 */
export const codeOf = (secret: string, claim: string): string =>
  String(keyed64(secret, JSON.stringify(['digits', claim])) % 1_000_000n).padStart(6, '0')

/** What is kept of a code: it means nothing without the installation's secret, nor for another claim. */
export const digestOf = (secret: string, claim: string, code: string) =>
  signed(secret, JSON.stringify(['code', claim, code]))

/** The mail that brings a code, for as long as it can be typed. The secret may have been changed since it was asked for. */
export const codeLetter: LetterWriter = async ({ store, clock, config }, { claim: id }, lang, { site, address }) => {
  const claim = typeof id === 'string' && site !== null ? await store.claims.waiting(id, site, clock()) : null
  const code = secretsOf(config)
    .map(secret => [codeOf(secret, String(id)), secret] as const)
    .find(([digits, secret]) => digestOf(secret, String(id), digits) === claim?.code_hash)?.[0]
  const row = claim && (await store.sites.find(site!))
  if (!claim || !row || code === undefined) return null
  const words = await wordsOn(row, lang)
  const { to: _, ...letter } = codeMail({ to: address, code, site: claim.name, purpose: claim.purpose }, words)
  return { ...letter, name: row.name }
}

import { readId, spellId } from '../../comments/ids.ts'
import type { Deps } from '../../deps.ts'
import { secretsOf, signed } from '../secrets.ts'

type Config = Pick<Deps['config'], 'secret' | 'secretsBefore'>

/** Characters of a mark: 132 bits. */
const MARK = 22

/** By what an address is known on a site without naming it: under the secret in use, and those before it. */
export function marksOf(config: Config, site: string, subject: string): [string, ...string[]] {
  const [first, ...others] = secretsOf(config).map(secret =>
    signed(secret, JSON.stringify(['mailbox', site, subject])).slice(0, MARK),
  )
  return [first!, ...others]
}

const mailsSigned = (secret: string, site: string, mark: string) =>
  signed(secret, JSON.stringify(['mails', site, mark]))
const askSigned = (secret: string, site: string, mark: string, author: number) =>
  signed(secret, JSON.stringify(['agree', site, mark, author]))

/**
 * Where the owner of an address says what is told there: whoever has the link may, so it stands in mails to that address
 * only. It has no end, or mails that somebody kept could not be left any more.
 */
export function mailsLink(config: Config & Pick<Deps['config'], 'origin'>, site: string, mark: string): string {
  return `${config.origin}/mails/${encodeURIComponent(site)}/${mark}.${mailsSigned(config.secret, site, mark)}`
}

/** The mark that a link names; null where no mail of this installation had it. */
export function readMailsToken(config: Config, site: string, token: string): string | null {
  const [mark = '', signature, ...rest] = token.split('.')
  const isOurs = secretsOf(config).some(secret => mailsSigned(secret, site, mark) === signature)
  return mark.length === MARK && rest.length === 0 && isOurs ? mark : null
}

/** What a request for mail is confirmed by. It stands in the mail that asks, and nowhere else. */
export const askToken = ({ secret }: Config, site: string, mark: string, author: number): string =>
  `${spellId(author)}.${askSigned(secret, site, mark, author)}`

/** The author whose request a token confirms; null for any other text. */
export function readAskToken(config: Config, site: string, mark: string, token: string): number | null {
  const [spelt = '', signature, ...rest] = token.split('.')
  const author = readId(spelt)
  if (author === null || rest.length > 0) return null
  return secretsOf(config).some(secret => askSigned(secret, site, mark, author) === signature) ? author : null
}

import { fromPageOf, siteNamed } from '../../articles/open.ts'
import { newId } from '../../comments/ids.ts'
import type { MailAnswer, MailRequest, OwnMail } from '../../contract.ts'
import type { Deps } from '../../deps.ts'
import { type Budgets, INSTALLATION } from '../../http/budgets.ts'
import { Problem } from '../../problems.ts'
import { siteSettings } from '../../sites/settings.ts'
import type { SiteRow } from '../../store/sites.ts'
import { asAuthor } from '../as-author.ts'
import { type EmailAddress, mailboxOf, readAddress } from '../email-address.ts'
import { type Asker, readerOn } from '../reader.ts'
import { marksOf } from './links.ts'

/** Whether a site's readers can be told by mail. */
export const tellsByMail = (deps: Pick<Deps, 'mail'>, site: Pick<SiteRow, 'settings'>): boolean =>
  deps.mail !== undefined && siteSettings(site.settings).tellsByMail

/** An address as far as somebody who holds a reader's key may see it. */
export function shownAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@')
  return `${[...local][0] ?? ''}…@${domain}`
}

/** How a reader is told by mail. Addresses are told by their beginnings: a key may be stolen. */
export async function mailOf(deps: Deps, id: string, tokenHash: string): Promise<OwnMail> {
  const site = await siteNamed(deps, id)
  const author = await deps.store.posting.author(site.id, tokenHash)
  const proved = author && (await provedAddress(deps, author.id))
  const mailings = author ? await deps.store.mailings.of(author.id) : []
  return {
    isOffered: tellsByMail(deps, site),
    proved: proved && shownAddress(proved.to),
    mails: mailings.map(row => ({
      address: shownAddress(row.address),
      isConfirmed: row.confirmed_at !== null,
      replies: row.replies_since !== null,
      follows: row.follows_since !== null,
    })),
  }
}

async function provedAddress(deps: Pick<Deps, 'store'>, author: number): Promise<EmailAddress | null> {
  const own = (await deps.store.identities.of(author)).findLast(({ issuer }) => issuer === 'email')
  return own ? { to: own.subject, subject: own.subject } : null
}

/**
 * A reader wishes to be told by mail. At an address that the reader has proved, it is so from now on; to any other one goes a
 * letter in which its owner agrees, at most. The answer is the same whether the address is told anything already, has left,
 * or wishes never to be asked. Without an address it is about the one that is told already, or else the one that was proved.
 * @throws Problem `way_not_offered`, `email_wrong`, `banned`, `origin_refused`, `too_many_requests`, `busy`
 */
export async function askForMail(
  deps: Deps,
  budgets: Budgets,
  { site: id, email, lang = '', replies, follows }: MailRequest,
  { token, origin, client }: Asker,
): Promise<MailAnswer> {
  const site = await siteNamed(deps, id)
  fromPageOf(site, origin)
  if (!tellsByMail(deps, site)) throw new Problem('way_not_offered')
  const tokenHash = readerOn(site.id, token)
  const at = deps.clock()
  const given = email === undefined ? null : readAddress(email)
  if (email !== undefined && !given) throw new Problem('email_wrong')
  const paying = { client, author: tokenHash, site: site.id }
  if (given) budgets.spend('tell', { ...paying, mailbox: mailboxOf(given), installation: INSTALLATION }, at)
  else budgets.spend('keep', paying, at)
  const isTold = await asAuthor(deps, site.id, tokenHash, async (known, as) => {
    if (known && !given && (await deps.store.mailings.change(known.id, { replies, follows, at }))) return true
    const proved = known && (await provedAddress(deps, known.id))
    const to = given ?? proved
    if (!to) throw new Problem('email_wrong')
    const marks = marksOf(deps.config, site.id, to.subject)
    // An address that is known here stays known by the same mark, or one link would not end all of its mail.
    const mark = (await deps.store.mailings.markOf(site.id, to.subject)) ?? marks[0]
    const wish = { site: site.id, to, mark, marks: [mark, ...marks], lang, replies, follows, at }
    const isProved = proved?.subject === to.subject
    return deps.store.mailings.ask(wish, { ...as, mailing: newId(at) }, isProved)
  })
  // Who signed in or out at this very moment is somebody else.
  if (isTold === null) throw new Problem('busy', { retryAfter: 1 })
  return { state: isTold ? 'told' : 'asked' }
}

/**
 * A reader wishes to be told nothing by mail any more.
 * @throws Problem `origin_refused`, `too_many_requests`
 */
export async function endMail(
  deps: Deps,
  budgets: Budgets,
  id: string,
  { token, origin, client }: Asker,
): Promise<void> {
  const site = await siteNamed(deps, id)
  fromPageOf(site, origin)
  const tokenHash = readerOn(site.id, token)
  budgets.spend('keep', { client, author: tokenHash, site: site.id }, deps.clock())
  const author = await deps.store.posting.author(site.id, tokenHash)
  if (author) await deps.store.mailings.remove(author.id)
}

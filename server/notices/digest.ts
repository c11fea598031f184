import { escapeHtml } from '../comments/html.ts'
import { readAddress } from '../people/email-address.ts'
import { headerLine, type Letter } from './mail.ts'
import type { LetterWriter } from './outbox.ts'

/** What a digest tells. It carries nothing that a stranger wrote: no comment, no name, no title. */
export interface Digest {
  site: { id: string; name: string }
  /** Comments that wait, counted up to 101. */
  waiting: number
  /** Since when the first of them waits. */
  since: number
  /** Where people reach Parley. */
  origin: string
}

/** The mail for a moderator whose queue is no longer empty. */
export function digestMail({ site, waiting, since, origin }: Digest): Letter {
  const name = headerLine(site.name)
  const number =
    waiting > 100 ? 'More than 100 comments are' : waiting === 1 ? 'One comment is' : `${waiting} comments are`
  const at = `${new Date(since).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const what = `${number} waiting on ${name}, ${waiting === 1 ? 'since' : 'the first since'} ${at}.`
  const desk = `${origin}/desk#${new URLSearchParams({ site: site.id, status: 'pending' })}`
  const page = `${origin}/desk/waiting?${new URLSearchParams({ site: site.id })}`
  const once = 'Both ask whether you are signed in: who has this mail can do nothing with it.'
  const quiet =
    'There is no further mail until what waits now has been decided, and at most one an hour. To get none at all, open Notifications at the desk.'
  return {
    subject: `${number} waiting on ${name}`,
    text: `${what}\n\nDecide one after the other, on a telephone as well:\n${page}\n\nOpen the desk:\n${desk}\n\n${once}\n\n-- \n${quiet}\n`,
    html: `<!doctype html><html lang="en"><body><p>${escapeHtml(what)}</p><p><a href="${escapeHtml(page)}">Decide one after the other</a>, on a telephone as well, or <a href="${escapeHtml(desk)}">open the desk</a>.</p><p>${escapeHtml(once)}</p><p style="color:#666;font-size:small">${escapeHtml(quiet)}</p></body></html>`,
  }
}

/** The digest as the queue stands when it goes; none where meanwhile nothing waits, or nobody wishes to know. */
export const digestLetter: LetterWriter = async ({ store, config }, { person }, _, { site, key }) => {
  const wish = typeof person === 'number' && site !== null ? await store.digests.wish(person, site) : null
  if (!wish || site === null || readAddress(wish.email)?.subject !== key) return null
  const times = (await store.digests.waiting(site)).map(({ at }) => at)
  if (times.length === 0) return null
  const about = { id: site, name: wish.name }
  return digestMail({ site: about, waiting: times.length, since: Math.min(...times), origin: config.origin })
}

import { escapeHtml } from '../comments/html.ts'
import { countedTo, filled, island, type Spoken } from '../locales.ts'
import { readAddress } from '../people/email-address.ts'
import { wordsOn } from '../sites/own-words.ts'
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
export function digestMail(
  { site, waiting, since, origin }: Digest,
  { digestMail: words, about, lang, dir }: Spoken,
): Letter {
  const name = island(headerLine(site.name), dir)
  const time = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  const told = { site: name, since: island(`${time.format(since)} UTC`, dir) }
  const what = filled(countedTo(100, words.what, words.whatMany, waiting, lang), told)
  const desk = `${origin}/desk#${new URLSearchParams({ site: site.id, status: 'pending' })}`
  const page = `${origin}/desk/waiting?${new URLSearchParams({ site: site.id })}`
  const link = (to: string, says: string) => `<p><a href="${escapeHtml(to)}">${escapeHtml(says)}</a></p>`
  return {
    subject: filled(countedTo(100, words.subject, words.subjectMany, waiting, lang), told),
    text: `${what}\n\n${words.decide}:\n${page}\n\n${words.desk}:\n${desk}\n\n${words.keyless}\n\n-- \n${words.quiet}\n`,
    html: `<!doctype html><html lang="${about.lang}" dir="${dir}"><body><p>${escapeHtml(what)}</p>${link(page, words.decide)}${link(desk, words.desk)}<p>${escapeHtml(words.keyless)}</p><p style="color:#666;font-size:small">${escapeHtml(words.quiet)}</p></body></html>`,
  }
}

/** The digest as the queue stands when it goes; none where meanwhile nothing waits, or nobody wishes to know. */
export const digestLetter: LetterWriter = async ({ store, config }, { person }, _, { site, key }) => {
  const wish = typeof person === 'number' && site !== null ? await store.digests.wish(person, site) : null
  const about = wish && site !== null ? await store.sites.find(site) : null
  if (!wish || !about || readAddress(wish.email)?.subject !== key) return null
  const times = (await store.digests.waiting(about.id)).map(({ at }) => at)
  if (times.length === 0) return null
  const spoken = await wordsOn(about, wish.language ?? undefined)
  return digestMail({ site: about, waiting: times.length, since: Math.min(...times), origin: config.origin }, spoken)
}

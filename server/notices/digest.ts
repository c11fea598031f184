import { escapeHtml } from '../comments/html.ts'
import { readAddress } from '../people/email-address.ts'
import { digestWords } from './digest-words.ts'
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
  /** The language that whom it goes to has chosen for the desk; English where there is none. */
  language?: string | null
}

/** The mail for a moderator whose queue is no longer empty. */
export function digestMail({ site, waiting, since, origin, language = null }: Digest): Letter {
  const words = digestWords(language)
  // A name in another script is an island in what is written around it.
  const name = headerLine(site.name)
  const isolated = words.dir === 'rtl' ? `\u2068${name}\u2069` : name
  const at = `${new Date(since).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const what = words.what(waiting, isolated, words.dir === 'rtl' ? `\u2068${at}\u2069` : at)
  const desk = `${origin}/desk#${new URLSearchParams({ site: site.id, status: 'pending' })}`
  const page = `${origin}/desk/waiting?${new URLSearchParams({ site: site.id })}`
  const link = (to: string, says: string) => `<p><a href="${escapeHtml(to)}">${escapeHtml(says)}</a></p>`
  return {
    subject: words.subject(waiting, isolated),
    text: `${what}\n\n${words.decide}:\n${page}\n\n${words.desk}:\n${desk}\n\n${words.keyless}\n\n-- \n${words.quiet}\n`,
    html: `<!doctype html><html lang="${words.lang}" dir="${words.dir}"><body><p>${escapeHtml(what)}</p>${link(page, words.decide)}${link(desk, words.desk)}<p>${escapeHtml(words.keyless)}</p><p style="color:#666;font-size:small">${escapeHtml(words.quiet)}</p></body></html>`,
  }
}

/** The digest as the queue stands when it goes; none where meanwhile nothing waits, or nobody wishes to know. */
export const digestLetter: LetterWriter = async ({ store, config }, { person }, _, { site, key }) => {
  const wish = typeof person === 'number' && site !== null ? await store.digests.wish(person, site) : null
  if (!wish || site === null || readAddress(wish.email)?.subject !== key) return null
  const times = (await store.digests.waiting(site)).map(({ at }) => at)
  if (times.length === 0) return null
  const about = { id: site, name: wish.name }
  return digestMail({
    site: about,
    waiting: times.length,
    since: Math.min(...times),
    origin: config.origin,
    language: wish.language,
  })
}

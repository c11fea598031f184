import { siteNamed } from '../../articles/open.ts'
import { escapeHtml } from '../../comments/html.ts'
import { plainText } from '../../comments/plain-text.ts'
import { counted, filled, island, type Spoken } from '../../locales.ts'
import { headerLine, type Letter } from '../../notices/mail.ts'
import type { LetterWriter } from '../../notices/outbox.ts'
import { quiet } from '../../notices/quiet.ts'
import { wordsOn } from '../../sites/own-words.ts'
import type { ToldComment } from '../../store/tellings.ts'
import { tellsByMail } from './by-mail.ts'
import { askToken, mailsLink } from './links.ts'

/** Signs of a comment, of a name and of a title that a mail has at the most; comments it tells of, the newest. */
const TEXT = 200
const NAME = 60
const TITLE = 120
const TOLD = 20

/**
 * The headers by which mail programs offer to leave with one press (RFC 8058); only over https, as it demands.
 * @param link where the owner of the address says what is told
 */
const leaving = (link: string): Record<string, string> => ({
  'List-Unsubscribe': `<${link}/leave>`,
  ...(link.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
})

const SMALL = 'color:#666;font-size:small'

const page = ({ about, dir }: Spoken, body: string) =>
  `<!doctype html><html lang="${about.lang}" dir="${dir}"><head><meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no"></head><body>${body}</body></html>`

const anchor = (href: string, words: string) => `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`
/** A phrase that leads to what follows it, as the words of a link. */
const asLink = (phrase: string) => phrase.replace(/[:：]\s*$/u, '')

/** Asks the owner of an address whether to tell somebody there; null where nobody wishes that any more. */
export const confirmLetter: LetterWriter = async (deps, { author, mark }, lang, to) => {
  const site = await siteNamed(deps, to.site!)
  const asked = await deps.store.mailings.asked(Number(author), String(mark), deps.clock())
  if (!asked || asked.address_key !== to.key || !tellsByMail(deps, site)) return null
  const spoken = await wordsOn(site, lang)
  const words = spoken.followMail.confirm
  const name = headerLine(site.name)
  const base = mailsLink(deps.config, site.id, asked.mark)
  const ask = askToken(deps.config, site.id, asked.mark, asked.author_id)
  const link = `${base}?${new URLSearchParams({ ask, ...(lang && { lang }) })}`
  const what = filled(words.what, { site: island(name, spoken.dir) })
  return {
    name,
    subject: filled(words.subject, { site: name }),
    text: `${what}\n\n${words.open}\n${link}\n\n-- \n${words.lasts}\n`,
    html: page(
      spoken,
      `<p>${escapeHtml(what)}</p><p>${anchor(link, asLink(words.open))}</p><p style="${SMALL}">${escapeHtml(words.lasts)}</p>`,
    ),
    headers: leaving(base),
  }
}

/**
 * Tells what was published, as it stands now, by article. It carries names and the beginnings of texts, in which nothing can
 * be pressed; the only links are Parley's own. Null where nothing of it may be told any more.
 */
export const followDigestLetter: LetterWriter = async (deps, { mark, comments, more }, lang, to) => {
  const site = await siteNamed(deps, to.site!)
  if (!tellsByMail(deps, site)) return null
  const all = await deps.store.tellings.told(site.id, String(mark), comments as number[])
  if (all.length === 0) return null
  const spoken = await wordsOn(site, lang)
  return written(spoken, {
    site: headerLine(site.name),
    told: all.slice(-TOLD),
    number: all.length + Number(more),
    manage: mailsLink(deps.config, site.id, String(mark)),
    lang,
    linkTo: id => `${deps.config.origin}/c/${id}`,
  })
}

interface Told {
  site: string
  told: readonly ToldComment[]
  /** How many there are with those that are not told one by one. */
  number: number
  manage: string
  lang: string
  linkTo(id: string): string
}

function written(spoken: Spoken, { site, told, number, manage, lang, linkTo }: Told): Letter {
  const { dir } = spoken
  const { digest: words, guest } = spoken.followMail
  const text: string[] = []
  const html: string[] = []
  let article = -1
  for (const { comment, isReply, article: at } of told) {
    if (at.id !== article) {
      const title = at.title === null ? filled(words.untitled, { site: island(site, dir) }) : quiet(at.title, TITLE)
      text.push(`${island(title, dir)}\n`)
      html.push(`<h2 style="font-size:medium"><bdi>${escapeHtml(title)}</bdi></h2>`)
      article = at.id
    }
    const name = island(quiet(comment.author?.name ?? '', NAME) || guest, dir)
    const who = filled(isReply ? words.reply : words.wrote, { name })
    const said = quiet(plainText(comment.tree), TEXT)
    const link = linkTo(comment.id)
    text.push(`${who}\n  ${island(said, dir)}\n${words.read}\n${link}\n`)
    html.push(
      `<p>${escapeHtml(who)}</p><blockquote dir="auto" style="margin-inline:1em;white-space:pre-wrap">${escapeHtml(said)}</blockquote><p>${anchor(link, asLink(words.read))}</p>`,
    )
  }
  if (number > told.length) {
    const rest = counted(words.more, number - told.length, spoken.lang)
    text.push(`${rest}\n`)
    html.push(`<p>${escapeHtml(rest)}</p>`)
  }
  const why = filled(words.why, { site: island(site, dir) })
  const link = lang ? `${manage}?${new URLSearchParams({ lang })}` : manage
  return {
    name: site,
    subject: filled(counted(words.subject, number, spoken.lang), { site }),
    text: `${text.join('\n')}\n-- \n${why}\n${words.manage}\n${link}\n`,
    html: page(
      spoken,
      `${html.join('')}<p style="${SMALL}">${escapeHtml(why)} ${anchor(link, asLink(words.manage))}</p>`,
    ),
    headers: leaving(manage),
  }
}

import { html } from 'hono/html'
import { filledWith, type Spoken } from '../../locales.ts'
import type { FollowedRow } from '../../store/mailings.ts'

type Html = ReturnType<typeof html>

/** What the page of somebody's mails shows. */
export interface MailsPage {
  site: string
  /** The path that its forms go to, and below which Parley is reached. */
  action: string
  base: string
  lang: string | undefined
  /** What has just been done. */
  done: 'agreed' | 'left' | 'saved' | 'gone' | 'anew' | null
  /** Requests that wait: whose, and by what each is confirmed. */
  asks: { name: string | null; token: string }[]
  /** What is told, null where nothing is. */
  told: { replies: boolean; follows: FollowedRow[] } | null
  /** Whether the owner of the address has left, and is not asked for a while; or wishes never to be asked. */
  hasLeft: boolean
  isNever: boolean
}

/**
 * The page where the owner of an address says what is told there: plain HTML, without a script. To look at it changes
 * nothing, since programs that look through mails do so, too.
 */
export function mailsPage(page: MailsPage, { followMail, about, dir }: Spoken) {
  const words = followMail.page
  const site = html`<bdi>${page.site}</bdi>`
  const said = (phrase: string, more: Record<string, Html> = {}) => filledWith<string | Html>(phrase, { site, ...more })
  const button = (does: string, label: unknown, fields: Record<string, string | number> = {}) =>
    html`<form method="post" action="${page.action}">${Object.entries({
      do: does,
      ...fields,
      ...(page.lang && { lang: page.lang }),
    }).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
    )}<button>${label}</button></form>`
  const line = (does: string, what: unknown, isTold: boolean, fields: Record<string, number> = {}) =>
    html`<li>${what} ${button(does, isTold ? words.stop : words.start, { ...fields, on: isTold ? 0 : 1 })}</li>`
  const titleOf = ({ title, url }: FollowedRow) => html`<bdi>${title ?? url}</bdi>`
  const { told } = page
  return html`<!doctype html>
<html lang="${about.lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${words.title.replace('{site}', () => page.site)}</title>
<link rel="stylesheet" href="${page.base}/thread.css">
</head>
<body>
<main class="mails">
<h1>${said(words.title)}</h1>
${page.done === null ? '' : html`<p role="status"><strong>${said(words[page.done])}</strong>${page.done === 'gone' ? html` ${said(words.anew)}` : ''}</p>`}
${page.asks.map(
  ({ name, token }) => html`<p>${said(words.asks, { name: html`<bdi>${name ?? followMail.guest}</bdi>` })}</p>
${button('agree', words.agree, { ask: token })}`,
)}
${
  told === null
    ? page.asks.length > 0 || page.done === 'left' || page.done === 'anew'
      ? ''
      : html`<p>${words.nothing}</p>`
    : html`<h2>${words.told}</h2>
<ul>
${line('replies', words.replies, told.replies)}
${told.follows.map(row =>
  line(
    'follow',
    row.root === null
      ? said(words.thread, { title: titleOf(row) })
      : said(words.conversation, { title: titleOf(row), name: html`<bdi>${row.name ?? followMail.guest}</bdi>` }),
    row.is_unmailed === 0,
    { article: row.article_id, root: row.root_id },
  ),
)}
</ul>
${button('leave', said(words.leave))}`
}
${
  page.isNever
    ? html`<p>${words.isNever}</p>${button('allow', words.allow)}`
    : html`${page.hasLeft && page.asks.length === 0 ? button('again', words.start) : ''}${button('never', words.never)}<p class="soft">${words.neverMeans}</p>`
}
</main>
</body>
</html>`
}

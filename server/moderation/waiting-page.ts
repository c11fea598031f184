import { html, raw } from 'hono/html'
import type { Html } from '../articles/thread-page.ts'
import { htmlOf } from '../comments/html.ts'
import { type Case, type ModeratorRuling, REJECT_REASONS } from '../contract.ts'
import { counted, countedTo, filled, filledWith, type Spoken } from '../locales.ts'

/** What a moderator chooses from when refusing; what says least comes first, as it is what an unread list gives. */
const CHOICES = ['other', ...REJECT_REASONS.filter(reason => reason !== 'other')] as const

/** What the page shows: one comment that waits, and what was decided before it. */
export interface WaitingPage {
  spoken: Spoken
  /** The path below which Parley is reached. */
  base: string
  site: { id: string; name: string }
  /** How many wait, counted up to 101. */
  waiting: number
  /** The next one; null where none is left. */
  one: Case | null
  /** The comment after which this page looks on; null from the beginning. */
  after: string | null
  /** What was just decided, and the comment as it stands since. */
  did: { ruling: ModeratorRuling; of: Case } | null
  /** Whether somebody else was faster. */
  isLost: boolean
}

/** The page on which what waits is decided one after the other: plain HTML, for a telephone and without a script. */
export function waitingPage(page: WaitingPage): Html {
  const { spoken, base, site, waiting, one, did, isLost, after } = page
  const words = spoken.waiting
  const desk = `${base}/desk#${new URLSearchParams({ site: site.id, status: 'pending' })}`
  return framed(
    spoken,
    base,
    html`<header><p class="soft"><bdi>${site.name}</bdi></p><h1>${words.title}</h1>
${waiting > 0 ? html`<p class="soft">${countedTo(100, words.left, words.leftMany, waiting, spoken.lang)}</p>` : ''}</header>
<main>
${isLost ? html`<p class="notice" role="alert">${words.lost}</p>` : ''}
${did ? didOf(did, page) : ''}
${one ? caseOf(one, page) : html`<p>${waiting > 0 ? words.passed : words.done}</p>`}
${!one && waiting > 0 && after !== null ? html`<p><a href="${linkTo(page, {})}">${words.fromStart}</a></p>` : ''}
</main>
<footer class="soft"><a href="${desk}">${words.desk}</a></footer>`,
  )
}

/** What somebody sees who is not signed in in this browser. */
export const signInFirst = (spoken: Spoken, base: string, here: string): Html => {
  const words = spoken.waiting
  return framed(
    spoken,
    base,
    html`<main><h1>${words.signIn}</h1><p>${words.signInHow}</p>
<p><a class="go" href="${base}/desk">${words.desk}</a></p><p><a href="${here}">${words.comeBack}</a></p>
<p class="soft">${words.signInWhy}</p></main>`,
  )
}

const framed = ({ waiting, about, dir }: Spoken, base: string, inside: Html): Html => html`<!doctype html>
<html lang="${about.lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${waiting.title}</title>
<link rel="stylesheet" href="${base}/thread.css"></head><body>${inside}</body></html>`

/** This page with another place in the queue. */
const linkTo = ({ base, site }: Pick<WaitingPage, 'base' | 'site'>, more: Record<string, string>): string =>
  `${base}/desk/waiting?${new URLSearchParams({ site: site.id, ...more })}`

const hidden = (fields: Record<string, string | number | null>): Html[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    value === null ? [] : [html`<input type="hidden" name="${name}" value="${value}">`],
  )

function didOf({ ruling, of }: NonNullable<WaitingPage['did']>, { spoken, base, site, after }: WaitingPage): Html {
  const words = spoken.waiting
  const canTakeBack = ruling !== 'restore' && of.decision.ruling === ruling
  return html`<form method="post" action="${base}/desk/waiting" class="notice acts">
<p role="status">${words.did[ruling]} <span class="soft"><bdi>${beginning(of.text)}</bdi></span></p>
${canTakeBack ? html`${hidden({ site: site.id, comment: of.id, seen: of.version, after })}<button name="ruling" value="restore" class="quiet">${words.takeBack}</button>` : ''}
</form>`
}

function caseOf(one: Case, page: WaitingPage): Html {
  const { spoken, base, site, after } = page
  const { waiting: words, thread, lang } = spoken
  const { author, article, parent } = one
  const number = new Intl.NumberFormat(lang)
  const { published, rejected } = author
  const record = { published: number.format(published), refused: number.format(rejected) }
  const told = [
    published + rejected > 0 ? filled(words.record, record) : words.recordNone,
    one.reports > 0 ? counted(words.reports, one.reports, lang) : '',
    one.hasAppeal ? words.appeal : '',
  ]
  const when = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  const reasons = [...new Set(one.findings.map(({ reason }) => words.reasons[reason]))]
  return html`<article>
<header class="soft"><b><bdi>${author.name ?? thread.guest}</bdi></b>
<time datetime="${new Date(one.createdAt).toISOString()}">${when.format(one.createdAt)} UTC</time>
<p>${filledWith(words.on, { article: html`<a href="${article.url}" rel="noopener"><bdi>${article.title ?? article.key}</bdi></a>` })}${parent ? html` · ${filledWith(thread.inReplyTo, { name: html`<bdi>${parent.name ?? thread.guest}</bdi>` })}: <bdi>${parent.excerpt}</bdi>` : ''}</p></header>
<div${one.lang ? html` lang="${one.lang}"` : ''}>${raw(htmlOf(one.tree))}</div>
${reasons.length > 0 ? html`<p class="soft">${filled(words.why, { reasons: reasons.join(' · ') })}</p>` : ''}
<p class="soft">${told.filter(Boolean).join(' ')}</p>
</article>
<form method="post" action="${base}/desk/waiting">
${hidden({ site: site.id, comment: one.id, seen: one.version, after })}
<p class="acts"><button name="ruling" value="approve">${words.approve}</button>
<button name="ruling" value="spam" class="quiet">${words.spam}</button></p>
<fieldset class="acts"><label>${words.becauseOf}<select name="reason">${CHOICES.map(reason => html`<option value="${reason}">${words.reasons[reason]}</option>`)}</select></label>
<button name="ruling" value="reject" class="quiet">${words.reject}</button></fieldset>
</form>
<p><a href="${linkTo(page, { after: one.id })}">${words.later}</a></p>`
}

/** As much of a text as tells which it was. */
const beginning = (text: string): string => {
  const [...letters] = text.replace(/\s+/g, ' ').trim()
  return letters.length > 80 ? `${letters.slice(0, 80).join('')}…` : letters.join('')
}

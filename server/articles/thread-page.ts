import { html, raw } from 'hono/html'
import { htmlOf } from '../comments/html.ts'
import { type Comment, SORTS, type Sort, type Thread } from '../contract.ts'
import { counted, filledWith, type Spoken } from '../locales.ts'

export type Html = ReturnType<typeof html>

/** Everything a page of a thread without JavaScript shows. */
export interface ThreadPage {
  words: Spoken
  thread: Thread
  /** The reader's own comments that others do not see. */
  own: readonly Comment[]
  /** Addresses on this page's own path, with the query that names this thread. */
  /** The path below which Parley is reached. */
  base: string
  link(change: Record<string, string | null>): string
  /** The lasting address of a comment. */
  permalink(id: string): string
  form: ThreadForm | null
  /** The style sheet that the owner's theme makes; '' for none. */
  look: string
  /** The page that tells what is kept of readers. */
  kept: string
  /** Where one can write, if not here. */
  write: string | null
  sort: Sort
  /** Whether this is a later page, which links back to the first. */
  isLater: boolean
}

/** The plain form: hidden fields that name the thread and prove that the page came from here. */
export interface ThreadForm {
  hidden: Record<string, string>
  parent: Comment | null
  text: string
  name: string
  /** What was wrong with the last try, in words, and their language. */
  fault: { words: string; lang: string; dir: 'ltr' | 'rtl' } | null
  /** A moderator's warning that has to be read first. */
  warning: string | null
}

/** The whole page. Every text and name is escaped by the template, and is a bidi island of its own. */
export function threadPage(page: ThreadPage): Html {
  const { words, thread } = page
  const title = thread.article.title ?? pathOf(thread.article.url)
  return html`<!doctype html>
<html lang="${words.lang}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.thread.comments}: ${title}</title>
<link rel="stylesheet" href="${page.base}/thread.css">
${page.look === '' ? '' : html`<style>${raw(page.look)}</style>`}
<link rel="canonical" href="${thread.article.url}">
</head>
<body>
<header>
<p class="soft"><bdi>${thread.site.name}</bdi></p>
<h1>${filledWith(words.plain.onArticle, { title: html`<a href="${thread.article.url}"><bdi>${title}</bdi></a>` })}</h1>
</header>
<main>
${page.form ? formOf(page.form, page) : html`<p class="notice">${words.thread.closed}</p>`}
${threadFragment(page)}
</main>
<footer class="soft"><a href="${page.kept}">${words.device.keeping}</a></footer>
</body>
</html>`
}

/** What an article without a title is called: its path as people read it, unless something in it hides or reorders. */
function pathOf(url: string): string {
  const { pathname } = new URL(url)
  try {
    const path = decodeURI(pathname)
    return /[\p{C}\p{Zl}\p{Zp}]/u.test(path.replace(/\u200c/g, '')) ? pathname : path
  } catch {
    return pathname
  }
}

/** The comments alone, for owners who place them in their pages when these are built. */
export function threadFragment(page: ThreadPage): Html {
  const { words, thread, own, link, isLater } = page
  const answers = Map.groupBy(thread.comments, comment => comment.root)
  const roots = thread.comments.filter(comment => comment.parent === null)
  const byId = new Map(thread.comments.map(comment => [comment.id, comment]))
  return html`<section class="parley" itemscope itemtype="https://schema.org/DiscussionForumPosting">
<meta itemprop="url" content="${thread.article.url}"><meta itemprop="commentCount" content="${thread.article.count}">
${thread.article.title === null ? '' : html`<meta itemprop="headline" content="${thread.article.title}">`}
<h2>${words.thread.comments} (<span>${new Intl.NumberFormat(words.lang).format(thread.article.count)}</span>)</h2>
${ordersOf(page)}
${own.map(comment => ownOf(comment, page))}
${roots.length === 0 && own.length === 0 ? html`<p>${words.thread.empty}</p>` : ''}
<ol class="comments">
${roots.map(
  root => html`<li>${commentOf(root, page)}
${answersOf(
  answers.get(root.id)!.filter(comment => comment.parent !== null),
  page,
  byId,
)}
${root.more === null ? '' : html`<p><a href="${link({ replies: root.id, after: null })}">${counted(words.acts.show, root.replies, words.lang)}</a></p>`}
</li>`,
)}
</ol>
<nav>${isLater ? html`<p><a href="${link({ after: null, replies: null })}">${words.plain.first}</a></p>` : ''}
${thread.next === null ? '' : html`<p><a rel="next" href="${link({ after: thread.next })}">${words.thread.more}</a></p>`}</nav>
${page.write === null ? '' : html`<p><a href="${page.write}" rel="nofollow">${words.thread.write}</a></p>`}
</section>`
}

/** A comment that only its author sees here: what becomes of it, why, and what a moderator said. */
function ownOf(comment: Comment, page: ThreadPage): Html {
  const { words } = page
  const { reason, told } = comment
  const isWaiting = comment.status === 'pending'
  const why = isWaiting ? reason && words.reasons[reason] : words.reasons[reason ?? 'other']
  return html`<div class="notice"><p>${isWaiting ? words.writing.postedWaiting : words.writing.postedRefused}${why ? ` ${why}` : ''}</p>${told?.words ? html`<p>${words.appeal.moderator}</p><blockquote dir="auto">${told.words}</blockquote>` : ''}${commentOf(comment, page)}</div>`
}

/** The orders there are, once there is something to order. */
function ordersOf({ words, thread, link, sort }: ThreadPage): Html | '' {
  if (thread.article.count < 2) return ''
  const orders = SORTS.filter(order => order !== 'helpful' || thread.article.votes > 0)
  return html`<nav class="soft" aria-label="${words.present.order}"><ul class="orders">${orders.map(
    order =>
      html`<li>${
        order === sort
          ? html`<b aria-current="true">${words.present.orders[order]}</b>`
          : html`<a href="${link({ sort: order, after: null, replies: null })}">${words.present.orders[order]}</a>`
      }</li>`,
  )}</ul></nav>`
}

function answersOf(replies: readonly Comment[], page: ThreadPage, byId: ReadonlyMap<string, Comment>): Html | '' {
  if (replies.length === 0) return ''
  return html`<ol class="replies">${replies.map(reply => {
    const parent = reply.parent === reply.root ? null : byId.get(reply.parent!)
    return html`<li>${commentOf(reply, page, parent)}</li>`
  })}</ol>`
}

function commentOf(comment: Comment, { words, permalink, form, link }: ThreadPage, answered?: Comment | null): Html {
  const { id, author } = comment
  const nameOf = (other: Comment) => other.author?.name ?? words.thread.guest
  if (!author) {
    return html`<article id="comment-${id}"><p class="soft">${comment.status === 'withdrawn' ? words.thread.deletedByAuthor : words.thread.removedByModerator}</p></article>`
  }
  const when = new Intl.DateTimeFormat(words.lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  return html`<article id="comment-${id}" itemprop="comment" itemscope itemtype="https://schema.org/Comment">
<header class="soft"><b itemprop="author" itemscope itemtype="https://schema.org/Person"><bdi itemprop="name">${nameOf(comment)}</bdi></b>
${answered ? html`<span>${filledWith(words.thread.inReplyTo, { name: html`<a href="#comment-${answered.id}"><bdi>${nameOf(answered)}</bdi></a>` })}</span>` : ''}
<a itemprop="url" href="${permalink(id)}"><time itemprop="dateCreated" datetime="${new Date(comment.createdAt).toISOString()}">${when.format(comment.createdAt)} UTC</time></a>${comment.marks?.map(mark => html` <span>${mark === 'edited' ? `${words.acts.edited} ` : ''}${words.acts.marks[mark]}</span>`) ?? ''}</header>
<div itemprop="text">${raw(htmlOf(comment.tree))}</div>
${form && comment.status === 'published' && !comment.marks?.includes('locked') ? html`<p class="soft"><a href="${link({ parent: id })}#write" rel="nofollow">${words.thread.reply}</a></p>` : ''}
</article>`
}

function formOf({ hidden, parent, text, name, fault, warning }: ThreadForm, { base, words, thread }: ThreadPage): Html {
  const { guidelines } = thread.policy
  return html`${guidelines.length > 0 ? html`<div class="soft">${raw(htmlOf(guidelines))}</div>` : ''}
<form method="post" action="${base}/thread" id="write" accept-charset="utf-8">
${Object.entries(hidden).map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`)}
${fault === null ? '' : html`<p class="notice" role="alert" lang="${fault.lang}" dir="${fault.dir}">${fault.words}</p>`}
${parent === null ? '' : html`<p>${filledWith(words.thread.replyTo, { name: html`<bdi>${parent.author?.name ?? words.thread.guest}</bdi>` })}</p>`}
<label>${words.thread.write}<textarea name="text" rows="5" dir="auto" required>${text}</textarea></label>
<label>${words.writing.name}<input name="name" dir="auto" autocomplete="nickname" value="${name}"></label>
${warning === null ? '' : html`<div class="notice"><p>${words.standing.warned}</p><blockquote dir="auto">${warning}</blockquote><label><input type="checkbox" name="read" value="1" required> ${words.standing.read}</label></div>`}
<p class="soft">${words.plain.formatting}</p>
<button>${words.writing.post}</button>
</form>`
}

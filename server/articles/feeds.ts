import { escapeHtml, htmlOf } from '../comments/html.ts'
import type { Comment } from '../contract.ts'

/** A feed of published comments, newest first. */
export interface Feed {
  title: string
  /** The feed's own address, and that of the page it follows. */
  self: string
  home: string
  /** Who wrote without a name. */
  guest: string
  entries: FeedEntry[]
}

export interface FeedEntry {
  comment: Comment
  /** The comment's lasting address, which is its id in the feed, too. */
  url: string
  /** The lasting address of the comment it answers. */
  parent: string | null
  article: { title: string | null; url: string }
}

/** Atom (RFC 4287) with replies threaded (RFC 4685). */
export function atom({ title, self, home, guest, entries }: Feed): string {
  const updated = Math.max(0, ...entries.map(({ comment }) => comment.editedAt ?? comment.createdAt))
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
<title>${xml(title)}</title>
<id>${xml(self)}</id>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(home)}"/>
<updated>${time(updated)}</updated>
<generator>Parley</generator>
${entries.map(entry => atomEntry(entry, guest)).join('')}</feed>
`
}

function atomEntry({ comment, url, parent, article }: FeedEntry, guest: string): string {
  const name = comment.author?.name ?? guest
  return `<entry>
<title>${xml(titleOf(name, article))}</title>
<id>${xml(url)}</id>
<link rel="alternate" type="text/html" href="${xml(url)}"/>
${parent === null ? '' : `<thr:in-reply-to ref="${xml(parent)}" href="${xml(parent)}"/>\n`}<author><name>${xml(name)}</name></author>
<published>${time(comment.createdAt)}</published>
<updated>${time(comment.editedAt ?? comment.createdAt)}</updated>
<content type="html">${xml(htmlOf(comment.tree))}</content>
</entry>
`
}

/** JSON Feed 1.1. */
export function jsonFeed({ title, self, home, guest, entries }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    items: entries.map(({ comment, url, article }) => ({
      id: url,
      url,
      external_url: article.url,
      title: titleOf(comment.author?.name ?? guest, article),
      content_html: htmlOf(comment.tree),
      date_published: time(comment.createdAt),
      ...(comment.editedAt !== null && { date_modified: time(comment.editedAt) }),
      authors: [{ name: comment.author?.name ?? guest }],
    })),
  })
}

const titleOf = (name: string, article: FeedEntry['article']) =>
  article.title === null ? name : `${name}: ${article.title}`

const time = (ms: number) => new Date(ms).toISOString()

/** Text as it stands in XML 1.0, which has no word for most control characters, lone surrogates and non-characters. */
const xml = (text: string) => escapeHtml(text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''))

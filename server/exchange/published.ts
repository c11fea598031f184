import { escapeHtml, htmlOf } from '../comments/html.ts'
import { spellId } from '../comments/ids.ts'
import type { PublishedFormat } from '../contract.ts'
import type { Engine } from '../store/engine.ts'
import { publishedReader, type ShownRow } from '../store/published.ts'
import { type Cell, CSV_MARK, csvLine } from './csv.ts'

/** Which site, and where Parley is reached. */
export interface Asked {
  site: string
  origin: string
}

/** What the public sees of a site, page by page as it is asked for. */
export const publishedAs = (format: PublishedFormat, engine: Engine, asked: Asked): AsyncGenerator<string> =>
  format === 'csv' ? csvOf(engine, asked) : disqusOf(engine, asked)

const time = (at: number): string => {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString()
}

async function* csvOf(engine: Engine, { site, origin }: Asked): AsyncGenerator<string> {
  const columns: Record<string, (row: ShownRow) => Cell> = {
    id: row => spellId(row.id),
    parent: row => row.parent_id && spellId(row.parent_id),
    at: row => time(row.created_at),
    name: row => row.name,
    badge: row => row.badge,
    text: row => row.text,
    up: row => row.up_votes,
    down: row => row.down_votes,
    link: row => `${origin}/c/${spellId(row.id)}`,
    article: row => row.key,
    title: row => row.title,
    url: row => row.url,
  }
  yield CSV_MARK + csvLine(Object.keys(columns))
  for await (const page of publishedReader(engine).comments(site)) {
    const published = page.filter(({ status }) => status === 'published')
    yield published.map(row => csvLine(Object.values(columns).map(cell => cell(row)))).join('')
  }
}

/** What XML 1.0 cannot hold, not even escaped. */
const UNSPEAKABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text as it stands in XML; what is no character there is left out. */
const xml = (text: string): string => escapeHtml(text.toWellFormed().replace(UNSPEAKABLE, ''))

const DISQUS_HEAD = `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://disqus.com/api/schemas/1.0/disqus.xsd http://disqus.com/api/schemas/1.0/disqus-internals.xsd">
`

/** The XML that Disqus exports, which most other systems read: a thread for each article, and its posts. */
async function* disqusOf(engine: Engine, { site }: Asked): AsyncGenerator<string> {
  const forum = xml(site)
  yield `${DISQUS_HEAD}<category dsq:id="1"><forum>${forum}</forum><title>General</title><isDefault>true</isDefault></category>\n`
  for await (const page of publishedReader(engine).articles(site)) {
    yield page
      .map(
        ({ id, key, url, title, is_closed, created_at }) =>
          `<thread dsq:id="${id}"><id>${xml(key)}</id><forum>${forum}</forum><category dsq:id="1"/><link>${xml(url)}</link>` +
          `<title>${xml(title ?? key)}</title><message/><createdAt>${time(created_at)}</createdAt>` +
          `<author><name/><isAnonymous>true</isAnonymous></author><isClosed>${is_closed === 1}</isClosed><isDeleted>false</isDeleted></thread>\n`,
      )
      .join('')
  }
  for await (const page of publishedReader(engine).comments(site)) yield page.map(postOf).join('')
  yield '</disqus>\n'
}

/** A comment as a post; a stub is one that was deleted. */
function postOf(row: ShownRow): string {
  const isDeleted = row.status !== 'published'
  const [message, name] = isDeleted ? ['', ''] : [htmlOf(JSON.parse(row.tree)), row.name ?? '']
  return (
    `<post dsq:id="${row.id}"><id>${spellId(row.id)}</id><message>${xml(message)}</message><createdAt>${time(row.created_at)}</createdAt>` +
    `<isDeleted>${isDeleted}</isDeleted><isSpam>false</isSpam><author><name>${xml(name)}</name><isAnonymous>true</isAnonymous></author>` +
    `<thread dsq:id="${row.article_id}"/>${row.parent_id === null ? '' : `<parent dsq:id="${row.parent_id}"/>`}</post>\n`
  )
}

import { sql } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import PostalMime from 'postal-mime'
import { printed } from '../../../server/commands/command.ts'
import { verifyLogs } from '../../../server/commands/log.ts'
import { listPeople } from '../../../server/commands/people.ts'
import { listSites, setSite } from '../../../server/commands/sites.ts'
import { readId } from '../../../server/comments/ids.ts'
import type { DeskArticles, OwnMail, Queue } from '../../../server/contract.ts'
import { localeFor } from '../../../server/locales.ts'
import { sendDigests } from '../../../server/notices/send-digests.ts'
import { sendOutbox } from '../../../server/notices/send-outbox.ts'
import { codeMail } from '../../../server/people/code-mail.ts'
import { readerOn } from '../../../server/people/reader.ts'
import { followDigestLetter } from '../../../server/people/told/letters.ts'
import { mailsLink, marksOf } from '../../../server/people/told/links.ts'
import { snippetOf } from '../../../server/sites/welcome.ts'
import type { Place } from './place.ts'
import { isFormula, readCsv } from './read-csv.ts'
import { OF_MAIL, OF_PAGE, OF_TEXT, OF_TOLD, readHtml, strangersIn } from './read-html.ts'
import { readXml } from './read-xml.ts'

/** Where a string that came in may come out again. */
export interface Exits {
  place: Place
  /** The site's articles, as a query names each. */
  articles: Record<string, string>[]
  /** The ids of comments of all kinds. */
  comments: string[]
}

/** Takes everything out by one way, and gives what is wrong with it. */
export type WayOut = (exits: Exits) => Promise<string[]>

const query = (fields: Record<string, string>) => new URLSearchParams(fields).toString()

/** What one writer threw, or nothing. */
async function faultsOf(where: string, look: () => Promise<string[]> | string[]): Promise<string[]> {
  try {
    return (await look()).map(each => `${where}: ${each}`)
  } catch (error) {
    return [`${where}: ${(error as Error).message}`]
  }
}

const NODES: Record<string, readonly string[]> = {
  p: ['children'],
  quote: ['children'],
  list: ['start', 'items'],
  pre: ['text'],
  em: ['children'],
  strong: ['children'],
  del: ['children'],
  code: ['text'],
  link: ['children'],
  mention: ['name'],
  break: [],
}

/** Characters that no stored text has: controls but newline and tab, overrides, halves of pairs, non-characters. */
const UNCLEAN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]|\p{Noncharacter_Code_Point}|\p{Surrogate}/u

/**
 * Goes through an answer: every tree has the nodes that the widget draws, every string is clean, nothing is inherited.
 * @param isTree whether every object here is a node of a tree
 */
export function strangersInJson(value: unknown, path = '$', isTree = false): string[] {
  if (typeof value === 'string') return UNCLEAN.test(value) ? [`${path} is unclean: ${JSON.stringify(value)}`] : []
  if (Array.isArray(value)) return value.flatMap((each, at) => strangersInJson(each, `${path}[${at}]`, isTree))
  if (typeof value !== 'object' || value === null) return []
  const node = value as Record<string, unknown>
  const found = Object.entries(node).flatMap(([key, each]) =>
    strangersInJson(each, `${path}.${key}`, isTree || key === 'tree' || key === 'guidelines'),
  )
  if (Object.hasOwn(node, '__proto__')) found.push(`${path} has a __proto__`)
  if (!isTree) return found
  const { type, href = 'https://', ...rest } = node
  const keys = Object.hasOwn(NODES, String(type)) ? NODES[String(type)]! : null
  if (!keys) found.push(`${path} is a node of type ${type}`)
  else if (Object.keys(rest).some(key => !keys.includes(key))) found.push(`${path} holds too much`)
  if (!/^(https?:\/\/|mailto:)/i.test(String(href))) found.push(`${path} leads to ${href}`)
  return found
}

async function json(answer: Response): Promise<string[]> {
  const type = answer.headers.get('content-type') ?? ''
  const text = await answer.text()
  const faults = strangersInJson(JSON.parse(text))
  if (answer.status >= 500) faults.push(`answered ${answer.status}`)
  if (!/^application\/([a-z]+\+)?json/.test(type)) faults.push(`is ${type}`)
  if (answer.headers.get('x-content-type-options') !== 'nosniff') faults.push('may be sniffed')
  return faults
}

async function page(answer: Response): Promise<string[]> {
  const csp = answer.headers.get('content-security-policy') ?? ''
  const read = readHtml(await answer.text())
  const faults = strangersIn(read, OF_PAGE)
  if (answer.status >= 500) faults.push(`answered ${answer.status}`)
  if (!csp.startsWith("default-src 'none'") || /unsafe/.test(csp)) faults.push(`runs under ${csp}`)
  return faults
}

/** The mail as a mail server gets it, read by a mail program. */
async function mail(one: Place['stage']['mails'][number], made = OF_MAIL): Promise<string[]> {
  const transport = createTransport({ streamTransport: true, buffer: true })
  const { message, envelope } = await transport.sendMail({
    from: { name: 'Parley', address: 'parley@parley.example' },
    to: { name: '', address: one.to },
    subject: one.subject,
    text: one.text,
    html: one.html,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  const read = await PostalMime.parse(message as Buffer)
  const faults = strangersIn(readHtml(one.html), made)
  const headers = read.headers.map(({ key }) => key).sort()
  const usual = ['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to']
  if (headers.join() !== usual.join()) faults.push(`has the headers ${headers}`)
  if (read.to?.length !== 1 || read.to[0]!.address !== one.to || envelope.to.length !== 1) faults.push('goes elsewhere')
  // A mail program takes spaces at the ends and in a row for one.
  const even = (text = '') => text.replace(/\s+/gu, ' ').trim()
  if (even(read.subject) !== even(one.subject)) faults.push(`has the subject ${JSON.stringify(read.subject)}`)
  if (even(read.text) !== even(one.text)) faults.push(`says ${JSON.stringify(read.text)}`)
  if (/\p{Cc}/u.test(one.subject) || UNCLEAN.test(one.text)) faults.push(`is unclean: ${JSON.stringify(one)}`)
  return faults
}

/** What would take over a terminal, or begin a line of its own. */
const TAKES_OVER = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/

const SIGN_IN_ENDS = ['denied', 'stale'] as const

/**
 * Every way by which it leaves again, and what is asked of it there. Each page is read by a reader that knows no mercy, and
 * is made of nothing but what its writer makes.
 */
export const WAYS_OUT: Readonly<Record<string, WayOut>> = {
  'thread of the widget': async ({ place: { stage }, articles }) =>
    each(articles, article =>
      faultsOf('thread', async () => json(await stage.send(`/api/threads?${query({ ...article, limit: '50' })}`))),
    ),
  'changes of a thread': async ({ place: { stage }, articles }) =>
    each(articles, article =>
      faultsOf('changes', async () =>
        json(await stage.send(`/api/threads/changes?${query({ ...article, since: '0' })}`)),
      ),
    ),
  'own comments, votes and account': async ({ place: { stage }, articles }) =>
    each(['ada', 'chiara', 'darya', 'eve'] as const, async name => {
      const headers = stage.as(name).headers()
      const { site } = stage
      const paths = ['/api/me/comments', '/api/me/votes', '/api/me/news', '/api/account', '/api/account/export']
      const asked = [...paths.map(path => `${path}?${query({ site })}`), `/api/me?${query(articles[0]!)}`]
      return each(asked, path => faultsOf(path, async () => json(await stage.send(path, { headers }))))
    }),
  'one comment, its source and earlier texts': async ({ place: { stage }, comments }) =>
    each(comments, id =>
      each(['', '/source', '/editions', '/replies'], path =>
        faultsOf(`comment${path}`, async () => json(await stage.send(`/api/comments/${id}${path}`))),
      ),
    ),
  'lasting address': async ({ place: { stage }, comments }) =>
    each(comments, id =>
      faultsOf('/c', async () => {
        const location = (await stage.send(`/c/${id}`)).headers.get('location')
        const leads = location === null || /^https:\/\/(fa\.)?daily\.example\/[\x21-\x7e]*$/.test(location)
        return leads ? [] : [`leads to ${location}`]
      }),
    ),
  'page without JavaScript': async ({ place: { stage }, articles }) =>
    each(articles, article =>
      each([{}, { lang: 'fa' }, { fragment: '1' }] as Record<string, string>[], more =>
        faultsOf('/thread', async () => {
          const answer = await stage.send(`/thread?${query({ ...article, ...more })}`)
          return page(answer)
        }),
      ),
    ),
  'words of the page without JavaScript': async ({ place: { stage }, articles }) =>
    each(articles, article =>
      faultsOf('/thread', async () => {
        const { comments, article: shown } = await stage.as('ben').reads(article)
        const { text } = readHtml(await (await stage.send(`/thread?${query(article)}`)).text())
        const names = [shown.title, ...comments.slice(0, 5).map(({ author }) => author?.name)]
        return names.flatMap(name => (name && !text.includes(name) ? [`has lost ${JSON.stringify(name)}`] : []))
      }),
    ),
  'Atom feed': async ({ place: { stage }, articles }) =>
    each([{}, ...articles] as Record<string, string>[], article =>
      faultsOf('atom', async () => {
        const answer = await stage.send(`/feeds/${stage.site}/atom?${query(article)}`)
        const elements = readXml(await answer.text())
        const entries = elements.filter(({ name }) => name === 'entry').length
        const faults = elements
          .filter(({ name }) => name === 'content')
          .flatMap(({ text }) => strangersIn(readHtml(text), OF_TEXT))
        for (const one of ['id', 'title', 'updated'])
          if (elements.filter(({ name }) => name === one).length !== entries + 1) faults.push(`has another ${one}`)
        if (elements.filter(({ name }) => name === 'author').length !== entries) faults.push('has another author')
        return faults
      }),
    ),
  'JSON feed': async ({ place: { stage }, articles }) =>
    each([{}, ...articles] as Record<string, string>[], article =>
      faultsOf('json feed', async () => {
        const answer = await stage.send(`/feeds/${stage.site}/json?${query(article)}`)
        const { items } = (await answer.clone().json()) as { items: { content_html: string }[] }
        return [...(await json(answer)), ...items.flatMap(item => strangersIn(readHtml(item.content_html), OF_TEXT))]
      }),
    ),
  queue: async ({ place: { stage, olga } }) =>
    each(['pending', 'reported', 'appealed', 'unreviewed', 'published', 'rejected', 'withdrawn'], status =>
      faultsOf('queue', async () => json(await olga.sends(`/api/desk/queue?${query({ site: stage.site, status })}`))),
    ),
  'case and its file': async ({ place: { olga }, comments }) =>
    each(comments, id =>
      each(['', '/file', '/others'], path =>
        faultsOf('case', async () => json(await olga.sends(`/api/desk/comments/${id}${path}`))),
      ),
    ),
  'pages of the desk': async ({ place: { stage, olga } }) =>
    each(['articles', 'policy', 'saved-replies', 'log', 'changes'], what =>
      faultsOf(what, async () =>
        json(
          await olga.sends(
            `/api/desk/${what}?${query({ site: stage.site, ...(what === 'changes' && { since: '0' }) })}`,
          ),
        ),
      ),
    ),
  'person at the desk': async ({ place: { olga } }) =>
    each(['me', 'notifications'], what => faultsOf(what, async () => json(await olga.sends(`/api/desk/${what}`)))),
  'log as CSV': async ({ place: { stage, olga } }) =>
    faultsOf('csv', async () => {
      const answer = await olga.sends(`/api/desk/log/export?${query({ site: stage.site, format: 'csv' })}`)
      const rows = readCsv((await answer.text()).replace(/^\ufeff/, ''))
      const broken = rows.filter(row => row.length !== rows[0]!.length).map(row => `a row of ${row.length}`)
      return [
        ...broken,
        ...rows
          .flat()
          .filter(isFormula)
          .map(cell => `computes ${JSON.stringify(cell)}`),
      ]
    }),
  'log as lines': async ({ place: { stage, olga } }) =>
    faultsOf('jsonl', async () => {
      const answer = await olga.sends(`/api/desk/log/export?${query({ site: stage.site, format: 'jsonl' })}`)
      const text = await answer.text()
      // A reader of lines may take any of these for an end.
      const lines = text.replace(/\n$/, '').split(/\r\n|[\n\r\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]/)
      const seqs = lines.map(line => (JSON.parse(line) as { seq: number }).seq)
      return seqs.every((seq, at) => seq === at + 1) ? [] : ['has other lines than decisions']
    }),
  'mail to moderators': async ({ place: { stage } }) =>
    faultsOf('digest', async () => {
      const waits = stage.as('darya')
      await setSite(stage.deps.store, stage.site, { setting: ['holds=all'] }, () => {})
      await waits.posts('Waits').catch(() => {})
      await stage
        .as('ada')
        .posts('Waits, too')
        .catch(() => {})
      const mona = await stage.atDesk('mona')
      await mona.asks('/api/desk/notifications', {
        method: 'PUT',
        json: { email: 'm@mail.example', digests: [stage.site] },
      })
      stage.clock.now += 60_000
      const before = stage.mails.length
      await sendDigests(stage.deps)
      await sendOutbox(stage.deps)
      await setSite(stage.deps.store, stage.site, { setting: ['holds=none'] }, () => {})
      return stage.mails.length === before ? ['none was sent'] : []
    }),
  'mail that tells readers of comments, and its page': async ({ place: { stage }, articles, comments }) =>
    faultsOf('told', async () => {
      const { deps, site } = stage
      const reader = stage.as('eve')
      for (const article of articles.slice(0, 100)) {
        const json = { site, ...article, follow: true }
        await stage.send('/api/follows', { method: 'PUT', headers: reader.headers(), json })
      }
      const address = 'eve@mail.example'
      const mark = marksOf(deps.config, site, address)[0]
      const { mails } = await reader.lists<OwnMail>('mail')
      if (mails.length === 0) await reader.asksMail({ email: address })
      const author = (await deps.store.posting.author(site, readerOn(site, reader.token)))!
      await deps.store.mailings.confirm(site, mark, author.id, stage.clock.now)
      // Who follows for long and has not looked since.
      await deps.store.engine.write([sql`UPDATE follows SET seen_at = 0 WHERE author_id = ${author.id}`])
      const ids = comments.map(id => readId(id)!)
      const path = new URL(mailsLink(deps.config, site, mark)).pathname
      return each(['en', 'fa'], async lang => {
        const to = { site, address, key: address }
        const letter = await followDigestLetter(deps, { mark, comments: ids, more: 3 }, lang, to)
        const shown = await page(await stage.send(`${path}?lang=${lang}`))
        return [...shown, ...(letter ? await mail({ to: address, ...letter }, OF_TOLD) : ['nothing is told'])]
      })
    }),
  'mail, as it is sent': async ({ place: { stage } }) => {
    const site = (await stage.deps.store.sites.find(stage.site))!.name
    const spoken = await Promise.all([localeFor('en'), localeFor('fa')])
    const code = spoken.map(words =>
      codeMail({ to: 'ada@mail.example', code: '123456', site, purpose: 'erase' }, words),
    )
    return each([...stage.mails, ...code], one => faultsOf('mail', () => mail(one)))
  },
  'window of a sign-in': async ({ place: { stage } }) =>
    each(SIGN_IN_ENDS, () =>
      each(['', '?lang=fa', `?lang=${encodeURIComponent('"><script>')}`], search =>
        faultsOf('/sign-in', async () => page(await stage.send(`/sign-in/${'x'.repeat(43)}${search}`))),
      ),
    ),
  'refusal as a page': async ({ place: { stage } }) =>
    each(['/nowhere', '/c/0', '/thread?site=%3Cb%3E&url=x', '/feeds/%22%3E/atom', '/api/%00'], path =>
      faultsOf(path, async () => {
        const answer = await stage.send(path, { headers: { accept: 'text/html' } })
        return path.startsWith('/api') ? json(answer) : page(answer)
      }),
    ),
  'page of what waits': async ({ place: { stage } }) => {
    const { cookie } = await stage.atDesk('mona')
    const at = `/desk/waiting?site=${stage.site}`
    const { cases } = await stage.deps.store.queue.page(stage.site, 'all', 3, null)
    const places = ['', '&after=0', ...cases.map(({ id }) => `&did=spam&of=${id}`)]
    return each(places, query => faultsOf(at, async () => page(await stage.send(at + query, { headers: { cookie } }))))
  },
  'log of the server': async ({ place: { stage } }) => stage.log.map(line => `logged: ${JSON.stringify(line)}`),
  'command line': async ({ place: { stage } }) => {
    const faults: string[] = []
    const { store } = stage.deps
    const say = (lines: string | string[], facts: Record<string, unknown>) => {
      for (const line of printed(lines, facts, false).split('\n'))
        if (TAKES_OVER.test(line)) faults.push(`prints ${JSON.stringify(line)}`)
      if (TAKES_OVER.test(printed(lines, facts, true))) faults.push('its JSON takes the terminal over')
      const count = [lines].flat().length
      if (printed(lines, facts, false).split('\n').length !== count) faults.push(`prints more lines than ${count}`)
    }
    await listSites(store, say)
    await listPeople(store, say)
    await setSite(store, stage.site, {}, say)
    await verifyLogs(store, { site: stage.site }, say)
    say(snippetOf(stage.deps.config.origin, stage.site), {})
    return faults
  },
  'counts and the file': async ({ place: { stage } }) => {
    const { discrepancies } = stage.deps.store.doctor
    return (await discrepancies()).map(row => `doctor: ${row.what} of ${row.id}`)
  },
}

async function each<T>(all: readonly T[], look: (one: T) => Promise<string[]>): Promise<string[]> {
  const found: string[] = []
  for (const one of all) found.push(...(await look(one)))
  return found
}

/**
 * Everything of a place that can come out.
 * @param most comments of each tab that are looked at one by one
 */
export async function exitsOf(place: Place, most: number): Promise<Exits> {
  const { stage, olga } = place
  const { site } = stage
  const { articles } = await olga.asks<DeskArticles>(`/api/desk/articles?${query({ site })}`)
  const comments: string[] = []
  for (const status of ['pending', 'published', 'rejected']) {
    const { cases } = await olga.asks<Queue>(`/api/desk/queue?${query({ site, status })}`)
    comments.push(...cases.slice(0, most).map(({ id }) => id))
  }
  const named = articles.map(
    ({ key, url }): Record<string, string> => ({
      site,
      url,
      ...(key.startsWith('=') && { article: key.slice(1) }),
    }),
  )
  return { place, articles: named, comments }
}

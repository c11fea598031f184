import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { siteNamed } from '../../articles/open.ts'
import type { Deps } from '../../deps.ts'
import { PLAIN_HEADERS } from '../../http/refusal-page.ts'
import { Problem } from '../../problems.ts'
import { basePath } from '../../sites/origins.ts'
import { wordsOn } from '../../sites/own-words.ts'
import { askToken, readAskToken, readMailsToken } from './links.ts'
import { type MailsPage, mailsPage } from './page.ts'

/** A form of the page has a few short fields. */
const FORM_BYTES = 16_384
/** Requests that are shown at once to who has left. */
const ASKS = 3

/**
 * `/mails/SITE/TOKEN`: where the owner of an address says what is told there by mail. The token is in mails to that address
 * only, and is all it takes; so no form can be sent from elsewhere by who does not have it. Nothing changes by a GET.
 */
export function toldPages(deps: Deps): Hono {
  const { mailings } = deps.store
  const found = async (c: Context) => {
    const site = await siteNamed(deps, c.req.param('site')!)
    const mark = readMailsToken(deps.config, site.id, c.req.param('token')!)
    if (mark === null) throw new Problem('not_found')
    return { site, mark }
  }
  const pathOf = (c: Context) =>
    `${basePath(deps.config.origin)}/mails/${encodeURIComponent(c.req.param('site')!)}/${c.req.param('token')}`

  return (
    new Hono()
      .get('/mails/:site/:token', async c => {
        const { site, mark } = await found(c)
        const { ask: token, done, lang } = c.req.query()
        const author = token === undefined ? null : readAskToken(deps.config, site.id, mark, token)
        const { mailings: all, isNever, hasLeft } = await mailings.at(site.id, mark)
        // Who has left is sent no request, but may agree here to those that came meanwhile.
        const asking =
          author !== null ? [author] : hasLeft && !isNever ? all.map(row => row.author_id).slice(-ASKS) : []
        const asked = await Promise.all(asking.map(each => mailings.asked(each, mark, deps.clock())))
        const asks = asked
          .filter(row => row !== null)
          .map(row => ({ name: row.name, token: askToken(deps.config, site.id, mark, row.author_id) }))
        const told = all.filter(row => row.confirmed_at !== null)
        const follows = await Promise.all(
          told.filter(row => row.follows_since !== null).map(row => mailings.followedBy(row.author_id)),
        )
        const language = /^[a-zA-Z0-9-]{1,35}$/.test(lang ?? '') ? lang : undefined
        const page: MailsPage = {
          site: site.name,
          action: pathOf(c),
          base: basePath(deps.config.origin),
          lang: language,
          done: doneOf(done) ?? (token !== undefined && asks.length === 0 && told.length === 0 ? 'gone' : null),
          asks,
          told:
            told.length === 0
              ? null
              : { replies: told.some(row => row.replies_since !== null), follows: once(follows.flat()) },
          hasLeft,
          isNever,
        }
        const spoken = await wordsOn(site, language, all[0]?.lang, c.req.header('accept-language'))
        for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
        return c.html(await mailsPage(page, spoken))
      })
      .post(
        '/mails/:site/:token',
        bodyLimit({
          maxSize: FORM_BYTES,
          onError: () => {
            throw new Problem('body_too_large')
          },
        }),
        async c => {
          const { site, mark } = await found(c)
          const form = (await c.req.parseBody().catch(() => ({}))) as Record<string, unknown>
          const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
          const now = deps.clock()
          const isOn = text('on') === '1'
          const number = (name: string) => (/^\d{1,16}$/.test(text(name)) ? Number(text(name)) : -1)
          const acts: Record<string, () => Promise<MailsPage['done']>> = {
            agree: async () => {
              const author = readAskToken(deps.config, site.id, mark, text('ask'))
              const isMade = author !== null && (await mailings.confirm(site.id, mark, author, now))
              const isTold = (await mailings.at(site.id, mark)).mailings.some(
                row => row.author_id === author && row.confirmed_at !== null,
              )
              return isMade || isTold ? 'agreed' : 'gone'
            },
            leave: async () => {
              await mailings.leave(site.id, mark, now)
              return 'left'
            },
            never: async () => {
              await mailings.leave(site.id, mark, now, true)
              return 'left'
            },
            allow: async () => {
              await mailings.allow(site.id, mark)
              return 'saved'
            },
            again: async () => {
              await mailings.allow(site.id, mark)
              return 'anew'
            },
            replies: async () => {
              await mailings.setReplies(site.id, mark, isOn, now)
              return 'saved'
            },
            follow: async () => {
              const followed = { articleId: number('article'), rootId: number('root') }
              await mailings.setFollow(site.id, mark, followed, isOn)
              return 'saved'
            },
          }
          const act = Object.hasOwn(acts, text('do')) ? acts[text('do')] : undefined
          const done = (await act?.()) ?? null
          const lang = /^[a-zA-Z0-9-]{1,35}$/.test(text('lang')) ? text('lang') : null
          const said = new URLSearchParams({ ...(done && { done }), ...(lang && { lang }) })
          for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
          return c.redirect(`${pathOf(c)}?${said}`, 303)
        },
      )
      // RFC 8058: a mail program sends this, without cookies or an Origin, and whatever body it likes: none of it is read.
      .post('/mails/:site/:token/leave', async c => {
        const { site, mark } = await found(c)
        const [told] = (await mailings.at(site.id, mark)).mailings
        await mailings.leave(site.id, mark, deps.clock())
        const { followMail } = await wordsOn(site, told?.lang, c.req.header('accept-language'))
        for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
        return c.text(`${followMail.page.left}\n`)
      })
      .get('/mails/:site/:token/leave', async c => {
        await found(c)
        for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
        return c.redirect(pathOf(c))
      })
  )
}

const DONE = ['agreed', 'left', 'saved', 'gone', 'anew'] as const
const doneOf = (text: string | undefined) => DONE.find(each => each === text) ?? null

/** Of several authors at one address each thing once; told of, if one of them is. */
function once<Row extends { article_id: number; root_id: number; is_unmailed: 0 | 1 }>(rows: Row[]): Row[] {
  const all = new Map<string, Row>()
  for (const row of rows) {
    const key = `${row.article_id} ${row.root_id}`
    if (all.get(key)?.is_unmailed !== 0) all.set(key, row)
  }
  return [...all.values()]
}

/** The address is a key: it goes to nobody else, and is kept nowhere. */
const HEADERS = {
  ...PLAIN_HEADERS,
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
} as const

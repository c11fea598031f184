import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import * as v from 'valibot'
import type { Admission } from '../comments/admission.ts'
import { readId, spellId } from '../comments/ids.ts'
import { postComment } from '../comments/post.ts'
import { LIMITS, READER_TOKEN } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { comesFromHere, ownCookieName, ownCookieOptions } from '../http/own-pages.ts'
import * as wire from '../http/wire.ts'
import { filled, inSeconds, type Spoken } from '../locales.ts'
import { readerOn } from '../people/reader.ts'
import { randomToken, secretsOf, signed } from '../people/secrets.ts'
import { Problem, problemDocument } from '../problems.ts'
import { basePath } from '../sites/origins.ts'
import { wordsOn } from '../sites/own-words.ts'
import { lookHeaders, lookOf } from './look.ts'
import { placeOn, siteNamed } from './open.ts'
import { readThread } from './read-thread.ts'
import { type ThreadForm, threadFragment, threadPage } from './thread-page.ts'

/** Replies that come along with a root where nothing can be fetched later. */
const REPLIES = 20
/** How long a form can be sent after its page was made. */
const FORM_MS = 24 * 3_600_000
/** How long a reader without JavaScript is remembered after posting. */
const READER_SECONDS = 365 * 24 * 3600

const blank = <S extends v.GenericSchema<string, unknown>>(schema: S) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform(text => text || undefined),
      v.optional(schema),
    ),
  )

const sight = v.object({
  site: v.string(),
  url: v.string(),
  canonical: blank(v.string()),
  article: blank(v.pipe(v.string(), v.maxLength(LIMITS.articleIdLength))),
  lang: blank(v.pipe(v.string(), v.maxLength(35))),
})

const PageQuery = v.object({
  ...sight.entries,
  sort: wire.ThreadQuery.entries.sort,
  after: wire.ThreadQuery.entries.after,
  fragment: v.optional(v.string()),
  parent: wire.RepliesQuery.entries.after,
  replies: wire.RepliesQuery.entries.after,
})
type PageQuery = v.InferOutput<typeof PageQuery>

const Form = v.object({
  ...sight.entries,
  text: v.string(),
  name: v.optional(v.string(), ''),
  parent: blank(v.string()),
  key: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  issued: v.pipe(v.string(), v.regex(/^\d{1,16}$/)),
  proof: v.string(),
  /** That a moderator's warning was read. */
  read: v.optional(v.literal('1')),
})
type Form = v.InferOutput<typeof Form>

/** The thread as plain HTML with a plain form, for readers without JavaScript, crawlers and archives. */
export function plainRoutes(deps: Deps, admission: Admission): Hono {
  const app = new Hono()

  app.get('/thread', async c => view(deps, c, read(PageQuery, c.req.query())))

  app.post('/thread', bodyLimit({ maxSize: LIMITS.bodyBytes * 3, onError: tooLarge }), async c => {
    const fields = await c.req.parseBody().catch(() => {
      throw new Problem('bad_request', { detail: 'The form came in pieces that do not fit. Send it again.' })
    })
    const form = read(Form, fields)
    const place = { ...naming(form), lang: form.lang }
    try {
      const id = await postFrom(deps, admission, c, form)
      return c.redirect(
        `${basePath(deps.config.origin)}/thread?${new URLSearchParams(defined(place))}#comment-${id}`,
        303,
      )
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { status } = problemDocument(error.code, error.extras)
      const { text, name, parent } = form
      const warning = error.extras.words ?? null
      return await view(deps, c, read(PageQuery, defined({ ...place, parent })), {
        text,
        name,
        refused: error,
        warning,
        status,
      })
    }
  })

  return app
}

const tooLarge = () => {
  throw new Problem('body_too_large')
}

/** What a reader typed before, on a page that says what was wrong. */
interface Typed {
  text: string
  name: string
  refused: Problem
  warning: string | null
  status: number
}

async function view(deps: Deps, c: Context, query: PageQuery, typed?: Typed): Promise<Response> {
  const site = await siteNamed(deps, query.site)
  const isFragment = query.fragment === '1'
  const words = await wordsOn(site, query.lang, isFragment ? undefined : c.req.header('accept-language'))
  const place = placeOn(site, query)
  const { thread } = await readThread(
    deps,
    { ...query, limit: LIMITS.rootsPage, replies: REPLIES, ...(query.replies !== undefined && { after: undefined }) },
    [],
  )
  const article = await deps.store.threads.article(site.id, place.key)
  const branch = query.replies === undefined ? null : await deps.store.threads.shown(query.replies)
  if (query.replies !== undefined) {
    if (!branch || branch.articleId !== article?.id || branch.comment.parent !== null)
      throw new Problem('unknown_comment')
    const { comments, next } = await deps.store.threads.replies(query.replies, LIMITS.repliesPage, afterId(query.after))
    thread!.comments = [branch.comment, ...comments]
    thread!.next = next
  }
  const reader = readerFrom(deps, c, site.id)
  const author = reader && (await deps.store.posting.author(site.id, readerOn(site.id, reader)))
  const own = author && article ? (await deps.store.threads.mine(author.id, article.id)).unpublished : []
  const asked = query.parent === undefined ? null : await deps.store.threads.shown(query.parent)
  const parent = asked?.articleId === article?.id && asked?.comment.status === 'published' ? asked.comment : null

  const state = {
    ...naming(query),
    lang: query.lang,
    sort: query.sort,
    after: query.after,
    replies: spelt(query.replies),
  }
  const base = basePath(deps.config.origin)
  // A fragment stands in a page of another origin.
  const link = (change: Record<string, string | null>) =>
    `${isFragment ? deps.config.origin : base}/thread?${new URLSearchParams(defined({ ...state, ...change }))}`
  const look = lookOf(thread!.policy.theme)
  const page = {
    base,
    words,
    look,
    thread: thread!,
    own: isFragment ? [] : own,
    sort: query.sort,
    link,
    permalink: (id: string) => `${deps.config.origin}/c/${id}`,
    kept: `${base}/privacy?${new URLSearchParams({ site: site.id, lang: words.lang })}`,
    write: isFragment && thread!.article.isOpen ? `${link({})}#write` : null,
    form:
      thread!.article.isOpen && !isFragment
        ? formFor(deps, query, place.key, parent, typed && { ...typed, fault: faultOf(typed.refused, words) })
        : null,
    isLater: query.after !== undefined || query.replies !== undefined,
  }
  c.header('Cache-Control', reader ? 'private, no-store' : 'no-cache')
  c.header('Vary', 'Cookie, Accept-Language')
  for (const [name, value] of Object.entries(lookHeaders(isFragment ? '' : look))) c.header(name, value)
  return c.html(await (isFragment ? threadFragment(page) : threadPage(page)), (typed?.status ?? 200) as 200)
}

function formFor(
  deps: Deps,
  query: PageQuery,
  key: string,
  parent: ThreadForm['parent'],
  typed?: Omit<Typed, 'refused'> & Pick<ThreadForm, 'fault'>,
): ThreadForm {
  const idempotency = randomToken()
  const issued = String(deps.clock())
  const proof = proofOf(deps.config.secret, query.site, key, idempotency, issued)
  const fields = { ...naming(query), lang: query.lang, parent: parent?.id, key: idempotency, issued, proof }
  return {
    hidden: defined(fields),
    parent,
    text: typed?.text ?? '',
    name: typed?.name ?? '',
    fault: typed?.fault ?? null,
    warning: typed?.warning ?? null,
  }
}

/** What was wrong, in the words of the widget; those of the problem, in English, where it has none. */
function faultOf({ code, extras }: Problem, { writing, plain, lang, dir }: Spoken): ThreadForm['fault'] {
  const known: Record<string, string> = { ...writing.faults, form_stale: plain.stale }
  const phrase = code === 'too_many_requests' && extras.retryAfter ? writing.faults.wait : known[code]
  if (phrase === undefined) return { words: problemDocument(code, extras).detail, lang: 'en', dir: 'ltr' }
  return { words: filled(phrase, { wait: inSeconds(extras.retryAfter ?? 1, lang) }), lang, dir }
}

/** Shows that a form was made by this server for this thread, and when. */
const proofOf = (secret: string, site: string, key: string, idempotency: string, issued: string) =>
  signed(secret, JSON.stringify(['form', site, key, idempotency, issued]))

/**
 * Posts what the form holds, for the reader whom the cookie names; a reader who has none gets one now.
 * @returns the comment's id
 * @throws Problem `origin_refused`, `form_stale`, and what `postComment` throws
 */
async function postFrom(deps: Deps, admission: Admission, c: Context, form: Form): Promise<string> {
  if (c.req.header('origin') !== undefined && !comesFromHere(deps, c)) throw new Problem('origin_refused')
  const site = await siteNamed(deps, form.site)
  const { key } = placeOn(site, form)
  const isOurs = secretsOf(deps.config).some(
    secret => form.proof === proofOf(secret, form.site, key, form.key, form.issued),
  )
  if (!isOurs || deps.clock() - Number(form.issued) > FORM_MS) throw new Problem('form_stale')
  const token = readerFrom(deps, c, site.id) ?? randomToken('prl_')
  if (form.read) await deps.store.standing.acknowledge(site.id, readerOn(site.id, token), deps.clock())
  const { comment } = await postComment(deps, admission, form, {
    token,
    origin: undefined,
    client: deps.client(c),
    idempotencyKey: form.key,
    hasForm: true,
  })
  setCookie(c, cookieName(deps, site.id), token, ownCookieOptions(deps.config, READER_SECONDS))
  return comment.id
}

const cookieName = ({ config }: Deps, site: string) => ownCookieName(config, `parley-reader-${site}`)

function readerFrom(deps: Deps, c: Context, site: string): string | null {
  const token = getCookie(c, cookieName(deps, site))
  return token !== undefined && READER_TOKEN.test(token) ? token : null
}

/** What names a thread in a query or a form. */
const naming = ({ site, url, canonical, article }: v.InferOutput<typeof sight>) => ({ site, url, canonical, article })

/** The cursor among the replies of a root is the id of the last one. */
function afterId(cursor: string | undefined): number | undefined {
  const id = cursor === undefined ? undefined : readId(cursor)
  if (id === null) throw new Problem('unknown_comment')
  return id
}

const spelt = (id: number | undefined) => (id === undefined ? undefined : spellId(id))

function defined(fields: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] != null))
}

function read<S extends v.GenericSchema<unknown, unknown>>(schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value)
  if (!result.success) throw new Problem('bad_request', { detail: 'Some of the address is missing or does not fit.' })
  return result.output
}

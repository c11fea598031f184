import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { getPath } from 'hono/utils/url'
import { deskArticleRoutes } from './articles/desk-routes.ts'
import { feedRoutes } from './articles/feed-routes.ts'
import { plainRoutes } from './articles/plain-routes.ts'
import { articleRoutes } from './articles/routes.ts'
import { viewRoutes } from './articles/view-routes.ts'
import { Admission } from './comments/admission.ts'
import { answerRoutes } from './comments/answer-routes.ts'
import { commentRoutes } from './comments/routes.ts'
import { textRoutes } from './comments/text-routes.ts'
import { deskTranslationRoutes, translationRoutes } from './comments/translation-routes.ts'
import { Translations } from './comments/translations.ts'
import type { Deps } from './deps.ts'
import { exportRoutes } from './exchange/export-routes.ts'
import { importRoutes } from './exchange/import-routes.ts'
import { sampleRoutes } from './exchange/routes.ts'
import { API_PAGE_HEADERS, apiPage } from './http/api-page.ts'
import { Budgets } from './http/budgets.ts'
import { DESK_HEADERS, deskAnswers, everywhere, fromAnyPage, THEME_HEADERS } from './http/headers.ts'
import { openApi } from './http/openapi.ts'
import { packedAnswer } from './http/packed.ts'
import { PLAIN_HEADERS, refusalPage } from './http/refusal-page.ts'
import { localeFor } from './locales.ts'
import { actRoutes } from './moderation/act-routes.ts'
import { logRoutes } from './moderation/log/routes.ts'
import { noteRoutes } from './moderation/note-routes.ts'
import { policyRoutes } from './moderation/policy/routes.ts'
import { queueRoutes } from './moderation/queue-routes.ts'
import { moderationRoutes } from './moderation/routes.ts'
import { waitingPages } from './moderation/waiting-pages.ts'
import { outboxRoutes } from './notices/outbox-routes.ts'
import { Postman } from './notices/post-soon.ts'
import { noticeRoutes } from './notices/routes.ts'
import { webhookRoutes } from './notices/webhooks/routes.ts'
import { Stirring } from './notices/webhooks/stir.ts'
import { accountRoutes } from './people/account-routes.ts'
import { membersPage } from './people/demo-members.ts'
import { deskAccountRoutes } from './people/desk-account-routes.ts'
import { deskOpenIdPages } from './people/desk-openid-pages.ts'
import { moderatorsOnly } from './people/door.ts'
import { keptRoutes } from './people/kept-routes.ts'
import { keyRoutes } from './people/key-routes.ts'
import { personRoutes, sessionRoutes } from './people/routes.ts'
import { signInPages } from './people/sign-in-pages.ts'
import { signInRoutes } from './people/sign-in-routes.ts'
import { invitationRoutes, teamRoutes } from './people/team-routes.ts'
import { toldPages } from './people/told/pages.ts'
import { privacyPages } from './privacy/pages.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { Problem, problemDocument } from './problems.ts'
import { DEMO } from './sites/demo.ts'
import { basePath, belowBase } from './sites/origins.ts'
import { siteRoutes } from './sites/routes.ts'

/** Parley as one fetch handler: middleware in order, the slices, the pages, the one error door. It knows no runtime. */
export function createApp(deps: Deps, budgets = new Budgets(deps.config.limits)) {
  const base = basePath(deps.config.origin)
  const app = new Hono({ getPath: request => belowBase(getPath(request), base) })
  const admission = new Admission(deps, budgets)
  const translations = new Translations(deps, budgets)
  const session = sessionRoutes(deps, budgets)
  const invitation = invitationRoutes(deps, budgets)
  const readers = [
    articleRoutes(deps),
    viewRoutes(deps, budgets),
    answerRoutes(deps, budgets),
    commentRoutes(deps, admission),
    signInRoutes(deps, budgets),
    accountRoutes(deps, budgets),
    textRoutes(deps, budgets),
    keptRoutes(deps, budgets),
    translationRoutes(deps, translations),
  ]
  const desk = [
    personRoutes(deps),
    deskAccountRoutes(deps, budgets),
    keyRoutes(deps),
    queueRoutes(deps, admission),
    moderationRoutes(deps),
    policyRoutes(deps),
    actRoutes(deps),
    noteRoutes(deps),
    logRoutes(deps),
    noticeRoutes(deps),
    outboxRoutes(deps),
    webhookRoutes(deps),
    deskArticleRoutes(deps),
    sampleRoutes(deps),
    exportRoutes(deps),
    importRoutes(deps),
    siteRoutes(deps),
    deskTranslationRoutes(deps, translations),
    teamRoutes(deps),
    privacyRoutes(deps),
  ]
  const specs = [session, invitation, ...readers, ...desk].flatMap(slice => slice.specs)

  const { routed } = deps
  if (routed) {
    app.use((c, next) => {
      routed(c, matchedRoutes(c).at(-1)!.path)
      return next()
    })
  }
  app.use(everywhere(deps.config.origin))
  app.use(new Postman(deps).after)
  app.use('/api/*', new Stirring(deps).after)
  app.use('/api/desk/*', deskAnswers)
  app.route('/', session.hono)
  app.route('/', invitation.hono)
  app.use('/api/desk/*', moderatorsOnly(deps, budgets))
  for (const slice of desk) app.route('/', slice.hono)
  app.use('/api/*', fromAnyPage)
  for (const slice of readers) app.route('/', slice.hono)

  for (const path of ['/thread', '/feeds/*', '/privacy', '/mails/*']) app.use(path, fewEnough(deps, budgets))
  app.route('/', plainRoutes(deps, admission))
  app.route('/', privacyPages(deps))
  app.route('/', toldPages(deps))
  app.route('/', waitingPages(deps, budgets))
  app.route('/', feedRoutes(deps))
  app.route('/', signInPages(deps, budgets))
  app.route('/', deskOpenIdPages(deps, budgets))

  let document: string | undefined
  let page: string | undefined
  const packed = { document: {}, page: {} }
  const described = () => openApi(specs, deps.config.origin, deps.build)
  app.get('/api/openapi.json', c => {
    document ??= JSON.stringify(described())
    return packedAnswer(deps, c, document, packed.document, { 'Content-Type': 'application/json' })
  })
  app.get('/api', c => {
    page ??= apiPage(described())
    return packedAnswer(deps, c, page, packed.page, API_PAGE_HEADERS)
  })
  app.get('/healthz', async c => {
    const state = await deps.store.version.state()
    return c.json({ ok: state === 'current', schema: state }, state === 'current' ? 200 : 503)
  })

  app.get('/metrics', async c => {
    const text = await deps.metrics?.(c)
    if (text == null) return c.notFound()
    return c.body(text, 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Cache-Control': 'no-store',
    })
  })

  app.get('/embed.js', c => asset(deps, c, '/embed.js', SHARED))
  app.get('/assets/:file', c =>
    asset(deps, c, `/assets/${c.req.param('file')}`, { ...SHARED, 'Cache-Control': FOREVER }),
  )
  app.get('/thread.css', c => asset(deps, c, '/thread.css', SHARED))
  app.get('/desk', c => asset(deps, c, '/desk.html', DESK_HEADERS))
  app.get('/desk/', c => c.redirect(`${base}/desk`, 308))
  app.get('/theme', c => asset(deps, c, '/theme.html', THEME_HEADERS))
  if (deps.config.isLocal) demoPages(deps, app)

  const known = specs.map(({ method, path }) => ({
    methods: method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
    pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`),
  }))
  app.notFound(c => {
    const allowed = known.filter(({ pattern }) => pattern.test(c.req.path)).flatMap(({ methods }) => methods)
    if (allowed.length === 0) return problem(c, base, new Problem('not_found'))
    c.header('Allow', [...new Set(allowed)].join(', '))
    return problem(c, base, new Problem('method_not_allowed'))
  })
  let toldOfStorage = Number.NEGATIVE_INFINITY
  /** The operator is told why once a minute: where the disk is full, the log may be on it. */
  const tellOfStorage = (cause: unknown) => {
    const now = deps.clock()
    if (now - toldOfStorage < 60_000) return
    toldOfStorage = now
    deps.log({ event: 'storage_failed', error: String(cause) })
  }
  app.onError((error, c) => {
    if (error instanceof Problem) {
      if (error.code === 'storage_failed') tellOfStorage(error.cause)
      return problem(c, base, error)
    }
    deps.log({ event: 'failed', method: c.req.method, route: c.req.routePath, error: error.stack ?? String(error) })
    return problem(c, base, new Problem('internal'))
  })
  return app
}

/** Lets nobody ask for too many pages that are made anew for each. */
function fewEnough(deps: Deps, budgets: Budgets): MiddlewareHandler {
  return async (c, next) => {
    budgets.spend('page', { client: deps.client(c) }, deps.clock())
    await next()
  }
}

const FOREVER = 'public, max-age=31536000, immutable'
const SHARED = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'public, max-age=300',
}

/** A built file with these headers. */
async function asset(deps: Deps, c: Context, path: string, headers: Record<string, string>): Promise<Response> {
  const found = await deps.assets(path, c.req.raw)
  if (!found) return c.notFound()
  return c.newResponse(found.body, found.status as 200, { ...Object.fromEntries(found.headers), ...headers })
}

/** The sample articles, where Parley is reached on this machine. */
function demoPages(deps: Deps, app: Hono) {
  const pages: Record<string, string> = { '/demo/demo.css': '/demo/demo.css' }
  for (const { path, file } of Object.values(DEMO.pages)) pages[path] = file
  app.get('/', c => c.redirect(basePath(deps.config.origin) + DEMO.pages.en.path))
  app.get(DEMO.members.path, async c => {
    const text = await demoText(deps, c, DEMO.members.file)
    if (text === null) return c.notFound()
    c.header('Cache-Control', 'no-store')
    return c.html(await membersPage(deps, text, c.req.query('as')))
  })
  app.get('/demo/*', c => {
    const file = pages[decoded(c.req.path)]
    return file ? demoPage(deps, c, file) : c.notFound()
  })
}

/** The snippet on the sample pages names the address under which this very Parley is reached. */
async function demoPage(deps: Deps, c: Context, file: string): Promise<Response> {
  const text = await demoText(deps, c, file)
  if (text === null) return c.notFound()
  const type = file.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/html; charset=utf-8'
  return c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' })
}

async function demoText(deps: Deps, c: Context, file: string): Promise<string | null> {
  const found = await deps.assets(file, new Request(new URL(file, c.req.url)))
  if (!found) return null
  const text = (await found.text()).replaceAll('http://localhost:8787', deps.config.origin)
  return text.replaceAll(/(href|src)="\/(?=\w)/g, `$1="${basePath(deps.config.origin)}/`)
}

function decoded(path: string): string {
  try {
    return decodeURI(path).normalize('NFC')
  } catch {
    return path
  }
}

/** A refusal as an answer: a page for a person, else a document; the readers' API lets any page read it. */
async function problem(c: Context, base: string, { code, extras }: Problem): Promise<Response> {
  const document = problemDocument(code, extras)
  if (!c.req.path.startsWith('/api/') && c.req.header('accept')?.includes('text/html')) {
    for (const [name, value] of Object.entries(PLAIN_HEADERS)) c.header(name, value)
    c.header('Cache-Control', 'no-store')
    const spoken = await localeFor(c.req.query('lang'), c.req.header('accept-language'))
    c.header('Vary', 'Accept-Language')
    return c.html(await refusalPage(code, extras, base, spoken), document.status as 400)
  }
  return c.body(JSON.stringify(document), document.status as 400, {
    ...(!c.req.path.startsWith('/api/desk') && { 'Access-Control-Allow-Origin': '*' }),
    ...(extras.retryAfter !== undefined && { 'Retry-After': String(extras.retryAfter) }),
    'Cache-Control': 'no-store',
    'Content-Type': 'application/problem+json',
  })
}

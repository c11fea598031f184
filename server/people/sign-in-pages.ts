import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { ownCookieName, ownCookieOptions } from '../http/own-pages.ts'
import { localeFor } from '../locales.ts'
import { basePath } from '../sites/origins.ts'
import { wordsOn } from '../sites/own-words.ts'
import { endPage, HAND_OVER_HEADERS, handOverPage } from './hand-over-page.ts'
import { comeBack, goToProvider } from './openid.ts'
import { type End, NotSignedIn } from './openid-issuer.ts'

/** Somebody may take so long at the provider's, in seconds. */
const AWAY_SECONDS = 900

/** The window in which somebody signs in with a provider: there and back again. */
export function signInPages(deps: Deps, budgets: Budgets): Hono {
  const app = new Hono()
  const base = basePath(deps.config.origin)
  const cookie = ownCookieName(deps.config, 'parley-sign-in')

  app.get('/sign-in/:claim', async c => {
    // What a person comes back to is in the words that the page had.
    const lang = c.req.query('lang')?.slice(0, 35) ?? languageOf(c)
    const claim = c.req.param('claim')
    // Each time is a row written, and may be a question to the provider.
    budgets.spend('prove', { client: deps.client(c), author: claim }, deps.clock())
    try {
      const { url, state } = await goToProvider(deps, claim)
      setCookie(c, cookie, `${state}.${lang}`, ownCookieOptions(deps.config, AWAY_SECONDS))
      c.header('Cache-Control', 'no-store')
      return c.redirect(url.href)
    } catch (error) {
      return ended(c, base, error, lang)
    }
  })

  app.get('/sign-in/back/:provider', async c => {
    const [kept, asked] = getCookie(c, cookie)?.split(/\.(.*)/s) ?? []
    const lang = asked || languageOf(c)
    try {
      const { state, code, error } = c.req.query()
      const handed = await comeBack(deps, c.req.param('provider'), { state, code, error }, kept)
      deleteCookie(c, cookie, ownCookieOptions(deps.config))
      return show(c, handOverPage(base, handed, await wordsOn(handed, lang)), 200)
    } catch (error) {
      return ended(c, base, error, lang)
    }
  })

  return app
}

/** The language a browser likes best, where the page did not say which one it has. */
const languageOf = (c: Context): string => /^[\w-]{1,35}/.exec(c.req.header('accept-language') ?? '')?.[0] ?? ''

const STATUS: Record<End, number> = { denied: 200, stale: 410, unverified: 403, failed: 502 }

async function ended(c: Context, base: string, error: unknown, lang: string | undefined): Promise<Response> {
  if (!(error instanceof NotSignedIn)) throw error
  return show(c, endPage(base, error.end, await localeFor(lang)), STATUS[error.end])
}

async function show(c: Context, page: ReturnType<typeof endPage>, status: number): Promise<Response> {
  for (const [name, value] of Object.entries(HAND_OVER_HEADERS)) c.header(name, value)
  return c.html(await page, status as 200)
}

import { Hono } from 'hono'
import { siteNamed } from '../articles/open.ts'
import type { Deps } from '../deps.ts'
import { PLAIN_HEADERS } from '../http/refusal-page.ts'
import { Problem } from '../problems.ts'
import { basePath } from '../sites/origins.ts'
import { keepingFacts, receiversOf } from './facts.ts'
import { privacyPage } from './page.ts'
import { keptWords } from './words.ts'

/** `/privacy`: what a site keeps of its readers. Where there is one site only, it need not be named. */
export function privacyPages(deps: Deps): Hono {
  return new Hono().get('/privacy', async c => {
    const { site: id, lang } = c.req.query()
    const site = id === undefined ? await onlySite(deps) : await siteNamed(deps, id)
    const words = keptWords(lang, c.req.header('accept-language'))
    for (const [name, value] of Object.entries(PLAIN_HEADERS)) c.header(name, value)
    c.header('Cache-Control', 'no-cache')
    c.header('Vary', 'Accept-Language')
    return c.html(
      await privacyPage(
        site,
        {
          ...keepingFacts(deps, { settings: site.settings }),
          ...(await receiversOf(deps, site.id)),
          lingers: !deps.store.engine.driver.settle,
        },
        words,
        basePath(deps.config.origin),
      ),
    )
  })
}

async function onlySite(deps: Deps) {
  const [site, ...others] = await deps.store.sites.list()
  if (!site || others.length > 0) throw new Problem('unknown_site')
  return site
}

import { Hono } from 'hono'
import { siteNamed } from '../articles/open.ts'
import type { Deps } from '../deps.ts'
import { PLAIN_HEADERS } from '../http/refusal-page.ts'
import { languagesOf, localeFor, type Spoken } from '../locales.ts'
import { Problem } from '../problems.ts'
import { basePath } from '../sites/origins.ts'
import { wordsOn } from '../sites/own-words.ts'
import { keepingFacts, receiversOf } from './facts.ts'
import { privacyPage } from './page.ts'

/** `/privacy`: what a site keeps of its readers. Where there is one site only, it need not be named. */
export function privacyPages(deps: Deps): Hono {
  return new Hono().get('/privacy', async c => {
    const { site: id, lang } = c.req.query()
    const site = id === undefined ? await onlySite(deps) : await siteNamed(deps, id)
    const accepted = c.req.header('accept-language')
    const words = await wordsOn(site, lang, accepted)
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
        await othersOf(words, accepted),
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

/** What the page can be read in as well: English, and what the browser names. */
async function othersOf({ about }: Spoken, accepted: string | undefined): Promise<Spoken[]> {
  const spoken = await Promise.all([...languagesOf(accepted), 'en'].map(tag => localeFor(tag)))
  const others = new Map(spoken.map(each => [each.about.lang, each]))
  others.delete(about.lang)
  return [...others.values()]
}

import type { Deps } from '../deps.ts'
import { waysOf } from '../people/providers.ts'
import { siteSettings } from '../sites/settings.ts'
import type { SiteRow } from '../store/sites.ts'
import type { KeepingFacts } from './kept.ts'

/** What tells how a site keeps things, from what is really set. */
export function keepingFacts(deps: Pick<Deps, 'config' | 'mail'>, site: Pick<SiteRow, 'settings'>): KeepingFacts {
  const settings = siteSettings(site.settings)
  return { settings, ways: waysOf(deps, settings), captcha: deps.config.captcha?.provider ?? null }
}

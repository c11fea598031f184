import type { WebhookEvent } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { waysOf } from '../people/providers.ts'
import { tellsByMail } from '../people/told/by-mail.ts'
import { siteSettings } from '../sites/settings.ts'
import type { SiteRow } from '../store/sites.ts'
import type { KeepingFacts } from './kept.ts'

/** What tells how a site keeps things, from what is really set. */
export function keepingFacts(deps: Pick<Deps, 'config' | 'mail'>, site: Pick<SiteRow, 'settings'>): KeepingFacts {
  const settings = siteSettings(site.settings)
  const captcha = deps.config.captcha?.provider ?? null
  return {
    settings,
    ways: waysOf(deps, settings),
    captcha,
    ...(settings.translate && { translator: new URL(settings.translate).host }),
    hasMail: deps.mail !== undefined,
    mailsReaders: tellsByMail(deps, site),
    ...(deps.config.keepsMailDays !== undefined && { keepsMailDays: deps.config.keepsMailDays }),
  }
}

/** What is told of comments before they are public, and of those that never are. */
const EARLY: readonly WebhookEvent[] = ['pending', 'rejected', 'spam', 'report', 'appeal']

/** To what the site's webhooks bring what is written: those that are on. */
export async function receiversOf({ store }: Pick<Deps, 'store'>, site: string): Promise<Partial<KeepingFacts>> {
  const hooks = (await store.webhooks.list(site)).filter(({ state }) => state === 'on')
  return {
    told: [...new Set(hooks.map(({ shape }) => shape))],
    tellsEarly: hooks.some(({ events }) => EARLY.some(event => events.includes(`,${event},`))),
  }
}

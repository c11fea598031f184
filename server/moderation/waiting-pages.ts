import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import { readId } from '../comments/ids.ts'
import { MODERATOR_RULINGS, type ModeratorRuling, REJECT_REASONS } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { PLAIN_HEADERS } from '../http/refusal-page.ts'
import { localeFor } from '../locales.ts'
import { keyAtDesk } from '../people/api-keys.ts'
import { fromTheDesk, somebodyAtDesk } from '../people/desk-session.ts'
import { Problem } from '../problems.ts'
import { basePath } from '../sites/origins.ts'
import { wordsOn } from '../sites/own-words.ts'
import type { SiteRow } from '../store/sites.ts'
import { ruleOn } from './rule.ts'
import { signInFirst, type WaitingPage, waitingPage } from './waiting-page.ts'

const PATH = '/desk/waiting'
const FORM_BYTES = 4_096

const Asked = v.object({
  site: v.pipe(v.string(), v.maxLength(60)),
  after: v.optional(v.string()),
  did: v.optional(v.picklist(MODERATOR_RULINGS)),
  of: v.optional(v.string()),
  lost: v.optional(v.string()),
})
const Decided = v.object({
  site: v.pipe(v.string(), v.maxLength(60)),
  comment: v.pipe(v.string(), v.maxLength(11)),
  seen: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.toNumber()),
  ruling: v.picklist(['approve', 'reject', 'spam', 'restore']),
  reason: v.optional(v.picklist(REJECT_REASONS)),
  after: v.optional(v.string()),
})

/**
 * `/desk/waiting`: to where a digest leads, so that what waits can be decided on a telephone, one comment after the other.
 * It is the session that lets somebody in, never the link: mails are forwarded, and programs open what is in them. Opening
 * it changes nothing; a decision comes from a button of the page and counts for the version that was seen.
 */
export function waitingPages(deps: Deps, budgets: Budgets): Hono {
  const app = new Hono()
  const base = basePath(deps.config.origin)
  const here = (query: Record<string, string | undefined>) => {
    const given = Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][]
    return `${base}${PATH}?${new URLSearchParams(given)}`
  }
  app.use(PATH, async (c, next) => {
    for (const [name, value] of Object.entries(PLAIN_HEADERS)) c.header(name, value)
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Cross-Origin-Resource-Policy', 'same-origin')
    c.header('Cache-Control', 'private, no-store')
    // A program has the queue itself; this is for people.
    if (await keyAtDesk(deps, budgets, c)) throw new Problem('session_only')
    await next()
  })

  app.get(PATH, async c => {
    const asked = read(Asked, c.req.query())
    const person = await somebodyAtDesk(deps, c)
    const browser = c.req.header('accept-language')
    if (!person) return c.html(await signInFirst(await localeFor(browser), base, here({ site: asked.site })), 401)
    const site = await siteOf(deps, person.id, asked.site)
    const { language } = await deps.store.people.choices(person.id)
    const spoken = await wordsOn(site, language ?? undefined, browser)
    return c.html(await waitingPage({ spoken, ...(await shownTo(deps, base, site, asked)) }))
  })

  app.post(PATH, bodyLimit({ maxSize: FORM_BYTES, onError: tooLarge }), async c => {
    const { site, comment, seen, ruling, reason, after } = read(Decided, await formOf(c))
    const person = await somebodyAtDesk(deps, c)
    if (!person) {
      const spoken = await localeFor(c.req.header('accept-language'))
      return c.html(await signInFirst(spoken, base, here({ site })), 401)
    }
    fromTheDesk(deps, c)
    await siteOf(deps, person.id, site)
    const asked = { comment, seen, ruling, ...(ruling === 'reject' && { reason: reason ?? 'other' }) }
    const [answer] = await ruleOn(deps, { site, rulings: [asked] }, person.id)
    const isDone = answer!.ok || (await isOwn(deps, site, asked, person.id))
    return c.redirect(here({ site, after, ...(isDone ? { did: ruling, of: comment } : { lost: '1' }) }), 303)
  })
  return app
}

/** @throws Problem `forbidden`, the same for a site that is not there as for one on which they have no role */
async function siteOf({ store }: Deps, person: number, id: string): Promise<SiteRow> {
  const role = await store.people.roleOn(person, id)
  const site = role ? await store.sites.find(id) : null
  if (!site) throw new Problem('forbidden')
  return site
}

/** Whether just this decision was made by the same person on the version that was seen: a button was pressed twice. */
async function isOwn(
  { store }: Deps,
  site: string,
  { comment, seen, ruling }: { comment: string; seen: number; ruling: ModeratorRuling },
  person: number,
): Promise<boolean> {
  const [stands] = await store.rulings.standing(site, [readId(comment) ?? 0])
  return stands?.version === seen + 1 && stands.ruling === ruling && stands.person_id === person
}

async function shownTo(
  { store }: Deps,
  base: string,
  site: WaitingPage['site'],
  { after, did, of, lost }: v.InferOutput<typeof Asked>,
): Promise<Omit<WaitingPage, 'spoken'>> {
  const decided = did && of !== undefined ? readId(of) : null
  const { cases } = await store.queue.page(site.id, 'pending', 1, after === undefined ? null : readId(after))
  const { pending } = await store.queue.counts(site.id, ['pending'])
  const [before] = decided === null ? [] : await store.queue.cases(site.id, [decided])
  return {
    ...{ base, site, waiting: pending, one: cases[0] ?? null, after: after ?? null },
    did: did && before ? { ruling: did, of: before } : null,
    isLost: lost !== undefined,
  }
}

/** @throws Problem `bad_request` */
function read<S extends v.GenericSchema<unknown, unknown>>(schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value)
  if (!result.success) throw new Problem('bad_request')
  return result.output
}

const tooLarge = () => {
  throw new Problem('body_too_large')
}

const formOf = (c: Context) =>
  c.req.parseBody().catch(() => {
    throw new Problem('bad_request')
  })

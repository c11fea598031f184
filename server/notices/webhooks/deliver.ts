import type { Deps } from '../../deps.ts'
import { NotAsked } from '../../http/outward.ts'
import type { DeliveryRow, Tried } from '../../store/deliveries.ts'
import type { WebhookRow } from '../../store/webhooks.ts'
import { signedHeaders } from './secret.ts'
import { SHAPES } from './shapes/shape.ts'
import { type Told, toldOf } from './told.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** How long after each try the next one comes, give or take a fifth: eight tries in about 28 hours. */
export const DELAYS = [5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR]
/** After so long with nothing but failures a webhook is dead. */
export const PATIENCE = 72 * HOUR
/** What is over is forgotten after so long. */
const KEPT = 7 * 24 * HOUR
/** For so long a webhook is one process's own, */
export const LEASE = 60_000
/** which ends a good while before, however slow the receivers are: each may take five seconds. */
const WORKS = 25_000
/** Webhooks that are served at once, and deliveries that are looked up at once. */
const AT_ONCE = 8
const PAGE = 20
/** After so many failures in a row a receiver is left alone for a while, however much there is for it. */
const ENOUGH = 2
const REST = MINUTE
/** Who was kept from working for so long that the lease is about to end, sends nothing more. */
const MARGIN = 10_000
/** How much of an answer is kept, in characters. */
const ANSWER = 200

type World = Pick<Deps, 'store' | 'clock' | 'config' | 'fetch' | 'build' | 'stopping'>

/**
 * Delivers what the outbox has for webhooks, at least once: each webhook by one process at a time, in the order of what
 * happened as far as nothing has to be sent again. What one receiver does to its own deliveries concerns no other's.
 */
export async function deliverDue(world: World): Promise<void> {
  const { store, clock, stopping } = world
  const begun = performance.now()
  const isTimeLeft = () => performance.now() - begun < WORKS && !stopping?.aborted
  while (isTimeLeft() && (await store.deliveries.isDue(clock()))) {
    const now = clock()
    const hooks = await store.deliveries.claim(now, now + LEASE, AT_ONCE)
    if (hooks.length === 0) return
    await Promise.all(hooks.map(hook => serve(world, hook, now + LEASE, isTimeLeft)))
  }
}

/** Forgets deliveries that were over a week ago. */
export const forgetDeliveries = ({ store, clock }: Pick<Deps, 'store' | 'clock'>): Promise<void> =>
  store.deliveries.forget(clock() - KEPT)

async function serve(world: World, hook: WebhookRow, leasedUntil: number, isTimeLeft: () => boolean): Promise<void> {
  const { store, clock } = world
  let { failing_since } = hook
  let failures = 0
  try {
    for (;;) {
      const due = await store.deliveries.due(hook.id, clock(), PAGE)
      for (const delivery of due) {
        if (!isTimeLeft() || failures >= ENOUGH || clock() > leasedUntil - MARGIN) return
        const tried = await tryOnce(world, { ...hook, failing_since }, delivery)
        await store.deliveries.note(delivery, tried, clock())
        if (tried.ends !== null) return
        failures = tried.isFailure ? failures + 1 : 0
        failing_since = tried.isFailure ? (failing_since ?? clock()) : null
      }
      if (due.length < PAGE) return
    }
  } finally {
    await store.deliveries.release(hook.id, leasedUntil, failures >= ENOUGH ? clock() + REST : 0)
  }
}

const OVER = { nextAt: null, status: null, tookMs: null, answer: null, error: null, isFailure: false, ends: null }

async function tryOnce(world: World, hook: WebhookRow, delivery: DeliveryRow): Promise<Tried> {
  const { store, clock, config } = world
  const site = { id: hook.site_id, name: (await store.sites.find(hook.site_id))?.name ?? hook.site_id }
  const { comment_id, version } = delivery
  const about = comment_id === null ? null : await store.deliveries.about(hook.site_id, comment_id, version)
  if (comment_id !== null && !about) return { ...OVER, outcome: 'ended', error: 'The comment is no more.' }
  const told = toldOf(delivery, site, about, config.origin)
  const asked = requestFor(world, hook, delivery.message, told)
  const begun = performance.now()
  const took = () => Math.round(performance.now() - begun)
  const outcomeOf = (answer: Response, body: string, error: string | null): Tried => {
    const { status, ok } = answer
    const begins = body.slice(0, ANSWER).toWellFormed().replaceAll('\0', '')
    const seen = { status, tookMs: took(), answer: begins, error }
    if (ok) return { ...OVER, ...seen, outcome: 'taken' }
    if (status === 410) return { ...OVER, ...seen, outcome: 'ended', isFailure: true, ends: 'gone' }
    return { ...again(hook, delivery, clock(), restAsked(answer, body, clock())), ...seen }
  }
  try {
    const answer = await world.fetch(asked.url, asked)
    return outcomeOf(answer, await answer.text(), null)
  } catch (error) {
    // However long an answer goes on, its status says what became of the delivery.
    if (error instanceof NotAsked && error.answer) return outcomeOf(error.answer, '', error.message)
    const seen = { status: null, tookMs: took(), answer: null, error: wordsFor(error) }
    return { ...again(hook, delivery, clock(), 0), ...seen }
  }
}

/** The request of a message: by Standard Webhooks, or in a chat's own words. */
export function requestFor({ config, build, clock }: World, hook: WebhookRow, message: string, told: Told) {
  const agent = { 'User-Agent': `Parley/${build}` }
  if (hook.shape === 'standard') {
    const body = JSON.stringify(told)
    const headers = { 'Content-Type': 'application/json', ...signedHeaders(config, hook, message, body, clock()) }
    return { url: hook.url, method: 'POST', headers: { ...agent, ...headers }, body }
  }
  const asked = SHAPES[hook.shape](told, { url: hook.url, token: hook.token, message })
  return { ...asked, headers: { ...agent, ...asked.headers } }
}

/** A failure: when it is tried again, if ever, and whether the webhook is dead by now. What waits for a dead one is kept. */
function again(hook: WebhookRow, { tries }: DeliveryRow, now: number, wait: number): Tried {
  const isDead = hook.failing_since !== null && now - hook.failing_since > PATIENCE
  const delay = DELAYS[Math.min(tries, isDead ? DELAYS.length - 1 : DELAYS.length)]
  const nextAt = delay === undefined ? null : now + Math.max(wait, Math.round(delay * (0.8 + 0.4 * Math.random())))
  return { ...OVER, nextAt, outcome: nextAt === null ? 'failed' : null, isFailure: true, ends: isDead ? 'dead' : null }
}

/**
 * What a receiver asks to be left alone for, in ms, an hour at the most: by `Retry-After`, in seconds or as a date, or in the
 * body of a chat: Telegram's `parameters.retry_after`, Discord's `retry_after`, Matrix's `retry_after_ms`.
 */
export function restAsked(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  body: string,
  now: number,
): number {
  const header = headers.get('retry-after')
  const said = header === null && status === 429 ? inBody(body) : 1_000 * Number(header ?? 0)
  const ms = Number.isNaN(said) ? Date.parse(header ?? '') - now : said
  return Number.isFinite(ms) ? Math.ceil(Math.min(Math.max(ms, 0), HOUR)) : 0
}

function inBody(body: string): number {
  try {
    const { retry_after_ms, retry_after, parameters } = JSON.parse(body)
    return Number(retry_after_ms ?? 1_000 * (retry_after ?? parameters?.retry_after ?? 0))
  } catch {
    return 0
  }
}

/** Why there was no answer, for the owner; addresses of ours are not in it. */
function wordsFor(error: unknown): string {
  if (error instanceof NotAsked) return error.message
  const { name, code } = error as { name?: string; code?: unknown }
  if (name === 'TimeoutError') return 'no answer within five seconds'
  return typeof code === 'string' ? code : 'no connection'
}

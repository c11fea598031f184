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
  try {
    const answer = await world.fetch(asked.url, asked)
    const { status } = answer
    const begins = (await answer.text()).slice(0, ANSWER).toWellFormed().replaceAll('\0', '')
    const seen = { status, tookMs: took(), answer: begins, error: null }
    if (answer.ok) return { ...OVER, ...seen, outcome: 'taken' }
    if (status === 410) return { ...OVER, ...seen, outcome: 'ended', isFailure: true, ends: 'gone' }
    return { ...again(hook, delivery, clock(), retryAfter(answer)), ...seen }
  } catch (error) {
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

/** A failure: when it is tried again, if ever, and whether the webhook is dead by now. */
function again(hook: WebhookRow, { tries }: DeliveryRow, now: number, wait: number): Tried {
  const isDead = hook.failing_since !== null && now - hook.failing_since > PATIENCE
  const delay = DELAYS[tries]
  const isLast = isDead || delay === undefined
  const nextAt = isLast ? null : now + Math.max(wait, Math.round(delay * (0.8 + 0.4 * Math.random())))
  return { ...OVER, nextAt, outcome: isLast ? 'failed' : null, isFailure: true, ends: isDead ? 'dead' : null }
}

/** What the receiver asks to be left alone for, in ms, an hour at the most. */
function retryAfter({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after'))
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds * 1000, 0), HOUR) : 0
}

/** Why there was no answer, for the owner; addresses of ours are not in it. */
function wordsFor(error: unknown): string {
  if (error instanceof NotAsked) return error.message
  const { name, code } = error as { name?: string; code?: unknown }
  if (name === 'TimeoutError') return 'no answer within five seconds'
  return typeof code === 'string' ? code : 'no connection'
}

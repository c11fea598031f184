import type { Deps } from '../deps.ts'
import type { LetterRow, LetterTried, MailLimits } from '../store/outbox.ts'
import { addressDigests, shortened } from './address.ts'
import type { Letter } from './mail.ts'
import { failureOf, MailFailed, type MailFailure } from './mail-failure.ts'
import { LETTERS } from './outbox.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long after each try the next one comes, give or take a fifth; the last one again and again. */
export const DELAYS = [MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR]
/** And of what somebody waits for. */
export const URGENT_DELAYS = [15 * SECOND, 30 * SECOND, 45 * SECOND]
/** A letter that nobody took for so long is given up. */
export const GIVEN_UP = 3 * DAY
/** How long a mail server that cannot be used is left alone, the longer the more often it was so. */
const RESTS = [15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE]
/** For so long letters are one process's own, */
export const LEASE = 2 * MINUTE
/** which begins none that could outlast it: so long is one sent at the most. */
const PATIENCE = 30 * SECOND
/** After so long a round leaves the rest to the next one. */
const WORKS = 25 * SECOND
/** Letters that are taken at once. */
const AT_ONCE = 10
/** What a budget holds back is looked at again after so long. */
const HELD = 5 * MINUTE
/** An address to which so many letters were given up in a month gets none any more. */
const BOUNCES = 3
/** What was given up is kept for so long, in ms: its address is what its owner needs to see. */
const KEPT_DEAD = 30 * DAY

const NO_LIMITS: MailLimits = { hour: 1e6, day: 1e6, here: 1e6, everywhere: 1e6 }

/**
 * Sends what the outbox has, each letter by one process at a time: what somebody waits for first, then a few of each site in
 * turn. While the mail server cannot be used, it is left alone, and nothing is lost.
 * @returns how many mails were sent
 */
export async function sendOutbox(deps: Deps): Promise<number> {
  const { store, clock, stopping, mail } = deps
  if (!mail) return 0
  const begun = performance.now()
  const most = deps.lettersARound ?? Number.POSITIVE_INFINITY
  const after = ['', '']
  let sent = 0
  const isOver = () => performance.now() - begun > WORKS || stopping?.aborted || sent >= most
  while (!isOver()) {
    const now = clock()
    const { urgent, others, restsUntil } = await store.outbox.state(now)
    if (restsUntil > now || !(urgent || others)) break
    const letters = await store.outbox.claim(now, now + LEASE, urgent, after[urgent]!, Math.min(AT_ONCE, most - sent))
    letters.sort((a, b) => a.next_at! - b.next_at! || a.id - b.id)
    for (const [n, letter] of letters.entries()) {
      const isLost = clock() > letter.leased_until - PATIENCE
      const went = isOver() || isLost ? 'rest' : await sendOne(deps, letter)
      if (went === 'sent') sent += 1
      if (went !== 'rest') continue
      await store.outbox.release(letters.slice(n))
      return sent
    }
    // Others take them, where there were none for this one.
    if (letters.length === 0 && after[urgent] === '') break
    after[urgent] = letters.length < AT_ONCE ? '' : lastOf(letters)
  }
  return sent
}

/** The site after which the next letters are taken. */
const lastOf = (letters: readonly LetterRow[]): string =>
  letters.map(({ site_id }) => site_id ?? '').reduce((last, site) => (site > last ? site : last))

type Went = 'sent' | 'over' | 'rest'

/** Sends one letter, or says why not. `rest`: nothing can be sent now. */
async function sendOne(deps: Deps, row: LetterRow): Promise<Went> {
  const { store, clock, config } = deps
  const now = clock()
  const end = row.ends_at ?? row.at + GIVEN_UP
  // What a budget has held back to its end is told as what nobody took; only what was of no use meanwhile is not.
  const isUseless = row.error === null && row.ends_at !== null
  if (end <= now) return over(deps, row, isUseless ? 'moot' : 'dead', row.error ?? 'too_late')
  const limits = config.mailLimits ?? NO_LIMITS
  const standing = await store.outbox.standing(row, addressDigests(deps, row.address_key), now, limits)
  if (standing.suppressed !== null) return over(deps, row, 'suppressed', standing.suppressed)
  if (row.is_urgent === 0) {
    const isFull = standing.everywhere >= limits.everywhere || standing.here >= limits.here
    if (isFull || standing.hour >= limits.hour || standing.day >= limits.day) {
      await store.outbox.note(row, { ...AGAIN, nextAt: Math.min(now + HELD, end), error: row.error }, now)
      if (isFull) await store.outbox.putOff(row.site_id, now, now + HELD)
      return 'over'
    }
  }
  let letter: Letter | null
  try {
    letter = await written(deps, row)
  } catch (error) {
    deps.log({ event: 'failed', letter: row.kind, error: (error as Error).stack ?? String(error) })
    return again(deps, row, { code: 'letter_failed', verdict: 'later' }, end)
  }
  if (!letter) return over(deps, row, 'moot', null)
  try {
    await inTime(deps.mail!({ to: row.address, ...letter }))
  } catch (error) {
    const failure = failureOf(error)
    // An error's words may name addresses; its code does not.
    deps.log({ event: 'mail_failed', notice: row.kind, code: failure.code })
    return again(deps, row, failure, end, standing.dead)
  }
  await store.outbox.note(row, { nextAt: null, outcome: 'sent', error: null }, clock())
  return 'sent'
}

/** A letter with what every one says of itself: the same name at each try, and that no person wrote it (RFC 3834). */
async function written(deps: Deps, row: LetterRow): Promise<Letter | null> {
  const { site_id: site, address, address_key: key, lang, payload } = row
  const write = Object.hasOwn(LETTERS, row.kind) ? LETTERS[row.kind] : undefined
  const letter = await write?.(deps, JSON.parse(payload), lang, { site, address, key })
  if (!letter) return null
  const messageId = `<${row.message_id}@${new URL(deps.config.origin).hostname.replace(/^\[|\]$/g, '')}>`
  return { ...letter, headers: { ...letter.headers, 'Message-ID': messageId, 'Auto-Submitted': 'auto-generated' } }
}

/** @throws MailFailed where somebody who sends does not come to an end */
async function inTime(sending: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MailFailed('ETIMEDOUT', 'server')), PATIENCE - SECOND)
  })
  try {
    await Promise.race([sending, late])
  } finally {
    clearTimeout(timer)
  }
}

const AGAIN: LetterTried = { nextAt: null, outcome: null, error: null }

async function over({ store, clock }: Deps, row: LetterRow, outcome: LetterTried['outcome'], error: string | null) {
  await store.outbox.note(row, { nextAt: null, outcome, error }, clock())
  return 'over' as const
}

/** What comes of a failure: for the letter, its address, and the mail server. */
async function again(deps: Deps, row: LetterRow, { code, verdict }: MailFailure, end: number, dead = 0): Promise<Went> {
  const { store, clock } = deps
  const now = clock()
  const isNever = verdict === 'never' || verdict === 'address'
  if (verdict === 'address' || (isNever && dead + 1 >= BOUNCES)) {
    const [digest] = addressDigests(deps, row.address_key)
    const shown = shortened(row.address)
    await store.mailState.suppress({
      digest: digest!,
      site: row.site_id,
      shown,
      reason: 'bounced',
      error: code,
      at: now,
    })
  }
  const delays = row.is_urgent ? URGENT_DELAYS : DELAYS
  const delay = delays[Math.min(row.tries, delays.length) - 1] ?? delays[0]!
  const nextAt = Math.round(now + delay * (0.8 + 0.4 * Math.random()))
  const isDead = isNever || nextAt >= end
  await store.outbox.note(row, { nextAt: isDead ? null : nextAt, outcome: isDead ? 'dead' : null, error: code }, now)
  if (verdict !== 'server') {
    await store.mailState.failed(code, now, null)
    return 'over'
  }
  const { failures } = await store.mailState.server()
  await store.mailState.failed(code, now, now + RESTS[Math.min(failures, RESTS.length - 1)]!)
  return 'rest'
}

/** Forgets letters that are over, with their addresses: after the days that are set, and those that were given up after 30. */
export async function forgetLetters({ store, clock, config }: Deps): Promise<void> {
  const others = clock() - (config.keepsMailDays ?? 7) * DAY
  await store.outbox.forget({ dead: clock() - KEPT_DEAD, others })
}

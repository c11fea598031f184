import { type SQL, sql } from 'drizzle-orm/sql'
import type { LetterOutcome } from '../contract.ts'
import { type EmailAddress, mailboxOf } from '../people/email-address.ts'
import { type Engine, json } from './engine.ts'
import { worked } from './mail-state.ts'

/** A letter that is to be sent: what it is about, not what it says. */
export interface NewLetter {
  /** Whose mail it is; null for the installation's own. */
  site: string | null
  /** Which letter: a name of `LETTERS` in `notices/outbox.ts`. */
  kind: string
  to: EmailAddress
  /** Ids and codes, never a text that somebody wrote: the letter is written when it is sent. */
  payload: Record<string, unknown>
  /** The language it is written in, as a tag; '' for English. */
  lang?: string
  /** Somebody waits for it: it goes before others, and no budget holds it back. */
  isUrgent?: boolean
  at: number
  /** When to send it; `at` where nothing is said. */
  nextAt?: number
  /** From when on it is of no use. */
  endsAt?: number
}

/** A letter as it stands in the outbox. */
export interface LetterRow {
  id: number
  site_id: string | null
  kind: string
  address: string
  address_key: string
  mailbox: string
  /** JSON. */
  payload: string
  lang: string
  is_urgent: 0 | 1
  at: number
  ends_at: number | null
  next_at: number | null
  tries: number
  tried_at: number | null
  outcome: LetterOutcome | null
  error: string | null
  done_at: number | null
  message_id: string
  leased_until: number
}

export const LETTER_COLUMNS = sql.raw(
  `id, site_id, kind, address, address_key, mailbox, payload, lang, is_urgent, at, ends_at, next_at, tries, tried_at,
  outcome, error, done_at, message_id, leased_until`,
)

/**
 * What puts letters into the outbox, to stand in somebody's own batch, so that what moved on and the mail that tells of it
 * are one write. The statement gives the ids of the rows.
 * @param onlyIf a condition for all of them, such as that the row of the statement before was written
 */
export function letterRows(letters: readonly NewLetter[], onlyIf: SQL = sql`1`): SQL[] {
  if (letters.length === 0) return []
  const rows = letters.map(({ site, kind, to, payload, lang, isUrgent, at, nextAt, endsAt }) => ({
    ...{ site, kind, address: to.to, key: to.subject, mailbox: mailboxOf(to) },
    // A text of its own, so that it is kept as it was written.
    payload: JSON.stringify(payload),
    ...{ lang: lang ?? '', urgent: isUrgent ? 1 : 0, at, ends: endsAt ?? null, next: nextAt ?? at },
  }))
  const of = (name: string) => sql.raw(`each.value ->> '${name}'`)
  return [
    sql`INSERT INTO outbox (site_id, kind, address, address_key, mailbox, payload, lang, is_urgent, at, ends_at, next_at,
        message_id)
      SELECT ${of('site')}, ${of('kind')}, ${of('address')}, ${of('key')}, ${of('mailbox')}, ${of('payload')},
        ${of('lang')}, ${of('urgent')}, ${of('at')}, ${of('ends')}, ${of('next')}, lower(hex(randomblob(16)))
      FROM json_each(${json(rows)}) each WHERE ${onlyIf} RETURNING id`,
  ]
}

/** How many mails are sent at the most. */
export interface MailLimits {
  /** To one mailbox, in an hour and in a day. */
  hour: number
  day: number
  /** Of one site in an hour, and of all. */
  here: number
  everywhere: number
}

/** As `letterRows`; what it puts there is sent soon after the request. */
export type OutboxRows = typeof letterRows

/** What became of one try. */
export interface LetterTried {
  /** When it is tried again; null where this was the last time. */
  nextAt: number | null
  outcome: LetterOutcome | null
  error: string | null
}

/** What holds a letter back, all of it counted up to what is allowed. */
export interface LetterStanding {
  /** Mails that were sent in the last hour, everywhere and of the site of the letter. */
  everywhere: number
  here: number
  /** Those that nobody waited for, which one mailbox got in the last hour and day. */
  hour: number
  day: number
  /** Letters to the address that were given up, */
  dead: number
  /** and why there is to be none any more. */
  suppressed: string | null
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Letters of one site that are taken at once, so that who has many does not keep the others waiting. */
const OF_A_SITE = 3
/** So many of what is only looked at are counted. */
const COUNTED = 100
/** How many rows are tidied away at once. */
const TIDIED = 1_000

export const outboxStore = (engine: Engine) => {
  let isStirred = false
  return {
    /** As `letterRows`, for a batch of one's own; what is written there is sent soon after the request. */
    rows(letters: readonly NewLetter[], onlyIf?: SQL): SQL[] {
      if (letters.length > 0) isStirred = true
      return letterRows(letters, onlyIf)
    },

    /** Puts letters into the outbox by themselves; gives their ids. */
    async put(...letters: NewLetter[]): Promise<number[]> {
      const rows = this.rows(letters)
      if (rows.length === 0) return []
      return (await engine.write(rows))[0]!.map(({ id }) => id as number)
    },

    /** Has what somebody else's batch has put here sent soon after the request. */
    stir(): void {
      isStirred = true
    },

    /** Whether anything was put here by this process since it was asked. */
    wasStirred(): boolean {
      const was = isStirred
      isStirred = false
      return was
    },

    /**
     * Whether there is anything to be sent now, and until when the mail server is left alone. A read, so that nobody waits for
     * the database where nothing is.
     */
    async state(now: number): Promise<{ urgent: 0 | 1; others: 0 | 1; restsUntil: number }> {
      const isDue = (urgent: 0 | 1) => sql`EXISTS (SELECT 1 FROM (${eachSite(urgent, '')}) each WHERE EXISTS (
        SELECT 1 FROM outbox INDEXED BY outbox_due WHERE is_urgent = ${urgent} AND next_at IS NOT NULL
          AND ifnull(site_id, '') = each.site AND next_at <= ${now} AND leased_until <= ${now}))`
      const row = await engine.first<{ urgent: 0 | 1; others: 0 | 1; restsUntil: number }>(
        sql`SELECT ${isDue(1)} AS urgent, ${isDue(0)} AS others,
          ifnull((SELECT rests_until FROM mail_server WHERE id = 1), 0) AS restsUntil`,
      )
      return row!
    },

    /**
     * Takes letters that are to be sent, a few of each site, for so long that nobody else does meanwhile. That is a try of
     * each: who is killed in between loses them when the time is over, and they are sent once more at the most.
     * @param after the site after which to begin; '' for the first
     */
    async claim(now: number, until: number, urgent: 0 | 1, after: string, most: number): Promise<LetterRow[]> {
      const [rows] = await engine.write([
        sql`UPDATE outbox SET leased_until = ${until}, tries = tries + 1, tried_at = ${now} WHERE id IN (
            SELECT o.id FROM (${eachSite(urgent, after)}) each CROSS JOIN outbox o ON o.id IN (
              SELECT id FROM outbox INDEXED BY outbox_due
              WHERE is_urgent = ${urgent} AND ifnull(site_id, '') = each.site AND next_at <= ${now}
                AND leased_until <= ${now} ORDER BY next_at LIMIT ${OF_A_SITE}) LIMIT ${most})
          RETURNING ${LETTER_COLUMNS}`,
      ])
      return rows as unknown as LetterRow[]
    },

    /**
     * Notes what came of a try, once: whoever was too slow and has lost the letter notes nothing. What was sent, the mail
     * server has taken.
     */
    async note({ id, leased_until }: LetterRow, tried: LetterTried, now: number): Promise<boolean> {
      const [rows] = await engine.write([
        sql`UPDATE outbox SET next_at = ${tried.nextAt}, outcome = ${tried.outcome}, error = ${tried.error},
            done_at = ${tried.nextAt === null ? now : null}, leased_until = 0
          WHERE id = ${id} AND leased_until = ${leased_until} AND next_at IS NOT NULL RETURNING id`,
        ...(tried.outcome === 'sent' ? [worked(now)] : []),
      ])
      return rows!.length > 0
    },

    /** Gives letters back that were not tried after all. */
    async release(letters: readonly LetterRow[]): Promise<void> {
      if (letters.length === 0) return
      await engine.write([
        sql`UPDATE outbox SET leased_until = 0, tries = tries - 1
          WHERE id IN (SELECT value FROM json_each(${json(letters.map(({ id }) => id))}))
            AND leased_until = ${letters[0]!.leased_until} AND next_at IS NOT NULL`,
      ])
    },

    /** Puts off all letters of a site that nobody waits for. */
    async putOff(site: string | null, now: number, until: number): Promise<void> {
      await engine.write([
        sql`UPDATE outbox SET next_at = ${until} WHERE id IN (SELECT id FROM outbox INDEXED BY outbox_due
          WHERE is_urgent = 0 AND ifnull(site_id, '') = ${site ?? ''} AND next_at <= ${now} AND leased_until <= ${now})`,
      ])
    },

    /**
     * What holds a letter back.
     * @param digests under which its address may be suppressed
     * @param most as many as are counted
     */
    async standing(
      { site_id, mailbox, address_key }: LetterRow,
      digests: readonly string[],
      now: number,
      most: MailLimits,
    ): Promise<LetterStanding> {
      const counted = (where: SQL, limit: number) =>
        sql`(SELECT count(*) FROM (SELECT 1 FROM outbox ${where} LIMIT ${limit}))`
      const sent = (since: number) => sql`next_at IS NULL AND outcome = 'sent' AND done_at > ${now - since}`
      const got = (since: number) => sql`INDEXED BY outbox_by_mailbox WHERE mailbox = ${mailbox} AND outcome = 'sent'
        AND is_urgent = 0 AND done_at > ${now - since}`
      const row = await engine.first<LetterStanding>(
        sql`SELECT ${counted(sql`INDEXED BY outbox_over WHERE ${sent(HOUR)}`, most.everywhere)} AS everywhere,
          ${counted(sql`INDEXED BY outbox_of_site WHERE ifnull(site_id, '') = ${site_id ?? ''} AND ${sent(HOUR)}`, most.here)} AS here,
          ${counted(got(HOUR), most.hour)} AS hour, ${counted(got(DAY), most.day)} AS day,
          ${counted(sql`INDEXED BY outbox_by_address WHERE address_key = ${address_key} AND outcome = 'dead'`, COUNTED)} AS dead,
          (SELECT reason FROM suppressed WHERE digest IN (SELECT value FROM json_each(${json(digests)}))) AS suppressed`,
      )
      return row!
    },

    /** Forgets what is over, with the address: the dead ones later than the others; some at a time. */
    async forget(before: { dead: number; others: number }): Promise<void> {
      const old = (
        outcome: LetterOutcome,
        than: number,
      ) => sql`SELECT id FROM (SELECT id FROM outbox INDEXED BY outbox_over
        WHERE next_at IS NULL AND outcome = ${outcome} AND done_at < ${than} ORDER BY done_at LIMIT ${TIDIED})`
      const all = sql`${old('sent', before.others)} UNION ALL ${old('moot', before.others)}
        UNION ALL ${old('suppressed', before.others)} UNION ALL ${old('dropped', before.others)}
        UNION ALL ${old('dead', before.dead)}`
      if (await engine.first(sql`SELECT 1 FROM (${all}) LIMIT 1`)) {
        await engine.write([sql`DELETE FROM outbox WHERE id IN (${all})`])
      }
    },

    /** What goes or went to an address, of these sites. */
    async toAddress(
      subject: string,
      sites: readonly string[],
    ): Promise<{ site: string; kind: string; at: number; outcome: LetterOutcome | null }[]> {
      return engine.all(
        sql`SELECT site_id AS site, kind, at, outcome FROM outbox INDEXED BY outbox_by_address
          WHERE address_key = ${subject} AND site_id IN (SELECT value FROM json_each(${json(sites)}))
          ORDER BY outcome, done_at LIMIT 1000`,
      )
    },

    /** Forgets all that goes or went to an address, of these sites. */
    async forgetAddress(subject: string, sites: readonly string[]): Promise<void> {
      await engine.write([
        sql`DELETE FROM outbox WHERE id IN (SELECT id FROM outbox INDEXED BY outbox_by_address
          WHERE address_key = ${subject} AND site_id IN (SELECT value FROM json_each(${json(sites)})))`,
      ])
    },
  }
}

/** The sites that have letters waiting, one step of the index for each; '' is the installation. */
const eachSite = (urgent: 0 | 1, after: string) => {
  const first = (than: SQL) => sql`(SELECT ifnull(site_id, '') FROM outbox INDEXED BY outbox_due
    WHERE is_urgent = ${urgent} AND next_at IS NOT NULL AND ifnull(site_id, '') ${than}
    ORDER BY ifnull(site_id, '') LIMIT 1)`
  return sql`WITH RECURSIVE walked (site) AS (SELECT ${first(after === '' ? sql`>= ''` : sql`> ${after}`)}
    UNION ALL SELECT ${first(sql`> walked.site`)} FROM walked WHERE site IS NOT NULL)
    SELECT site FROM walked WHERE site IS NOT NULL`
}

import { sql } from 'drizzle-orm/sql'
import type { Purpose } from '../contract.ts'
import { type Engine, json, storable } from './engine.ts'
import { letterRows, type NewLetter } from './outbox.ts'

/** How often a code may be typed. */
export const TRIES = 5
/** Codes that one address is sent in an hour, whoever asks, whichever process answers. */
const CODES_AN_HOUR = 10
const HOUR = 3_600_000
/** How long a proof is good for what it was made for, in ms. */
export const FRESH_MS = 600_000
/** How long a claim is kept after its end; the codes of the last hour are counted by it. */
const KEPT_MS = 24 * HOUR

/** Who an issuer says somebody is. */
export interface Profile {
  name: string | null
  /** An address that the issuer has confirmed, as `readAddress` gives it. */
  email: string | null
}

/** A claim that stands: who makes it, and, once that is known, for whom. */
export interface ClaimRow {
  id: string
  site_id: string
  token_hash: string
  way: string
  purpose: Purpose
  origin: string
  issuer: string | null
  subject: string | null
  /** JSON of a `Profile`. */
  profile: string | null
  verifier: string | null
  nonce: string | null
  tries: number
  proved_at: number | null
}

const COLUMNS = sql.raw(
  'id, site_id, token_hash, way, purpose, origin, issuer, subject, profile, verifier, nonce, tries, proved_at',
)
/** A claim that can still be proved, at a time. */
const stands = (now: number) => sql`ended_at IS NULL AND expires_at > ${now}`

export const claimsStore = (engine: Engine) => ({
  /**
   * A claim to an e-mail address, with the letter that brings its code; the older ones of the same token end. False when the
   * address had too many codes.
   */
  async addEmail(claim: {
    id: string
    site: string
    tokenHash: string
    purpose: Purpose
    origin: string
    subject: string
    codeHash: string
    at: number
    expiresAt: number
    letter: NewLetter
  }): Promise<boolean> {
    const { id, site, tokenHash, at } = claim
    const results = await engine.write([
      sql`INSERT INTO claims (id, site_id, token_hash, way, purpose, origin, issuer, subject, code_hash, created_at, expires_at)
        SELECT ${id}, ${site}, ${tokenHash}, 'email', ${claim.purpose}, ${claim.origin}, 'email', ${claim.subject},
          ${claim.codeHash}, ${at}, ${claim.expiresAt}
        WHERE (SELECT count(*) FROM claims WHERE site_id = ${site} AND issuer = 'email' AND subject = ${claim.subject}
          AND created_at > ${at - HOUR}) < ${CODES_AN_HOUR}
        RETURNING id`,
      sql`UPDATE claims SET ended_at = ${at} WHERE token_hash = ${tokenHash} AND way = 'email' AND id <> ${id}
        AND ended_at IS NULL AND EXISTS (SELECT 1 FROM claims added WHERE added.id = ${id})`,
      ...letterRows([claim.letter], sql`EXISTS (SELECT 1 FROM claims added WHERE added.id = ${id})`),
    ])
    return results[0]!.length > 0
  },

  /** A claim that a provider is to answer. */
  async addOpenId(claim: {
    id: string
    site: string
    tokenHash: string
    way: string
    purpose: Purpose
    origin: string
    at: number
    expiresAt: number
  }): Promise<void> {
    await engine.write([
      sql`INSERT INTO claims (id, site_id, token_hash, way, purpose, origin, created_at, expires_at)
        VALUES (${claim.id}, ${claim.site}, ${claim.tokenHash}, ${claim.way}, ${claim.purpose}, ${claim.origin},
          ${claim.at}, ${claim.expiresAt})`,
    ])
  },

  /** A claim that is proved as it is made: by the site's own login. */
  async addProved(claim: {
    id: string
    site: string
    tokenHash: string
    way: string
    purpose: Purpose
    origin: string
    issuer: string
    subject: string
    at: number
  }): Promise<void> {
    await engine.write([
      sql`INSERT INTO claims (id, site_id, token_hash, way, purpose, origin, issuer, subject, created_at, expires_at,
          proved_at, ended_at)
        VALUES (${claim.id}, ${claim.site}, ${claim.tokenHash}, ${claim.way}, ${claim.purpose}, ${claim.origin},
          ${claim.issuer}, ${claim.subject}, ${claim.at}, ${claim.at}, ${claim.at}, ${claim.at})`,
    ])
  },

  /** Ends a claim that came to nothing. */
  async end(id: string, now: number): Promise<void> {
    await engine.write([sql`UPDATE claims SET ended_at = ${now} WHERE id = ${id} AND ended_at IS NULL`])
  },

  /** What the letter of a claim to an address is made from, as long as the code can be typed. */
  async waiting(
    id: string,
    site: string,
    now: number,
  ): Promise<{ code_hash: string; purpose: Purpose; name: string } | null> {
    const row = await engine.first<{ code_hash: string; purpose: Purpose; name: string }>(
      sql`SELECT c.code_hash, c.purpose, s.name FROM claims c CROSS JOIN sites s ON s.id = c.site_id
        WHERE c.id = ${id} AND +c.site_id = ${site} AND c.way = 'email' AND ${stands(now)}`,
    )
    return row ?? null
  },

  /** A browser goes on to the provider: the state it takes along is the only one that comes back. */
  async leave(
    id: string,
    { stateHash, verifier, nonce }: { stateHash: string; verifier: string; nonce: string },
    now: number,
  ): Promise<ClaimRow | null> {
    const [rows] = await engine.write([
      sql`UPDATE claims SET state_hash = ${stateHash}, verifier = ${verifier}, nonce = ${nonce}
        WHERE id = ${id} AND way <> 'email' AND subject IS NULL AND ${stands(now)} RETURNING ${COLUMNS}`,
    ])
    return (rows![0] as ClaimRow | undefined) ?? null
  },

  /** A browser comes back with a state, which is thereby spent. */
  async comeBack(stateHash: string, way: string, now: number): Promise<ClaimRow | null> {
    const [rows] = await engine.write([
      sql`UPDATE claims SET state_hash = NULL WHERE state_hash = ${stateHash} AND way = ${way} AND ${stands(now)}
        RETURNING ${COLUMNS}`,
    ])
    return (rows![0] as ClaimRow | undefined) ?? null
  },

  /** What the provider has answered, and the digests of what proves it: a ticket for the page, or a code to be typed. */
  async answer(
    id: string,
    told: { issuer: string; subject: string; profile: Profile; ticketHash: string; codeHash: string },
    now: number,
  ): Promise<boolean> {
    const [rows] = await engine.write([
      sql`UPDATE claims SET issuer = ${told.issuer}, subject = ${told.subject}, profile = ${storable(JSON.stringify(told.profile))},
          ticket_hash = ${told.ticketHash}, code_hash = ${told.codeHash}, answered_at = ${now}, verifier = NULL, nonce = NULL
        WHERE id = ${id} AND subject IS NULL AND ${stands(now)} RETURNING id`,
    ])
    return rows!.length > 0
  },

  /**
   * A code is typed, as it may have been kept: counted in any case, and where it is the one, the claim is proved, once. Null where there is nothing
   * to prove with this token on this site.
   */
  async type(
    claim: { id: string; site: string; tokenHash: string },
    codeHashes: readonly string[],
    now: number,
  ): Promise<ClaimRow | null> {
    const isRight = sql`code_hash IN (SELECT value FROM json_each(${json(codeHashes)}))`
    const [rows] = await engine.write([
      sql`UPDATE claims SET tries = tries + 1, proved_at = CASE WHEN ${isRight} THEN ${now} END,
          ended_at = CASE WHEN ${isRight} OR tries + 1 >= ${TRIES} THEN ${now} END
        WHERE id = ${claim.id} AND site_id = ${claim.site} AND token_hash = ${claim.tokenHash} AND code_hash IS NOT NULL
          AND tries < ${TRIES} AND ${stands(now)}
        RETURNING ${COLUMNS}`,
    ])
    return (rows![0] as ClaimRow | undefined) ?? null
  },

  /** The page shows the ticket that the provider's window has given it; proved once, within the time that it is good for. */
  async hand(
    claim: { id: string; site: string; tokenHash: string },
    ticketHash: string,
    answeredAfter: number,
    now: number,
  ): Promise<ClaimRow | null> {
    const [rows] = await engine.write([
      sql`UPDATE claims SET proved_at = ${now}, ended_at = ${now}
        WHERE id = ${claim.id} AND site_id = ${claim.site} AND token_hash = ${claim.tokenHash}
          AND ticket_hash = ${ticketHash} AND answered_at > ${answeredAfter} AND ${stands(now)}
        RETURNING ${COLUMNS}`,
    ])
    return (rows![0] as ClaimRow | undefined) ?? null
  },

  /** Somebody has proved an address: what others had claimed of it before is over. */
  async outdo({ site_id, issuer, subject, id }: ClaimRow, now: number): Promise<void> {
    await engine.write([
      sql`UPDATE claims SET ended_at = ${now} WHERE site_id = ${site_id} AND issuer = ${issuer} AND subject = ${subject}
        AND id <> ${id} AND ended_at IS NULL
        AND created_at <= (SELECT mine.created_at FROM claims mine WHERE mine.id = ${id})`,
    ])
  },

  /** Whether this token has lately proved, for this purpose, to be the author whom it stands for. */
  async isFresh(
    { site, tokenHash, author, purpose }: { site: string; tokenHash: string; author: number; purpose: Purpose },
    proof: string | null,
    now: number,
  ): Promise<boolean> {
    const row = await engine.first(
      sql`SELECT 1 FROM claims c CROSS JOIN identities i
          ON i.site_id = c.site_id AND i.issuer = c.issuer AND i.subject = c.subject
        WHERE c.token_hash = ${tokenHash} AND c.created_at > ${now - 2 * FRESH_MS} AND c.proved_at > ${now - FRESH_MS}
          AND c.site_id = ${site} AND c.purpose = ${purpose} AND i.author_id = ${author}
          ${proof === null ? sql`` : sql`AND c.id = ${proof}`}`,
    )
    return row !== undefined
  },

  /** Forgets what ended long ago; some at a time. */
  async forget(now: number): Promise<void> {
    await engine.write([
      sql`DELETE FROM claims WHERE id IN (SELECT id FROM claims WHERE expires_at < ${now - KEPT_MS}
        ORDER BY expires_at LIMIT 1000)`,
    ])
  },
})

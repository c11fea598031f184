import { type SQL, sql } from 'drizzle-orm/sql'
import type { DeskWay } from '../contract.ts'
import { type Engine, json } from './engine.ts'
import type { PersonRow } from './people.ts'

/** A desk session that is about to be. */
export interface NewSession {
  hash: string
  expiresAt: number
  /** The kind of browser; null where it is not known. */
  browser: string | null
  /** The session that the same browser had before, which ends with it. */
  replaced: string | null
}

export interface PasskeyRow {
  id: number
  person_id: number
  name: string
  credential: string
  public_key: string
  counter: number
  is_synced: number
  created_at: number
  used_at: number | null
  stopped_at: number | null
}

export interface SessionRow {
  token_hash: string
  browser: string | null
  way: DeskWay | null
  created_at: number
  seen_at: number
}

/** Whether this session was just made: its hash is of random bytes that nobody else has. */
export const stands = ({ hash }: NewSession) => sql`EXISTS (SELECT 1 FROM sessions WHERE token_hash = ${hash})`

/** Makes the session for the person of the row that `from` finds, if it is somebody who has a role. */
const begin = (session: NewSession, way: DeskWay, now: number, from: SQL) =>
  sql`INSERT INTO sessions (token_hash, person_id, created_at, seen_at, expires_at, browser, way)
    SELECT ${session.hash}, w.person_id, ${now}, ${now}, ${session.expiresAt}, ${session.browser}, ${way} FROM ${from}
      AND EXISTS (SELECT 1 FROM roles WHERE roles.person_id = w.person_id)`

/** Ends what the browser had before, once the new session stands. */
const replace = (session: NewSession) =>
  sql`DELETE FROM sessions WHERE token_hash = ${session.replaced} AND person_id IS NOT NULL AND ${stands(session)}`

/** Takes all ways in, the sessions and the address for mail of somebody who has no role any more; of anybody else nothing. */
export const wentOut = (person: number): SQL[] => {
  const isOut = sql`NOT EXISTS (SELECT 1 FROM roles WHERE roles.person_id = ${person})`
  return [
    sql`DELETE FROM links WHERE person_id = ${person} AND used_at IS NULL AND ${isOut}`,
    sql`DELETE FROM sessions WHERE person_id = ${person} AND ${isOut}`,
    sql`DELETE FROM passkeys WHERE person_id = ${person} AND ${isOut}`,
    sql`DELETE FROM recovery_codes WHERE person_id = ${person} AND ${isOut}`,
    sql`UPDATE people SET email = NULL WHERE id = ${person} AND email IS NOT NULL AND ${isOut}`,
  ]
}

const PASSKEY = sql`id, person_id, name, credential, public_key, counter, is_synced, created_at, used_at, stopped_at`

/** A challenge that was answered; it is kept until it would be too old anyway. */
export interface Spent {
  digest: string
  expiresAt: number
}

/** The ways in to the desk beside the one-time link, and the sessions that came of them. */
export const deskWaysStore = (engine: Engine) => {
  const whose = async ({ hash }: NewSession): Promise<PersonRow | null> => {
    const row = await engine.first<PersonRow>(
      sql`SELECT people.id, people.name FROM sessions CROSS JOIN people ON people.id = sessions.person_id
        WHERE sessions.token_hash = ${hash}`,
    )
    return row ?? null
  }

  return {
    /** The passkey with this credential id. */
    async passkey(credential: string): Promise<PasskeyRow | null> {
      return (
        (await engine.first<PasskeyRow>(sql`SELECT ${PASSKEY} FROM passkeys WHERE credential = ${credential}`)) ?? null
      )
    },

    /** A person's passkeys in the order they were made. */
    async passkeysOf(personId: number): Promise<PasskeyRow[]> {
      return engine.all<PasskeyRow>(sql`SELECT ${PASSKEY} FROM passkeys WHERE person_id = ${personId} ORDER BY id`)
    },

    /**
     * Keeps a new passkey and spends its challenge; false, and no passkey is kept, where the challenge was spent before, the
     * credential is known, or its person has `atMost` of them.
     */
    async addPasskey(key: Omit<PasskeyRow, 'used_at' | 'stopped_at'>, spent: Spent, atMost: number): Promise<boolean> {
      const results = await engine.write([
        sql`INSERT INTO passkeys (id, person_id, name, credential, public_key, counter, is_synced, created_at)
          SELECT ${key.id}, ${key.person_id}, ${key.name}, ${key.credential}, ${key.public_key}, ${key.counter},
            ${key.is_synced}, ${key.created_at}
          WHERE NOT EXISTS (SELECT 1 FROM spent_proofs WHERE digest = ${spent.digest})
            AND (SELECT count(*) FROM passkeys WHERE person_id = ${key.person_id}) < ${atMost}
          ON CONFLICT DO NOTHING RETURNING id`,
        sql`INSERT INTO spent_proofs (digest, expires_at) VALUES (${spent.digest}, ${spent.expiresAt}) ON CONFLICT DO NOTHING`,
      ])
      return results[0]!.length > 0
    },

    /** False when the person has no such passkey. */
    async renamePasskey(id: number, personId: number, name: string): Promise<boolean> {
      const [rows] = await engine.write([
        sql`UPDATE passkeys SET name = ${name} WHERE id = ${id} AND person_id = ${personId} RETURNING id`,
      ])
      return rows!.length > 0
    },

    /** False when the person has no such passkey. */
    async removePasskey(id: number, personId: number): Promise<boolean> {
      const [rows] = await engine.write([
        sql`DELETE FROM passkeys WHERE id = ${id} AND person_id = ${personId} RETURNING id`,
      ])
      return rows!.length > 0
    },

    /** Stops a passkey that counts backwards, and ends what it may have opened: the sessions that came in by a passkey. */
    async stopPasskey(id: number, now: number): Promise<void> {
      await engine.write([
        sql`UPDATE passkeys SET stopped_at = ${now} WHERE id = ${id} AND stopped_at IS NULL`,
        sql`DELETE FROM sessions WHERE way = 'passkey' AND person_id = (SELECT person_id FROM passkeys WHERE id = ${id})`,
      ])
    },

    /**
     * Turns an answered challenge into a session, once; null where the challenge was spent, the passkey was stopped, removed or
     * has signed more often meanwhile, or its person has no role any more.
     * @param counter how often the passkey says it has signed
     */
    async enterByPasskey(
      { id }: Pick<PasskeyRow, 'id'>,
      counter: number,
      spent: Spent,
      session: NewSession,
      now: number,
    ): Promise<PersonRow | null> {
      await engine.write([
        begin(
          session,
          'passkey',
          now,
          sql`passkeys w WHERE w.id = ${id} AND w.stopped_at IS NULL
            AND (w.counter < ${counter} OR (w.counter = 0 AND ${counter} = 0))
            AND NOT EXISTS (SELECT 1 FROM spent_proofs WHERE digest = ${spent.digest})`,
        ),
        sql`UPDATE passkeys SET counter = ${counter}, used_at = ${now} WHERE id = ${id} AND ${stands(session)}`,
        sql`INSERT INTO spent_proofs (digest, expires_at) SELECT ${spent.digest}, ${spent.expiresAt} WHERE ${stands(session)}
          ON CONFLICT DO NOTHING`,
        replace(session),
      ])
      return whose(session)
    },

    /** Turns a recovery code into a session, once; null where there is none that was not used, or its person has no role. */
    async enterByCode(codeHash: string, session: NewSession, now: number): Promise<PersonRow | null> {
      await engine.write([
        begin(session, 'code', now, sql`recovery_codes w WHERE w.code_hash = ${codeHash} AND w.used_at IS NULL`),
        sql`UPDATE recovery_codes SET used_at = ${now} WHERE code_hash = ${codeHash} AND ${stands(session)}`,
        replace(session),
      ])
      return whose(session)
    },

    /** Gives a person these recovery codes and ends those that were not used. */
    async setCodes(personId: number, hashes: readonly string[], now: number): Promise<void> {
      await engine.write([
        sql`DELETE FROM recovery_codes WHERE person_id = ${personId} AND used_at IS NULL`,
        sql`INSERT INTO recovery_codes (code_hash, person_id, created_at)
          SELECT value, ${personId}, ${now} FROM json_each(${json(hashes)})`,
      ])
    },

    /** A person's recovery codes: when they were made, and those that were used, when. */
    async codesOf(personId: number): Promise<{ created_at: number; used_at: number | null }[]> {
      return engine.all(
        sql`SELECT created_at, used_at FROM recovery_codes WHERE person_id = ${personId} ORDER BY used_at`,
      )
    },

    /** When codes of a person were used that nobody was told of, from now on told; not so the one used at `except`. */
    async tellCodes(personId: number, isTold: boolean, except: number | null, now: number): Promise<number[]> {
      const unknown = sql`person_id = ${personId} AND used_at IS NOT NULL AND told_at IS NULL AND used_at IS NOT ${except}`
      const rows = await engine.all<{ used_at: number }>(
        sql`SELECT used_at FROM recovery_codes WHERE ${unknown} ORDER BY used_at`,
      )
      if (isTold && rows.length > 0)
        await engine.write([sql`UPDATE recovery_codes SET told_at = ${now} WHERE ${unknown}`])
      return rows.map(row => row.used_at)
    },

    /** Forgets recovery codes that were used before a moment, and of which their person was told. */
    async forgetCodes(before: number): Promise<void> {
      await engine.write([
        sql`DELETE FROM recovery_codes WHERE code_hash IN (SELECT told.code_hash FROM recovery_codes told
          INDEXED BY recovery_codes_told WHERE told.told_at IS NOT NULL AND told.told_at < ${before} LIMIT 200)`,
      ])
    },

    /** A person's desk sessions that have not ended, the one used last in front. */
    async sessionsOf(personId: number, idleSince: number, now: number): Promise<SessionRow[]> {
      const rows = await engine.all<SessionRow>(
        sql`SELECT token_hash, browser, way, created_at, seen_at FROM sessions
          WHERE person_id = ${personId} AND expires_at > ${now} AND seen_at > ${idleSince}`,
      )
      return rows.sort((a, b) => b.seen_at - a.seen_at)
    },
  }
}

import { sql } from 'drizzle-orm/sql'
import { LIMITS, type Role } from '../contract.ts'
import type { NewSession } from './desk-ways.ts'
import type { Engine } from './engine.ts'
import { changesWritten, type Hand } from './site-changes.ts'

/** An invitation that waits for somebody. */
export interface InvitationRow {
  id: number
  role: Role
  /** Whom the owner means. */
  label: string
  invited_by: string
  created_at: number
  expires_at: number
}

/** What somebody with an invitation is told of it. */
export interface OpenInvitation {
  site_id: string
  site_name: string
  role: Role
  invited_by: string
  expires_at: number
}

/** Invitations to a site. Each counts once, until it ends, and as long as who invited owns the site. */
export const invitationsStore = (engine: Engine) => ({
  /** Those of a site that wait, newest first. */
  async open(site: string, now: number): Promise<InvitationRow[]> {
    return engine.all<InvitationRow>(
      sql`SELECT i.id, i.role, i.label, coalesce(p.public_name, p.name) AS invited_by, i.created_at, i.expires_at
        FROM invitations i CROSS JOIN people p ON p.id = i.invited_by
        CROSS JOIN roles r ON r.person_id = i.invited_by AND r.site_id = i.site_id AND r.role = 'owner'
        WHERE i.site_id = ${site} AND i.used_by IS NULL AND i.expires_at > ${now} ORDER BY i.id DESC`,
    )
  },

  /** Adds one and drops those of the site that ended; false where as many as may be wait already. */
  async add(
    site: string,
    invitation: { id: number; tokenHash: string; role: Role; label: string; expiresAt: number },
    hand: Hand & { person: number },
  ): Promise<boolean> {
    const { id, tokenHash, role, label, expiresAt } = invitation
    const isOwner = sql`EXISTS (SELECT 1 FROM roles WHERE person_id = ${hand.person} AND site_id = ${site} AND role = 'owner')`
    const isMade = sql`EXISTS (SELECT 1 FROM invitations WHERE id = ${id} AND token_hash = ${tokenHash})`
    const results = await engine.write([
      sql`DELETE FROM invitations WHERE site_id = ${site} AND (used_by IS NOT NULL OR expires_at <= ${hand.at})`,
      sql`INSERT INTO invitations (id, site_id, token_hash, role, label, invited_by, created_at, expires_at)
        SELECT ${id}, ${site}, ${tokenHash}, ${role}, ${label}, ${hand.person}, ${hand.at}, ${expiresAt} WHERE ${isOwner}
          AND (SELECT count(*) FROM invitations WHERE site_id = ${site}) < ${LIMITS.invitations} RETURNING id`,
      changesWritten(site, hand, [{ kind: 'invited', after: role }], isMade),
    ])
    return results[1]!.length > 0
  },

  /** Takes one back; false where it does not wait on this site. */
  async revoke(site: string, id: number, hand: Hand): Promise<boolean> {
    const isOpen = sql`EXISTS (SELECT 1 FROM invitations WHERE id = ${id} AND site_id = ${site} AND used_by IS NULL)`
    const results = await engine.write([
      changesWritten(site, hand, [{ kind: 'uninvited' }], isOpen),
      sql`DELETE FROM invitations WHERE id = ${id} AND site_id = ${site} AND used_by IS NULL RETURNING id`,
    ])
    return results[1]!.length > 0
  },

  /** The invitation of this token, while it counts. */
  async find(tokenHash: string, now: number): Promise<OpenInvitation | null> {
    const row = await engine.first<OpenInvitation>(
      sql`SELECT i.site_id, s.name AS site_name, i.role, coalesce(p.public_name, p.name) AS invited_by, i.expires_at
        FROM invitations i CROSS JOIN sites s ON s.id = i.site_id CROSS JOIN people p ON p.id = i.invited_by
        CROSS JOIN roles r ON r.person_id = i.invited_by AND r.site_id = i.site_id AND r.role = 'owner'
        WHERE i.token_hash = ${tokenHash} AND i.used_by IS NULL AND i.expires_at > ${now}`,
    )
    return row ?? null
  },

  /**
   * Turns an invitation into a role, once, whoever asks at the same time; false, and nothing is stored, when it counts no
   * longer or the name of somebody new is taken.
   * @param by who comes: somebody new under a name, or the person who is signed in
   * @param session the session that somebody new gets
   */
  async accept(
    tokenHash: string,
    site: string,
    by: { id: number; name: string | null },
    session: NewSession | null,
    now: number,
  ): Promise<boolean> {
    const isOpen = sql`EXISTS (SELECT 1 FROM invitations i CROSS JOIN roles r ON r.person_id = i.invited_by
        AND r.site_id = i.site_id AND r.role = 'owner'
      WHERE i.token_hash = ${tokenHash} AND i.site_id = ${site} AND i.used_by IS NULL AND i.expires_at > ${now})`
    const isTheirs = sql`EXISTS (SELECT 1 FROM people WHERE id = ${by.id} ${by.name === null ? sql`` : sql`AND name = ${by.name} AND created_at = ${now}`})`
    const may = sql`${isOpen} AND ${isTheirs}`
    const results = await engine.write([
      sql`INSERT INTO people (id, name, created_at) SELECT ${by.id}, ${by.name}, ${now}
        WHERE ${by.name === null ? 0 : 1} AND ${isOpen} ON CONFLICT DO NOTHING`,
      changesWritten(site, { person: by.id, at: now }, [{ kind: 'joined', about: by.id }], may),
      sql`INSERT INTO roles (person_id, site_id, role) SELECT ${by.id}, site_id, role FROM invitations
        WHERE token_hash = ${tokenHash} AND ${may}
        ON CONFLICT (person_id, site_id) DO UPDATE SET role = excluded.role, openid_at = NULL
        WHERE role <> 'owner' OR excluded.role = 'owner'`,
      ...(session
        ? [
            sql`INSERT INTO sessions (token_hash, person_id, created_at, seen_at, expires_at, browser, way)
              SELECT ${session.hash}, ${by.id}, ${now}, ${now}, ${session.expiresAt}, ${session.browser}, 'link' WHERE ${may}`,
            sql`DELETE FROM sessions WHERE token_hash = ${session.replaced} AND person_id IS NOT NULL AND ${may}`,
          ]
        : []),
      // Last, so that what was asked of it above is asked of what still waits.
      sql`UPDATE invitations SET used_by = ${by.id} WHERE token_hash = ${tokenHash} AND ${may} RETURNING id`,
    ])
    return results.at(-1)!.length > 0
  },
})

import { escapeHtml } from '../comments/html.ts'
import { newId, spellId } from '../comments/ids.ts'
import { cleanName, cleanTitle } from '../comments/text.ts'
import type { Invitation, InvitationRequest, NewInvitation, Role, Team } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { headerLine, type Mail } from '../notices/mail.ts'
import { Problem } from '../problems.ts'
import type { NewSession } from '../store/desk-ways.ts'
import type { PersonRow } from '../store/people.ts'
import { readAddress } from './email-address.ts'
import { digest, randomToken } from './secrets.ts'

const DAY = 24 * 3_600_000
/** For how long an invitation counts unless its owner says otherwise. */
const DAYS = 7

/** The people of a site and the invitations that wait, as one of them sees it. */
export async function teamOf(deps: Deps, site: string, me: number): Promise<Team> {
  const { store, clock, mail } = deps
  const [people, invitations, owner] = [
    await store.team.on(site, clock()),
    await store.invitations.open(site, clock()),
    await store.people.owner(),
  ]
  return {
    people: people.map(({ id, name, public_name, role, seen_at }) => ({
      ...{ id: spellId(id), name, publicName: public_name, role, seenAt: seen_at },
      ...{ isMe: id === me, isInstaller: id === owner?.id },
    })),
    invitations: invitations.map(({ id, role, label, invited_by, created_at, expires_at }) => ({
      ...{ id: spellId(id), role, label, invitedBy: invited_by, createdAt: created_at, expiresAt: expires_at },
    })),
    hasMail: mail !== undefined,
  }
}

/**
 * Makes an invitation to a site. Its link is in the answer and nowhere else, but for the mail that brings it where an
 * address is given; neither the token nor the address is kept.
 * @throws Problem `email_wrong`, `list_full`
 */
export async function invite(
  deps: Deps,
  site: { id: string; name: string },
  { role, label = '', days = DAYS, email }: InvitationRequest,
  by: PersonRow,
): Promise<NewInvitation> {
  const to = email === undefined ? null : readAddress(email)
  if (email !== undefined && !to) throw new Problem('email_wrong')
  const [token, at] = [randomToken('pri_'), deps.clock()]
  const made = {
    id: newId(at),
    tokenHash: digest(token),
    role,
    label: cleanTitle(label) ?? '',
    expiresAt: at + days * DAY,
  }
  if (!(await deps.store.invitations.add(site.id, made, { person: by.id, at }))) throw new Problem('list_full')
  const link = `${deps.config.origin}/desk#invitation=${token}`
  const { expiresAt } = made
  const isSent = to && (await isMailed(deps, invitationMail({ to: to.to, site: site.name, role, link, days })))
  return { link, expiresAt, isSent, team: await teamOf(deps, site.id, by.id) }
}

async function isMailed({ mail, log }: Deps, letter: Mail): Promise<boolean> {
  try {
    if (!mail) return false
    await mail(letter)
    return true
  } catch (error) {
    log({ event: 'mail_failed', what: 'invitation', error: String((error as { code?: unknown }).code ?? 'unknown') })
    return false
  }
}

const ROLE: Record<Role, string> = { owner: 'an owner', moderator: 'a moderator' }

/** The mail that brings an invitation: it carries nothing that a stranger wrote. */
function invitationMail(letter: { to: string; site: string; role: Role; link: string; days: number }): Mail {
  const { to, link, days } = letter
  const site = headerLine(letter.site)
  const what = `You are invited to be ${ROLE[letter.role]} of the comments on ${site}. This link opens the desk:`
  const lasts = `It works once, for ${days === 1 ? 'one day' : `${days} days`}. If you do not know what this is about, do nothing.`
  return {
    to,
    subject: `An invitation to moderate ${site}`,
    text: `${what}\n\n${link}\n\n${lasts}\n`,
    html: `<!doctype html><html lang="en"><body><p>${escapeHtml(what)}</p><p><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p><p style="color:#666;font-size:small">${escapeHtml(lasts)}</p></body></html>`,
  }
}

/**
 * What somebody with an invitation is told of it.
 * @throws Problem `invitation_spent`
 */
export async function lookAtInvitation(deps: Deps, token: string, me: PersonRow | null): Promise<Invitation> {
  const found = await deps.store.invitations.find(digest(token), deps.clock())
  if (!found) throw new Problem('invitation_spent')
  const { site_id: site, site_name: siteName, role, invited_by: invitedBy, expires_at: expiresAt } = found
  return { site, siteName, role, invitedBy, expiresAt, me: me?.name ?? null }
}

/**
 * Gives somebody the role that an invitation is for: who is signed in, or somebody new under a name that nobody has.
 * @param session the session that somebody new gets
 * @throws Problem `invitation_spent`, `name_taken`, `text_empty`, `name_too_long`
 */
export async function acceptInvitation(
  { store, clock }: Deps,
  token: string,
  by: PersonRow | { name: string },
  session: NewSession | null = null,
): Promise<PersonRow> {
  const [hash, now] = [digest(token), clock()]
  const found = await store.invitations.find(hash, now)
  if (!found) throw new Problem('invitation_spent')
  if ('id' in by) {
    if (!(await store.invitations.accept(hash, found.site_id, { id: by.id, name: null }, null, now)))
      throw new Problem('invitation_spent')
    return by
  }
  const name = cleanName(by.name)
  if (name === null) throw new Problem('text_empty', { detail: 'Type the name by which you sign in.' })
  const person = { id: newId(now), name }
  if (!(await store.invitations.accept(hash, found.site_id, person, session, now)))
    throw new Problem((await store.people.isTaken(name)) ? 'name_taken' : 'invitation_spent')
  return person
}

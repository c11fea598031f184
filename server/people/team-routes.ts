import { siteNamed } from '../articles/open.ts'
import { nameSkeleton } from '../comments/name-skeleton.ts'
import { cleanName } from '../comments/text.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import * as sites from '../http/wire-sites.ts'
import { Problem } from '../problems.ts'
import { deskMe } from './desk-me.ts'
import { organisationOf, tryOrganisation } from './desk-openid.ts'
import { fromTheDesk, openSession, somebodyAtDesk } from './desk-session.ts'
import { deskSlice, personOf, siteOf } from './door.ts'
import { acceptInvitation, invite, lookAtInvitation, teamOf } from './invitations.ts'

/** What somebody with an invitation asks; before the desk's door, which they have no key to yet. */
export function invitationRoutes(deps: Deps, budgets: Budgets): Slice {
  return new Slice()
    .on(
      {
        method: 'post',
        path: '/api/desk/invitation',
        summary: 'What an invitation is for; asking does not spend it',
        who: 'anyone',
        body: sites.InvitationToken,
        answers: { 200: sites.Invitation },
      },
      async ({ body: { invitation } }, c) => {
        fromTheDesk(deps, c)
        budgets.spend('signIn', { client: deps.client(c) }, deps.clock())
        return c.json(await lookAtInvitation(deps, invitation, await somebodyAtDesk(deps, c)))
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/invitation/acceptance',
        summary: 'Accept an invitation: with a name as somebody new, who is signed in by it; else as who is signed in',
        who: 'anyone',
        body: sites.AcceptanceRequest,
        answers: { 201: wire.DeskMe },
      },
      async ({ body: { invitation, name } }, c) => {
        fromTheDesk(deps, c)
        budgets.spend('signIn', { client: deps.client(c) }, deps.clock())
        const me = name === undefined ? await somebodyAtDesk(deps, c) : null
        if (name === undefined && !me)
          throw new Problem('text_empty', { detail: 'Type the name by which you sign in.' })
        const person = me
          ? await acceptInvitation(deps, invitation, me)
          : await openSession(deps, c, session => acceptInvitation(deps, invitation, { name: name! }, session))
        return c.json(await deskMe(deps, person!), 201)
      },
    )
}

/** Why somebody keeps a role. */
async function stays({ store }: Deps, person: number): Promise<Problem> {
  if (person !== (await store.people.owner())?.id) return new Problem('last_owner')
  return new Problem('last_owner', {
    detail: 'They own the installation, and with it every site, so nothing was changed.',
  })
}

/** The people of a site: seen by its owners, invited, given another role, and put out; behind the desk's door. */
export function teamRoutes(deps: Deps): Slice {
  const about = { about: 'site', who: 'owner', by: 'session' } as const
  return deskSlice(deps)
    .on(
      {
        ...about,
        method: 'get',
        path: '/api/desk/sites/:id/people',
        summary: 'Who has a role on a site, and the invitations that wait. For owners',
        params: sites.SiteParams,
        answers: { 200: sites.Team },
      },
      async (_, c) => c.json(await teamOf(deps, siteOf(c), personOf(c).id)),
    )
    .on(
      {
        ...about,
        method: 'get',
        path: '/api/desk/sites/:id/organisation',
        summary: 'Whom an organisation’s OpenID issuers make what on a site. For owners',
        params: sites.SiteParams,
        answers: { 200: sites.Organisation },
      },
      async (_, c) => c.json(organisationOf(deps, siteOf(c))),
    )
    .on(
      {
        ...about,
        method: 'post',
        path: '/api/desk/sites/:id/organisation/trial',
        summary: 'What somebody would be of whom an issuer says this; nothing is kept of it. For owners',
        params: sites.SiteParams,
        body: sites.OrganisationTrial,
        answers: { 200: sites.OrganisationTried },
      },
      async ({ body }, c) => c.json(tryOrganisation(deps, siteOf(c), body)),
    )
    .on(
      {
        ...about,
        method: 'put',
        path: '/api/desk/sites/:id/people/:of',
        summary: 'Give somebody on a site another role. For owners',
        params: sites.OfSiteParams,
        body: sites.RoleRequest,
        answers: { 200: sites.Team },
      },
      async ({ params: { of }, body: { role } }, c) => {
        const [site, hand] = [siteOf(c), { person: personOf(c).id, at: deps.clock() }]
        const stands = await deps.store.team.roleOf(of, site)
        if (!stands) throw new Problem('unknown_person')
        if (stands !== role && !(await deps.store.team.setRole(site, of, role, hand))) throw await stays(deps, of)
        return c.json(await teamOf(deps, site, hand.person))
      },
    )
    .on(
      {
        ...about,
        who: 'moderator',
        method: 'delete',
        path: '/api/desk/sites/:id/people/:of',
        summary: 'Take somebody’s role on a site: for owners, and for everybody their own',
        params: sites.OfSiteParams,
        answers: { 204: null },
      },
      async ({ params: { of } }, c) => {
        const [site, hand] = [siteOf(c), { person: personOf(c).id, at: deps.clock() }]
        const isOwner = (await deps.store.people.roleOn(hand.person, site)) === 'owner'
        if (of !== hand.person && !isOwner) throw new Problem('forbidden')
        if (!(await deps.store.team.roleOf(of, site))) throw new Problem('unknown_person')
        if (!(await deps.store.team.dismiss(site, of, hand))) throw await stays(deps, of)
        return c.body(null, 204)
      },
    )
    .on(
      {
        ...about,
        method: 'post',
        path: '/api/desk/sites/:id/invitations',
        summary: 'Invite somebody to a site; the link is told once. For owners',
        params: sites.SiteParams,
        body: sites.InvitationRequest,
        answers: { 201: sites.NewInvitation },
      },
      async ({ body }, c) => c.json(await invite(deps, await siteNamed(deps, siteOf(c)), body, personOf(c)), 201),
    )
    .on(
      {
        ...about,
        method: 'delete',
        path: '/api/desk/sites/:id/invitations/:of',
        summary: 'Take an invitation back. For owners',
        params: sites.OfSiteParams,
        answers: { 204: null },
      },
      async ({ params: { of } }, c) => {
        const hand = { person: personOf(c).id, at: deps.clock() }
        if (!(await deps.store.invitations.revoke(siteOf(c), of, hand))) throw new Problem('unknown_invitation')
        return c.body(null, 204)
      },
    )
    .on(
      {
        method: 'patch',
        path: '/api/desk/me',
        summary:
          'Say by what name readers and the log call me, null for that of the account; and in which language I have the desk, null for that of the browser',
        who: 'person',
        body: sites.DeskMeRequest,
        answers: { 200: wire.DeskMe },
      },
      async ({ body: { publicName, language } }, c) => {
        const me = personOf(c)
        const { team } = deps.store
        if (publicName !== undefined) {
          const name = publicName === null ? null : cleanName(publicName)
          const looks = name === null ? null : nameSkeleton(name)
          const others = looks === null ? [] : await team.colleagues(me.id)
          if (others.some(other => nameSkeleton(other) === looks)) throw new Problem('name_imitates')
          await team.rename(me.id, name)
        }
        if (language !== undefined) await team.speak(me.id, language)
        return c.json(await deskMe(deps, me))
      },
    )
}

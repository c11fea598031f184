import type { Outbox } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Slice } from '../http/slice.ts'
import { SiteQuery } from '../http/wire-machines.ts'
import * as wire from '../http/wire-mail.ts'
import { deskSlice, personOf, siteOf } from '../people/door.ts'
import { readAddress } from '../people/email-address.ts'
import { Problem } from '../problems.ts'
import type { LetterRow } from '../store/outbox.ts'
import { shortened } from './address.ts'
import { faultOf } from './mail-fault.ts'

/** For so long a test is of use, in ms. */
const TEST_MS = 600_000

/** What of a site's mail waits and what did not go, for its owners; behind the desk's door. */
export function outboxRoutes(deps: Deps): Slice {
  const { store, clock } = deps
  return deskSlice(deps)
    .on(
      {
        method: 'get',
        path: '/api/desk/outbox',
        summary: 'The mail of a site that waits or was given up, and how the mail server does',
        who: 'owner',
        query: SiteQuery,
        answers: { 200: wire.Outbox },
      },
      async (_, c) => c.json(await outboxOf(deps, siteOf(c), personOf(c).id)),
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/outbox/again',
        summary: 'Send letters now that wait or were given up',
        who: 'owner',
        body: wire.OutboxRequest,
        answers: { 200: wire.OutboxDone },
      },
      async ({ body: { letters } }, c) => {
        const done = await store.outboxDesk.again(siteOf(c), letters.map(Number), clock())
        store.outbox.stir()
        return c.json({ done, outbox: await outboxOf(deps, siteOf(c), personOf(c).id) })
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/outbox/drop',
        summary: 'Let letters go that wait or were given up',
        who: 'owner',
        body: wire.OutboxRequest,
        answers: { 200: wire.OutboxDone },
      },
      async ({ body: { letters } }, c) => {
        const done = await store.outboxDesk.drop(siteOf(c), letters.map(Number), clock())
        return c.json({ done, outbox: await outboxOf(deps, siteOf(c), personOf(c).id) })
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/outbox/test',
        summary: 'Send a mail to the address at which I am told of things, to see whether mail works',
        who: 'owner',
        by: 'session',
        query: SiteQuery,
        answers: { 202: wire.Outbox },
      },
      async (_, c) => {
        const { id } = personOf(c)
        const to = readAddress((await store.digests.of(id)).email ?? '')
        if (!deps.mail) throw new Problem('mail_failed', { detail: 'No mail is sent here: no mail server is set.' })
        if (!to) throw new Problem('mail_failed', { detail: 'Say first where mail to you goes, under Notifications.' })
        const at = clock()
        const letter = { site: siteOf(c), kind: 'test', to, payload: {}, isUrgent: true, at, endsAt: at + TEST_MS }
        await store.outbox.put(letter)
        return c.json(await outboxOf(deps, siteOf(c), id), 202)
      },
    )
    .on(
      {
        method: 'delete',
        path: '/api/desk/outbox/suppressed/:id',
        summary: 'Let mail go again to an address that was found not to exist',
        who: 'owner',
        params: wire.SuppressedParams,
        query: SiteQuery,
        answers: { 200: wire.Outbox },
      },
      async ({ params: { id } }, c) => {
        await store.mailState.lift(siteOf(c), id)
        return c.json(await outboxOf(deps, siteOf(c), personOf(c).id))
      },
    )
}

async function outboxOf(deps: Deps, site: string, me: number): Promise<Outbox> {
  const { store, clock } = deps
  const now = clock()
  const { sent_at, failed_at, error, rests_until } = await store.mailState.server()
  const { waiting, dead } = await store.outboxDesk.counts(site)
  const { email } = await store.digests.of(me)
  return {
    mail: deps.mail ? 'on' : deps.hasNoMail ? 'unavailable' : 'off',
    server: {
      ...{ sentAt: sent_at, failedAt: failed_at, fault: faultOf(error) },
      restsUntil: rests_until > now ? rests_until : null,
    },
    ...{ waiting, dead },
    letters: [...(await store.outboxDesk.waiting(site)), ...(await store.outboxDesk.dead(site))].map(row =>
      shownLetter(row, now),
    ),
    suppressed: (await store.mailState.suppressed(site)).map(row => ({
      ...{ id: row.digest, to: row.shown, at: row.at, fault: faultOf(row.error) },
    })),
    testTo: email === null ? null : shortened(email),
  }
}

/** A letter as its owners see it. */
export const shownLetter = (row: LetterRow, now: number): Outbox['letters'][number] => ({
  ...{ id: String(row.id), kind: row.kind, to: shortened(row.address), at: row.at, tries: row.tries },
  nextAt: row.next_at,
  isOfUse: row.ends_at === null || row.ends_at > now,
  fault: faultOf(row.error),
})

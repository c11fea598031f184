import { expect, test } from 'vitest'
import type { Outbox, OutboxDone } from '../../server/contract.ts'
import { MailFailed } from '../../server/notices/mail-failure.ts'
import { sendOutbox } from '../../server/notices/send-outbox.ts'
import { readAddress } from '../../server/people/email-address.ts'
import { world } from '../world.ts'

/** An owner who looks at the mail of a site; digests to Mona do not get through. */
async function troubled() {
  const stage = await world({ mail: true, settings: { holds: 'all' } })
  const { deps, site, clock, number } = stage
  const olga = await stage.atDesk('olga')
  const takes = deps.mail!
  deps.mail = async () => Promise.reject(new MailFailed('EENVELOPE550', 'address'))
  const put = (kind: string, to: string, more: object = {}) =>
    deps.store.outbox.put({ site, kind, to: readAddress(to)!, payload: {}, at: clock.now, ...more })
  return {
    ...stage,
    olga,
    put,
    mends: () => Object.assign(deps, { mail: takes }),
    looks: () => olga.asks<Outbox>(`/api/desk/outbox?site=${site}`),
    does: (what: 'again' | 'drop', letters: string[], who = olga) =>
      who.asks<OutboxDone>(`/api/desk/outbox/${what}`, { method: 'POST', json: { site, letters } }),
    address: `mona-${number}@example.org`,
  }
}

test('the desk tells what was given up, why, and to whom as little as it takes', async () => {
  const { looks, put, deps, address } = await troubled()
  expect(await looks()).toMatchObject({ mail: 'on', waiting: 0, dead: 0, letters: [], suppressed: [], testTo: null })
  await put('test', address)
  await sendOutbox(deps)
  const outbox = await looks()
  expect(outbox).toMatchObject({
    server: { sentAt: null, failedAt: expect.any(Number), restsUntil: null },
    ...{ waiting: 0, dead: 1 },
    letters: [{ kind: 'test', to: 'm…@example.org', tries: 1, nextAt: null, isOfUse: true }],
    suppressed: [{ to: 'm…@example.org', fault: { trouble: 'no_such_address', code: 'EENVELOPE550' } }],
  })
  expect(outbox.letters[0]!.fault).toEqual({ trouble: 'no_such_address', code: 'EENVELOPE550' })
  expect(JSON.stringify(outbox)).not.toContain(address)
})

test('what was given up is sent once more, once its address may get mail again', async () => {
  const { looks, put, deps, address, mends, does, mails, olga, site } = await troubled()
  await put('test', address)
  await sendOutbox(deps)
  mends()
  const [letter] = (await looks()).letters
  const [bounced] = (await looks()).suppressed
  const at = `/api/desk/outbox/suppressed/${bounced!.id}?site=${site}`
  expect((await olga.asks<Outbox>(at, { method: 'DELETE' })).suppressed).toEqual([])
  expect((await olga.asks<Outbox>(at, { method: 'DELETE' })).suppressed).toEqual([])
  expect((await does('again', [letter!.id])).done).toBe(1)
  expect(mails.map(({ to }) => to)).toEqual([address])
  expect(await looks()).toMatchObject({ waiting: 0, dead: 0, letters: [], server: { sentAt: expect.any(Number) } })
  // What was sent is sent no more.
  expect((await does('again', [letter!.id])).done).toBe(0)
})

test('letters can be let go, a code that is of no use is not sent, and a site has no say in another’s', async () => {
  const { looks, put, clock, does, mails, mends, signIn, addSite, number, deps } = await troubled()
  const [id] = await put('test', 'a@example.org', { nextAt: clock.now + 60_000 })
  const more = { isUrgent: true, nextAt: clock.now + 60_000, endsAt: clock.now + 1, payload: { claim: 'x' } }
  const [late] = await put('code', 'b@example.org', more)
  await addSite(`other-${number}`, [])
  const stranger = await signIn('Ole', `other-${number}`, 'owner')
  for (const what of ['again', 'drop'] as const) {
    const json = { site: `other-${number}`, letters: [String(id)] }
    expect((await stranger.asks<OutboxDone>(`/api/desk/outbox/${what}`, { method: 'POST', json })).done).toBe(0)
  }
  expect((await looks()).letters.map(({ isOfUse }) => isOfUse)).toEqual([false, true])
  mends()
  expect((await does('again', [String(late)])).done).toBe(0)
  expect((await does('drop', [String(id), String(late)])).done).toBe(2)
  clock.now += 120_000
  await sendOutbox(deps)
  expect(mails).toEqual([])
  expect((await looks()).letters).toEqual([])
})

test('a test goes to whoever asks for it, and says what is missing where it cannot', async () => {
  const { olga, site, mends, mails } = await troubled()
  mends()
  const asks = () => olga.asks<Outbox>(`/api/desk/outbox/test?site=${site}`, { method: 'POST' })
  await expect(asks()).rejects.toMatchObject({ code: 'mail_failed', problem: { detail: /Notifications/ } })
  await olga.asks('/api/desk/notifications', { method: 'PUT', json: { email: 'olga@example.org', digests: [] } })
  await asks()
  expect(mails).toMatchObject([{ to: 'olga@example.org', subject: 'Mail from Parley works' }])
  const without = await world()
  const other = await without.atDesk('olga')
  await expect(other.asks(`/api/desk/outbox/test?site=${without.site}`, { method: 'POST' })).rejects.toMatchObject({
    code: 'mail_failed',
  })
})

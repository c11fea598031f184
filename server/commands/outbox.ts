import { parley } from '../called.ts'
import { shortened } from '../notices/address.ts'
import { FAULT_WORDS, faultOf } from '../notices/mail-fault.ts'
import type { LetterRow } from '../store/outbox.ts'
import type { Store } from '../store/store.ts'
import { type Command, counted, type Say, Usage } from './command.ts'
import { siteAsked } from './sites.ts'

const SENT_BY = 'A running Parley sends it within a minute.'
const minute = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** What a letter did not go for, in words; '' where it was not tried yet. */
function why(error: string | null): string {
  const fault = faultOf(error)
  return fault === null ? '' : `${FAULT_WORDS[fault.trouble]} (${fault.code})`
}

/** `parley outbox list`: what mail of a site waits, what was given up, why, and how the mail server does. */
export async function listOutbox(store: Store, flags: Command['flags'], say: Say): Promise<void> {
  const { id: site } = await siteAsked(store, flags)
  const { waiting, dead } = await store.outboxDesk.counts(site)
  const letters = [...(await store.outboxDesk.waiting(site)), ...(await store.outboxDesk.dead(site))]
  const suppressed = await store.mailState.suppressed(site)
  const server = await store.mailState.server()
  const line = (row: LetterRow) =>
    [
      String(row.id),
      minute(row.at),
      row.kind,
      shortened(row.address),
      row.next_at === null ? 'given up' : `next ${minute(row.next_at)}`,
      ...(row.tries > 0 ? [counted(row.tries, 'try', 'tries')] : []),
      ...(row.error ? [row.tries > 0 ? why(row.error) : `before: ${why(row.error)}`] : []),
    ].join('  ')
  say(
    [
      `${counted(waiting, 'letter waits', 'letters wait')} on ${site}, ${counted(dead, 'was given up', 'were given up')}.`,
      ...letters.map(line),
      ...(server.sent_at === null ? [] : [`The mail server took a mail last at ${minute(server.sent_at)}.`]),
      ...(server.failed_at === null ? [] : [`It took none at ${minute(server.failed_at)}: ${why(server.error)}.`]),
      ...suppressed.map(({ shown, at }) => `${shown} gets no mail since ${minute(at)}: it was not there.`),
    ],
    {
      ...{ site, waiting, dead },
      letters: letters.map(row => ({
        ...{ id: String(row.id), kind: row.kind, to: shortened(row.address), at: row.at, tries: row.tries },
        ...{ nextAt: row.next_at, error: row.error },
      })),
      server: { sentAt: server.sent_at, failedAt: server.failed_at, error: server.error },
      suppressed: suppressed.map(({ shown, at, error }) => ({ to: shown, at, error })),
    },
  )
}

/** `parley outbox retry`: sends a letter now, or all that was given up. */
export async function retryLetters(
  store: Store,
  typed: string | undefined,
  flags: Command['flags'],
  say: Say,
): Promise<void> {
  const { site, ids } = await lettersAsked(store, typed, flags, 'retry')
  const sent = await store.outboxDesk.again(site, ids, Date.now())
  if (sent === 0 && typed !== undefined) throw noSuch(site, typed, 'can be sent again')
  const { waiting } = await store.outboxDesk.counts(site)
  const none = `Nothing was given up.${waiting > 0 ? ` ${counted(waiting, 'letter waits', 'letters wait')}, and will be sent without that.` : ''}`
  say(sent === 0 ? none : `${counted(sent, 'letter')} to be sent. ${SENT_BY}`, { site, sent })
}

/** `parley outbox drop`: lets a letter go, or all that was given up. */
export async function dropLetters(
  store: Store,
  typed: string | undefined,
  flags: Command['flags'],
  say: Say,
): Promise<void> {
  const { site, ids } = await lettersAsked(store, typed, flags, 'drop')
  const dropped = await store.outboxDesk.drop(site, ids, Date.now())
  if (dropped === 0 && typed !== undefined) throw noSuch(site, typed, 'waits or was given up')
  say(dropped === 0 ? 'Nothing was given up.' : `${counted(dropped, 'letter')} let go.`, { site, dropped })
}

const noSuch = (site: string, typed: string, what: string) =>
  new Usage(`“${typed}” is no letter of ${site} that ${what}: ${parley()} outbox list --site ${site}`)

/** The letters that are named: one, or with --all those that were given up. @throws Usage */
async function lettersAsked(
  store: Store,
  typed: string | undefined,
  flags: Command['flags'],
  verb: 'retry' | 'drop',
): Promise<{ site: string; ids: number[] }> {
  const { id: site } = await siteAsked(store, flags)
  if ((typed === undefined) === !flags.all) {
    throw new Usage(
      `Name one letter, or --all for those that were given up: ${parley()} outbox ${verb} LETTER --site ${site}`,
    )
  }
  if (typed === undefined) return { site, ids: (await store.outboxDesk.dead(site)).map(({ id }) => id) }
  if (!/^\d{1,15}$/.test(typed)) throw noSuch(site, typed, verb === 'retry' ? 'can be sent again' : 'waits')
  return { site, ids: [Number(typed)] }
}

import { parley } from '../called.ts'
import { readId, spellId } from '../comments/ids.ts'
import { cleanName } from '../comments/text.ts'
import { IDLE_MS } from '../people/desk-session.ts'
import type { HeldRole } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import { type Command, type Say, Usage } from './command.ts'

/** `parley person list`: the accounts, with their public names, their roles, and who is signed in. */
export async function listPeople(store: Store, say: Say): Promise<void> {
  const now = Date.now()
  const [accounts, owner] = await Promise.all([store.people.everybody(now - IDLE_MS, now), store.people.owner()])
  const people = accounts.map(({ public_name, ...rest }) => ({ ...rest, publicName: public_name }))
  const wordsFor = ({ name, publicName, roles, sessions }: (typeof people)[number]) => [
    ...(publicName === null ? [name] : [name, `(public name: ${publicName})`]),
    inWords(roles, name === owner?.name),
    sessions === 0 ? 'not signed in' : `signed in (${many(sessions, 'session')})`,
  ]
  say(
    people.length === 0
      ? `Nobody can sign in yet: ${parley()} link`
      : people.map(person => wordsFor(person).join('  ')),
    { people },
  )
}

/** Roles as words, such as “owner of daily; moderator of weekly, yearly”; where there is no site yet, the installation has an owner. */
export function inWords(roles: readonly HeldRole[], ownsAll = false): string {
  const parts = [...new Set(roles.map(({ role }) => role))].map(
    each =>
      `${each} of ${roles
        .filter(({ role }) => role === each)
        .map(({ site }) => site)
        .join(', ')}`,
  )
  return parts.join('; ') || (ownsAll ? 'owner of this installation' : 'no role on any site')
}

/** `parley person set`: what readers and the log call somebody, if not by the account's name. */
export async function setPerson(
  store: Store,
  name: string | undefined,
  flags: Command['flags'],
  say: Say,
): Promise<void> {
  const typed = flags['public-name']
  if (!name || typed === undefined) throw new Usage(`Say who and how: ${parley()} person set NAME --public-name NAME`)
  const account = name.normalize('NFC').trim()
  const publicName = cleanName(typed)
  if (!(await store.people.setPublicName(account, publicName))) {
    throw new Usage(`There is no account “${account}”; ${parley()} person list shows them.`)
  }
  const words = publicName === null ? `${account} is called by that name.` : `${account} is called ${publicName}.`
  say(words, { name: account, publicName })
}

/** `parley person remove`: takes somebody's role on a site. What was decided stays in the log under the name. */
export async function removePerson(
  store: Store,
  name: string | undefined,
  { site }: Command['flags'],
  say: Say,
): Promise<void> {
  if (!name || site === undefined) throw new Usage(`Say who and where: ${parley()} person remove NAME --site ID`)
  const person = await accountOf(store, name)
  if (person.id === (await store.people.owner())?.id) {
    throw new Usage(
      `${person.name} owns the installation, and with it every site: nothing was taken. What can end is every session: ${parley()} person sign-out NAME`,
    )
  }
  const keys = (await store.apiKeys.madeBy(person.id, Date.now())).filter(key => key.site === site)
  if (!(await store.people.dismiss(person.id, site))) throw new Usage(`${person.name} has no role on “${site}”.`)
  const roles = await store.people.heldBy(person.id)
  const left = roles.length === 0 ? 'That was the last one: every session has ended.' : `Still ${inWords(roles)}.`
  const ended =
    keys.length === 0
      ? ''
      : ` ${sentence(many(keys.length, 'key'))} for programs that they made there no longer count${keys.length === 1 ? 's' : ''}.`
  say(`${person.name} has no role on ${site} any more. ${left}${ended}`, { name: person.name, site, roles, keys })
}

/** `parley person sign-out`: ends all of somebody's sessions at the desk, wherever they are. */
export async function signOutPerson(store: Store, name: string | undefined, say: Say): Promise<void> {
  if (!name) throw new Usage(`Say who: ${parley()} person sign-out NAME`)
  const person = await accountOf(store, name)
  const sessions = await store.people.signOutEverywhere(person.id)
  const now = Date.now()
  const keys = await store.apiKeys.madeBy(person.id, now)
  const passkeys = await store.deskWays.passkeysOf(person.id)
  const words = sessions === 0 ? 'was not signed in' : `is signed out of ${many(sessions, 'session')}`
  const stays = [
    ...(passkeys.length > 0 ? [`${many(passkeys.length, 'passkey')} can sign in again`] : []),
    ...(keys.length > 0 ? [`${many(keys.length, 'key')} for programs that ${person.name} made`] : []),
  ]
  say(
    [
      `${person.name} ${words}; links that were not used no longer work.`,
      ...(stays.length > 0
        ? [
            `What stays: ${stays.join('; ')}. ${parley()} person ways NAME shows them and takes them away; who is let go loses all of it with their roles: person remove NAME --site ID.`,
          ]
        : []),
    ],
    { name: person.name, sessions, passkeys: passkeys.length, keys },
  )
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

const many = (count: number, noun: string) => (count === 1 ? `one ${noun}` : `${count} ${noun}s`)

/** `parley person ways`: how somebody comes in to the desk, and where they are signed in; with `--end` takes a lost passkey away. */
export async function waysOfPerson(
  store: Store,
  name: string | undefined,
  { end }: Command['flags'],
  say: Say,
): Promise<void> {
  if (!name) throw new Usage(`Say who: ${parley()} person ways NAME [--end PASSKEY]`)
  const person = await accountOf(store, name)
  const now = Date.now()
  if (end !== undefined) {
    const id = readId(end)
    const isGone = id !== null && (await store.deskWays.removePasskey(id, person.id))
    if (!isGone) {
      throw new Usage(`${person.name} has no passkey “${end}”; ${parley()} person ways NAME shows them by id.`)
    }
    const sessions = await store.people.signOutEverywhere(person.id)
    const words = sessions === 0 ? '' : ` ${sentence(many(sessions, 'session'))} of ${person.name} ended with it.`
    return say(`The passkey ${end} no longer opens the desk.${words}`, { name: person.name, passkey: end, sessions })
  }
  const [held, owner, passkeys, codes, sessions, keys] = await Promise.all([
    store.people.heldBy(person.id),
    store.people.owner(),
    store.deskWays.passkeysOf(person.id),
    store.deskWays.codesOf(person.id),
    store.deskWays.sessionsOf(person.id, now - IDLE_MS, now),
    store.apiKeys.madeBy(person.id, now),
  ])
  const left = codes.filter(({ used_at }) => used_at === null).length
  const when = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  say(
    [
      `${person.name}: ${inWords(held, person.id === owner?.id)}`,
      ...passkeys.map(
        key =>
          `  passkey ${spellId(key.id)}  ${key.name}  made ${when(key.created_at)}  ${
            key.stopped_at !== null
              ? `stopped ${when(key.stopped_at)}`
              : key.used_at === null
                ? 'never used'
                : `used ${when(key.used_at)}`
          }`,
      ),
      ...sessions.map(
        one =>
          `  session  ${one.browser ?? 'an unknown browser'}  ${one.way ? `by ${WAYS[one.way]}` : 'by an unknown way'}, ${when(one.created_at)}  used ${when(one.seen_at)}`,
      ),
      ...keys.map(key => `  key ${key.id}  ${key.name}  on ${key.site}`),
      `  ${left === 0 ? 'no recovery codes' : many(left, 'recovery code')}`,
      ...(passkeys.length + sessions.length + keys.length === 0 ? ['  nothing else that opens the desk now'] : []),
    ],
    {
      name: person.name,
      passkeys: passkeys.map(key => ({
        ...{ id: spellId(key.id), name: key.name, createdAt: key.created_at },
        ...{ usedAt: key.used_at, stoppedAt: key.stopped_at },
      })),
      sessions: sessions.map(({ browser, way, created_at, seen_at }) => ({
        ...{ browser, way, createdAt: created_at, seenAt: seen_at },
      })),
      codes: left,
      keys,
    },
  )
}

const WAYS = { link: 'a link', passkey: 'a passkey', code: 'a recovery code', openid: 'the organisation' } as const

/** The account of this name. @throws Usage */
async function accountOf(store: Store, name: string) {
  const person = await store.people.named(name.normalize('NFC').trim())
  if (!person) throw new Usage(`There is no account “${name}”; ${parley()} person list shows them.`)
  return person
}

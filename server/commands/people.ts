import { cleanName } from '../comments/text.ts'
import { IDLE_MS } from '../people/desk-session.ts'
import type { HeldRole } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import { type Command, type Say, Usage } from './command.ts'

/** `parley person list`: the accounts, with their public names, their roles, and who is signed in. */
export async function listPeople(store: Store, say: Say): Promise<void> {
  const now = Date.now()
  const accounts = await store.people.everybody(now - IDLE_MS, now)
  const people = accounts.map(({ public_name, ...rest }) => ({ ...rest, publicName: public_name }))
  const wordsFor = ({ name, publicName, roles, sessions }: (typeof people)[number]) => [
    ...(publicName === null ? [name] : [name, `(public name: ${publicName})`]),
    inWords(roles),
    sessions === 0 ? 'not signed in' : `signed in (${sessions === 1 ? 'one session' : `${sessions} sessions`})`,
  ]
  say(
    people.length === 0
      ? 'Nobody can sign in yet: npm run parley -- link'
      : people.map(person => wordsFor(person).join('  ')),
    { people },
  )
}

/** Roles as words, such as “owner of daily; moderator of weekly, yearly”. */
export function inWords(roles: readonly HeldRole[]): string {
  const parts = [...new Set(roles.map(({ role }) => role))].map(
    each =>
      `${each} of ${roles
        .filter(({ role }) => role === each)
        .map(({ site }) => site)
        .join(', ')}`,
  )
  return parts.join('; ') || 'no role on any site'
}

/** `parley person set`: what readers and the log call somebody, if not by the account's name. */
export async function setPerson(
  store: Store,
  name: string | undefined,
  flags: Command['flags'],
  say: Say,
): Promise<void> {
  const typed = flags['public-name']
  if (!name || typed === undefined) throw new Usage('Say who and how: parley person set NAME --public-name NAME')
  const account = name.normalize('NFC').trim()
  const publicName = cleanName(typed)
  if (!(await store.people.setPublicName(account, publicName))) {
    throw new Usage(`There is no account “${account}”; npm run parley -- person list shows them.`)
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
  if (!name || site === undefined) throw new Usage('Say who and where: parley person remove NAME --site ID')
  const person = await accountOf(store, name)
  if (person.id === (await store.people.owner())?.id) {
    throw new Usage(
      `${person.name} owns the installation, and with it every site: nothing was taken. What can end is every session: npm run parley -- person sign-out NAME`,
    )
  }
  if (!(await store.people.dismiss(person.id, site))) throw new Usage(`${person.name} has no role on “${site}”.`)
  const roles = await store.people.heldBy(person.id)
  const left = roles.length === 0 ? 'That was the last one: every session has ended.' : `Still ${inWords(roles)}.`
  say(`${person.name} has no role on ${site} any more. ${left}`, { name: person.name, site, roles })
}

/** `parley person sign-out`: ends all of somebody's sessions at the desk, wherever they are. */
export async function signOutPerson(store: Store, name: string | undefined, say: Say): Promise<void> {
  if (!name) throw new Usage('Say who: parley person sign-out NAME')
  const person = await accountOf(store, name)
  const sessions = await store.people.signOutEverywhere(person.id)
  const words =
    sessions === 0 ? 'was not signed in' : `is signed out of ${sessions === 1 ? 'one session' : `${sessions} sessions`}`
  say(`${person.name} ${words}; links that were not used no longer work.`, { name: person.name, sessions })
}

/** The account of this name. @throws Usage */
async function accountOf(store: Store, name: string) {
  const person = await store.people.named(name.normalize('NFC').trim())
  if (!person) throw new Usage(`There is no account “${name}”; npm run parley -- person list shows them.`)
  return person
}

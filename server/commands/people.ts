import { cleanName } from '../comments/text.ts'
import type { Store } from '../store/store.ts'
import { type Command, type Say, Usage } from './command.ts'

/** `parley person list`: the accounts, with their public names. */
export async function listPeople(store: Store, say: Say): Promise<void> {
  const people = (await store.people.names()).map(({ name, public_name }) => ({ name, publicName: public_name }))
  say(
    people.length === 0
      ? 'Nobody can sign in yet: npm run parley -- link'
      : people.map(({ name, publicName }) => (publicName === null ? name : `${name}  (public name: ${publicName})`)),
    { people },
  )
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
    throw new Usage(`${person.name} owns the installation, and gets every site back at the next start.`)
  }
  if (!(await store.people.dismiss(person.id, site))) throw new Usage(`${person.name} has no role on “${site}”.`)
  say(`${person.name} has no role on ${site} any more.`, { name: person.name, site })
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

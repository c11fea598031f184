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

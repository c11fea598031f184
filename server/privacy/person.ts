import type { AuthorWeight, LetterOutcome } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { emailDigest } from '../exchange/foreign-text.ts'
import { addressDigests } from '../notices/address.ts'
import { readAddress } from '../people/email-address.ts'
import { type Erasure, eraseStep } from '../people/erasing.ts'

type Needs = Pick<Deps, 'store' | 'clock' | 'config'>

/** What there is of whoever has proved an address, or was brought in with it: an author on each site, and perhaps an account of the desk. */
export interface Person {
  /** As it is compared. */
  subject: string
  authors: { site: string; author: number; weight: AuthorWeight }[]
  accounts: { id: number; name: string }[]
  /** How many have asked to be told at the address by mail, or are; each goes with it. */
  mailings: number
  /** What an import that was broken off has put aside of theirs, as it was read. */
  aside: { site: string; comment: string }[]
  /** Mails that go to the address, or went there lately. */
  letters: { site: string; kind: string; at: number; outcome: LetterOutcome | null }[]
}

/** How long a batch may keep others from writing, in ms, and how many comments are first tried in one. */
const BATCH_MS = 20
const FIRST_STEP = 50
const LEAST = 25
const MOST = 500

/** Finds a person by an address, compared without case, on these sites; null where the address is none. */
export async function personBy(
  deps: Pick<Deps, 'store'>,
  email: string,
  sites: readonly string[],
): Promise<Person | null> {
  const address = readAddress(email)
  if (!address) return null
  const { erasing } = deps.store
  const authors: Person['authors'] = []
  for (const { site, author } of await erasing.byAddress(sites, address.subject, emailDigest(address.subject))) {
    const weight = await erasing.weigh(site, author)
    if (weight) authors.push({ site, author, weight })
  }
  const accounts = (await erasing.accountsWithMail())
    .filter(account => readAddress(account.email)?.subject === address.subject)
    .map(({ id, name }) => ({ id, name }))
  const aside = await deps.store.imports.asideOf(sites, emailDigest(address.subject))
  const mailings = await deps.store.mailings.countAt(address.subject, sites)
  const letters = await deps.store.outbox.toAddress(address.subject, sites)
  return { subject: address.subject, authors, accounts, mailings, aside, letters }
}

/**
 * Erases a person wholly: each author in steps of about 20 ms, then claims, the address of an account, and the words in the
 * search index and the log of the file. Killed at any moment, the same again goes on where it was; done twice, it changes
 * nothing.
 * @param person as `personBy` found it
 * @param told how many comments are empty by now
 */
export async function erasePerson(
  deps: Needs,
  person: Person,
  by: Pick<Erasure, 'by' | 'person'>,
  sites: readonly string[],
  told: (comments: number) => void,
): Promise<void> {
  let comments = 0
  for (const { site, author } of person.authors) {
    await eraseAuthor(deps, { site, author, ...by }, more => {
      comments += more
      told(comments)
    })
  }
  await deps.store.mailings.forgetAddress(person.subject, sites)
  if (person.aside.length > 0) await deps.store.imports.forgetOf(sites, emailDigest(person.subject))
  await deps.store.erasing.forgetClaims(sites, person.subject)
  await deps.store.outbox.forgetAddress(person.subject, sites)
  await deps.store.mailState.liftAll(addressDigests(deps, person.subject))
  for (const { id } of person.accounts) await deps.store.erasing.takeMail(id)
  await purge(deps)
}

/** Erases one author, in steps that take about as long as others can wait. */
export async function eraseAuthor(
  deps: Needs,
  erasure: Erasure,
  told: (more: number) => void = () => {},
): Promise<void> {
  let below: number | undefined
  for (let limit = FIRST_STEP; ; ) {
    const begun = performance.now()
    const step = await eraseStep(deps, erasure, limit, below)
    const { isDone, erased } = step
    below = step.below
    told(erased)
    if (isDone) return
    const ms = performance.now() - begun
    // Two batches make a step.
    limit = Math.max(LEAST, Math.min(MOST, Math.round((limit * 2 * BATCH_MS) / Math.max(ms, 1))))
  }
}

/** Takes the words of what was erased out of the search index and the write-ahead log now, not with the next chores. */
export async function purge({ store }: Pick<Deps, 'store'>): Promise<void> {
  for (let position = 0; ; ) {
    const step = await store.retention.mergeSearch(position)
    if (step.isDone) break
    position = step.position
  }
  await store.erasing.settleFile()
}

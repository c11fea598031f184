import { eachRow } from '../each-row.ts'
import {
  countOf,
  type Fields,
  faultAt,
  fieldsOf,
  idOf,
  markdownOrHtml,
  pageAt,
  parentOf,
  statusIn,
  textOf,
} from '../fields.ts'
import type { ForeignComment, ForeignFault, ForeignFile, ForeignFormat, ForeignStatus } from '../foreign.ts'
import { jsonItems } from '../json-items.ts'
import { timeOf } from '../times.ts'

/** Where the tables stand: in what its admin pages save, in what its API answers, and in a table alone. */
const COMMENTS = ['data.Comment', 'data.data.Comment', 'results', '']
const USERS = ['data.Users', 'data.data.Users']

/** Somebody with an account: what it says goes before what a comment says. */
interface Person {
  name: string | null
  email: string | null
  isStaff: boolean
}

/** Waline’s export, whatever its comments are stored in: one JSON document with its tables. */
export const waline: ForeignFormat = {
  name: 'waline',
  title: 'Waline',
  howTo: 'In its admin pages choose “Import / Export”, then “Export”: waline.json has the comments and the accounts.',
  async *read(file) {
    const people = await peopleIn(file)
    for await (const { read, nth, ...item } of jsonItems(file, COMMENTS)) {
      yield { read, ...('value' in item ? commentIn(item.value, people, nth) : faultAt(item.fault, null, nth)) }
    }
  },
  // It is the bare id, a number or what the database there makes, and may be the anchor of anything else.
  idIn: fragment => /^#(\d{1,16}|[0-9a-f]{16,40})$/i.exec(fragment)?.[1] ?? null,
}

async function peopleIn(file: ForeignFile): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>()
  await eachRow(file, USERS, row => {
    const id = rowId(row)
    const name = textOf(row['display_name'])
    if (id !== null && !people.has(id)) {
      const isStaff = row['type'] === 'administrator'
      people.set(id, { name, email: textOf(row['email']), isStaff })
    }
    return people.size
  })
  return people
}

const rowId = (row: Fields | null) => idOf(row?.['objectId'] ?? row?.['id'] ?? row?.['_id'])

function commentIn(value: unknown, people: ReadonlyMap<string, Person>, nth: number): ForeignComment | ForeignFault {
  const fields = fieldsOf(value)
  const id = rowId(fields)
  if (!fields || id === null) return faultAt('It has no id.', null, nth)
  const text = textOf(fields['comment'])
  const author = parentOf(fields['user_id'], '')
  const person = author === null ? undefined : people.get(author)
  const nick = textOf(fields['nick'])
  return {
    id,
    parent: parentOf(fields['pid'], id) ?? parentOf(fields['rid'], id),
    page: pageAt(fields['url'], null),
    at: timeOf(fields['insertedAt']) ?? timeOf(fields['createdAt']),
    name: person?.name ?? nick,
    email: person?.email ?? textOf(fields['mail']),
    author,
    isStaff: person?.isStaff ?? false,
    text: text === null ? { markdown: '' } : markdownOrHtml(withoutLinkUp(text)),
    status: text === null ? 'withdrawn' : statusOf(fields),
    votes: { up: countOf(fields['like']), down: 0 },
  }
}

/** One without a status is from before Waline had any. */
const statusOf = ({ status }: Fields): ForeignStatus =>
  status === undefined || status === null ? 'published' : statusIn(STATUSES, String(status))

const STATUSES: Readonly<Record<string, ForeignStatus>> = { approved: 'published', waiting: 'pending', spam: 'spam' }

/** Older answers begin with a link to what they answer, which leads nowhere here: the name stays. */
const withoutLinkUp = (text: string) => text.replace(/^\[(@[^\]\n]{1,200})\]\(#\w{1,40}\)/, '$1')

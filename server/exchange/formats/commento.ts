import { eachRow } from '../each-row.ts'
import { type Fields, faultAt, fieldsOf, idOf, isTrue, parentOf, statusIn, textOf, votesOf } from '../fields.ts'
import type {
  ForeignComment,
  ForeignFault,
  ForeignFile,
  ForeignFormat,
  ForeignPage,
  ForeignStatus,
} from '../foreign.ts'
import { jsonItems } from '../json-items.ts'
import { timeOf } from '../times.ts'

/** What comments name by an id. */
interface Known {
  people: Map<string, Person>
  pages: Map<string, ForeignPage>
}

interface Person {
  name: string | null
  email: string | null
  isStaff: boolean
}

/**
 * The export of Commento (version 1), and of Comentario, which began as a copy of it (1 and 3): one JSON document, compressed,
 * with the people behind the comments.
 */
export const commento: ForeignFormat = {
  name: 'commento',
  title: 'Commento and Comentario',
  howTo:
    'Commento: “Export Data” of the domain in its dashboard, which sends a link to the file by mail. Comentario: the export of the domain’s comments in its administration. The file may stay compressed.',
  async *read(file) {
    const known = await knownIn(file)
    for await (const { read, nth, ...item } of jsonItems(file, ['comments'])) {
      yield { read, ...('value' in item ? commentIn(item.value, known, nth) : faultAt(item.fault, null, nth)) }
    }
  },
  idIn(fragment) {
    const found =
      /^#(?:commento-(?:comment-card-)?([0-9a-f]{64})|comentario-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))$/.exec(
        fragment,
      )
    return found?.[1] ?? found?.[2] ?? null
  },
}

async function knownIn(file: ForeignFile): Promise<Known> {
  const people: Known['people'] = new Map()
  const pages: Known['pages'] = new Map()
  await eachRow(file, ['commenters', 'pages'], (row, array) => {
    const id = idOf(row['commenterHex'] ?? row['id'])
    if (id === null) return 0
    if (array === 'pages') pages.set(id, pageIn(row['path'], row['title']))
    // Commento writes a row for each comment, so that the same person comes again and again.
    else if (!people.has(id)) people.set(id, personIn(row))
    return people.size + pages.size
  })
  return { people, pages }
}

function personIn(row: Fields): Person {
  const name = said(row['name'])
  return { name, email: said(row['email']), isStaff: isTrue(row['isModerator']) }
}

function commentIn(value: unknown, known: Known, nth: number): ForeignComment | ForeignFault {
  const fields = fieldsOf(value)
  const id = idOf(fields?.['commentHex'] ?? fields?.['id'])
  if (!fields || id === null) return faultAt('It has no id.', null, nth)
  const markdown = textOf(fields['markdown'])
  const html = textOf(fields['html'])
  const isGone = isDeleted(fields) || (markdown ?? html) === null
  const by = idOf(fields['commenterHex'] ?? fields['userCreated'])
  const author = by === null || ANONYMOUS.test(by) ? null : by
  const person = author === null ? undefined : known.people.get(author)
  const name = said(fields['authorName'])
  return {
    id,
    parent: parentOf(fields['parentHex'] ?? fields['parentId'], id),
    page: pageOf(fields, known),
    at: timeOf(fields['creationDate'] ?? fields['createdTime']),
    name: person?.name ?? name,
    email: person?.email ?? null,
    author,
    isStaff: person?.isStaff ?? false,
    text: isGone ? { markdown: '' } : markdown ? { markdown } : { html: html! },
    status: isGone ? 'withdrawn' : statusOf(fields),
    votes: votesOf(fields['score']),
  }
}

/** Who wrote without an account: a word in Commento, noughts in Comentario. */
const ANONYMOUS = /^(anonymous|[0-]+)$/

/** Commento’s pages write the word where there is nothing. */
function said(value: unknown): string | null {
  const text = textOf(value)
  return text === 'undefined' ? null : text
}

function pageOf(fields: Fields, { pages }: Known): ForeignPage {
  const id = idOf(fields['pageId'])
  if (id !== null) return pages.get(id) ?? { url: null, identifier: null, title: null }
  // Commento calls the path an address, Comentario a path.
  return pageIn(textOf(fields['path']) ?? fields['url'], null)
}

/** A page by its path, which is empty for a site’s front page. */
function pageIn(path: unknown, title: unknown): ForeignPage {
  const name = textOf(title)
  const isPath = typeof path === 'string'
  return { url: isPath ? path.trim().replace(/^\/*/, '/') : null, identifier: null, title: name }
}

/** Commento’s export leaves out which comments are deleted, and has this word in the place of their texts. */
const isDeleted = (fields: Fields) =>
  isTrue(fields['deleted']) || isTrue(fields['isDeleted']) || fields['markdown'] === '[deleted]'

function statusOf(fields: Fields): ForeignStatus {
  if ('isApproved' in fields) {
    return isTrue(fields['isPending']) ? 'pending' : isTrue(fields['isApproved']) ? 'published' : 'rejected'
  }
  return statusIn(STATES, String(fields['state']))
}

const STATES: Readonly<Record<string, ForeignStatus>> = {
  approved: 'published',
  unapproved: 'pending',
  flagged: 'spam',
}

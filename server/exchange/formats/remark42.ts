import { type Fields, faultAt, fieldsOf, idOf, isTrue, pageAt, parentOf, textOf, votesOf } from '../fields.ts'
import type { ForeignComment, ForeignFault, ForeignFormat } from '../foreign.ts'
import { jsonItems } from '../json-items.ts'
import { timeOf } from '../times.ts'

/** Which of its backups this is written from. */
const VERSIONS = [0, 1]

/**
 * Remark42’s own backup: one JSON value after the other, as a rule compressed. The first says what was kept of people; each
 * of the others is a comment.
 */
export const remark42: ForeignFormat = {
  name: 'remark42',
  title: 'Remark42',
  howTo:
    'Run “backup -s SITE” in its container, or take the newest backup-SITE-….gz of its backup folder. The file may stay compressed.',
  async *read(file) {
    let addresses: ReadonlyMap<string, string> | null = null
    for await (const { read, nth, ...item } of jsonItems(file, ['*'])) {
      if (addresses === null) {
        if ('fault' in item) {
          if (!item.fault.includes('longer'))
            throw new Error('This is no backup of Remark42: it does not begin as one.')
          addresses = new Map()
          yield { read, fault: 'It is too long to be read, so that addresses are missing.', at: 'the first line' }
        } else addresses = addressesIn(item.value)
      } else {
        // The head is no comment.
        yield {
          read,
          ...('value' in item ? commentIn(item.value, addresses, nth - 1) : faultAt(item.fault, null, nth - 1)),
        }
      }
    }
  },
  idIn: fragment => /^#remark42__comment-([\w-]{1,200})$/.exec(fragment)?.[1] ?? null,
}

/**
 * The addresses that people left for notices, by their ids.
 * @throws Error in words, where this is no head of a backup
 */
function addressesIn(head: unknown): ReadonlyMap<string, string> {
  const fields = fieldsOf(head)
  if (!fields || !('version' in fields) || 'locator' in fields) {
    throw new Error('This is no backup of Remark42: its first line does not say which version it is.')
  }
  if (!VERSIONS.includes(fields['version'] as number)) {
    throw new Error('This backup is from a Remark42 that is newer than Parley knows: its version is not 1.')
  }
  const addresses = new Map<string, string>()
  for (const row of Array.isArray(fields['users']) ? fields['users'] : []) {
    const user = fieldsOf(row)
    const id = idOf(user?.['id'])
    const email = textOf(fieldsOf(user?.['details'])?.['email'])
    if (id !== null && email !== null) addresses.set(id, email)
  }
  return addresses
}

function commentIn(value: unknown, addresses: ReadonlyMap<string, string>, nth: number): ForeignComment | ForeignFault {
  const fields = fieldsOf(value)
  const id = idOf(fields?.['id'])
  if (!fields || id === null) return faultAt('It has no id.', null, nth)
  const text = isTrue(fields['delete']) ? null : writtenIn(fields)
  const user = fieldsOf(fields['user'])
  const userId = idOf(user?.['id'])
  // Erased with its author: the name there is a word of Remark42’s.
  const isErased = text === null && userId === 'deleted'
  const name = textOf(user?.['name'])
  const title = textOf(fields['title'])
  return {
    id,
    parent: parentOf(fields['pid'], id),
    page: pageAt(fieldsOf(fields['locator'])?.['url'], title),
    at: timeOf(fields['time']),
    name: isErased ? null : name,
    email: (userId !== null && addresses.get(userId)) || null,
    // The id of somebody without an account is made from the name, and anybody may take that.
    author: isErased || userId === null || userId.startsWith('anonymous_') ? null : userId,
    isStaff: isTrue(user?.['admin']),
    text: text ?? { markdown: '' },
    status: text === null ? 'withdrawn' : 'published',
    votes: text === null ? { up: 0, down: 0 } : votesIn(fields),
  }
}

/** What was typed, where it was kept; what Remark42 has itself imported is there as HTML only. */
function writtenIn(fields: Fields): ForeignComment['text'] | null {
  const typed = textOf(fields['orig'])
  if (typed !== null) return { markdown: asTyped(typed) }
  const html = textOf(fields['text'])
  return html === null ? null : { html }
}

/**
 * Many versions of Remark42 clean what was typed as if it were HTML, and keep it with these signs written as entities; others
 * keep it as it was. Where one of the signs stands outside of a tag by itself, it was not cleaned.
 */
function asTyped(kept: string): string {
  if (/["'<>]|&(?!(?:amp|lt|gt|quot|#34|#39);)/.test(kept.replace(/<[^<>]*>/g, ''))) return kept
  return kept.replace(/&(?:amp|lt|gt|quot|#34|#39);/g, entity => SIGNS[entity]!)
}
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#34;': '"', '&#39;': "'" },
}

function votesIn(fields: Fields): ForeignComment['votes'] {
  const votes = Object.values(fieldsOf(fields['votes']) ?? {})
  const up = votes.filter(vote => vote === true).length
  const down = votes.filter(vote => vote === false).length
  return up + down > 0 ? { up, down } : votesOf(fields['score'])
}

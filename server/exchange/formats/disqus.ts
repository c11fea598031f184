import type { ForeignFormat, ForeignPage, ForeignStatus } from '../foreign.ts'
import { timeOf } from '../times.ts'
import { TOO_LARGE, type XmlRecord, xmlRecords } from '../xml.ts'

const NAMES = new Map([
  ['thread', null],
  ['post', null],
])
const OTHER = 'This is no Disqus export: one begins with <disqus>.'

/**
 * Disqus’ own export, as its schema has it (http://disqus.com/api/schemas/1.0/disqus.xsd): threads, then posts that name
 * their thread and what they answer by `dsq:id`.
 */
export const disqus: ForeignFormat = {
  name: 'disqus',
  title: 'Disqus',
  howTo: 'Disqus Admin, Moderation, Export; the mail brings a file that ends in .xml.gz, which may stay compressed.',
  async *read(file) {
    const pages = new Map<string, ForeignPage & { isDeleted: boolean }>()
    for await (const { read, record } of xmlRecords(file, NAMES, 'disqus', OTHER)) {
      const { texts, marks } = record
      const id = idOf(record.attributes)
      if (record.name === 'thread') {
        const page = { url: said(texts['link']), identifier: said(texts['id']), title: said(texts['title']) }
        if (id) pages.set(id, { ...page, isDeleted: texts['isDeleted'] === 'true' })
        continue
      }
      if (id === null || record.isTooLarge) {
        const fault = id === null ? 'It has no dsq:id.' : TOO_LARGE
        yield { read, fault, at: id ?? texts['createdAt'] ?? 'a post' }
        continue
      }
      const page = pages.get(idOf(marks['thread'] ?? {}) ?? '')
      yield {
        read,
        id,
        parent: idOf(marks['parent'] ?? {}) ?? said(texts['parent']),
        page: page ?? { url: null, identifier: null, title: null },
        at: timeOf(texts['createdAt']),
        name: said(texts['author/name']),
        email: said(texts['author/email']),
        author: said(texts['author/username']),
        isStaff: false,
        text: { html: texts['message'] ?? '' },
        isCut: record.cut.includes('message'),
        status: statusOf(record, page?.isDeleted ?? false),
        votes: { up: 0, down: 0 },
      }
    }
  },
  idIn: fragment => /^#comment-(\d{1,20})$/.exec(fragment)?.[1] ?? null,
}

const said = (text: string | undefined): string | null => text?.trim() || null

const idOf = (attributes: Record<string, string>): string | null =>
  said(attributes['dsq:id'] ?? Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1])

/** It does not tell who deleted a post. Under a thread that is gone nothing was shown. */
function statusOf({ texts }: XmlRecord, isThreadDeleted: boolean): ForeignStatus {
  if (texts['isSpam']?.trim() === 'true') return 'spam'
  if (texts['isDeleted']?.trim() === 'true') return 'withdrawn'
  if (isThreadDeleted) return 'rejected'
  return texts['isApproved']?.trim() === 'false' ? 'pending' : 'published'
}

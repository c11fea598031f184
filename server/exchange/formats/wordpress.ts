import { statusIn } from '../fields.ts'
import type { ForeignFormat, ForeignPage, ForeignStatus } from '../foreign.ts'
import { timeOf } from '../times.ts'
import { TOO_LARGE, xmlRecords } from '../xml.ts'

const NAMES = new Map([
  ['wp:author', null],
  ['item', null],
  ['wp:comment', 'item'],
  ['wp:commentmeta', 'wp:comment'],
])
const OTHER = 'This is no WordPress export: one begins with <rss>.'

const STATUSES: Record<string, ForeignStatus> = {
  1: 'published',
  approve: 'published',
  approved: 'published',
  0: 'pending',
  hold: 'pending',
  spam: 'spam',
  trash: 'rejected',
  'post-trashed': 'rejected',
}

/** What counts as a comment: products of shops have reviews. Notes about orders, for instance, were never public. */
const TYPES = ['comment', 'review']

/** Posts that only some could read, or nobody yet: what was shown under them was not public. Others are ways of being shown. */
const UNSEEN = new Set(['private', 'draft', 'auto-draft', 'pending', 'future'])

/** WordPress eXtended RSS 1.2, as wp-admin/includes/export.php writes it: the comments stand in the items they belong to. */
export const wordpress: ForeignFormat = {
  name: 'wordpress',
  title: 'WordPress',
  howTo: 'WordPress, Tools, Export, All content.',
  async *read(file) {
    const staff = new Set<string>()
    let page: ForeignPage = { url: null, identifier: null, title: null }
    let most: ForeignStatus = 'published'
    let offset = 0
    /** The id at Disqus of the comment that is being read: its plugin copies comments into WordPress. */
    let atDisqus: string | null = null
    for await (const { read, record } of xmlRecords(file, NAMES, 'rss', OTHER)) {
      const { name, texts } = record
      if (name === 'wp:author') staff.add(said(texts['wp:author_id']) ?? '')
      if (name === 'item') {
        const identifier = said(texts['dsq:thread_identifier']) ?? said(texts['guid'])
        page = { url: said(texts['link']), identifier, title: said(texts['title']) }
        most = shownAtMost(texts)
      }
      if (name === 'wp:commentmeta' && said(texts['wp:meta_key']) === 'dsq_post_id')
        atDisqus = said(texts['wp:meta_value'])
      if (name !== 'wp:comment' || !record.isWhole) continue
      const same = atDisqus === null ? {} : { same: { format: 'disqus', id: atDisqus } }
      atDisqus = null
      const id = said(texts['wp:comment_id'])
      if (record.isTooLarge) {
        yield { read, fault: TOO_LARGE, at: id ?? 'a comment' }
        continue
      }
      const type = said(texts['wp:comment_type'])?.slice(0, 40) ?? 'comment'
      if (id === null || !TYPES.includes(type)) {
        yield { read, fault: id === null ? 'It has no wp:comment_id.' : `It is a ${type}.`, at: id ?? 'a comment' }
        continue
      }
      const here = timeOf(texts['wp:comment_date'])
      const gmt = timeOf(texts['wp:comment_date_gmt'])
      // The clock of the site says nothing of its zone; the comment before does.
      if (here !== null && gmt !== null) offset = here - gmt
      const user = said(texts['wp:comment_user_id'])
      const isUser = user !== null && user !== '0'
      const status = statusIn(STATUSES, said(texts['wp:comment_approved']) ?? '0')
      yield {
        read,
        id,
        parent: parentOf(texts['wp:comment_parent']),
        page,
        at: gmt ?? (here === null ? null : here - offset),
        name: said(texts['wp:comment_author']),
        email: said(texts['wp:comment_author_email']),
        author: isUser ? user : null,
        isStaff: isUser && staff.has(user),
        text: { html: texts['wp:comment_content'] ?? '', breaks: true },
        isCut: record.cut.includes('wp:comment_content'),
        status: status === 'published' ? most : status,
        votes: { up: 0, down: 0 },
        ...same,
      }
    }
  },
  idIn: fragment => /^#comment-(\d{1,20})$/.exec(fragment)?.[1] ?? null,
}

/** As what a comment that was approved comes: under a post that not everybody could read it waits. */
function shownAtMost(post: Readonly<Record<string, string>>): ForeignStatus {
  const status = said(post['wp:status']) ?? 'publish'
  if (status === 'trash') return 'rejected'
  return UNSEEN.has(status) || said(post['wp:post_password']) !== null ? 'pending' : 'published'
}

const said = (text: string | undefined): string | null => text?.trim() || null

function parentOf(text: string | undefined): string | null {
  const parent = said(text)
  return parent === '0' || parent === 'root' ? null : parent
}

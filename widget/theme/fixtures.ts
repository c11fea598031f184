import type { Block, Comment, Inline, Me, Thread } from '../../server/contract.ts'

/** The languages in which the gallery shows the widget, one for each direction. */
export const LANGS = ['en', 'fa'] as const
export type Lang = (typeof LANGS)[number]

const HOUR = 3_600_000
let last = 0

export const paragraph = (...children: Inline[]): Block => ({ type: 'p', children })

/** A published comment, as the server would send it. What is given stands instead of what is usual. */
export function comment(name: string | null, text: string | Block[], more: Partial<Comment> = {}): Comment {
  last += 1
  const id = more.id ?? `c${last}`
  return {
    id,
    parent: null,
    root: id,
    author: { name, badge: null, avatar: seedOf(name ?? id) },
    status: 'published',
    tree: typeof text === 'string' ? [paragraph(text)] : text,
    createdAt: Date.now() - 26 * HOUR + last * 60_000,
    editedAt: null,
    replies: 0,
    more: null,
    reason: null,
    ...more,
  }
}

/** A reply to a comment, in the same branch. */
export const reply = (to: Comment, name: string | null, text: string | Block[], more: Partial<Comment> = {}): Comment =>
  comment(name, text, { parent: to.id, root: to.root, ...more })

/** The same name has the same face. */
function seedOf(name: string): number {
  let seed = 7
  for (const letter of name) seed = (seed * 31 + letter.codePointAt(0)!) >>> 0
  return (seed * 2_654_435_761) >>> 0
}

/** What takes a comment's place when it is gone and has replies. */
export const stub = (status: 'withdrawn' | 'rejected', more: Partial<Comment> = {}): Comment => ({
  ...comment(null, [], more),
  author: null,
  status,
})

/** A thread with these comments. */
export function thread(site: string, comments: Comment[], more: { next?: string; isOpen?: boolean } = {}): Thread {
  const { next = null, isOpen = true } = more
  const roots = comments.filter(({ parent }) => parent === null)
  for (const root of roots) {
    root.replies ||= comments.filter(each => each.root === root.id && each.parent !== null && each.author).length
  }
  const count = next ? 128 : comments.filter(({ status }) => status === 'published').length
  return {
    site: { id: site, name: 'The Daily' },
    article: {
      key: '/gallery',
      title: 'Gallery',
      url: 'https://example.org/gallery',
      isOpen,
      count,
      votes: 0,
      revision: 1,
    },
    policy: {
      holds: 'first',
      depth: 3,
      downVotes: false,
      ways: [],
      guidelines: [],
      editMinutes: 15,
      showsEditions: true,
    },
    comments,
    next,
  }
}

/** The personal part of a thread. */
export const me = (more: Partial<Me> = {}): Me => ({
  author: { name: 'Ada', badge: null },
  standing: { warning: null, ban: null, mute: null },
  unpublished: [],
  published: [],
  granted: [],
  rules: null,
  now: Date.now(),
  votes: {},
  muted: [],
  follows: { thread: false, roots: [] },
  news: 0,
  ...more,
})

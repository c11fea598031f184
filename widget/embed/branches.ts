import type { Comment, Sort } from '../../server/contract.ts'

/** A comment on screen, and whether it is the reader's own; false for the line in place of one that the reader deleted. */
export type Shown = Comment & { isMine?: boolean }

/** A root with the replies loaded so far, ascending. Never changed in place: a new object is what redraws it. */
export interface Branch {
  root: Shown
  replies: Shown[]
  /** Cursor of its further replies. */
  more: string | null
  moreState: Loading
}

export type Loading = 'idle' | 'busy' | 'failed'

/** One reply where it is drawn. */
export interface Twig {
  comment: Shown
  twigs: Twig[]
  depth: number
  above: Twig | null
  /** The comment it answers, where the drawing alone does not tell. */
  answers: Shown | null
}

/** Makes branches of a page of comments, each root followed by its first replies. */
export function toBranches(comments: Shown[]): Branch[] {
  const branches: Branch[] = []
  for (const comment of comments) {
    const last = branches[branches.length - 1]
    if (comment.parent === null) branches.push({ root: comment, replies: [], more: comment.more, moreState: 'idle' })
    else if (last?.root.id === comment.root) last.replies.push(comment)
  }
  return branches
}

/** Joins two lists of what has an id and a time; the later one's items count. */
function merged<T>(old: T[], news: T[], comment: (item: T) => Shown, direction: number): T[] {
  const ids = new Set(news.map(item => comment(item).id))
  return [...old.filter(item => !ids.has(comment(item).id)), ...news].sort(
    (a, b) => direction * (comment(a).createdAt - comment(b).createdAt),
  )
}

/**
 * Adds branches in the order of the thread, or puts them in the place of those with the same roots. Where the order is
 * not one of time, what comes anew goes to the top, and the next page to the end, without what has moved there since.
 */
export function joinBranches(old: Branch[], news: Branch[], sort: Sort, isPage?: boolean): Branch[] {
  const direction = { newest: -1, oldest: 1, helpful: 0, discussed: 0 }[sort]
  if (direction) return merged(old, news, branch => branch.root, direction)
  const twin = (list: Branch[], { root }: Branch) => list.find(branch => branch.root.id === root.id)
  const added = news.filter(branch => !twin(old, branch))
  return isPage ? [...old, ...added] : [...added, ...old.map(branch => twin(news, branch) ?? branch)]
}

/** Adds replies to a branch, ascending. */
export function joinReplies(branch: Branch, replies: Shown[]): Branch {
  return { ...branch, replies: merged(branch.replies, replies, reply => reply, 1) }
}

/** The branch as it is drawn: nested by parent down to the deepest level, and flat from there. */
export function nest({ root, replies }: Branch, deepest: number): Twig {
  const top: Twig = { comment: root, twigs: [], depth: 0, above: null, answers: null }
  const twigs = new Map([[root.id, top]])
  for (const comment of replies) {
    const parent = twigs.get(comment.parent!)
    let above = parent ?? top
    while (above.depth >= deepest) above = above.above!
    const answers = parent && parent !== above ? parent.comment : null
    const twig: Twig = { comment, twigs: [], depth: above.depth + 1, above, answers }
    twigs.set(comment.id, twig)
    above.twigs.push(twig)
  }
  return top
}

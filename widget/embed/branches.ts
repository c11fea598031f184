import type { Comment } from '../../server/contract.ts'

/**
 * A comment on screen, and whether it is the reader's own; false for the line in place of one that the reader deleted.
 * While its author changes the text, that stands in the place of the comment.
 */
export type Shown = Comment & { isMine?: boolean; isEditing?: boolean }

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

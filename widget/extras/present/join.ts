import type { Sort } from '../../../server/contract.ts'
import type { Branch, Shown } from '../../embed/branches.ts'

/** Whether it stands at the head of the thread, whatever its order. */
const isPinned = ({ marks }: Shown) => !!marks?.includes('pinned')

/** Joins two lists of what has an id and a time; the later one's items count. */
function merged<T>(old: T[], news: T[], comment: (item: T) => Shown, direction: number): T[] {
  const ids = new Set(news.map(item => comment(item).id))
  return [...old.filter(item => !ids.has(comment(item).id)), ...news].sort(
    (a, b) =>
      Number(isPinned(comment(b))) - Number(isPinned(comment(a))) ||
      direction * (comment(a).createdAt - comment(b).createdAt),
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
  if (isPage) return [...old, ...added]
  const kept = old.map(branch => twin(news, branch) ?? branch)
  const pinned = kept.filter(branch => isPinned(branch.root))
  return [...pinned, ...added, ...kept.filter(branch => !isPinned(branch.root))]
}

/** Adds replies to a branch, ascending. Its root is drawn anew, which tells of them. */
export function joinReplies(branch: Branch, replies: Shown[]): Branch {
  return { ...branch, root: { ...branch.root }, replies: merged(branch.replies, replies, reply => reply, 1) }
}

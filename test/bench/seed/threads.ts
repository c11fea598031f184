/** Chooses which earlier comment of its thread a comment answers: its place among them, or null for a root. */
type Shape = (place: number, next: () => number) => number | null

/** The threads that are measured: the same in every seed, whatever else is in it. All of their comments are public. */
export interface MeasuredThread {
  key: string
  comments: number
  shape: Shape
}

/**
 * Of five comments one is a root, three answer it, and one answers anything that was said before, most likely something
 * old: so every root fills its place on a page, and a few branches are very long.
 */
const conversation: Shape = (place, next) => {
  if (place % 5 === 0) return null
  return place % 5 < 4 ? place - (place % 5) : Math.floor(next() ** 3 * place)
}
const chain: Shape = place => (place === 0 ? null : place - 1)
const roots: Shape = () => null

export const THREADS = {
  twenty: { key: '/20-comments', comments: 20, shape: conversation },
  thousand: { key: '/1000-comments', comments: 1_000, shape: conversation },
  tenThousand: { key: '/10000-comments', comments: 10_000, shape: conversation },
  /** A root and 1,000 replies, each to the one before. */
  chain: { key: '/a-chain-of-1000', comments: 1_001, shape: chain },
  roots: { key: '/1000-roots', comments: 1_000, shape: roots },
} as const satisfies Record<string, MeasuredThread>

/** How many comments the measured threads have together. */
export const MEASURED = Object.values(THREADS).reduce((sum, { comments }) => sum + comments, 0)

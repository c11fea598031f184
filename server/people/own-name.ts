import { nameSkeleton } from '../comments/name-skeleton.ts'
import { Problem } from '../problems.ts'
import type { AuthorRow } from '../store/posting.ts'

/** Who on a site has a name that looks like another one. */
export interface Namesakes {
  /** The names of the people who have a role there, as readers see them. */
  staffNames: readonly string[]
  /** Of the others who are somebody, one whose name has this skeleton. */
  holder: AuthorRow['kind'] | null
}

/** Whose a name is that looks like this: one of the staff's, somebody's who has proved who they are, or nobody's. */
export function isTaken({ staffNames, holder }: Namesakes, skeleton: string): 'staff' | 'verified' | null {
  if (holder === 'staff' || staffNames.some(name => nameSkeleton(name) === skeleton)) return 'staff'
  return holder === null ? null : 'verified'
}

/**
 * Nobody writes under a name that looks like that of somebody of the staff, or of somebody who has proved who they are,
 * unless it is their own. Who has proved it has one's own name even where another has the same; staff's is theirs alone.
 * @throws Problem `name_imitates`
 */
export function mustBeOwnName(author: AuthorRow | null, name: string | null, namesakes: Namesakes): void {
  if (name === null || author?.kind === 'staff') return
  const taken = isTaken(namesakes, nameSkeleton(name))
  const isOwn = author?.kind === 'verified' && author.name === name
  if (taken === 'staff' || (taken === 'verified' && !isOwn)) throw new Problem('name_imitates')
}

import { parley } from '../called.ts'
import { readId } from '../comments/ids.ts'
import type { Store } from '../store/store.ts'
import { type Command, type Say, Usage } from './command.ts'
import { unknownSite } from './sites.ts'

/** `parley hold`: a legal hold keeps the text of a comment, whatever time and its author say; `--lift` ends it. */
export async function holdComment(
  store: Store,
  typed: string | undefined,
  { site, lift = false }: Command['flags'],
  say: Say,
): Promise<void> {
  const id = typed === undefined ? null : readId(typed.replace(/^.*\/c\//, ''))
  if (id === null || site === undefined) {
    throw new Usage(
      `Name the comment, by the end of its link, and its site: ${parley()} hold COMMENT --site ID [--lift]`,
    )
  }
  if (!(await store.sites.find(site))) throw new Usage(unknownSite(site))
  if (!(await store.erasing.hold(site, id, !lift))) throw new Usage(`There is no comment “${typed}” on ${site}.`)
  say(
    lift
      ? 'The hold is lifted: what was to be deleted meanwhile goes within a day.'
      : 'The comment is held: its text is kept, even where its author erases everything. It is seen as before.',
    { comment: typed, site, isHeld: !lift },
  )
}

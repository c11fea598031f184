import { readId, spellId } from '../comments/ids.ts'
import { type AuthorRulingsAnswer, type AuthorRulingsRequest, LIMITS, mayRule } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import type { AskedRuling } from '../store/rulings.ts'
import { cleaned } from './rule.ts'

/**
 * One step of a moderator's ruling over all comments of an author on a site, newest first: of the next 500 those are ruled
 * on whose status is among the ones asked for and allows it. `next` leads on until there are no more.
 * @param author the author's id
 * @throws Problem `unknown_author`, `unknown_comment` for a `from` that is no id
 */
export async function ruleOnAuthor(
  deps: Deps,
  author: number,
  { site, ruling, statuses, reason, note, from }: AuthorRulingsRequest,
  person: number,
): Promise<AuthorRulingsAnswer> {
  const newest = readId(from)
  if (newest === null) throw new Problem('unknown_comment')
  if (!(await deps.store.authors.record(site, author))) throw new Problem('unknown_author')
  const looked = await deps.store.authors.comments(author, newest, LIMITS.rulings)
  const asked = looked
    .filter(({ status }) => statuses.includes(status) && mayRule('moderator', ruling, status))
    .map(({ id, version }): AskedRuling => ({ id, ruling, seen: version, reason: reason ?? null, note: cleaned(note) }))
  const maker = { ruler: 'moderator', personId: person } as const
  const made = asked.length > 0 ? await deps.store.rulings.make(site, asked, maker, deps.clock()) : []
  const last = looked.at(-1)
  return {
    made: made.map(({ id, version }) => ({ comment: spellId(id), version })),
    lost: asked.length - made.length,
    next: last && looked.length === LIMITS.rulings && last.id > 0 ? spellId(last.id - 1) : null,
  }
}

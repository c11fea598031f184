import { readId } from '../comments/ids.ts'
import { cleanWords } from '../comments/text.ts'
import { hasInk, LIMITS, mayRule, type RulingAnswer, type RulingsRequest } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { AskedRuling } from '../store/rulings.ts'
import { lost } from './lost.ts'

/**
 * A moderator rules on 1 to 500 comments of a site at once. Each ruling stands or falls for itself: it is made only on
 * the version that was seen, and one that lost its race is told what stands now and who decided it.
 * @returns an answer for each ruling, in the order asked
 */
export async function ruleOn(deps: Deps, { site, rulings }: RulingsRequest, person: number): Promise<RulingAnswer[]> {
  const ids = rulings.map(({ comment }) => readId(comment))
  const asked: AskedRuling[] = []
  const places = new Map<number, number>()
  rulings.forEach((each, place) => {
    const id = ids[place]
    // The second ruling on one comment in one call has seen a version that the first one ends.
    if (id == null || places.has(id)) return
    places.set(id, place)
    asked.push({
      id,
      ruling: each.ruling,
      seen: each.seen,
      reason: each.reason ?? null,
      note: cleaned(each.note),
      words: cleaned(each.words),
    })
  })
  const made = await deps.store.rulings.make(site, asked, { ruler: 'moderator', personId: person }, deps.clock())
  const madeAt = new Map(made.map(ruling => [places.get(ruling.id)!, ruling]))

  const unmade = rulings.flatMap((_, place) => (madeAt.has(place) || ids[place] == null ? [] : [ids[place]!]))
  const standing = new Map(
    unmade.length > 0 ? (await deps.store.rulings.standing(site, [...new Set(unmade)])).map(row => [row.id, row]) : [],
  )
  return rulings.map((each, place): RulingAnswer => {
    const done = madeAt.get(place)
    if (done) return { comment: each.comment, ok: true, status: done.status, version: done.version }
    return lost(each, ids[place] == null ? undefined : standing.get(ids[place]!), status =>
      mayRule('moderator', each.ruling, status)
        ? 'There is nothing to go back to, or the text has been deleted.'
        : `A comment that is ${status} cannot be given this decision.`,
    )
  })
}

/** Words to an author, or a note beside a ruling, as they are stored; none where nothing visible is left. */
export function cleaned(words: string | undefined): string | null {
  return words !== undefined && hasInk(words) ? cleanWords(words, LIMITS.wordsGraphemes) : null
}

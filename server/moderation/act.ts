import { readId } from '../comments/ids.ts'
import { namesIn } from '../comments/mentions.ts'
import { writtenText } from '../comments/written-text.ts'
import { type ActRequest, LIMITS, type ModeratorAct, mayRule, type RulingAnswer } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import { lost } from './lost.ts'
import { cleaned } from './rule.ts'

/**
 * A moderator does something about one comment, or about its author because of it, that leaves its status as it is. Like
 * a ruling it is made only on the version that was seen, and one that lost its race is told what stands now.
 * @throws Problem `bad_request`, `text_empty`, `text_too_long`
 */
export async function actOn(deps: Deps, request: ActRequest, person: number): Promise<RulingAnswer> {
  const { site, comment, act, seen } = request
  const now = deps.clock()
  const words = cleaned(request.words)
  if (act === 'warn' && words === null) throw unfit('words', 'what the author is told')
  if (request.until != null && request.until <= now) throw unfit('until', 'a time to come')
  if (act === 'edit' && request.text === undefined) throw unfit('text', 'the new text')
  const id = readId(comment)
  const edit = act === 'edit' ? writtenText(request.text!, await namesCalledBy(deps, id)) : null
  const note = cleaned(request.note)
  const asked = { act, seen, reason: request.reason ?? null, note, words, until: request.until ?? null, edit }
  const made = id === null ? null : await deps.store.acts.make(site, { id, ...asked }, person, now)
  if (made) return { comment, ok: true, status: made.status, version: made.version }

  const [stands] = id === null ? [] : await deps.store.rulings.standing(site, [id])
  return lost(request, stands, status =>
    mayRule('moderator', act, status) ? NEEDS[act] : `That cannot be done with a comment that is ${status}.`,
  )
}

/** Whom the text calls as it stands: a changed one still does. */
async function namesCalledBy({ store }: Deps, id: number | null): Promise<string[]> {
  const own = id === null ? null : await store.posting.own(id)
  return own?.tree ? namesIn(JSON.parse(own.tree)) : []
}

const unfit = (field: string, message: string) =>
  new Problem('bad_request', { errors: [{ path: `body.${field}`, message }] })

const STAFF = 'Its author is of the staff.'
const ROOTS = 'Only a comment that begins a conversation'

/** Why an act is not possible on a comment whose status would allow it. */
const NEEDS: Record<ModeratorAct, string> = {
  settle: 'It has no open report.',
  decline:
    'It has no appeal that waits, or its appeal is against a decision of yours: another moderator decides on it.',
  pin: `${ROOTS} can be pinned, once, and ${LIMITS.pinned} of them in a thread: unpin another one first.`,
  unpin: 'It is not pinned.',
  feature: 'It is featured already.',
  unfeature: 'It is not featured.',
  lock: `${ROOTS} can be locked, once.`,
  unlock: 'It is not locked.',
  edit: 'The text is what it was.',
  warn: STAFF,
  mute: STAFF,
  ban: STAFF,
  lift: 'Its author is neither banned nor muted, and has read every warning.',
}

import type {
  ActRequest,
  Case,
  CommentAnswer,
  ModeratorAct,
  Note,
  NoteRequest,
  ReplyRequest,
  RulingAnswer,
} from '../../../server/contract.ts'
import { call, Refusal } from '../../shared/call.ts'
import { HERE } from '../../shared/here.ts'
import { problemWords } from '../articles/trouble.ts'
import { ask, showsDoor } from '../asking.ts'
import { wantFocus } from '../cursor.ts'
import { forgetDetail } from '../details.ts'
import { inTurn, noteVersion, versionOf } from '../ledger.ts'
import { currentKey, currentList, withoutCases } from '../lists.ts'
import { refreshSoon } from '../queue.ts'
import { change, desk } from '../state.ts'
import { tell } from '../toasts.ts'
import { words } from '../words.ts'
import { openFile } from './files.ts'

/** What became of something that was asked for; `why` is in words for the moderator. */
export type Result = { ok: true } | { ok: false; why: string }

/** Does something about a comment that leaves its status as it is, and shows what became of it. */
export function act(one: Case, kind: ModeratorAct, more: Partial<ActRequest> = {}): Promise<Result> {
  const { site } = desk()
  return inTurn([one.id], async (): Promise<Result> => {
    try {
      const body: ActRequest = { site: site!, comment: one.id, act: kind, ...more, seen: versionOf(one) }
      const answer = await ask<RulingAnswer>('POST', 'acts', { body })
      if (!answer.ok) return { ok: false, why: reasonOf(answer) }
      noteVersion(one.id, answer.version)
      tell({ tone: 'quiet', text: words.acts.done[kind] })
      leaveTab(one, kind)
      refreshSoon(0)
      return { ok: true }
    } catch (error) {
      return { ok: false, why: troubleOf(error) }
    }
  }).then(result => {
    // Whatever became of it, the case is no longer what was seen.
    forgetDetail(one.id)
    void openFile(one.id)
    return result
  })
}

/** Takes a case out of the tab whose question is answered. */
function leaveTab({ id }: Case, kind: ModeratorAct): void {
  const { status, lists } = desk()
  const list = currentList()
  const isAnswered = (kind === 'settle' && status === 'reported') || (kind === 'decline' && status === 'appealed')
  if (!isAnswered || !list) return
  change({ lists: { ...lists, [currentKey()]: withoutCases(list, new Set([id])) } })
  wantFocus()
}

/** The same for what needs no panel: trouble is told in a message. */
export async function actAtOnce(one: Case, kind: ModeratorAct): Promise<void> {
  const result = await act(one, kind)
  if (!result.ok) tell({ tone: 'trouble', text: result.why })
}

/**
 * Publishes an answer of staff.
 * @param key the same for a retry of the same words, so that they stand once
 */
export async function reply(one: Case, text: string, key: string): Promise<Result> {
  try {
    const body: ReplyRequest = { site: desk().site!, comment: one.id, text }
    const headers = { 'idempotency-key': key }
    await call<CommentAnswer>(HERE, 'POST', '/api/desk/replies', { body, headers })
    tell({ tone: 'quiet', text: words.acts.replied })
    refreshSoon(0)
    return { ok: true }
  } catch (error) {
    return { ok: false, why: troubleOf(error) }
  }
}

/** Keeps a note for moderators. */
export async function keepNote(one: Case, about: Note['about'], text: string): Promise<Result> {
  try {
    const body: NoteRequest = { site: desk().site!, comment: one.id, about, text }
    await ask<Note>('POST', 'notes', { body })
    tell({ tone: 'quiet', text: words.acts.noted })
    void openFile(one.id)
    return { ok: true }
  } catch (error) {
    return { ok: false, why: troubleOf(error) }
  }
}

/** Removes a note of one's own. */
export async function removeNote(one: Case, note: Note): Promise<void> {
  try {
    await ask('DELETE', `notes/${encodeURIComponent(note.id)}`)
  } catch (error) {
    tell({ tone: 'trouble', text: troubleOf(error) })
  }
  await openFile(one.id)
}

function reasonOf({ standing, detail, code }: Extract<RulingAnswer, { ok: false }>): string {
  if (!standing) return words.vanished
  return code === 'stale_version' ? words.raceOf(standing.decision, standing.status) : detail
}

/** Why something could not be done, in words; shows the door where the session has ended. */
export function troubleOf(error: unknown): string {
  if (showsDoor(error)) return words.signIn.ended
  const problem = error instanceof Refusal ? error.problem : null
  return problem ? problemWords(problem) : words.acts.noAnswer
}

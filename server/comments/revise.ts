import { isOpen } from '../articles/closing.ts'
import { pathOfKey } from '../articles/key.ts'
import { type Comment, mayRule, type ReviseRequest, type Source, type Status } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { networksOf } from '../http/networks.ts'
import { decide, type Judgment } from '../moderation/decide.ts'
import { draftOf } from '../moderation/draft.ts'
import { Problem } from '../problems.ts'
import { type SiteSettings, siteSettings } from '../sites/settings.ts'
import type { RevisionFacts, StandingText } from '../store/revisions.ts'
import { ownCommentOf } from '../store/told.ts'
import { calledComments, calledIn } from './mentions.ts'
import { type Asker, ownComment } from './own.ts'
import type { Poster } from './post.ts'
import { cleanText } from './text.ts'
import { writtenText } from './written-text.ts'

/** How often a change is tried anew when the comment changed meanwhile. */
const TRIES = 5

/** For how long after the time to change a text the last change can still be taken back, in ms. */
const UNDO_MS = 60_000

const MINUTE = 60_000

/**
 * An author changes the text of a comment of the author's own. The rules judge the new text as if it were posted now by
 * an author who had not written this one; what waits goes on waiting, and so does what a moderator has edited, until a
 * moderator has looked. The last change can be taken back: then the comment is what it was before. The same text is no
 * change, at any time.
 * @returns the comment as its author sees it
 * @throws Problem `unknown_comment`, `not_yours`, `origin_refused`, `text_empty`, `text_too_long`, `too_many_mentions`,
 *   `edit_over`, `stale_version`, `banned`, `warning_unread`, `thread_closed`, `branch_locked`, `too_many_requests`, `busy`
 */
export async function reviseComment(
  deps: Deps,
  budgets: Budgets,
  id: number,
  request: ReviseRequest,
  { client, ...asker }: Omit<Poster, 'idempotencyKey'>,
): Promise<Comment> {
  const { own, site, author, tokenHash } = await ownComment(deps, id, asker)
  const text = cleanText(request.text)
  const called = calledComments(request.mentions)
  const { mentions, revisions, lists: listStore } = deps.store
  const people = [
    ...(called.length > 0 ? await mentions.people({ comment: id }, called) : []),
    ...(await mentions.of(id)),
  ]
  const names = people.map(({ name }) => name)
  const written = writtenText(text, names)
  const tree = JSON.parse(written.tree)
  const draft = draftOf(text, tree, own.name)
  const settings = siteSettings(site.settings)
  const lists = await listStore.ready(site.id, site.policyRevision)
  const networks = await networksOf(deps, client, deps.clock())
  let hasPaid = false

  for (let tries = TRIES; tries > 0; tries--) {
    const now = deps.clock()
    const about = { site: site.id, likeness: written.likeness, networks, domains: written.domains, now }
    const facts = await revisions.facts(id, tokenHash, about)
    if (!facts?.author) throw new Problem('unknown_comment')
    const { comment } = facts
    if (comment.text === text) return ownCommentOf((await deps.store.posting.own(id))!)
    if (request.seen !== undefined && request.seen !== comment.version) throw new Problem('stale_version')
    const isUndo = facts.before?.text === text
    mayChange(facts, settings, isUndo, now)
    if (!hasPaid) budgets.spend('revise', { client, author: tokenHash, site: site.id }, now)
    hasPaid = true

    const judged = decide({
      draft: { ...draft, newDomains: facts.newDomains },
      author: authorWithout(facts, written.likeness),
      article: { isHeld: facts.article.is_held === 1, path: pathOfKey(facts.article.key) },
      policy: { ...settings, lists },
      now,
    })
    const isMade = await revisions.make({
      ...{ id, site: site.id, author: author.id, seen: comment.version, from: comment.status },
      ...(isUndo ? { ...judged, reason: null, rule: null, status: facts.before!.status } : looked(facts, judged)),
      ...{ written, mentions: calledIn(tree, people), isUndo, at: now },
    })
    if (isMade) return ownCommentOf((await deps.store.posting.own(id))!)
  }
  throw new Problem('busy', { retryAfter: 1 })
}

/**
 * What the author of a comment typed, as it stands, and for how long it may be changed.
 * @throws Problem `unknown_comment`, `not_yours`, `origin_refused`
 */
export async function sourceOf(deps: Deps, id: number, asker: Asker): Promise<Source> {
  const { site, tokenHash } = await ownComment(deps, id, asker)
  const now = deps.clock()
  const about = { site: site.id, likeness: '', networks: [], domains: [], now }
  const facts = await deps.store.revisions.facts(id, tokenHash, about)
  if (!facts) throw new Problem('unknown_comment')
  const { text, version } = facts.comment
  return { text, version, left: timeLeft(facts.comment, siteSettings(site.settings), now) }
}

/** For how many ms a text may still be changed; null while it waits, where the site allows changes at all. */
function timeLeft({ status, created_at }: StandingText, { editMinutes }: SiteSettings, now: number): number | null {
  if (!mayRule('author', 'revise', status) || editMinutes === 0) return 0
  return status === 'pending' ? null : Math.max(0, created_at + editMinutes * MINUTE - now)
}

function mayChange(facts: RevisionFacts, settings: SiteSettings, isUndo: boolean, now: number): void {
  const { author, comment, article, isLocked } = facts
  if ((author!.banned_until ?? 0) > now) throw new Problem('banned')
  if (!mayRule('author', 'revise', comment.status)) {
    throw new Problem('edit_over', { detail: 'A comment that was refused or deleted cannot be changed.' })
  }
  if (timeLeft(comment, settings, isUndo ? now - UNDO_MS : now) === 0) throw new Problem('edit_over')
  if (author!.warning) throw new Problem('warning_unread', { words: author!.warning })
  if (!isOpen(article, settings.closesAfterDays, now)) throw new Problem('thread_closed')
  if (isLocked) throw new Problem('branch_locked')
}

/** The author as if this comment had not been written: that it was approved says nothing of another text. */
function authorWithout({ author, comment, record }: RevisionFacts, likeness: string) {
  return {
    kind: author!.kind,
    bannedUntil: author!.banned_until,
    publishedCount: author!.published_count - Number(comment.status === 'published'),
    ...record,
    saidAlready: record.saidAlready - Number(comment.likeness === likeness),
  }
}

/** What a moderator has to look at is not published by changing it. */
function looked({ author, comment }: RevisionFacts, judged: Judgment): Judgment {
  const waits = comment.status === 'pending' || comment.edited_by === 'moderator'
  if (!waits || author!.kind === 'staff' || judged.status !== 'published') return judged
  const status: Status = 'pending'
  return { ...judged, status, reason: comment.status === 'pending' ? null : 'premoderated' }
}

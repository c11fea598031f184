import type { ComponentChildren } from 'preact'
import type { Changes } from '../../../server/contract.ts'
import type { Branch, Shown } from '../../embed/branches.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { plural } from '../../shared/words.ts'
import { followChanges } from './changes.ts'
import { joinBranches, joinReplies } from './join.ts'
import { focus } from './permalink.tsx'
import { presentWords } from './words.ts'

/**
 * Follows a thread: edits and removals apply where they are seen; new comments wait behind a line that counts them, so
 * that nothing moves under a reader's eyes. Ends with the thread.
 */
export function watch(conversation: Conversation): void {
  const fresh = new Map<string, Shown>()
  let line: ComponentChildren = null
  followChanges(conversation, async changes => {
    // What the reader is sending comes back as news of somebody else's, if its answer is not waited for.
    await conversation.sending
    if (changes.isAnew) fresh.clear()
    else apply(conversation, changes, fresh)
    const isOurs = conversation.state.notice === line
    line = lineOf(conversation, fresh)
    if (line || isOurs) conversation.change({ notice: line })
    if (changes.isAnew) await conversation.load()
  })
}

/** Brings changes to what is on screen, and gathers what is not there yet. */
function apply(conversation: Conversation, { comments, gone, count }: Changes, fresh: Map<string, Shown>): void {
  const changed = new Map<string, Shown>(comments.map(comment => [comment.id, comment]))
  const away = new Set(gone)
  const stays = ({ id, isMine, status }: Shown) => !away.has(id) || (isMine === false && status === 'withdrawn')
  const onScreen = new Set<string>()
  const now = (shown: Shown): Shown => {
    onScreen.add(shown.id)
    const news = changed.get(shown.id)
    // That the public no longer sees it says nothing of how it stands for its author, who has been told.
    const isOwnStill = news && !news.author && shown.isMine && shown.status !== 'published'
    return news && !isOwnStill
      ? {
          ...news,
          more: shown.more,
          isMine: shown.isMine ?? (conversation.mine.has(shown.id) || undefined),
          isEditing: shown.isEditing,
        }
      : shown
  }
  const branches = conversation.state.branches
    .filter(({ root }) => stays(root))
    .map((branch): Branch => {
      const root = now(branch.root)
      const replies = branch.replies.filter(stays).map(now)
      const isSame =
        root === branch.root &&
        replies.length === branch.replies.length &&
        replies.every((reply, at) => reply === branch.replies[at])
      return isSame ? branch : { ...branch, root, replies }
    })
  for (const id of [...away, ...onScreen]) fresh.delete(id)
  for (const comment of comments) {
    if (comment.status !== 'published') fresh.delete(comment.id)
    else if (!onScreen.has(comment.id)) fresh.set(comment.id, comment)
  }
  if (count !== conversation.state.count) conversation.tell('count', { count })
  conversation.change({ branches, count })
}

/** The line above the thread that counts what is new; null when nothing is. */
function lineOf(conversation: Conversation, fresh: Map<string, Shown>): ComponentChildren {
  if (fresh.size === 0) return null
  const { lang, fresh: words } = presentWords(conversation)
  const show = () => {
    const shown = [...fresh.values()]
    fresh.clear()
    conversation.change({ notice: null })
    bringIn(conversation, shown)
  }
  return (
    <div class="more" role="status" style={{ marginBlock: 'calc(4 * var(--space))' }}>
      <button type="button" part="button" onClick={show}>
        {plural(words, fresh.size, lang)}
      </button>
    </div>
  )
}

/** Puts new comments in their places and gives the first of them the focus; a reply whose branch is not here waits for it. */
function bringIn(conversation: Conversation, shown: Shown[]): void {
  let { branches } = conversation.state
  let first: { branch: Branch; id: string } | null = null
  for (const comment of shown) {
    const old = branches.find(({ root }) => root.id === comment.root)
    if (!old && comment.parent !== null) continue
    const branch: Branch = old
      ? joinReplies(old, comment.parent === null ? [] : [comment])
      : { root: comment, replies: [], more: null, moreState: 'idle' }
    branches = joinBranches(branches, [branch], conversation.place.sort)
    first ??= { branch, id: comment.id }
  }
  conversation.change({ branches })
  if (first) focus(conversation, first.branch, first.id)
}

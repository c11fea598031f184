import { Component } from 'preact'
import type { Comment, CommentAnswer, FollowRequest, Me, MuteRequest, OwnFollows } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { call, type Refusal } from '../../shared/call.ts'
import { format } from '../../shared/words.ts'
import { introduce } from '../present/identity.ts'
import { keptOf, meet } from '../present/kept.ts'
import { keepFocus } from './keep-focus.ts'
import { youWords } from './words.ts'

interface ButtonProps {
  conversation: Conversation
  method?: 'PUT' | 'POST'
  path: string
  body?: object
  label: string
  /** What it is about, for those who do not see what stands beside it. */
  about: string
  onDone(answer: unknown): unknown
}

/** Changes one thing at the server; what is refused is said beside it. */
class ChangeButton extends Component<ButtonProps, { isBusy: boolean; fault: string }> {
  private change = async () => {
    const { conversation, method = 'PUT', path, body, onDone } = this.props
    if (this.state.isBusy) return
    this.setState({ isBusy: true, fault: '' })
    try {
      const token = introduce(conversation)
      const answer = await call(conversation.place.origin, method, path, { body, token, credentials: 'omit' })
      this.setState({ isBusy: false })
      const done = onDone(answer)
      keepFocus(conversation)
      await done
    } catch (error) {
      const { failed, fullList, restoreOver, nothingToFollow } = youWords(conversation)
      const known: Record<string, string> = {
        list_full: fullList,
        ruling_not_allowed: restoreOver,
        unknown_article: nothingToFollow,
      }
      this.setState({ isBusy: false, fault: known[(error as Refusal).problem?.code ?? ''] ?? failed })
    }
  }

  render() {
    const { label, about } = this.props
    const { isBusy, fault } = this.state
    return (
      <p>
        <button
          type="button"
          part="button"
          aria-label={about && `${label}: ${about}`}
          aria-disabled={!!isBusy}
          onClick={this.change}
        >
          {label}
        </button>
        {fault && (
          <span class="fault" role="status">
            {fault}
          </span>
        )}
      </p>
    )
  }
}

/** Stops following a thread or a conversation of the list. */
export function Follow(props: { conversation: Conversation; item: OwnFollows['follows'][number]; onDone(): void }) {
  const { conversation, item, onDone } = props
  const { article, root } = item
  const words = youWords(conversation)
  // An article that its owner names by an id is told by it; its address alone could be another one's.
  const id = article.key.startsWith('=') ? article.key.slice(1) : undefined
  const { site } = conversation.query
  const body: FollowRequest = { site, url: article.url, article: id, comment: root?.id, follow: false }
  const done = () => {
    if (root) keptOf(conversation).follows.delete(root.id)
    else if (article.key === conversation.article.key) keptOf(conversation).follows.delete('')
    onDone()
  }
  const about = root ? format(words.conversation, root.author?.name ?? words.guest) : (article.title ?? article.key)
  return (
    <ChangeButton
      conversation={conversation}
      path="/api/follows"
      body={body}
      label={words.unfollow}
      about={about}
      onDone={done}
    />
  )
}

/** Follows the thread of this page. */
export function FollowHere({ conversation, onDone }: { conversation: Conversation; onDone(): void }) {
  const { followThread } = youWords(conversation)
  if (keptOf(conversation).follows.has('')) return null
  const body: FollowRequest = { ...conversation.query, follow: true }
  const done = () => {
    keptOf(conversation).follows.add('')
    onDone()
  }
  return (
    <ChangeButton
      conversation={conversation}
      path="/api/follows"
      body={body}
      label={followThread}
      about=""
      onDone={done}
    />
  )
}

/** Takes back that the reader has deleted a comment. */
export function Restore(props: { conversation: Conversation; comment: Comment; onDone(now: Comment): void }) {
  const { conversation, comment, onDone } = props
  const done = (answer: unknown) => {
    onDone((answer as CommentAnswer).comment)
    // It may stand in the thread below.
    void conversation.load()
  }
  const path = `/api/comments/${encodeURIComponent(comment.id)}/restore`
  const { restore } = youWords(conversation)
  return <ChangeButton conversation={conversation} method="POST" path={path} label={restore} about="" onDone={done} />
}

/** Shows a muted person's comments again. */
export function Unmute(props: { conversation: Conversation; comment: string; name: string; onDone(): void }) {
  const { conversation, comment, name, onDone } = props
  const body: MuteRequest = { muted: false }
  const done = async () => {
    onDone()
    const token = conversation.state.identity?.token
    // Which avatars of this thread are theirs is known to the server alone.
    conversation.me = await conversation.read<Me>('/api/me', conversation.query, { token })
    meet(conversation)
  }
  const path = `/api/comments/${encodeURIComponent(comment)}/mute`
  const { unmute } = youWords(conversation)
  return <ChangeButton conversation={conversation} path={path} body={body} label={unmute} about={name} onDone={done} />
}

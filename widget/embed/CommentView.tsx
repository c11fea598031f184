import { createRef } from 'preact'
import { Avatar } from '../shared/Avatar.tsx'
import { Time } from '../shared/Time.tsx'
import { Tree } from '../shared/Tree.tsx'
import { format, pieces } from '../shared/words.ts'
import type { Shown } from './branches.ts'
import { Composer } from './Composer.tsx'
import { Steady } from './Steady.ts'
import type { Scene } from './scene.ts'

interface CommentProps {
  comment: Shown
  /** The comment it answers, where its place alone does not tell. */
  answers: Shown | null
  scene: Scene
}

/** One comment, with its actions and the composer of a reply; or the bare line that stands for one taken away. */
export class CommentView extends Steady<CommentProps, { isReplying: boolean }> {
  private element = createRef<HTMLElement>()
  private replyButton = createRef<HTMLButtonElement>()

  override componentDidMount(): void {
    const { comment, scene } = this.props
    if (scene.conversation.target !== comment.id) return
    scene.conversation.target = undefined
    this.element.current!.focus()
  }

  override componentDidUpdate(): void {
    this.componentDidMount()
  }

  private toggle = () => this.setState({ isReplying: !this.state.isReplying })

  private close = (isDone: boolean) => {
    this.toggle()
    if (!isDone) this.replyButton.current?.focus()
  }

  render() {
    const { comment, answers, scene } = this.props
    const { isReplying } = this.state
    const { words, lang, writing, conversation } = scene
    const { tools } = conversation
    const { id, status, editedAt, marks } = comment
    const veil = tools?.veil(this.props)
    const author = veil ? null : comment.author
    const nameOf = (shown: Shown) => shown.author?.name ?? words.guest
    const mayReply = scene.isOpen && status === 'published' && !marks?.includes('locked')
    const own = comment.isMine != null && writing
    const permalink = `${conversation.place.origin}/c/${id}`
    const stub = veil ?? (status === 'withdrawn' ? words.deletedByAuthor : words.removedByModerator)
    return (
      <article
        ref={this.element}
        class="comment"
        part="comment"
        tabIndex={-1}
        aria-labelledby={`name-${id} time-${id}`}
      >
        {author ? <Avatar name={author.name} seed={author.avatar} /> : <i class="face" />}
        <header>
          <span id={`name-${id}`} class={author ? 'name' : 'aside'}>
            {author ? <bdi part="name">{nameOf(comment)}</bdi> : stub}
          </span>
          {author?.badge && <span class="aside">{words.badges[author.badge]}</span>}
          <a id={`time-${id}`} part="time" class="aside" href={status === 'published' ? permalink : undefined}>
            <Time at={comment.createdAt} lang={lang} />
          </a>
          {(marks || editedAt) && tools && <tools.Marks comment={comment} scene={scene} />}
          {answers && <span class="aside">{pieces(words.inReplyTo, { name: <bdi>{nameOf(answers)}</bdi> })}</span>}
        </header>
        {(author || own) && (
          <div class="body">
            {comment.isEditing || (
              <div class="text" part="text" lang={comment.lang}>
                <Tree blocks={comment.tree} />
              </div>
            )}
            {own && <own.Standing comment={comment} scene={scene} />}
            <div class="actions" part="actions">
              {mayReply && (
                <button
                  ref={this.replyButton}
                  type="button"
                  part="button"
                  aria-label={format(words.replyTo, nameOf(comment))}
                  aria-expanded={!!isReplying}
                  onClick={this.toggle}
                >
                  {words.reply}
                </button>
              )}
              {own && <own.Actions comment={comment} scene={scene} />}
              {tools && <tools.Actions comment={comment} scene={scene} />}
            </div>
            {isReplying && mayReply && <Composer scene={scene} parent={comment} onClose={this.close} />}
          </div>
        )}
      </article>
    )
  }
}

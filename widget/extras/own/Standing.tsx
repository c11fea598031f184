import { Component, type ComponentType } from 'preact'
import type { CommentAnswer } from '../../../server/contract.ts'
import type { Shown } from '../../embed/branches.ts'
import type { Scene } from '../../embed/scene.ts'
import type { Writing } from '../../embed/writing.ts'
import { call, type Refusal } from '../../shared/call.ts'
import { reasonWords } from './reasons.ts'
import { ownWords } from './words.ts'

export interface OwnProps {
  comment: Shown
  scene: Scene
}

/** What a field for changing a text is given. */
export interface EditorProps extends OwnProps {
  /**
   * @param now the comment as it stands with its new text; left out where the reader let it go
   * @param before the text that was changed
   */
  onClose(now?: Shown, before?: string): void
}

/** For how long a change that was saved can be taken back at a touch, in ms. */
const UNDO_MS = 10_000

/** Inside what is muted already, a button would be too faint. */
const CLEAR = { color: 'var(--accent)', fontSize: 'inherit', fontWeight: 600 }

interface State {
  Editor: ComponentType<EditorProps> | null
  Appeal: ComponentType<OwnProps> | null
  /** The text before the change that can be taken back. */
  before: string | null
  fault: string
}

/** Under a comment of the reader's own: what happens next with it, the field that changes it, and the way back. */
export class Standing extends Component<OwnProps, State> {
  override state: State = { Editor: null, Appeal: null, before: null, fault: '' }
  declare private timer: ReturnType<typeof setTimeout> | undefined
  private isBusy = false

  override componentDidMount(): void {
    this.componentDidUpdate()
  }

  override componentDidUpdate(): void {
    const { comment, scene } = this.props
    const { Editor, Appeal } = this.state
    if (comment.isEditing && !Editor && !this.isBusy) this.fetch()
    if (!Appeal && this.hasAnswer()) {
      // What it says can be read without, so its failure is silent.
      import('../appeal/appeal.tsx').then(
        ({ Appeal }) => this.state.Appeal || this.setState({ Appeal }),
        () => scene,
      )
    }
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer)
  }

  private hasAnswer(): boolean {
    const { comment, scene } = this.props
    return !!(comment.told || scene.conversation.granted?.includes(comment.id))
  }

  private async fetch(): Promise<void> {
    this.isBusy = true
    try {
      const { Editor } = await import('../editing/Editor.tsx')
      this.setState({ Editor, before: null, fault: '' })
    } catch {
      this.close()
      this.refuse(this.props.scene.words.loadFailed)
    }
    this.isBusy = false
  }

  private refuse(fault: string): void {
    this.setState({ fault })
    this.props.scene.say(fault)
  }

  /** The comment stands in its place again, as it was or as it is now. */
  private close = (now?: Shown, before?: string) => {
    const { comment, scene } = this.props
    const { changed, changedWaiting, changedRefused } = ownWords(scene.conversation)
    replaced(scene, comment, now ?? comment)
    clearTimeout(this.timer)
    const isChanged = now && JSON.stringify(now.tree) !== JSON.stringify(comment.tree)
    if (isChanged) scene.say({ published: changed, pending: changedWaiting }[now.status as string] ?? changedRefused)
    // Of what was refused the text cannot be changed any more.
    const mayUndo = isChanged && now.status !== 'rejected'
    this.setState({ before: mayUndo ? before! : null, fault: '' })
    if (mayUndo) this.timer = setTimeout(() => this.setState({ before: null }), UNDO_MS)
  }

  private undo = async () => {
    const { comment, scene } = this.props
    const { conversation } = scene
    if (this.isBusy) return
    this.isBusy = true
    clearTimeout(this.timer)
    try {
      const token = conversation.state.identity?.token
      const path = `/api/comments/${encodeURIComponent(comment.id)}`
      const body = { text: this.state.before }
      const sent = call<CommentAnswer>(conversation.place.origin, 'PATCH', path, { body, token, credentials: 'omit' })
      const { comment: now } = await writingOf(scene).first(conversation, sent)
      replaced(scene, comment, now)
      scene.say(ownWords(conversation).undone)
      this.setState({ before: null, fault: '' })
    } catch (error) {
      this.refuse(writingOf(scene).refusalWords(scene, error as Refusal))
    }
    this.isBusy = false
  }

  render() {
    const { comment, scene } = this.props
    const { Editor, Appeal, before, fault } = this.state
    if (comment.isEditing) return Editor && <Editor key={comment.id} {...this.props} onClose={this.close} />
    if (comment.isMine === false) return null
    const words = ownWords(scene.conversation)
    const { waiting, refused, notKept } = words
    const reasons = reasonWords(scene.conversation)
    const isWaiting = comment.status === 'pending'
    const { isKept } = scene.conversation.state
    const hasAnswer = this.hasAnswer()
    if (comment.status === 'published' && isKept && !hasAnswer && before === null && !fault) return null
    return (
      <div class="standing">
        {comment.status !== 'published' && (
          <>
            <strong>{isWaiting ? waiting.label : refused}</strong>{' '}
            {isWaiting ? waiting.detail : reasons[comment.reason ?? 'other']}{' '}
            {isWaiting && comment.reason && reasons[comment.reason]}{' '}
          </>
        )}
        {!isKept && notKept}
        {hasAnswer && Appeal && <Appeal {...this.props} />}
        {before !== null && (
          <p>
            {words.changed}
            <button type="button" part="button" style={CLEAR} onClick={this.undo}>
              {words.undo}
            </button>
          </p>
        )}
        {fault && <p class="fault">{fault}</p>}
      </div>
    )
  }
}

/** What it takes to write has come, or nothing of this would be drawn. */
export const writingOf = (scene: Scene): Writing => scene.writing as Writing

/** Puts a comment of the reader's own on screen as the server now tells it. */
export function replaced(scene: Scene, before: Shown, now: Shown): void {
  const counted = Number(now.status === 'published') - Number(before.status === 'published')
  const { more, marks, replies } = before
  writingOf(scene).show(
    scene.conversation,
    { ...now, more, replies, marks: now.marks ?? marks, isMine: true, isEditing: false },
    counted,
  )
}

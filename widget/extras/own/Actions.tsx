import { Component } from 'preact'
import type { CommentAnswer } from '../../../server/contract.ts'
import type { Shown } from '../../embed/branches.ts'
import { call, type Refusal } from '../../shared/call.ts'
import { type OwnProps, replaced, writingOf } from './Standing.tsx'
import { ownWords } from './words.ts'

const MINUTE = 60_000

/** "Edit" while that is possible, "Delete", and in the line that stands for a deleted comment "Undo". */
export class Actions extends Component<OwnProps, { isBusy: boolean; fault: string }> {
  override state = { isBusy: false, fault: '' }

  private mayEdit(): boolean {
    const { comment, scene } = this.props
    const { conversation, isOpen } = scene
    const { editMinutes } = conversation.policy
    const { status, createdAt, marks } = comment
    const ends = status === 'pending' ? Number.POSITIVE_INFINITY : createdAt + editMinutes * MINUTE
    const isPossible = isOpen && !marks?.includes('locked') && (status === 'pending' || status === 'published')
    return isPossible && editMinutes > 0 && Date.now() + (conversation.ahead ?? 0) < ends
  }

  private edit = () => {
    const { comment, scene } = this.props
    // The field takes the focus once it is there.
    writingOf(scene).show(scene.conversation, { ...comment, isEditing: true }, 0)
    scene.conversation.target = undefined
  }

  /** Sends what is asked, once; what came back is put on screen. */
  private async send(method: 'DELETE' | 'POST', path: string, done: string, show: (now: Shown) => void) {
    const { comment, scene } = this.props
    const { conversation } = scene
    if (this.state.isBusy) return
    this.setState({ isBusy: true, fault: '' })
    try {
      const token = conversation.state.identity?.token
      const address = `/api/comments/${encodeURIComponent(comment.id)}${path}`
      const sent = call<CommentAnswer>(conversation.place.origin, method, address, { token, credentials: 'omit' })
      show((await writingOf(scene).first(conversation, sent)).comment)
      scene.say(done)
    } catch (error) {
      const fault = writingOf(scene).refusalWords(scene, error as Refusal)
      this.setState({ fault })
      scene.say(fault)
    }
    this.setState({ isBusy: false })
  }

  private remove = () => {
    const { comment, scene } = this.props
    const { conversation } = scene
    const stub: Shown = { ...comment, author: null, status: 'withdrawn', tree: [], isMine: false }
    return this.send('DELETE', '', ownWords(conversation).deleted, () => {
      conversation.mine.delete(comment.id)
      writingOf(scene).show(conversation, stub, comment.status === 'published' ? -1 : 0)
    })
  }

  private restore = () => {
    const { comment, scene } = this.props
    return this.send('POST', '/restore', ownWords(scene.conversation).restored, now => {
      scene.conversation.mine.add(comment.id)
      replaced(scene, comment, now)
    })
  }

  render() {
    const { comment, scene } = this.props
    const { isBusy, fault } = this.state
    if (comment.isEditing) return null
    const words = ownWords(scene.conversation)
    const isGone = comment.isMine === false
    return (
      <>
        {!isGone && this.mayEdit() && (
          <button type="button" part="button" onClick={this.edit}>
            {words.edit}
          </button>
        )}
        <button type="button" part="button" aria-disabled={isBusy} onClick={isGone ? this.restore : this.remove}>
          {isGone ? words.undo : words.delete}
        </button>
        {fault && <span class="fault">{fault}</span>}
      </>
    )
  }
}

import { Component, type ComponentType } from 'preact'
import type { Shown } from '../../embed/branches.ts'
import type { Scene } from '../../embed/scene.ts'
import { actWords } from './words.ts'

interface EditedProps {
  comment: Shown
  scene: Scene
}

/** That a comment was edited; where the reader may see what it said before, a button that shows it. */
export class Edited extends Component<EditedProps, { Editions: ComponentType<EditedProps> | null; isOpen: boolean }> {
  private toggle = async () => {
    if (this.state.isOpen || this.state.Editions) return this.setState({ isOpen: !this.state.isOpen })
    try {
      const { Editions } = await import('../editions/Editions.tsx')
      this.setState({ Editions, isOpen: true })
    } catch {
      this.props.scene.say(this.props.scene.words.loadFailed)
    }
  }

  render() {
    const { comment, scene } = this.props
    const { Editions, isOpen } = this.state
    const words = actWords(scene.conversation)
    if (!comment.isMine && !scene.conversation.policy.showsEditions) return <span class="aside">{words.edited}</span>
    return (
      <>
        <button
          type="button"
          part="button"
          aria-label={words.earlier}
          aria-expanded={!!isOpen}
          style={{ minBlockSize: 0, padding: 0, textDecoration: 'underline dotted', textUnderlineOffset: '0.2em' }}
          onClick={this.toggle}
        >
          {words.edited}
        </button>
        {isOpen && Editions && <Editions comment={comment} scene={scene} />}
      </>
    )
  }
}

import { Component, type ComponentType, createRef } from 'preact'
import type { Mark } from '../../../server/contract.ts'
import type { ToolProps, Tools } from '../../embed/tools.ts'
import { format } from '../../shared/words.ts'
import { keptOf } from '../present/kept.ts'
import { focus } from '../present/permalink.tsx'
import { Edited } from './Edited.tsx'
import { Fold } from './Fold.tsx'
import { Tall } from './Tall.tsx'
import { Translate } from './Translate.tsx'
import { Votes } from './Votes.tsx'
import { actWords } from './words.ts'

/** Marks in the order in which they are read; that of an edit follows the word that it was edited. */
const READ: Mark[] = ['edited', 'pinned', 'featured', 'locked']
const STRONG = { color: 'var(--accent)', fontWeight: 600 }

/** What moderators made of a comment. A locked branch says so once, at its root. */
function Marks({ comment, scene }: ToolProps) {
  const words = actWords(scene.conversation).marks
  const told = READ.filter(mark => comment.marks?.includes(mark) && (mark !== 'locked' || comment.parent === null))
  return (
    <>
      {comment.editedAt && <Edited comment={comment} scene={scene} />}
      {told.map(mark => (
        <span key={mark} class="aside" style={mark === 'pinned' || mark === 'featured' ? STRONG : undefined}>
          {words[mark]}
        </span>
      ))}
    </>
  )
}

/** What is drawn in the row of a comment for a while: its menu, or what that has led to. */
export interface PieceProps extends ToolProps {
  /** The button that brought it. */
  opener: HTMLElement
  /** It gives way to another piece; to none if there is none to come. */
  turn(Piece: ComponentType<PieceProps> | null): void
  /** A few words in the row of the comment. */
  tell(note: string): void
}

interface ActionsState {
  Piece: ComponentType<PieceProps> | null
  note: string
}

/** The row of what a reader can do with a comment. */
class Actions extends Component<ToolProps, ActionsState> {
  private button = createRef<HTMLButtonElement>()
  private isBusy = false

  private open = async () => {
    if (this.isBusy) return
    this.isBusy = true
    try {
      const { Menu } = await import('../menu/menu.tsx')
      this.setState({ Piece: Menu, note: '' })
    } catch {
      const { scene } = this.props
      this.tell(scene.words.loadFailed)
      scene.say(scene.words.loadFailed)
    }
    this.isBusy = false
  }

  private turn = (Piece: ActionsState['Piece']) => {
    this.setState({ Piece }, () => Piece || this.button.current?.focus())
  }

  private tell = (note: string) => this.setState({ note })

  render() {
    const { comment, scene } = this.props
    const { Piece, note } = this.state
    if (comment.status !== 'published') return null
    const { moreOn } = actWords(scene.conversation)
    return (
      <>
        <Tall comment={comment} scene={scene} />
        <Votes comment={comment} scene={scene} tell={this.tell} />
        <Fold comment={comment} scene={scene} />
        <Translate comment={comment} scene={scene} />
        <button
          ref={this.button}
          type="button"
          part="button"
          aria-label={format(moreOn, comment.author?.name ?? scene.words.guest)}
          aria-haspopup="menu"
          style={{ display: 'inline-flex', alignItems: 'center', justifyContent: 'center' }}
          onClick={this.open}
        >
          <svg viewBox="0 0 16 16" width="1.125em" height="1em" aria-hidden="true" fill="currentColor">
            <circle cx="3" cy="8" r="1.4" />
            <circle cx="8" cy="8" r="1.4" />
            <circle cx="13" cy="8" r="1.4" />
          </svg>
        </button>
        {note && <span class="aside">{note}</span>}
        {Piece && (
          <Piece comment={comment} scene={scene} opener={this.button.current!} turn={this.turn} tell={this.tell} />
        )}
      </>
    )
  }
}

/** The line in the place of a comment whose author the reader has muted. */
function veil({ comment, scene }: ToolProps) {
  const { conversation } = scene
  const { muted, seen } = keptOf(conversation)
  const { author, id, root } = comment
  if (!author || !muted.has(author.avatar) || seen.has(id)) return null
  const words = actWords(conversation)
  const show = () => {
    seen.add(id)
    const branch = conversation.state.branches.find(each => each.root.id === root)
    if (branch) focus(conversation, branch, id)
  }
  return (
    <>
      {words.muted}{' '}
      <button type="button" part="button" style={{ color: 'inherit', textDecoration: 'underline' }} onClick={show}>
        {words.showMuted}
      </button>
    </>
  )
}

export const tools: Tools = { Marks, Actions: props => <Actions {...props} />, veil }

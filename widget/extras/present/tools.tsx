import { Component, type ComponentType, createRef } from 'preact'
import type { Mark } from '../../../server/contract.ts'
import type { Shown } from '../../embed/branches.ts'
import type { Conversation } from '../../embed/conversation.ts'
import type { Scene } from '../../embed/scene.ts'
import type { Tools } from '../../embed/tools.ts'
import { format } from '../../shared/words.ts'
import { Edited } from './edited.tsx'
import { presentWords } from './words.ts'

interface ToolProps {
  comment: Shown
  scene: Scene
}

/** Marks in the order in which they are read; that of an edit follows the word that it was edited. */
const READ: Mark[] = ['edited', 'pinned', 'featured', 'locked']
const STRONG = { color: 'var(--accent)', fontWeight: 600 }

/** What moderators made of a comment. A locked branch says so once, at its root. */
function Marks({ comment, scene }: ToolProps) {
  const words = presentWords(scene.conversation).marks
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

interface FormProps extends ToolProps {
  /** @param isDone whether the comment was reported; else the reader let it go */
  onClose(isDone: boolean): void
}

/** "Report", and in its place the form, fetched when somebody asks for it. */
class Actions extends Component<ToolProps, { Form: ComponentType<FormProps> | null; isOver: boolean }> {
  private button = createRef<HTMLButtonElement>()
  private isBusy = false

  private open = async () => {
    if (this.isBusy) return
    this.isBusy = true
    try {
      const { ReportForm } = await import('../report/report.tsx')
      this.setState({ Form: ReportForm })
    } catch {
      this.props.scene.say(this.props.scene.words.loadFailed)
    }
    this.isBusy = false
  }

  private close = (isDone: boolean) => {
    this.setState({ Form: null, isOver: isDone }, () => this.button.current?.focus())
  }

  render() {
    const { comment, scene } = this.props
    const { Form, isOver } = this.state
    if (comment.status !== 'published' || comment.isMine || isOver) return null
    const { report, reportBy } = presentWords(scene.conversation)
    const label = format(reportBy, comment.author?.name ?? scene.words.guest)
    if (Form) return <Form comment={comment} scene={scene} onClose={this.close} />
    return (
      <button ref={this.button} type="button" part="button" aria-label={label} onClick={this.open}>
        {report}
      </button>
    )
  }
}

const tools: Tools = { Marks, Actions: props => <Actions {...props} /> }

/** Brings a thread on screen its tools, a branch in each task: all at once would hold up a reader who scrolls. */
export async function bringTools(conversation: Conversation): Promise<void> {
  if (conversation.tools) return
  conversation.tools = tools
  for (const { root } of conversation.state.branches) {
    await new Promise(resolve => setTimeout(resolve))
    const anew = (comment: Shown): Shown => ({ ...comment })
    const branches = conversation.state.branches.map(branch =>
      branch.root.id === root.id ? { ...branch, root: anew(branch.root), replies: branch.replies.map(anew) } : branch,
    )
    conversation.change({ branches })
  }
}

import { Component, type ComponentType, createRef } from 'preact'
import type { Conversation } from '../../embed/conversation.ts'
import { orderOf } from './order.tsx'
import { presentWords } from './words.ts'

interface DrawerProps {
  conversation: Conversation
  onClose(): void
}

interface HeadState {
  Drawer: ComponentType<DrawerProps> | null
  isWriting: boolean
}

const HEAD = { display: 'flex', alignItems: 'center', marginInlineStart: 'auto', marginBlock: '-12px 0' }

/** What stands beside the count: the order, and for those who write the way to what is theirs. */
class Head extends Component<{ conversation: Conversation }, HeadState> {
  private element = createRef<HTMLDivElement>()
  private button = createRef<HTMLButtonElement>()
  private isBusy = false

  /** Who begins to write is no longer a stranger to the thread. */
  override componentDidMount(): void {
    const root = this.element.current!.closest('.root')!
    root.addEventListener('input', this.look)
    // Somebody quick has begun before this was here.
    if ([...root.querySelectorAll('textarea')].some(({ value }) => value)) this.look()
  }

  override componentWillUnmount(): void {
    this.element.current!.closest('.root')!.removeEventListener('input', this.look)
  }

  private look = () => {
    if (!this.state.isWriting) this.setState({ isWriting: true })
  }

  private open = async () => {
    if (this.isBusy) return
    this.isBusy = true
    try {
      const { Drawer } = await import('../you/you.tsx')
      this.setState({ Drawer })
    } catch {
      // Another press tries again.
    }
    this.isBusy = false
  }

  private close = () => {
    this.setState({ Drawer: null }, () => this.button.current?.focus())
  }

  render() {
    const { conversation } = this.props
    const { Drawer, isWriting } = this.state
    const { identity, writing } = conversation.state
    return (
      <div ref={this.element} style={HEAD}>
        {orderOf(conversation)}
        {(identity || writing || isWriting) && (
          <button ref={this.button} type="button" part="button" aria-haspopup="dialog" onClick={this.open}>
            {presentWords(conversation).you}
          </button>
        )}
        {Drawer && <Drawer conversation={conversation} onClose={this.close} />}
      </div>
    )
  }
}

/** Draws the head anew: the thread has come, or the reader is no longer a stranger to it. */
export function offerHead(conversation: Conversation): void {
  if (conversation.state.phase === 'ready') conversation.change({ order: <Head conversation={conversation} /> })
}

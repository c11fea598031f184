import { Component, type ComponentType, createRef } from 'preact'
import type { Conversation } from '../../embed/conversation.ts'
import { digits } from '../../shared/words.ts'
import { langOf } from './locale.ts'
import { orderOf } from './order.tsx'
import { presentWords } from './words.ts'

interface DrawerProps {
  conversation: Conversation
  /** Whether the reader wishes to sign in. */
  isEntering: boolean
  onClose(): void
}

const heads = new WeakMap<Conversation, Head>()

/** Opens what is the reader's own, where one signs in. */
export const openSignIn = (conversation: Conversation) => heads.get(conversation)?.open(true)

interface HeadState {
  Drawer: ComponentType<DrawerProps> | null
  isWriting: boolean
  isEntering: boolean
}

const HEAD = { display: 'flex', alignItems: 'center', marginInlineStart: 'auto', marginBlock: '-12px 0' }

/** What stands beside the count: the order, and for those who write the way to what is theirs. */
class Head extends Component<{ conversation: Conversation }, HeadState> {
  private element = createRef<HTMLDivElement>()
  private opener: HTMLElement | null = null
  private isBusy = false

  /** Who is about to write is no longer a stranger to the thread. */
  override componentDidMount(): void {
    heads.set(this.props.conversation, this)
    const root = this.element.current!.closest('.root')!
    root.addEventListener('focusin', this.look)
    // Somebody quick has begun before this was here.
    if ([...root.querySelectorAll('textarea')].some(field => field.value || field.matches(':focus'))) this.show()
  }

  override componentWillUnmount(): void {
    this.element.current!.closest('.root')!.removeEventListener('focusin', this.look)
  }

  private look = (event: Event) => {
    if ((event.target as Element).matches('textarea')) this.show()
  }

  private show(): void {
    if (!this.state.isWriting) this.setState({ isWriting: true })
  }

  async open(isEntering: boolean): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    const at = (this.element.current!.getRootNode() as ShadowRoot).activeElement as HTMLElement | null
    // Who signs in from a box goes on writing there.
    this.opener = (isEntering && at?.closest('form')?.querySelector('textarea')) || at
    try {
      const { Drawer } = await import('../you/you.tsx')
      this.setState({ Drawer, isEntering })
    } catch {
      // Another press tries again.
    }
    this.isBusy = false
  }

  private close = () => {
    this.setState({ Drawer: null }, () => {
      const opener = this.opener?.isConnected ? this.opener : this.element.current!.querySelector<HTMLElement>('button')
      opener?.focus()
    })
  }

  render() {
    const { conversation } = this.props
    const { Drawer, isWriting, isEntering } = this.state
    const { identity, writing } = conversation.state
    const news = conversation.me?.news ?? 0
    return (
      <div ref={this.element} style={HEAD}>
        {orderOf(conversation)}
        {(identity || writing || isWriting) && (
          <button type="button" part="button" aria-haspopup="dialog" onClick={() => this.open(false)}>
            {presentWords(conversation).you}
            {news > 0 && ` (${digits(news, langOf(conversation))})`}
          </button>
        )}
        {Drawer && <Drawer conversation={conversation} isEntering={isEntering} onClose={this.close} />}
      </div>
    )
  }
}

/** Draws the head anew: the thread has come, or the reader is no longer a stranger to it. */
export function offerHead(conversation: Conversation): void {
  if (conversation.state.phase === 'ready') conversation.change({ order: <Head conversation={conversation} /> })
}

import { Component, type ComponentType } from 'preact'
import type { Conversation } from '../../embed/conversation.ts'

interface SlotProps {
  conversation: Conversation
}

/** Where readers say whether they are told by mail, fetched where a site tells anybody so. */
export class MailSlot extends Component<SlotProps, { Mailing: ComponentType<SlotProps> | null }> {
  override async componentDidMount(): Promise<void> {
    if (!this.props.conversation.policy.mails) return
    try {
      const { Mailing } = await import('../mailing/mailing.tsx')
      this.setState({ Mailing })
    } catch {
      // The drawer has more than this.
    }
  }

  render() {
    const { Mailing } = this.state
    return Mailing ? <Mailing {...this.props} /> : null
  }
}

import { Component } from 'preact'
import type { Reason as Why } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'

interface ReasonProps {
  conversation: Conversation
  reason: Why
}

/** Why a comment was refused. The words come when the first one was. */
export class Reason extends Component<ReasonProps, { words: string }> {
  override async componentDidMount(): Promise<void> {
    try {
      const { reasonWords } = await import('../own/reasons.ts')
      this.setState({ words: reasonWords(this.props.conversation)[this.props.reason] })
    } catch {
      // That it was refused is told without.
    }
  }

  render() {
    return <span class="aside">{this.state.words}</span>
  }
}

import { Component } from 'preact'
import type { Purpose } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import type { Refusal } from '../../shared/call.ts'
import { faultOf } from './faults.ts'
import { Prove } from './Prove.tsx'
import { accountOf } from './proving.ts'
import { signInWords } from './words.ts'

interface ProofProps {
  conversation: Conversation
  purpose: Purpose
  onDone(proof: string): void
  onCancel(): void
}

/** Asks once more, where it is needed, that it is the reader: in a way that they have used here before. */
export class Proof extends Component<ProofProps, { ways: string[] | null; fault: string }> {
  override state = { ways: null, fault: '' }

  override async componentDidMount(): Promise<void> {
    const { conversation } = this.props
    try {
      const { ways } = await accountOf(conversation)
      const offered = [...conversation.policy.ways, ...(conversation.state.identity?.host ? ['host'] : [])]
      this.setState({ ways: offered.filter(way => ways.some(known => known.way === way)) })
    } catch (error) {
      this.setState({ ways: [], fault: faultOf(conversation, error as Refusal) })
    }
  }

  render() {
    const { conversation, purpose, onDone, onCancel } = this.props
    const { ways, fault } = this.state as { ways: string[] | null; fault: string }
    const words = signInWords(conversation)
    if (!ways) return <p role="status">{words.checking}</p>
    return (
      <>
        <p class={ways.length ? 'aside' : 'fault'} role="status">
          {ways.length ? words.fresh : fault || words.noWay}
        </p>
        <Prove {...{ conversation, purpose, ways, onCancel }} isOwn={true} onDone={({ proof }) => onDone(proof!)} />
      </>
    )
  }
}

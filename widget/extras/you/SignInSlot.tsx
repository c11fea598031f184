import { Component, type ComponentType } from 'preact'
import type { SignInProps } from '../sign-in/SignIn.tsx'

/** Where readers prove who they are, fetched where there is a way to, or where somebody has. */
export class SignInSlot extends Component<SignInProps, { SignIn: ComponentType<SignInProps> | null }> {
  override async componentDidMount(): Promise<void> {
    const { policy, me } = this.props.conversation
    if (policy.ways.length === 0 && !me?.author?.badge) return
    try {
      const { SignIn } = await import('../sign-in/SignIn.tsx')
      this.setState({ SignIn })
    } catch {
      // The drawer has more than this.
    }
  }

  render() {
    const { SignIn } = this.state
    return SignIn ? <SignIn {...this.props} /> : null
  }
}

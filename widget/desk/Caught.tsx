import { Component, type ComponentChildren } from 'preact'

interface CaughtProps {
  children: ComponentChildren
  /** What stands in the place of what cannot be drawn. */
  fallback: ComponentChildren
}

/** Keeps what cannot be drawn, whatever the server has said of it, from taking along what stands beside it. */
export class Caught extends Component<CaughtProps, { isBroken: boolean }> {
  override componentDidCatch(error: unknown): void {
    console.error(error)
    this.setState({ isBroken: true })
  }

  render() {
    const { children, fallback } = this.props
    return this.state.isBroken ? fallback : children
  }
}

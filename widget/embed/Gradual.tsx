import { Component, type ComponentChild } from 'preact'

interface GradualProps<T> {
  items: T[]
  /** How many are drawn in one task. */
  step: number
  draw(item: T): ComponentChild
}

/**
 * Draws a list a few items at a time, so that a long one never blocks the reader. A last handful comes whole: one new
 * comment does not wait for a turn of its own.
 */
export class Gradual<T> extends Component<GradualProps<T>> {
  private drawn = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  override componentDidMount(): void {
    if (this.drawn < this.props.items.length) this.timer = setTimeout(() => this.setState({}))
  }

  override componentDidUpdate(): void {
    this.componentDidMount()
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer)
  }

  render() {
    const { items, step, draw } = this.props
    clearTimeout(this.timer)
    this.drawn = this.drawn + 2 * step >= items.length ? items.length : this.drawn + step
    return items.slice(0, this.drawn).map(draw)
  }
}

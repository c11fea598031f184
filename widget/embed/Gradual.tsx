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
  private drawn: ComponentChild[] = []
  declare private last: GradualProps<T> | undefined
  declare private timer: ReturnType<typeof setTimeout> | undefined

  override componentDidMount(): void {
    if (this.drawn.length < this.props.items.length) this.timer = setTimeout(() => this.setState({}))
  }

  override componentDidUpdate(): void {
    this.componentDidMount()
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer)
  }

  render() {
    const { props, last, drawn } = this
    const { items, step, draw } = props
    clearTimeout(this.timer)
    // What an earlier step drew of the same items is given back as it is, and costs nothing.
    const kept = last === props ? drawn : []
    const upTo = drawn.length + 2 * step < items.length ? drawn.length + step : items.length
    this.last = props
    this.drawn = [...kept, ...items.slice(kept.length, upTo).map(draw)]
    return this.drawn
  }
}

import { Component, type ComponentChild, type ComponentClass } from 'preact'

function differ(one: object, other: object): boolean {
  const left = Object.entries(one)
  const right: Record<string, unknown> = { ...other }
  return left.length !== Object.keys(right).length || left.some(([name, value]) => right[name] !== value)
}

/** A component that is drawn again only when one of its properties is another: a key press redraws two rows, not all. */
export function memo<P extends object>(draw: (props: P) => ComponentChild): ComponentClass<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: P) {
      return differ(this.props, next)
    }
    override render() {
      return draw(this.props)
    }
  }
}

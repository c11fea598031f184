import { Component } from 'preact'

/** A component that is drawn anew only for another state or other props: most of a long thread stays as it was. */
export abstract class Steady<P extends object, S = object> extends Component<P, S> {
  override shouldComponentUpdate(next: P, state: S): boolean {
    return (
      state !== this.state ||
      Object.keys(next).some(name => next[name as keyof P] !== (this.props as P)[name as keyof P])
    )
  }
}

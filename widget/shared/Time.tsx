import { Component } from 'preact'
import { exactTime, relativeTime } from './time.ts'

const shown = new Set<Time>()
let timer: ReturnType<typeof setInterval> | undefined

/** How long ago, kept true while the page stays open; the exact time is its title. */
export class Time extends Component<{ at: number; lang: string }> {
  /** One timer serves every time on the page, and runs only while there is one. */
  override componentDidMount(): void {
    shown.add(this)
    timer ??= setInterval(() => {
      for (const time of shown) time.setState({})
    }, 60_000)
  }

  override componentWillUnmount(): void {
    shown.delete(this)
    if (shown.size) return
    clearInterval(timer)
    timer = undefined
  }

  render() {
    const { at, lang } = this.props
    return (
      <time dateTime={new Date(at).toISOString()} title={exactTime(at, lang)}>
        {relativeTime(at, Date.now(), lang)}
      </time>
    )
  }
}

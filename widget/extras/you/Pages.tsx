import { Component, type ComponentChild } from 'preact'
import type { Conversation } from '../../embed/conversation.ts'
import { call } from '../../shared/call.ts'
import { keepFocus } from './keep-focus.ts'
import { youWords } from './words.ts'

interface PagesProps<T> {
  conversation: Conversation
  /** Which of the reader's lists: the path after `/api/me/`. */
  what: 'news' | 'comments' | 'votes' | 'follows' | 'mutes'
  keyOf(item: T): string
  /** Draws an item; `remove` takes it from the list, `renew` puts another in its place. */
  draw(item: T, remove: () => void, renew: (now: T) => void): ComponentChild
  /** Is told what has come. */
  onLoad?(items: T[]): void
}

interface PagesState<T> {
  items: T[] | null
  next: string | null
  /** Of the last call. */
  is: 'idle' | 'busy' | 'failed'
}

/** A list of what is the reader's, a page at a time. A reader without a key has none, and nothing is asked for. */
export class Pages<T> extends Component<PagesProps<T>, PagesState<T>> {
  override state: PagesState<T> = { items: null, next: null, is: 'idle' }
  private readonly gone = new AbortController()

  override componentDidMount(): void {
    void this.load()
  }

  override componentWillUnmount(): void {
    this.gone.abort()
  }

  private load = async () => {
    const { conversation, what } = this.props
    const { origin, query } = conversation.place
    const { items, next, is } = this.state
    const token = conversation.state.identity?.token
    if (is === 'busy') return
    if (!token) return this.setState({ items: [] })
    this.setState({ is: 'busy' })
    try {
      const options = { query: { site: query.site, after: next }, token, signal: this.gone.signal }
      type Page = Record<string, T[]> & { next?: string | null }
      const page = await call<Page>(origin, 'GET', `/api/me/${what}`, { ...options, credentials: 'omit' })
      this.setState({ items: [...(items ?? []), ...page[what]!], next: page.next ?? null, is: 'idle' })
      this.props.onLoad?.(page[what]!)
      if (items) keepFocus(conversation)
    } catch {
      if (!this.gone.signal.aborted) this.setState({ is: 'failed' })
    }
  }

  private remove = (item: T) => this.setState({ items: this.state.items!.filter(each => each !== item) })

  private renew = (item: T, now: T) =>
    this.setState({ items: this.state.items!.map(each => (each === item ? now : each)) })

  render() {
    const { conversation, what, keyOf, draw } = this.props
    const { items, next, is } = this.state
    const words = youWords(conversation)
    const label = { idle: words.more, busy: words.loading, failed: words.retry }[is]
    return (
      <>
        {items?.length === 0 && next === null && <p class="aside">{words.empty[what]}</p>}
        {items && items.length > 0 && (
          <ol>
            {items.map(item => (
              <li key={keyOf(item)} class="item">
                {draw(
                  item,
                  () => this.remove(item),
                  now => this.renew(item, now),
                )}
              </li>
            ))}
          </ol>
        )}
        {is === 'failed' && (
          <p class="fault" role="status">
            {words.failed}
          </p>
        )}
        {(next !== null || is !== 'idle') && (
          <button type="button" part="button" aria-disabled={is === 'busy'} onClick={this.load}>
            {label}
          </button>
        )}
      </>
    )
  }
}

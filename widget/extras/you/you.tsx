import { Component, type ComponentType, createRef } from 'preact'
import type { Conversation } from '../../embed/conversation.ts'
import { langOf } from '../present/locale.ts'
import { surfaceUnder } from '../present/surface.ts'
import { FollowHere } from './acting.tsx'
import { FollowList, MuteList, OwnCommentList, OwnVoteList } from './lists.tsx'
import { MailSlot } from './MailSlot.tsx'
import { NewsList } from './NewsList.tsx'
import { SignInSlot } from './SignInSlot.tsx'
import { youWords } from './words.ts'
import css from './you.css?inline'

let isDressed = false

/** Adds the drawer's rules to those that all threads of the page share. */
function dress(within: Element): void {
  const shared = (within.getRootNode() as ShadowRoot).adoptedStyleSheets[0]!
  const own = new CSSStyleSheet()
  own.replaceSync(isDressed ? '' : css)
  for (const { cssText } of own.cssRules) shared.insertRule(cssText, shared.cssRules.length)
  isDressed = true
}

const TABS = ['news', 'comments', 'votes', 'follows', 'mutes', 'device'] as const
type Tab = (typeof TABS)[number]

interface DrawerProps {
  conversation: Conversation
  /** Whether the reader wishes to sign in, and nothing else. */
  isEntering: boolean
  onClose(): void
}

interface DrawerState {
  tab: Tab
  /** Rises when the lists are to be read anew. */
  n: number
  Device: ComponentType<{ conversation: Conversation; onChange(): void }> | null
  hasFailed: boolean
  /** Whether something is being proved, which takes all the room. */
  isProving: boolean
}

/** Where programs for feeds find the comments of this page. */
function feedOf({ place }: Conversation): string {
  const { site, url, canonical, article } = place.query
  const about = { url, ...(canonical && { canonical }), ...(article && { article }) }
  return `${place.origin}/feeds/${encodeURIComponent(site)}/atom?${new URLSearchParams(about)}`
}

/** What is the reader's on this site: news, comments and what became of them, votes, follows, mutes, and the key to all of it. */
export class Drawer extends Component<DrawerProps, DrawerState> {
  override state: DrawerState = {
    // What is new comes first, for who has come for it.
    tab: this.props.conversation.me?.news ? 'news' : 'comments',
    n: 0,
    Device: null,
    hasFailed: false,
    isProving: false,
  }
  private dialog = createRef<HTMLDialogElement>()

  override componentDidMount(): void {
    const dialog = this.dialog.current!
    dress(dialog)
    dialog.style.backgroundColor = surfaceUnder(dialog.closest<HTMLElement>('.root')!)
    dialog.showModal()
    if (!this.props.isEntering) this.chosen()?.focus()
  }

  /** What is proved gives the room back, and the focus goes on: to the box of who has come from there only for this. */
  private prove = (isProving: boolean) =>
    this.setState({ isProving }, () => {
      if (isProving) return
      if (this.props.isEntering) this.dialog.current?.close()
      else this.chosen()?.focus()
    })

  private chosen = () => this.dialog.current?.querySelector<HTMLElement>('[aria-selected=true]')

  private choose = async (tab: Tab) => {
    this.setState({ tab, hasFailed: false }, () => this.chosen()?.focus())
    if (tab !== 'device' || this.state.Device) return
    try {
      const { Device } = await import('../device/device.tsx')
      this.setState({ Device })
    } catch {
      this.setState({ hasFailed: true })
    }
  }

  private renew = () => this.setState({ n: this.state.n + 1 })

  private onKeyDown = (event: KeyboardEvent) => {
    // No key that is meant for what stands here is one for the page.
    event.stopPropagation()
    if (!(event.target as Element).matches('[role=tab]')) return
    const forward = getComputedStyle(this.dialog.current!).direction === 'rtl' ? -1 : 1
    const at = TABS.indexOf(this.state.tab)
    const last = TABS.length - 1
    const to = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    void this.choose(TABS[(to + TABS.length) % TABS.length]!)
  }

  private onClick = (event: MouseEvent) => {
    if (event.target === this.dialog.current) this.dialog.current!.close()
  }

  private panel() {
    const { conversation } = this.props
    const { tab, Device, hasFailed, n } = this.state
    const words = youWords(conversation)
    const props = { conversation, lang: langOf(conversation) }
    if (tab === 'news')
      return (
        <>
          <NewsList key={n} {...props} />
          {conversation.policy.mails && (
            <p>
              <button type="button" part="button" onClick={() => this.choose('follows')}>
                {words.byMail}
              </button>
            </p>
          )}
        </>
      )
    if (tab === 'comments') return <OwnCommentList key={n} {...props} />
    if (tab === 'votes') return <OwnVoteList key={n} {...props} />
    if (tab === 'mutes') return <MuteList key={n} {...props} />
    if (tab === 'follows')
      return (
        <>
          <FollowHere conversation={conversation} onDone={this.renew} />
          <FollowList key={n} {...props} />
          <p class="item">
            <a href={feedOf(conversation)}>{words.feed}</a>
          </p>
          <MailSlot conversation={conversation} />
        </>
      )
    if (Device) return <Device conversation={conversation} onChange={this.renew} />
    return hasFailed && <p class="fault">{words.failed}</p>
  }

  render() {
    const { conversation, isEntering, onClose } = this.props
    const { tab, isProving } = this.state
    const words = youWords(conversation)
    return (
      <dialog
        ref={this.dialog}
        class="drawer"
        aria-labelledby="you"
        onKeyDown={this.onKeyDown}
        onClick={this.onClick}
        onClose={onClose}
      >
        <div class={isProving ? 'top still' : 'top'}>
          <div class="bar">
            <h2 id="you">{words.you}</h2>
            <button type="button" part="button" onClick={() => this.dialog.current!.close()}>
              {words.close}
            </button>
          </div>
          <SignInSlot conversation={conversation} isEntering={isEntering} onBusy={this.prove} onChange={this.renew} />
          <div role="tablist" class="tabs" aria-labelledby="you" hidden={isProving}>
            {TABS.map(each => (
              <button
                key={each}
                id={`tab-${each}`}
                type="button"
                part="button"
                role="tab"
                aria-selected={each === tab}
                aria-controls="panel"
                tabIndex={each === tab ? 0 : -1}
                onClick={() => this.choose(each)}
              >
                {words.tabs[each]}
              </button>
            ))}
          </div>
        </div>
        <div id="panel" role="tabpanel" tabIndex={-1} class="panel" hidden={isProving} aria-labelledby={`tab-${tab}`}>
          {this.panel()}
        </div>
      </dialog>
    )
  }
}

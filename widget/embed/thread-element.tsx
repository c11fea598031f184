import { render } from 'preact'
import { relativeTime } from '../shared/time.ts'
import type { Words } from '../shared/words.ts'
import { Conversation } from './conversation.ts'
import css from './embed.css?inline'
import { wordsFor } from './language.ts'
import { placeOf } from './place.ts'
import { ThreadView } from './ThreadView.tsx'
import { followTheme } from './theme.ts'

export const ATTRIBUTES = ['site', 'article', 'url', 'title', 'lang', 'theme', 'sort', 'token']

/** All threads of a page share it. */
const sheet = new CSSStyleSheet()
sheet.replaceSync(css)

/** The host page's shortcuts must not fire while somebody types; on a button they may. */
function keepKeys(event: Event): void {
  if ((event.target as Element).matches('textarea,input')) event.stopPropagation()
}

/** `<parley-thread>`: connected is mounted, disconnected is gone. */
export class ParleyThread extends HTMLElement {
  static observedAttributes = ATTRIBUTES
  /** What lazy chunks use of this copy of the script; the build fills it. */
  declare static shared: unknown
  declare private root: HTMLElement | undefined
  declare private conversation: Conversation | undefined
  /** What it is drawn in. */
  words: Words | null = null
  declare private stopTheme: (() => void) | undefined
  declare private isDue: boolean | undefined
  /** Whether what stands inside the element was put there for the page that is on screen. */
  declare private isFirst: boolean | undefined
  /** Whether an attribute or an address that tells which thread this is has changed. */
  declare private isElsewhere: boolean | undefined

  connectedCallback(): void {
    this.soon()
  }

  disconnectedCallback(): void {
    this.soon()
  }

  attributeChangedCallback(name: string): void {
    if (/lang|theme|title|token/.test(name)) this.soon()
    else this.reopen()
  }

  /** Opens another thread if the page has become another; answers whether it has. */
  follow(): boolean {
    const { path, query } = this.conversation!.place
    const now = placeOf(this, this.conversation!.place)
    // Two paths that name the same canonical page are one page.
    const isOther = now.path !== path && (!query.canonical || now.query.canonical !== query.canonical)
    if (isOther) this.reopen()
    return isOther
  }

  /** Opens the thread of the page as it now is. */
  reopen(): void {
    this.isElsewhere = true
    this.soon()
  }

  /**
   * A move within the page disconnects and connects in one breath; only what stands afterwards counts. Astro's router
   * takes another turn to change the address.
   */
  private async soon(): Promise<void> {
    if (this.isDue) return
    this.isDue = true
    await null
    await null
    this.isDue = false
    if (this.isConnected) this.mount()
    else this.unmount()
  }

  private mount(): void {
    this.root ??= this.makeRoot()
    if (!this.conversation || this.isElsewhere) this.open()
    this.learnWords()
    this.stopTheme?.()
    this.stopTheme = followTheme(this.shadowRoot!, this.root, () => this.getAttribute('theme'))
  }

  private open(): void {
    this.isElsewhere = false
    this.isFirst = !this.conversation
    this.conversation?.leave()
    const conversation = new Conversation(placeOf(this), (event, detail) => {
      if (this.conversation !== conversation) return
      this.draw()
      if (event) this.dispatchEvent(new CustomEvent(`parley-${event}`, { bubbles: true, composed: true, detail }))
    })
    this.conversation = conversation
    conversation.load()
  }

  private unmount(): void {
    this.conversation?.leave()
    this.conversation = undefined
    this.stopTheme?.()
    if (this.root) render(null, this.root)
  }

  private makeRoot(): HTMLElement {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    shadow.adoptedStyleSheets = [sheet]
    const root = document.createElement('div')
    root.className = 'root'
    root.setAttribute('part', 'thread')
    // Else the browser would show the element's `title` over every comment.
    root.title = ''
    for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, keepKeys)
    // A page that signs its readers in says so by the attribute, or by this event.
    this.addEventListener('parley-sign-in', event =>
      this.setAttribute('token', (event as CustomEvent).detail.token ?? ''),
    )
    shadow.replaceChildren(root)
    return root
  }

  private async learnWords(): Promise<void> {
    const words = await wordsFor(this)
    this.words = words
    // A page's first formatter takes the browser long: it is made while the data is on its way, in a task of its own.
    setTimeout(() => relativeTime(0, 0, words.lang))
    this.draw()
  }

  private draw(): void {
    const { root, conversation, words } = this
    if (!root || !conversation || this.follow()) return
    const { writing } = conversation.state
    if (writing) this.shadowRoot!.adoptedStyleSheets = [sheet, writing.sheet]
    if (words) {
      root.lang = words.lang
      root.dir = words.dir
    }
    const hasFallback = !!this.isFirst && (this.childElementCount > 0 || /\S/.test(this.textContent!))
    render(
      <ThreadView
        key={conversation}
        conversation={conversation}
        state={conversation.state}
        words={words}
        hasFallback={hasFallback}
      />,
      root,
    )
  }
}

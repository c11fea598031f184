import { Component, createRef } from 'preact'
import { format } from '../../shared/words.ts'
import type { PieceProps } from '../acts/acts.tsx'
import { keptOf } from '../present/kept.ts'
import { surfaceUnder } from '../present/surface.ts'
import { copy, toggleFollow, toggleMute } from './acting.ts'
import { Report } from './Report.tsx'
import { menuWords } from './words.ts'

const DIALOG = {
  margin: 0,
  padding: 'var(--space) 0',
  inset: 'auto',
  color: 'inherit',
  border: '1px solid var(--edge)',
  borderRadius: 'var(--radius)',
  minInlineSize: '13em',
  maxInlineSize: 'calc(100vw - 16px)',
  overflow: 'auto',
}
const ITEM = {
  display: 'block',
  color: 'inherit',
  inlineSize: '100%',
  paddingInline: 'calc(4 * var(--space))',
  textAlign: 'start',
} as const

interface Item {
  name: string
  run(): unknown
}

let isUndimmed = false

/** A menu leaves the page as it is, unlike a dialog. */
function undim({ adoptedStyleSheets }: ShadowRoot): void {
  if (!isUndimmed) adoptedStyleSheets[0]!.insertRule('::backdrop { background: none }')
  isUndimmed = true
}

/** What else can be done with a comment. It opens over the page, where nothing clips it, and within the thread's box. */
export class Menu extends Component<PieceProps> {
  private dialog = createRef<HTMLDialogElement>()
  /** What comes in the place of the menu. */
  private next: (() => void) | null = null

  override componentDidMount(): void {
    const dialog = this.dialog.current!
    const root = dialog.closest<HTMLElement>('.root')!
    dialog.style.backgroundColor = surfaceUnder(root)
    undim(root.getRootNode() as ShadowRoot)
    dialog.showModal()
    this.place(dialog, root)
    dialog.querySelector('button')!.focus()
    for (const type of ['resize', 'scroll']) addEventListener(type, this.close, { passive: true, capture: true })
  }

  override componentWillUnmount(): void {
    for (const type of ['resize', 'scroll']) removeEventListener(type, this.close, { capture: true })
  }

  private place(dialog: HTMLDialogElement, root: HTMLElement): void {
    const box = root.getBoundingClientRect()
    const at = this.props.opener.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = dialog
    const start = root.dir === 'rtl' ? at.right - width : at.left
    const left = Math.max(box.left, 0, Math.min(start, box.right - width, innerWidth - width))
    const isBelow = at.bottom + height < innerHeight || at.top < height
    dialog.style.left = `${left}px`
    dialog.style.top = `${Math.max(0, isBelow ? Math.min(at.bottom, innerHeight - height) : at.top - height)}px`
  }

  private close = () => this.dialog.current?.close()

  private onClose = () => {
    this.props.turn(null)
    this.next?.()
  }

  private items(): Item[] {
    const { comment, scene, turn, tell, opener } = this.props
    const { conversation, words: shared } = scene
    const words = menuWords(conversation)
    const { follows, muted } = keptOf(conversation)
    const url = `${conversation.place.origin}/c/${comment.id}`
    const said = (text: string) => {
      tell(text)
      scene.say(text)
    }
    const all: (Item | false)[] = [
      {
        name: words.copy,
        run: async () => said((await copy(url, opener.parentElement!)) ? words.copied : words.notCopied),
      },
      'share' in navigator && {
        name: words.share,
        run: () => navigator.share({ url, title: comment.author?.name ?? shared.guest }).catch(() => {}),
      },
      {
        name: follows.has(comment.root) ? words.unfollow : words.follow,
        run: async () => said(await toggleFollow(scene, comment)),
      },
      !comment.isMine &&
        comment.author?.badge !== 'staff' && {
          name: muted.has(comment.author!.avatar) ? words.unmute : words.mute,
          run: async () => said(await toggleMute(scene, comment)),
        },
      !comment.isMine && { name: words.report, run: () => turn(Report) },
    ]
    return all.filter(item => item !== false)
  }

  private choose(item: Item): void {
    this.next = item.run
    this.close()
  }

  private onKeyDown = (event: KeyboardEvent) => {
    // No key that is meant for the menu is one for the page.
    event.stopPropagation()
    const buttons = [...this.dialog.current!.querySelectorAll('button')]
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + buttons.length, Home: 0, End: buttons.length - 1 }[event.key]
    if (event.key === 'Tab') this.close()
    if (to === undefined && event.key !== 'Tab') return
    event.preventDefault()
    buttons[to! % buttons.length]?.focus()
  }

  private onClick = (event: MouseEvent) => {
    if (event.target === this.dialog.current) this.close()
  }

  render() {
    const { comment, scene } = this.props
    const label = format(menuWords(scene.conversation).menu, comment.author?.name ?? scene.words.guest)
    return (
      <dialog
        ref={this.dialog}
        style={DIALOG}
        aria-label={label}
        onKeyDown={this.onKeyDown}
        onClick={this.onClick}
        onClose={this.onClose}
      >
        <div role="menu" aria-label={label}>
          {this.items().map(item => (
            <button
              key={item.name}
              type="button"
              role="menuitem"
              part="button"
              tabIndex={-1}
              style={ITEM}
              onClick={() => this.choose(item)}
            >
              {item.name}
            </button>
          ))}
        </div>
      </dialog>
    )
  }
}

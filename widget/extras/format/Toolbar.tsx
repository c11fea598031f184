import { Component, type ComponentType, createRef, type RefObject } from 'preact'
import type { LIMITS } from '../../../server/contract.ts'
import type { Shown } from '../../embed/branches.ts'
import type { Scene } from '../../embed/scene.ts'
import { selectedIn } from '../present/selected.ts'
import { apply, editFor, FORMATS, type Format, quoteEdit } from './edits.ts'
import { formatWords } from './words.ts'

export interface ToolbarProps {
  scene: Scene
  /** The comment that is answered; null where none is. */
  parent: Shown | null
  area: RefObject<HTMLTextAreaElement | null>
  /** Somebody was called: their name, and the comment by which they are known. */
  call(name: string, comment: string): void
}

/** Paths of 20 units, one stroke each. */
const ICONS: Record<Format, string> = {
  bold: 'M6 4h5a3 3 0 0 1 0 6H6zm0 6h6a3 3 0 0 1 0 6H6z',
  italic: 'M9 4h6M5 16h6M12 4 8 16',
  strike: 'M4 10h12M14 6c-1-3-8-3-8 1 0 1.500 1 2.500 3 3m1 0c6 1 5 6 0 6-2 0-4-1-4.500-3',
  code: 'm7 6-4 4 4 4m6-8 4 4-4 4',
  link: 'M8 12l4-4M9 6l1.500-1.500a3 3 0 0 1 5 5L14 11M6 9l-1.500 1.500a3 3 0 0 0 5 5L11 14',
  quote: 'M4 14c3-1 4-3 4-7H4v4h4m3 3c3-1 4-3 4-7h-4v4h4',
  list: 'M8 5h9M8 10h9M8 15h9M4 5h.01M4 10h.01M4 15h.01',
}

/** By the place of the key, so that they are the same on a Persian keyboard; with Ctrl or Cmd. */
const KEYS: Record<string, Format> = {
  KeyB: 'bold',
  KeyI: 'italic',
  'Shift+KeyX': 'strike',
  KeyE: 'code',
  KeyK: 'link',
  'Shift+Digit9': 'quote',
  'Shift+Digit8': 'list',
}
const IS_MAC = /Mac|iP/.test(navigator.platform)
const spelled = (format: Format): string => {
  const [keys] = Object.entries(KEYS).find(([, each]) => each === format)!
  return `${IS_MAC ? '⌘' : 'Ctrl'}+${keys.replace(/Key|Digit/, '')}`
}

/** Of the contract only types are taken: its values would come in a piece of their own. */
const MOST = 10 satisfies (typeof LIMITS)['mentions']

const BAR = { display: 'flex', alignItems: 'center', paddingInline: 'var(--space)' }
/** On a narrow screen the buttons are as high as ever, and share what breadth there is. */
const BUTTON = { flex: '0 1 44px', minInlineSize: '24px', paddingInline: 0 }
const ICON = { inlineSize: '1.25em', blockSize: '1.25em', verticalAlign: 'middle' }

interface State {
  at: number
  Preview: ComponentType<{ scene: Scene; area: HTMLTextAreaElement; names: string[] }> | null
  isPreviewed: boolean
  Mentions: ComponentType<{ scene: Scene; area: HTMLTextAreaElement; call: ToolbarProps['call'] }> | null
}

/** The marks that comments may have, by buttons and keys; a preview; and whom one can call, once `@` is typed. */
export class Toolbar extends Component<ToolbarProps, State> {
  override state: State = { at: 0, Preview: null, isPreviewed: false, Mentions: null }
  private bar = createRef<HTMLDivElement>()
  /** Whom the reader has called since the box was opened: the preview shows them so. */
  private names: string[] = []

  override componentDidMount(): void {
    const { area, parent } = this.props
    const field = area.current!
    field.addEventListener('keydown', this.onKey)
    field.addEventListener('input', this.onInput)
    const quoted = parent && !field.value ? selectedIn(parent.id) : ''
    if (quoted) apply(field, quoteEdit('', 0, quoted))
    this.onInput()
  }

  override componentWillUnmount(): void {
    const field = this.props.area.current
    field?.removeEventListener('keydown', this.onKey)
    field?.removeEventListener('input', this.onInput)
  }

  private format(format: Format): void {
    const { area, parent } = this.props
    const field = area.current!
    if (field.readOnly) return
    const { value, selectionStart: start, selectionEnd: end } = field
    const quoted = format === 'quote' && start === end && parent ? selectedIn(parent.id) : ''
    apply(field, quoted ? quoteEdit(value, start, quoted) : editFor(value, start, end, format))
  }

  private onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return
    const format = KEYS[`${event.shiftKey ? 'Shift+' : ''}${event.code}`]
    if (!format) return
    event.preventDefault()
    this.format(format)
  }

  /** Brings what offers people, when somebody begins to call one. */
  private onInput = async () => {
    const field = this.props.area.current!
    if (this.state.Mentions || !field.value.slice(0, field.selectionStart).includes('@')) return
    try {
      const { Mentions } = await import('../mentions/Mentions.tsx')
      this.setState({ Mentions })
    } catch {
      // A name can be typed, too.
    }
  }

  /** One stop for the tab key; arrows go from button to button. */
  private onArrow = (event: KeyboardEvent) => {
    const isRtl = this.props.scene.words.dir === 'rtl'
    const steps: Record<string, number> = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }
    const buttons = [...this.bar.current!.querySelectorAll('button')]
    const step = steps[event.key]
    const at = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : this.state.at + (step ?? 0)
    if (at === this.state.at) return
    event.preventDefault()
    this.setState({ at: (at + buttons.length) % buttons.length }, () => buttons[this.state.at]!.focus())
  }

  private call = (name: string, comment: string) => {
    this.names = [name, ...this.names].slice(0, MOST)
    this.props.call(name, comment)
  }

  private preview = async () => {
    if (this.state.Preview) return this.setState({ isPreviewed: !this.state.isPreviewed })
    try {
      const { Preview } = await import('./Preview.tsx')
      this.setState({ Preview, isPreviewed: true })
    } catch {
      this.props.scene.say(formatWords(this.props.scene.conversation).failed)
    }
  }

  render() {
    const { scene, area } = this.props
    const { at, Preview, isPreviewed, Mentions } = this.state
    const words = formatWords(scene.conversation)
    // The marks of a list stand where its lines begin; code and the slant of letters are drawn as everywhere.
    const isMirrored = (format: Format) => format === 'list' && scene.words.dir === 'rtl'
    return (
      <>
        {Mentions && <Mentions scene={scene} area={area.current!} call={this.call} />}
        {isPreviewed && Preview && <Preview scene={scene} area={area.current!} names={this.names} />}
        <div ref={this.bar} role="toolbar" aria-label={words.toolbar} style={BAR} onKeyDown={this.onArrow}>
          {FORMATS.map((format, place) => (
            <button
              key={format}
              type="button"
              part="button"
              style={BUTTON}
              tabIndex={place === at ? 0 : -1}
              aria-label={words.formats[format]}
              aria-keyshortcuts={spelled(format).replace('Ctrl', 'Control').replace('⌘', 'Meta')}
              title={`${words.formats[format]} (${spelled(format)})`}
              onFocus={() => this.setState({ at: place })}
              // The field keeps the selection.
              onMouseDown={event => event.preventDefault()}
              onClick={() => this.format(format)}
            >
              <svg
                viewBox="0 0 20 20"
                style={isMirrored(format) ? { ...ICON, transform: 'scaleX(-1)' } : ICON}
                aria-hidden="true"
              >
                <path
                  d={ICONS[format]}
                  fill="none"
                  stroke="currentColor"
                  stroke-width="1.6"
                  stroke-linecap="round"
                  stroke-linejoin="round"
                />
              </svg>
            </button>
          ))}
          <button
            type="button"
            part="button"
            tabIndex={at === FORMATS.length ? 0 : -1}
            aria-pressed={isPreviewed}
            style={{ flexShrink: 0, marginInlineStart: 'auto', ...(isPreviewed && { color: 'var(--accent)' }) }}
            onFocus={() => this.setState({ at: FORMATS.length })}
            onClick={this.preview}
          >
            {words.preview}
          </button>
        </div>
      </>
    )
  }
}

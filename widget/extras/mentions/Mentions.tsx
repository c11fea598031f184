import { Component } from 'preact'
import type { Scene } from '../../embed/scene.ts'
import { plural } from '../../shared/words.ts'
import { pieceWords } from '../present/known.ts'
import { type Person, peopleFor, typedName } from './people.ts'
import { mentions } from './words.ts'

const wordsOf = ({ conversation }: Scene) => pieceWords(conversation.place.element, 'mentions', mentions)

interface MentionsProps {
  scene: Scene
  area: HTMLTextAreaElement
  call(name: string, comment: string): void
}

const LIST = {
  maxBlockSize: '14em',
  overflowY: 'auto',
  margin: '0 var(--space) var(--space)',
  border: '1px solid var(--edge)',
  borderRadius: 'var(--radius)',
}
const OPTION = {
  display: 'flex',
  alignItems: 'center',
  gap: 'calc(2 * var(--space))',
  minBlockSize: '44px',
  paddingInline: 'calc(2 * var(--space))',
  cursor: 'pointer',
}

let lists = 0

/** Whom of the people on screen one can call: a list under the field, led by the keys while the field keeps the focus. */
export class Mentions extends Component<MentionsProps, { people: Person[]; at: number }> {
  override state = { people: [] as Person[], at: 0 }
  private id = `people-${++lists}`
  /** What was typed when the list was sent away; the same is not offered again. */
  private refused: string | null = null

  override componentDidMount(): void {
    const { area } = this.props
    area.addEventListener('input', this.look)
    area.addEventListener('click', this.look)
    area.addEventListener('blur', this.close)
    area.addEventListener('keydown', this.onKey, true)
    this.look()
  }

  override componentWillUnmount(): void {
    const { area } = this.props
    area.removeEventListener('input', this.look)
    area.removeEventListener('click', this.look)
    area.removeEventListener('blur', this.close)
    area.removeEventListener('keydown', this.onKey, true)
    this.describe([], 0)
  }

  override componentDidUpdate(): void {
    const { people, at } = this.state
    this.describe(people, at)
    const root = this.props.area.getRootNode() as ShadowRoot
    root.getElementById(`${this.id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }

  /** Tells those who do not see the list what the keys choose. */
  private describe(people: Person[], at: number): void {
    const { area } = this.props
    const told = { 'aria-controls': this.id, 'aria-activedescendant': `${this.id}-${at}`, 'aria-autocomplete': 'list' }
    for (const [name, value] of Object.entries(told)) {
      if (people.length) area.setAttribute(name, value)
      else area.removeAttribute(name)
    }
  }

  private look = () => {
    const { area, scene } = this.props
    const typed = typedName(area.value, area.selectionStart)
    if (typed === null) this.refused = null
    const isMeant = typed !== null && (this.refused === null || !typed.startsWith(this.refused))
    const people = isMeant ? peopleFor(scene.conversation, typed) : []
    if (people.length && people.length !== this.state.people.length) {
      const { names, lang } = wordsOf(scene)
      scene.say(plural(names, people.length, lang))
    }
    if (people.length || this.state.people.length) this.setState({ people, at: 0 })
  }

  private close = () => this.setState({ people: [] })

  private onKey = (event: KeyboardEvent) => {
    const { people, at } = this.state
    if (!people.length || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step) this.setState({ at: (at + step + people.length) % people.length })
    else if (event.key === 'Escape') {
      this.refused = typedName(this.props.area.value, this.props.area.selectionStart)
      this.close()
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) this.choose(people[at]!)
    else return
    event.preventDefault()
    // Neither the composer nor the page hears of a key that was meant for the list.
    event.stopImmediatePropagation()
  }

  private choose({ name, comment }: Person): void {
    const { area, call } = this.props
    const caret = area.selectionStart
    const typed = typedName(area.value, caret) ?? ''
    area.focus()
    area.setSelectionRange(caret - typed.length, caret)
    if (!document.execCommand('insertText', false, `${name} `)) {
      area.setRangeText(`${name} `, caret - typed.length, caret, 'end')
      area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }))
    }
    call(name, comment)
    this.refused = `${name} `
    this.close()
  }

  render() {
    const { people, at } = this.state
    const { scene } = this.props
    const words = wordsOf(scene)
    if (!people.length) return null
    return (
      <div id={this.id} role="listbox" aria-label={words.people} style={LIST}>
        {people.map((person, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option
          <div
            key={person.avatar}
            id={`${this.id}-${place}`}
            role="option"
            aria-selected={place === at}
            style={{ ...OPTION, ...(place === at && { background: 'var(--line)' }) }}
            onMouseDown={event => event.preventDefault()}
            onClick={() => this.choose(person)}
          >
            <span style={{ inlineSize: '1.75em', blockSize: '1.75em', flex: 'none' }}>
              <scene.Avatar name={person.name} seed={person.avatar} />
            </span>
            <bdi>{person.name}</bdi>
          </div>
        ))}
      </div>
    )
  }
}

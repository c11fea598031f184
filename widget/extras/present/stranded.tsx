import { Component, type RefObject } from 'preact'
import type { ComposerProps, Writing } from '../../embed/writing.ts'
import { draftOf, keepDraft } from './drafts.ts'
import { presentWords } from './words.ts'

type StrandedProps = ComposerProps & { area: RefObject<HTMLTextAreaElement | null> }

/** Under a text field that cannot be posted from: says what to do, and keeps what is typed over a reload. */
class Stranded extends Component<StrandedProps> {
  private readonly keep = () => {
    const { scene, parent, area } = this.props
    const draft = draftOf(scene.conversation, parent?.id)
    keepDraft(scene.conversation, parent?.id, { ...draft, text: area.current!.value })
  }

  override componentDidMount(): void {
    const { scene, parent, area } = this.props
    const field = area.current!
    field.value ||= draftOf(scene.conversation, parent?.id).text
    field.addEventListener('input', this.keep)
    this.keep()
  }

  override componentWillUnmount(): void {
    this.props.area.current?.removeEventListener('input', this.keep)
  }

  render() {
    const { scene } = this.props
    const words = presentWords(scene.conversation)
    return (
      <div class="more">
        <p class="fault" role="status">
          {words.stranded}
        </p>
        <button type="button" part="button" onClick={scene.conversation.prepare}>
          {scene.words.retry}
        </button>
        <button type="button" part="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    )
  }
}

const nothing = () => null

/** Stands in for what it takes to write while that cannot be fetched: the line is down, or its release is long gone. */
export const stranded: Writing = {
  sheet: new CSSStyleSheet(),
  PostBar: props => <Stranded {...props} />,
  Standing: nothing,
  Actions: nothing,
  show: nothing,
  first: (_, answer) => answer,
  refusalWords: scene => scene.words.loadFailed,
  meet: nothing,
  settle: nothing,
}

import { Component } from 'preact'
import type { ToolProps } from '../../embed/tools.ts'
import { actWords } from './words.ts'

/** Heights in em: a text that is taller than the one is cut to the other. */
const TALL = 60
const CUT = 40
/** Fewer letters and line breaks than these stand in no tall text; to measure one would make the browser lay it out. */
const LETTERS = 2_500
const BREAKS = 35

/** Ends a text that is much taller than a screen with “Show all”. What is found in it, or takes the focus, opens it. */
export class Tall extends Component<ToolProps, { isCut: boolean }> {
  declare private text: HTMLElement | null | undefined

  override componentDidMount(): void {
    const { comment, scene } = this.props
    const tree = JSON.stringify(comment.tree)
    if (tree.length < LETTERS && tree.split('{"type":').length < BREAKS) return
    const { shadowRoot } = scene.conversation.place.element
    const text = shadowRoot
      ?.getElementById(`name-${comment.id}`)
      ?.closest('.comment')
      ?.querySelector<HTMLElement>('.text')
    if (!text || text.scrollHeight < TALL * Number.parseFloat(getComputedStyle(text).fontSize)) return
    this.text = text
    text.style.maxBlockSize = `${CUT}em`
    text.style.overflow = 'hidden'
    text.style.maskImage = 'linear-gradient(#000 90%, transparent)'
    // Find in page and the focus scroll what they are looking for into view, here as well.
    text.addEventListener('scroll', this.open, { once: true })
    this.setState({ isCut: true })
  }

  /** Another text is measured anew. */
  override componentDidUpdate({ comment }: ToolProps): void {
    if (comment.tree === this.props.comment.tree) return
    this.open()
    this.componentDidMount()
  }

  override componentWillUnmount(): void {
    this.open()
  }

  private open = () => {
    const { text } = this
    if (!text) return
    this.text = null
    text.removeEventListener('scroll', this.open)
    text.style.maxBlockSize = text.style.overflow = text.style.maskImage = ''
    this.setState({ isCut: false })
  }

  render() {
    if (!this.state.isCut) return null
    return (
      <button type="button" part="button" style={{ fontWeight: 600 }} onClick={this.open}>
        {actWords(this.props.scene.conversation).all}
      </button>
    )
  }
}

import { Component } from 'preact'
import type { Block, Preview as Told } from '../../../server/contract.ts'
import type { Scene } from '../../embed/scene.ts'
import { formatWords } from './words.ts'

interface PreviewProps {
  scene: Scene
  area: HTMLTextAreaElement
  /** Whom the text may call. */
  names: string[]
}

/** How long somebody has to pause before the preview follows, in ms. */
const PAUSE = 600

const BOX = {
  margin: '0 calc(3 * var(--space)) calc(2 * var(--space))',
  padding: 'var(--space) calc(3 * var(--space)) calc(3 * var(--space))',
  border: '1px dashed var(--edge)',
  borderRadius: 'var(--radius)',
}

/** What is in the field, as the server would show it; it follows what is typed. */
export class Preview extends Component<PreviewProps, { tree: Block[] | null; hasFailed: boolean }> {
  override state = { tree: null as Block[] | null, hasFailed: false }
  declare private timer: ReturnType<typeof setTimeout> | undefined
  private asked = 0

  override componentDidMount(): void {
    this.props.area.addEventListener('input', this.later)
    this.ask()
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer)
    this.asked = -1
    this.props.area.removeEventListener('input', this.later)
  }

  private later = () => {
    clearTimeout(this.timer)
    this.timer = setTimeout(this.ask, PAUSE)
  }

  private ask = async () => {
    const { place } = this.props.scene.conversation
    const text = this.props.area.value
    this.asked += 1
    const turn = this.asked
    if (!text.trim()) return this.setState({ tree: [], hasFailed: false })
    try {
      // A body of plain text needs no preflight.
      const body = JSON.stringify({ site: place.query.site, text, names: this.props.names })
      const answer = await fetch(`${place.origin}/api/preview`, { method: 'POST', body, credentials: 'omit' })
      if (!answer.ok) throw new Error(String(answer.status))
      const { tree }: Told = await answer.json()
      if (turn === this.asked) this.setState({ tree, hasFailed: false })
    } catch {
      if (turn === this.asked) this.setState({ hasFailed: true })
    }
  }

  render() {
    const { tree, hasFailed } = this.state
    const { Tree, conversation } = this.props.scene
    const words = formatWords(conversation)
    return (
      <section aria-label={words.preview} class="text" style={BOX}>
        {hasFailed ? (
          <p class="fault">{words.failed}</p>
        ) : tree?.length === 0 ? (
          <p class="aside">{words.empty}</p>
        ) : (
          tree && <Tree blocks={tree} />
        )}
      </section>
    )
  }
}

import { Component } from 'preact'
import type { Editions as Told } from '../../../server/contract.ts'
import type { Shown } from '../../embed/branches.ts'
import type { Conversation } from '../../embed/conversation.ts'
import type { Scene } from '../../embed/scene.ts'
import { pieceWords } from '../present/known.ts'
import { editions } from './words.ts'

interface EditionsProps {
  comment: Shown
  scene: Scene
}

const wordsOf = ({ place }: Conversation) => pieceWords(place.element, 'editions', editions)

const LIST = {
  flexBasis: '100%',
  margin: 'var(--space) 0',
  padding: '0 calc(3 * var(--space))',
  borderInlineStart: '2px solid var(--line)',
  listStyle: 'none',
}

/** What a comment said before, newest first. */
export class Editions extends Component<EditionsProps, { told: Told | null; hasFailed: boolean }> {
  override state = { told: null as Told | null, hasFailed: false }

  override async componentDidMount(): Promise<void> {
    const { comment, scene } = this.props
    const { state } = scene.conversation
    const token = comment.isMine ? state.identity?.token : undefined
    try {
      const path = `/api/comments/${encodeURIComponent(comment.id)}/editions`
      this.setState({ told: await scene.conversation.read<Told>(path, {}, { token }) })
    } catch {
      this.setState({ hasFailed: true })
      scene.say(scene.words.loadFailed)
    }
  }

  render() {
    const { scene } = this.props
    const { told, hasFailed } = this.state
    const words = wordsOf(scene.conversation)
    if (!told) return <p style={LIST}>{hasFailed ? scene.words.loadFailed : scene.words.loading}</p>
    const format = new Intl.DateTimeFormat(scene.lang, { dateStyle: 'medium', timeStyle: 'short' })
    if (!told.editions.length) return <p style={LIST}>{words.none}</p>
    return (
      <ol style={LIST}>
        {told.editions.map(({ tree, endedAt, by }) => (
          <li key={endedAt} style={{ paddingBlock: 'var(--space)' }}>
            <span class="aside">
              {words.until.replace('{time}', () => format.format(endedAt))} {by === 'moderator' && words.moderator}
            </span>
            <div class="text">
              <scene.Tree blocks={tree} />
            </div>
          </li>
        ))}
      </ol>
    )
  }
}

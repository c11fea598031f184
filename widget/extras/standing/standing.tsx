import { Component } from 'preact'
import type { AcknowledgeRequest, Standing } from '../../../server/contract.ts'
import type { Scene } from '../../embed/scene.ts'
import { call } from '../../shared/call.ts'
import { exactTime } from '../../shared/time.ts'
import { standingWords } from './words.ts'

interface NoticeProps {
  scene: Scene
  standing: Standing
}

const BOX = {
  margin: 'calc(2 * var(--space)) calc(3 * var(--space))',
  paddingInlineStart: 'calc(3 * var(--space))',
  borderInlineStart: '3px solid var(--alarm)',
  fontSize: '0.9375em',
}
const SAID = { whiteSpace: 'pre-wrap', margin: 'var(--space) 0' }

/** What moderators have said of the reader, where the reader is about to write. Nobody is kept away without being told. */
export function Notice({ scene, standing }: NoticeProps) {
  const { conversation, lang } = scene
  const words = standingWords(conversation)
  const { warning, ban, mute } = standing
  const ends = (until: number | null, known: string, never: string) =>
    until === null ? never : known.replace('{time}', () => exactTime(until, lang))
  return (
    <div role="status">
      {warning !== null && <Warning key={warning} scene={scene} warning={warning} />}
      {ban && (
        <div style={BOX}>
          <p>{ends(ban.until, words.bannedUntil, words.banned)}</p>
          {ban.words && (
            <p style={SAID} dir="auto">
              {ban.words}
            </p>
          )}
        </div>
      )}
      {mute && !ban && (
        <div style={BOX}>
          <p>{ends(mute.until, words.mutedUntil, words.muted)}</p>
        </div>
      )}
    </div>
  )
}

/** A moderator's warning, until the reader says that it was read. */
class Warning extends Component<{ scene: Scene; warning: string }, { isBusy: boolean; hasFailed: boolean }> {
  private acknowledge = async () => {
    const { conversation } = this.props.scene
    const { origin, query } = conversation.place
    if (this.state.isBusy) return
    this.setState({ isBusy: true, hasFailed: false })
    const body: AcknowledgeRequest = { site: query.site }
    const token = conversation.state.identity?.token
    try {
      await call(origin, 'POST', '/api/me/acknowledge', { body, token, credentials: 'omit' })
      conversation.standing = { ...conversation.standing!, warning: null }
      conversation.change({})
    } catch {
      this.setState({ isBusy: false, hasFailed: true })
    }
  }

  render() {
    const { scene, warning } = this.props
    const { isBusy, hasFailed } = this.state
    const words = standingWords(scene.conversation)
    return (
      <div style={BOX}>
        <p>{words.warned}</p>
        <p style={SAID} dir="auto">
          {warning}
        </p>
        {hasFailed && <p class="fault">{words.failed}</p>}
        <button
          type="button"
          part="button"
          aria-disabled={!!isBusy}
          style={{ color: 'var(--accent)', fontWeight: 600, marginInlineStart: 'calc(-2 * var(--space))' }}
          onClick={this.acknowledge}
        >
          {words.read}
        </button>
      </div>
    )
  }
}

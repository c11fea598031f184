import { Component, createRef } from 'preact'
import type { AppealRequest, CommentAnswer, Appeal as Kept, LIMITS, Told } from '../../../server/contract.ts'
import type { Shown } from '../../embed/branches.ts'
import type { Scene } from '../../embed/scene.ts'
import { call, type Refusal } from '../../shared/call.ts'
import { appealWords } from './words.ts'

interface AppealProps {
  comment: Shown
  scene: Scene
}

const AREA = {
  border: '1px solid var(--edge)',
  borderRadius: 'var(--radius)',
  marginBlock: 'var(--space)',
  fontSize: '1rem',
}
const QUOTE = {
  margin: 'var(--space) 0',
  paddingInlineStart: 'calc(3 * var(--space))',
  borderInlineStart: '2px solid var(--edge)',
  whiteSpace: 'pre-wrap',
}
/** Inside what is muted already, a button would be too faint. */
const CLEAR = { color: 'inherit' }
const OUTDENT = { marginInlineStart: 'calc(-2 * var(--space))' }

/** UTF-16 units; of the contract only types are taken: its values would come in a piece of their own. */
const MOST = 2 * (2_000 satisfies (typeof LIMITS)['appealGraphemes'])

/** What the moderator says of a refused comment, the author's appeal, and what became of it. */
export function Appeal({ comment, scene }: AppealProps) {
  const words = appealWords(scene.conversation)
  const { told } = comment
  if (!told) return <p>{words.granted}</p>
  return (
    <>
      {scene.conversation.rules && (
        <p>
          <a
            href={scene.conversation.rules}
            target="_blank"
            rel="noopener noreferrer"
            style={{ color: 'var(--accent)' }}
          >
            {words.rules}
          </a>
        </p>
      )}
      {told.words && <Said by={words.moderator} text={told.words} />}
      {told.appeal ? (
        <Asked appeal={told.appeal} scene={scene} />
      ) : (
        <Asking key={comment.id} comment={comment} scene={scene} />
      )}
    </>
  )
}

function Said({ by, text }: { by: string; text: string }) {
  return (
    <>
      <p>{by}</p>
      <blockquote style={QUOTE} dir="auto">
        {text}
      </blockquote>
    </>
  )
}

function Asked({ appeal, scene }: { appeal: Kept; scene: Scene }) {
  const words = appealWords(scene.conversation)
  return (
    <>
      <Said by={words.yours} text={appeal.text} />
      <p>{appeal.outcome === 'declined' ? words.declined : words.waits}</p>
      {appeal.words && <Said by={words.moderator} text={appeal.words} />}
    </>
  )
}

/** "Ask for another look", and in its place where the author says why. */
class Asking extends Component<AppealProps, { step: 'closed' | 'open' | 'sending'; fault: string }> {
  override state = { step: 'closed' as const, fault: '' } as { step: 'closed' | 'open' | 'sending'; fault: string }
  private area = createRef<HTMLTextAreaElement>()
  private button = createRef<HTMLButtonElement>()

  private open = () => this.setState({ step: 'open' }, () => this.area.current?.focus())
  private close = () => this.setState({ step: 'closed', fault: '' }, () => this.button.current?.focus())

  private refuse(fault: string): void {
    this.setState({ step: 'open', fault })
    this.props.scene.say(fault)
    this.area.current?.focus()
  }

  private send = async (event: Event) => {
    event.preventDefault()
    const { comment, scene } = this.props
    const { conversation } = scene
    const words = appealWords(conversation)
    if (this.state.step === 'sending') return
    const body: AppealRequest = { text: this.area.current!.value }
    if (!body.text.trim()) return this.refuse(words.empty)
    this.setState({ step: 'sending', fault: '' })
    try {
      const { origin } = conversation.place
      const token = conversation.state.identity?.token
      const path = `/api/comments/${encodeURIComponent(comment.id)}/appeal`
      const answer = await call<CommentAnswer>(origin, 'POST', path, { body, token, credentials: 'omit' })
      scene.say(words.waits)
      this.shows(answer.comment.told!)
    } catch (error) {
      const known: Record<string, string> = {
        text_empty: words.empty,
        text_too_long: words.tooLong,
        too_many_requests: words.wait,
        appealed_already: words.already,
        nothing_to_appeal: words.already,
      }
      this.refuse(known[(error as Refusal).problem?.code ?? ''] ?? words.failed)
    }
  }

  /** Puts the appeal where the comment stands, wherever that is by now. */
  private shows(told: Told): void {
    const { comment, scene } = this.props
    const { conversation } = scene
    const anew = (shown: Shown): Shown => (shown.id === comment.id ? { ...shown, told } : shown)
    const branches = conversation.state.branches.map(branch =>
      branch.root.id === comment.root
        ? { ...branch, root: anew(branch.root), replies: branch.replies.map(anew) }
        : branch,
    )
    conversation.target = comment.id
    conversation.change({ branches })
  }

  render() {
    const { scene, comment } = this.props
    const { step, fault } = this.state
    const words = appealWords(scene.conversation)
    if (step === 'closed') {
      return (
        <button ref={this.button} type="button" part="button" style={{ ...OUTDENT, ...CLEAR }} onClick={this.open}>
          {words.ask}
        </button>
      )
    }
    const note = `appeal-${comment.id}`
    return (
      <form
        onSubmit={this.send}
        onInput={() => fault && this.setState({ fault: '' })}
        onKeyDown={event => {
          if (event.key === 'Escape' && !event.isComposing && !this.area.current!.value) this.close()
        }}
      >
        <p id={note}>{words.explain}</p>
        <textarea
          ref={this.area}
          rows={3}
          dir="auto"
          style={AREA}
          maxLength={MOST}
          aria-label={words.ask}
          aria-describedby={note}
          aria-invalid={fault !== ''}
        />
        {fault && <p class="fault">{fault}</p>}
        <div style={OUTDENT}>
          <button
            type="submit"
            part="button"
            aria-disabled={step === 'sending'}
            style={{ color: 'var(--accent)', fontWeight: 600 }}
          >
            {step === 'sending' ? words.sending : words.send}
          </button>
          <button type="button" part="button" style={CLEAR} onClick={this.close}>
            {words.cancel}
          </button>
        </div>
      </form>
    )
  }
}

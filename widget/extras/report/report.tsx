import { Component, createRef } from 'preact'
import type { LIMITS, ReportReason, ReportRequest } from '../../../server/contract.ts'
import type { Shown } from '../../embed/branches.ts'
import type { Scene } from '../../embed/scene.ts'
import { call, type Refusal } from '../../shared/call.ts'
import { introduce } from '../present/identity.ts'
import { reportWords } from './words.ts'

interface FormProps {
  comment: Shown
  scene: Scene
  onClose(isDone: boolean): void
}

/** Of the contract only types are taken: its values would come in a piece of their own. */
const MOST = 1_000 satisfies (typeof LIMITS)['reportGraphemes']

type Step = 'asking' | 'sending' | 'thanked'

const FORM = {
  flexBasis: '100%',
  margin: 'var(--space) 0',
  padding: 'calc(3 * var(--space))',
  border: '1px solid var(--line)',
  borderRadius: 'var(--radius)',
  fontSize: '0.9375em',
}
const CHOICE = { display: 'flex', alignItems: 'center', gap: 'calc(2 * var(--space))', minBlockSize: '2.5em' }
const RADIO = { accentColor: 'var(--accent)', inlineSize: '1.125em', blockSize: '1.125em', margin: 0, flex: 'none' }
const AREA = {
  border: '1px solid var(--edge)',
  borderRadius: 'var(--radius)',
  marginBlockStart: 'calc(2 * var(--space))',
}
const BAR = {
  display: 'flex',
  flexWrap: 'wrap',
  marginBlockStart: 'var(--space)',
  marginInlineStart: 'calc(-2 * var(--space))',
}

/** Why a reader reports a comment, and anything a moderator should know. */
export class ReportForm extends Component<FormProps, { step: Step; fault: string }> {
  override state = { step: 'asking' as Step, fault: '' }
  private form = createRef<HTMLFormElement>()
  private thanks = createRef<HTMLParagraphElement>()

  override componentDidMount(): void {
    this.form.current!.querySelector('input')!.focus()
  }

  private refuse(fault: string): void {
    this.setState({ step: 'asking', fault })
    this.props.scene.say(fault)
  }

  private send = async (event: Event) => {
    event.preventDefault()
    const { comment, scene } = this.props
    const { conversation } = scene
    const words = reportWords(conversation)
    const fields = new FormData(this.form.current!)
    const reason = fields.get('reason') as ReportReason | null
    if (this.state.step === 'sending') return
    if (!reason) return this.refuse(words.choose)
    this.setState({ step: 'sending', fault: '' })
    const body: ReportRequest = { reason, words: String(fields.get('words')).trim() || undefined }
    try {
      const token = introduce(conversation)
      const path = `/api/comments/${encodeURIComponent(comment.id)}/reports`
      await call(conversation.place.origin, 'POST', path, { body, token, credentials: 'omit' })
      this.setState({ step: 'thanked' }, () => this.thanks.current?.focus())
      scene.say(words.thanks)
    } catch (error) {
      const code = (error as Refusal).problem?.code ?? ''
      const known: Record<string, string> = {
        unknown_comment: words.gone,
        banned: words.banned,
        too_many_requests: words.wait,
      }
      this.refuse(known[code] ?? words.failed)
    }
  }

  private onInput = () => {
    if (this.state.fault) this.setState({ fault: '' })
  }

  private onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) this.props.onClose(false)
  }

  render() {
    const { comment, scene, onClose } = this.props
    const { step, fault } = this.state
    const words = reportWords(scene.conversation)
    if (step === 'thanked') {
      return (
        <p ref={this.thanks} tabIndex={-1} class="aside" style={{ flexBasis: '100%', paddingBlock: 'var(--space)' }}>
          {words.thanks}
        </p>
      )
    }
    const question = `report-${comment.id}`
    return (
      <form ref={this.form} style={FORM} onSubmit={this.send} onInput={this.onInput} onKeyDown={this.onKeyDown}>
        <div role="radiogroup" aria-labelledby={question}>
          <p id={question} style={{ fontWeight: 600 }}>
            {words.question}
          </p>
          {(Object.keys(words.reasons) as ReportReason[]).map(reason => (
            <label key={reason} style={CHOICE}>
              <input type="radio" name="reason" value={reason} style={RADIO} />
              <span>{words.reasons[reason]}</span>
            </label>
          ))}
        </div>
        <textarea
          name="words"
          rows={2}
          dir="auto"
          style={AREA}
          maxLength={MOST}
          aria-label={words.words}
          placeholder={words.words}
        />
        {fault && <p class="fault">{fault}</p>}
        <div style={BAR}>
          <button
            type="submit"
            part="button"
            aria-disabled={step === 'sending'}
            style={{ color: 'var(--accent)', fontWeight: 600 }}
          >
            {step === 'sending' ? words.sending : words.send}
          </button>
          <button type="button" part="button" onClick={() => onClose(false)}>
            {words.cancel}
          </button>
        </div>
      </form>
    )
  }
}
